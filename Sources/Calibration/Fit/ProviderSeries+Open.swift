import PublishedStatistics

extension ProviderSeries {
    /// Whether referrals were published of one of the three months until a given one.
    func isOpen(at until: PublishedMonth) -> Bool {
        (0..<3).contains { value(.referrals, in: until - $0) != nil }
    }

    /// - Throws: ``NotEstimable`` if it is not.
    func checkOpen(at until: PublishedMonth) throws(NotEstimable) {
        guard !isOpen(at: until) else { return }
        let last = (3..<120).first { value(.referrals, in: until - $0) != nil }.map { until - $0 }
        let since = last.map { "since \($0)" } ?? "before \(until)"
        throw NotEstimable(
            "no referrals are published of it \(since): it has ended, or goes on under another code, and is no service "
                + "to be fitted until \(until)")
    }
}
