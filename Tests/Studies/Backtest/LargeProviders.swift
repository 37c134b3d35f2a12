import PublishedStatistics

/// Who is large enough to be compared: what is tested does not choose who is tested.
enum LargeProviders {
    /// Providers with more than 4,000 referrals in the year before a month, by code; those that became others are of
    /// these.
    static func codes(_ file: PublishedFile, before first: PublishedMonth) throws -> [String] {
        let gone = ProviderSuccession.known.map(\.predecessor)
        return try file.codes.filter { code in
            guard !gone.contains(code) else { return false }
            let series = try file.series(of: code)
            return (1...12).reduce(0.0) { $0 + (series.value(.referrals, in: first - $1) ?? 0) } > 4000
        }
    }
}
