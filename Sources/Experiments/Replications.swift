import Dispatch
import ServiceSimulation
import Synchronization

/// Independent replications side by side.
enum Replications {
    /// Runs a range of replications and returns their records in order, whatever order they finish in.
    /// - Returns: nil if it was cancelled before all were done.
    static func run(
        _ range: Range<Int>, threads: Int, progress: @Sendable (Int) -> Void, isCancelled: @Sendable () -> Bool,
        body: @Sendable (Int) -> ReplicationRecord
    ) -> [ReplicationRecord]? {
        let next = Atomic<Int>(range.lowerBound)
        let done = Mutex<[ReplicationRecord?]>([ReplicationRecord?](repeating: nil, count: range.count))
        let finished = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, range.count))) { _ in
            while !isCancelled() {
                let replication = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard replication < range.upperBound else { return }
                let record = body(replication)
                done.withLock { $0[replication - range.lowerBound] = record }
                progress(finished.wrappingAdd(1, ordering: .relaxed).newValue)
            }
        }
        let records = done.withLock { $0 }
        let complete = records.compactMap { $0 }
        return complete.count == range.count ? complete : nil
    }
}
