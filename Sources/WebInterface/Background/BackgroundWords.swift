import BookingService
import BookingStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Workbench

/// What pages say of something that takes minutes.
enum BackgroundWords {
    /// Its state, in a list.
    static func tag(_ state: TaskState) -> Table.Cell {
        switch state {
        case .waiting: .tag("waits", "grey")
        case .running: .tag("being worked on", "blue")
        case .stopped, .interrupted: .tag("stopped", "yellow")
        case .done: .tag("done", "green")
        case .failed: .tag("came to nothing", "red")
        }
    }

    /// What has become of it, and what can be done.
    /// - Parameter place: the address below which it is.
    static func blocks(
        _ task: LongTask<BackgroundWish>, _ background: BackgroundWork, _ asked: WebRequest, at place: String
    ) -> [Block] {
        let address = "\(place)/\(task.number)"
        let mayChange = task.owner == asked.who?.user.user || asked.who?.may(.administer) == true
        let stop = Form(action: "\(address)/stop", button: "Stop it", isSecondary: true)
        let goOn = Form(action: "\(address)/go-on", button: "Go on")
        let said: [Block] =
            switch task.state {
            case .waiting, .running: [.progress(part(task, background, address))]
            case .stopped(let by):
                [.notice("It was stopped", "\(by) stopped it. What was done is kept: it can go on.")]
            case .interrupted:
                [
                    .notice(
                        "It was stopped by a restart",
                        "The server stopped while it was worked on. What was done is kept: it goes on by the button.")
                ]
            case .done: []
            case .failed(let why): [.notice("It came to nothing", why)]
            }
        guard mayChange else { return said }
        switch task.state {
        case .waiting, .running: return said + [.form(stop)]
        case .stopped, .interrupted, .failed: return said + [.form(goOn)]
        case .done: return said
        }
    }

    /// The button that removes it, where somebody may.
    static func removal(_ task: LongTask<BackgroundWish>, _ asked: WebRequest, at place: String) -> [Block] {
        let mayChange = task.owner == asked.who?.user.user || asked.who?.may(.administer) == true
        guard mayChange, task.state != .running else { return [] }
        return [
            .form(
                Form(
                    action: "\(place)/\(task.number)/remove", button: "Remove it", buttonHidden: "with its files",
                    isWarningButton: true))
        ]
    }

    private static func part(
        _ task: LongTask<BackgroundWish>, _ background: BackgroundWork, _ address: String
    ) -> ProgressPart {
        let now = Now(task, background)
        return ProgressPart(
            progressAddress: "\(address)/progress", progressWords: now.words, doneSoFar: "\(now.done)",
            doneInAll: "\(now.of)", isKnown: now.of > 0)
    }

    /// How far it has got, for a script.
    private struct Now: Encodable {
        /// What is being done; it is read out when it changes.
        var stage: String
        var words: String
        var done = 0
        var of = 0
        var isOver: Bool

        init(_ task: LongTask<BackgroundWish>, _ background: BackgroundWork) {
            isOver = task.state.isOver
            guard task.state != .waiting else {
                let before = background.before(task.number)
                stage = "It waits for its turn"
                words = before == 0 ? "It is about to begin." : "It waits: \(counted(before, "is", "are")) before it."
                return
            }
            let progress = background.progress(of: task.number) ?? LongProgress("Beginning")
            (stage, done, of) = (progress.words, progress.done, progress.of)
            let ends = of > 0 ? " of at most \(of)" : ""
            words = "\(progress.words)\(done > 0 ? ": \(done)\(ends) \(progress.counted)" : "")."
        }
    }

    static func progress(_ task: LongTask<BackgroundWish>, _ background: BackgroundWork) throws -> Response {
        let body = try JSONEncoder().encode(Now(task, background))
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// How a fault is told.
    static func refusal(_ fault: LongFault) -> WebRefusal {
        switch fault {
        case .missing: .nothingThere
        case .notYours: .mayNot(.administer)
        case .full, .isRunning, .notNow, .notWritten, .cancelled, .because: .unreadable(fault.words)
        }
    }
}

extension Response {
    /// A file to be taken away.
    static func attached(_ bytes: Data, _ type: String, _ name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "\(type); charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
