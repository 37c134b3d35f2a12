import BookingService
import BookingStore
import Foundation
import NIOCore
import ServiceLifecycle
import Synchronization

/// Tells open pages that something has happened at the desk, and about whom, whoever did it: this server, or another
/// process on the same database. It looks at the log a few times a second, whatever the number of pages, and what it
/// tells is made once for all of them.
final class ChangeFeed: Service, Sendable {
    /// Between two looks.
    private static let pause = Duration.milliseconds(300)
    /// Between two lines that say nothing, so that whoever is between keeps the connections.
    private static let silence = Duration.seconds(20)
    /// What a page that is slow may still be told; of one that is slower, the page sees by the numbers of the entries
    /// that it has missed some.
    private static let kept = 16

    private struct State {
        var last: Int64 = 0
        var next = 0
        var isOver = false
        var listeners: [Int: AsyncStream<ByteBuffer>.Continuation] = [:]
    }

    private let desk: ServedDesk
    private let state = Mutex(State())

    init(desk: ServedDesk) { self.desk = desk }

    /// Pages that listen.
    var count: Int { state.withLock { $0.listeners.count } }

    /// The number of the last entry, as of the last look.
    var last: Int64 { state.withLock { $0.last } }

    /// Looks until the server stops.
    func run() async throws {
        if let last = try? await desk.run({ try $0.lastEntry() }) { state.withLock { $0.last = last } }
        await cancelWhenGracefulShutdown {
            let clock = ContinuousClock()
            var spoken = clock.now
            while !Task.isCancelled {
                let last = self.last
                if let news = try? await self.desk.run({ try $0.news(after: last) }), news.last != last {
                    self.tell(Self.text(of: news), last: news.last)
                    spoken = clock.now
                } else if spoken.duration(to: clock.now) > Self.silence {
                    self.tell(ByteBuffer(string: ": here\n\n"), last: last)
                    spoken = clock.now
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
        let listeners = state.withLock { state in
            state.isOver = true
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }

    private func tell(_ text: ByteBuffer, last: Int64) {
        let listeners = state.withLock { state -> [AsyncStream<ByteBuffer>.Continuation] in
            state.last = last
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.yield(text) }
    }

    /// What pages are told of entries: numbers only.
    private static func text(of news: LogNews) -> ByteBuffer {
        let about = news.people.map { Concern.person($0).token } + news.clinicians.map { Concern.clinician($0).token }
        let names = about.map { "\"\($0)\"" }.joined(separator: ",")
        return ByteBuffer(
            string: "event: entry\ndata: {\"since\":\(news.since),\"last\":\(news.last),\"about\":[\(names)],"
                + "\"more\":\(news.isOfMore)}\n\n")
    }

    /// What pages are told from now on, beginning with where the log stands.
    func listen() -> AsyncStream<ByteBuffer> {
        AsyncStream(bufferingPolicy: .bufferingNewest(Self.kept)) { continuation in
            let (number, last) = state.withLock { state -> (Int?, Int64) in
                guard !state.isOver else { return (nil, state.last) }
                state.next += 1
                state.listeners[state.next] = continuation
                return (state.next, state.last)
            }
            guard let number else { return continuation.finish() }
            continuation.yield(Self.text(of: LogNews(since: last, last: last)))
            continuation.onTermination = { _ in self.state.withLock { _ = $0.listeners.removeValue(forKey: number) } }
        }
    }
}

/// What a page shows: it is looked at again when something happens that is about it.
enum Concern: Hashable, Sendable {
    /// One person.
    case person(Int64)
    /// The diary of one clinician, or some of its times.
    case clinician(Int32)

    /// How pages and streams name it.
    var token: String {
        switch self {
        case .person(let number): "p\(number)"
        case .clinician(let index): "c\(index)"
        }
    }
}
