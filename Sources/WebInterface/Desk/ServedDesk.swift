import BookingService
import BookingStore
import CareModel
import NIOPosix

/// The desk as pages and machines use it: one service, the clock, and threads that may wait for the disk.
///
/// A command returns once it is on disk. So it runs on a thread that may wait: the threads that answer requests never
/// do, and what many ask for at once is written together.
struct ServedDesk: Sendable {
    let service: BookingService
    let clock: ServiceClock
    private let pool: NIOThreadPool

    /// - Parameter threads: commands that may wait for the disk at once.
    init(_ service: BookingService, clock: ServiceClock, threads: Int) {
        self.service = service
        self.clock = clock
        pool = NIOThreadPool(numberOfThreads: threads)
    }

    /// Starts the threads.
    func start() { pool.start() }

    /// Ends the threads, once what they do is done.
    func stop() async { try? await pool.shutdownGracefully() }

    /// Ends the threads once what they do is done, without waiting for it.
    func stopSoon() { pool.shutdownGracefully { _ in } }

    /// Does something with the service on a thread that may wait.
    func run<Value: Sendable>(_ body: @escaping @Sendable (BookingService) throws -> Value) async throws -> Value {
        let service = service
        return try await pool.runIfActive { try body(service) }
    }

    /// Who asks now, from where.
    func context(_ author: Author, key: String? = nil) -> BookingService.Context {
        BookingService.Context(now: clock.minute, author: author, key: key)
    }
}
