import HTTPTypes
import Synchronization

/// How many requests each route had, with which answer, and how long they took: for Prometheus, as text.
final class RequestCounts: Sendable {
    /// Upper ends of the classes of time, milliseconds.
    private static let classes: [Int64] = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000]

    private struct Count {
        var byStatus: [Int: Int] = [:]
        var byClass = [Int](repeating: 0, count: classes.count + 1)
        var microseconds: Int64 = 0
    }

    private let counts = Mutex<[String: Count]>([:])

    /// Notes an answer.
    func note(_ route: Route, _ status: Int, _ taken: Duration) {
        let microseconds = taken.components.seconds * 1_000_000 + taken.components.attoseconds / 1_000_000_000_000
        counts.withLock { counts in
            let name = "\(route.method.rawValue) \(route.path)"
            counts[name, default: Count()].byStatus[status, default: 0] += 1
            let place = Self.classes.firstIndex { microseconds <= $0 * 1000 } ?? Self.classes.count
            counts[name]?.byClass[place] += 1
            counts[name]?.microseconds += microseconds
        }
    }

    /// The counts in the text form of Prometheus, sorted by route.
    /// - Parameter more: further lines.
    func text(_ more: [String]) -> String {
        let known = counts.withLock { $0 }
        var lines = ["# TYPE stepcare_requests_total counter"]
        for (name, count) in known.sorted(by: { $0.key < $1.key }) {
            for (status, number) in count.byStatus.sorted(by: { $0.key < $1.key }) {
                lines.append("stepcare_requests_total{route=\"\(name)\",status=\"\(status)\"} \(number)")
            }
        }
        lines.append("# TYPE stepcare_request_seconds histogram")
        for (name, count) in known.sorted(by: { $0.key < $1.key }) {
            var sum = 0
            for (end, number) in zip(Self.classes, count.byClass) {
                sum += number
                let upper = Double(end) / 1000
                lines.append("stepcare_request_seconds_bucket{route=\"\(name)\",le=\"\(upper)\"} \(sum)")
            }
            sum += count.byClass[Self.classes.count]
            lines.append("stepcare_request_seconds_bucket{route=\"\(name)\",le=\"+Inf\"} \(sum)")
            lines.append("stepcare_request_seconds_sum{route=\"\(name)\"} \(Double(count.microseconds) / 1_000_000)")
            lines.append("stepcare_request_seconds_count{route=\"\(name)\"} \(sum)")
        }
        return (lines + more).joined(separator: "\n") + "\n"
    }
}
