import Dispatch
import Synchronization

/// Independent pieces of work side by side.
public enum Replications {
    /// Runs a range of replications and returns what they give in order, whatever order they finish in.
    /// - Parameters:
    ///   - range: the numbers of the pieces.
    ///   - threads: pieces that are worked on at once.
    ///   - progress: called from any thread with the number of pieces done.
    ///   - isCancelled: asked before each piece.
    ///   - body: one piece.
    /// - Returns: nil if it was cancelled before all were done.
    public static func run<Result: Sendable>(
        _ range: Range<Int>, threads: Int, progress: @Sendable (Int) -> Void, isCancelled: @Sendable () -> Bool,
        body: @Sendable (Int) -> Result
    ) -> [Result]? {
        let next = Atomic<Int>(range.lowerBound)
        let done = Mutex<[Result?]>([Result?](repeating: nil, count: range.count))
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
