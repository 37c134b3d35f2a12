import CMalloc
import ServiceLifecycle

/// Gives what is free in the heap back to the machine, once a minute. What many requests took at once stays with the
/// heap else, in pages between those that are in use: a server that was busy for a morning keeps it for good.
final class FreeMemory: Service, Sendable {
    /// Between two times.
    private static let pause = Duration.seconds(60)

    private let desk: ServedDesk

    init(desk: ServedDesk) { self.desk = desk }

    /// Gives back until the server stops, on a thread that may wait.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.pause)
                try? await self.desk.run { _ in Self.giveBack() }
            }
        }
    }

    /// Gives back every whole page of the heap that is free. It takes some milliseconds.
    static func giveBack() { _ = malloc_trim(0) }
}
