public import Foundation
import Synchronization

/// Work that takes minutes: one piece at a time for the whole server, on a thread of a low priority; the others wait
/// their turn. Whoever asks leaves, and finds it again: each piece has a folder with what was asked, what is kept to go
/// on from, and what came of it, so that a restart loses nothing.
public final class LongWork<Wish: Sendable & Codable>: Sendable {
    typealias Doing = @Sendable (_ wish: Wish, _ tools: LongTools) throws(LongFault) -> LongResult

    private struct State {
        /// By number.
        var tasks: [LongTask<Wish>]
        var progress: LongProgress?
        /// What tells the piece that is worked on to stop; nil while nothing is.
        var flag: StopFlag?
        /// Who stopped it; nil while nobody has.
        var stopper: String?
        var hasThread = false
        var isClosed = false
    }

    private let folder: URL
    private let doing: Doing
    private let state: Mutex<State>

    /// Reads what there is, and begins with what waits. What was worked on when the server stopped stays where it was
    /// until somebody lets it go on.
    /// - Parameters:
    ///   - folder: which need not be there yet.
    ///   - doing: works on a piece.
    init(in folder: URL, _ doing: @escaping Doing) {
        self.folder = folder
        self.doing = doing
        let tasks = TaskFolder.numbers(in: folder).compactMap { number -> LongTask<Wish>? in
            let place = TaskFolder(number, in: folder)
            guard var task = place.task(LongTask<Wish>.self) else { return nil }
            if task.state == .running {
                task.state = .interrupted
                try? place.write(task)
            }
            return task
        }
        state = Mutex(State(tasks: tasks))
        begin()
    }

    /// Most that are kept.
    public static var most: Int { 200 }

    // MARK: What there is

    /// Everything, the latest first.
    public var all: [LongTask<Wish>] { state.withLock { $0.tasks.reversed() } }

    /// One of them; nil if there is none.
    public func find(_ number: Int) -> LongTask<Wish>? {
        state.withLock { state in state.tasks.first { $0.number == number } }
    }

    /// How far the one that is worked on has got; nil for all others.
    public func progress(of number: Int) -> LongProgress? {
        state.withLock { state in
            state.tasks.contains { $0.number == number && $0.state == .running } ? state.progress : nil
        }
    }

    /// How many are worked on or come before one that waits.
    public func before(_ number: Int) -> Int {
        state.withLock { state in
            guard let own = state.tasks.first(where: { $0.number == number }) else { return 0 }
            return state.tasks.count { $0.state == .running || ($0.state == .waiting && $0.turn < own.turn) }
        }
    }

    /// The names of the files that came of one.
    public func files(of number: Int) -> [String] { TaskFolder(number, in: folder).files }

    /// A file that came of one; nil if there is none of this name.
    public func file(_ name: String, of number: Int) -> Data? { TaskFolder(number, in: folder).file(name) }

    /// Where a file is that came of one; nil if there is none of this name.
    func place(of name: String, _ number: Int) -> URL? { TaskFolder(number, in: folder).place(of: name) }

    // MARK: What can be done

    /// Asks for something, which waits for its turn.
    /// - Parameter once: makes it happen once, however often it is sent; empty if nothing does.
    /// - Returns: its number.
    public func ask(
        _ wish: Wish, title: String, asked: [AskedLine], owner: Int64, ownerName: String, at: String, once: String
    ) throws(LongFault) -> Int {
        let made = state.withLock { state -> Result<Int, LongFault> in
            if !once.isEmpty, let same = state.tasks.first(where: { $0.once == once && $0.owner == owner }) {
                return .success(same.number)
            }
            guard !state.isClosed, state.tasks.count < Self.most else { return .failure(.full(Self.most)) }
            let number = 1 + max(TaskFolder.highest(in: folder), state.tasks.last?.number ?? 0)
            let task = LongTask(
                number: number, title: title, asked: asked, owner: owner, ownerName: ownerName, askedAt: at,
                wish: wish, once: once, state: .waiting, turn: Self.nextTurn(state))
            let place = TaskFolder(number, in: folder)
            do throws(LongFault) {
                try place.make()
                try place.write(task)
            } catch {
                return .failure(error)
            }
            state.tasks.append(task)
            return .success(number)
        }
        begin()
        return try made.get()
    }

    /// Stops one that waits or is worked on; what was done is kept.
    /// - Parameters:
    ///   - user: who asks.
    ///   - isAnybodys: whether they may do it to what others asked for.
    public func stop(_ number: Int, by user: Int64, named name: String, isAnybodys: Bool) throws(LongFault) {
        try change(number, user, isAnybodys) { state, place throws(LongFault) in
            switch state.tasks[place].state {
            case .waiting: try self.put(.stopped(by: name), at: place, &state)
            case .running:
                state.stopper = name
                state.flag?.set()
            case .stopped, .interrupted, .done, .failed: throw .notNow
            }
        }
    }

