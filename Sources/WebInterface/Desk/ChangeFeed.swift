import BookingService
import Foundation
import NIOCore
import ServiceLifecycle
import Synchronization

/// Tells open pages that something has happened at the desk, whoever did it: this server, or another process on the
/// same database. It looks at the number of the last entry a few times a second, whatever the number of pages.
final class ChangeFeed: Service, Sendable {
    /// Between two looks.
    private static let pause = Duration.milliseconds(300)

    private struct State {
        var last: Int64 = 0
        var next = 0
        var listeners: [Int: AsyncStream<Int64>.Continuation] = [:]
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
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if let last = try? await self.desk.run({ try $0.lastEntry() }) { self.tell(last) }
                try? await Task.sleep(for: Self.pause)
            }
        }
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.finish() }
    }

    private func tell(_ last: Int64) {
        let listeners = state.withLock { state -> [AsyncStream<Int64>.Continuation] in
            guard last != state.last else { return [] }
            state.last = last
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.yield(last) }
    }

    /// The numbers of last entries, from now on; a page that is slow gets the newest alone.
    func listen() -> AsyncStream<Int64> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number = state.withLock { state in
                state.next += 1
                state.listeners[state.next] = continuation
                return state.next
            }
            continuation.onTermination = { _ in self.state.withLock { _ = $0.listeners.removeValue(forKey: number) } }
        }
    }
}