    /// Lets one that was stopped go on, behind all that wait.
    public func goOn(_ number: Int, by user: Int64, isAnybodys: Bool) throws(LongFault) {
        try change(number, user, isAnybodys) { state, place throws(LongFault) in
            guard state.tasks[place].state.canGoOn else { throw .notNow }
            state.tasks[place].turn = Self.nextTurn(state)
            try self.put(.waiting, at: place, &state)
        }
        begin()
    }

    /// Takes one away, with what came of it.
    public func remove(_ number: Int, by user: Int64, isAnybodys: Bool) throws(LongFault) {
        try change(number, user, isAnybodys) { state, place throws(LongFault) in
            guard state.tasks[place].state != .running else { throw .isRunning }
            if TaskFolder.numbers(in: self.folder).last == number {
                try TaskFolder.keepHighest(TaskFolder.highest(in: self.folder), in: self.folder)
            }
            try TaskFolder(number, in: self.folder).remove()
            state.tasks.remove(at: place)
        }
    }

    /// Ends what is worked on, which can go on when the server is there again, and takes nothing more.
    public func close() {
        state.withLock { state in
            state.isClosed = true
            state.flag?.set()
            guard let place = state.tasks.firstIndex(where: { $0.state == .running }) else { return }
            try? put(.interrupted, at: place, &state)
        }
    }

    private func change(
        _ number: Int, _ user: Int64, _ isAnybodys: Bool,
        _ body: (inout State, _ place: Int) throws(LongFault) -> Void
    ) throws(LongFault) {
        let done = state.withLock { state -> Result<Void, LongFault> in
            guard let place = state.tasks.firstIndex(where: { $0.number == number }) else { return .failure(.missing) }
            let task = state.tasks[place]
            guard isAnybodys || task.owner == user else { return .failure(.notYours(owner: task.ownerName)) }
            do throws(LongFault) {
                return .success(try body(&state, place))
            } catch {
                return .failure(error)
            }
        }
        try done.get()
    }

    /// Writes a state, and only then holds it.
    private func put(_ new: TaskState, at place: Int, _ state: inout State) throws(LongFault) {
        var task = state.tasks[place]
        task.state = new
        try TaskFolder(task.number, in: folder).write(task)
        state.tasks[place] = task
    }

    private static func nextTurn(_ state: State) -> Int { 1 + (state.tasks.map(\.turn).max() ?? 0) }

    // MARK: The thread

    /// How much lower its priority is, of 19: what-ifs that somebody looks at go before it too.
    private static var niceness: Int32 { 15 }

    /// Has a thread while something waits.
    private func begin() {
        let starts = state.withLock { state in
            guard !state.hasThread, !state.isClosed, state.tasks.contains(where: { $0.state == .waiting }) else {
                return false
            }
            state.hasThread = true
            return true
        }
        if starts { Thread { self.workOff() }.start() }
    }

    private func workOff() {
        _ = LowPriority.lower(by: Self.niceness)
        while let (task, flag) = take() {
            let place = TaskFolder(task.number, in: folder)
            let end: TaskState?
            do throws(LongFault) {
                let result = try doing(task.wish, tools(place, flag))
                try place.put(result.files)
                end = .done(result.sentence)
            } catch {
                end = error == .cancelled ? nil : .failed(error.words)
            }
            settle(task.number, end)
        }
    }

    /// What comes next, marked as worked on; nil ends the thread.
    private func take() -> (LongTask<Wish>, StopFlag)? {
        state.withLock { state in
            let next = state.tasks.indices.filter { state.tasks[$0].state == .waiting }
                .min { state.tasks[$0].turn < state.tasks[$1].turn }
            guard let next, !state.isClosed else {
                state.hasThread = false
                return nil
            }
            do throws(LongFault) {
                try put(.running, at: next, &state)
            } catch {
                // Without a place to write nothing can be worked on: it is said, and tried again when asked.
                state.tasks[next].state = .failed(error.words)
                state.hasThread = false
                return nil
            }
            let flag = StopFlag()
            (state.flag, state.progress, state.stopper) = (flag, nil, nil)
            return (state.tasks[next], flag)
        }
    }

    /// Says what became of it; nil is that it was stopped.
    private func settle(_ number: Int, _ end: TaskState?) {
        state.withLock { state in
            let stopped = state.stopper.map { TaskState.stopped(by: $0) } ?? .interrupted
            (state.flag, state.progress, state.stopper) = (nil, nil, nil)
            guard let place = state.tasks.firstIndex(where: { $0.number == number }) else { return }
            let new = end ?? stopped
            do throws(LongFault) { try put(new, at: place, &state) } catch { state.tasks[place].state = new }
        }
    }

    private func tools(_ place: TaskFolder, _ flag: StopFlag) -> LongTools {
        LongTools(
            kept: { place.kept }, keep: { place.keep($0) },
            progress: { progress in self.state.withLock { $0.progress = progress } }, isCancelled: { flag.isSet })
    }
}

/// Whether a piece of work is to stop.
private final class StopFlag: Sendable {
    private let value = Atomic<Bool>(false)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
}
