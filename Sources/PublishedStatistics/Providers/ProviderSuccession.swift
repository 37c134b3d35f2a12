/// A provider that went on under another code, or was merged into another.
public struct ProviderSuccession: Hashable, Sendable {
    /// The code that ended.
    public let predecessor: String
    /// The code under which it went on.
    public let successor: String
    /// The first month in which the successor holds its figures.
    public let from: PublishedMonth

    /// A succession.
    public init(predecessor: String, successor: String, from: PublishedMonth) {
        self.predecessor = predecessor
        self.successor = successor
        self.from = from
    }

    /// Successions from January 2021 to March 2025 that the figures themselves show: a code ends, and within two months
    /// another begins, or grows, by about as many referrals, and names or places agree. A code that was passed on twice
    /// stands under each of its successors.
    public static let known: [ProviderSuccession] = [
        entry("RWRG7", "R1L", 2021, 4), entry("RYK14", "TAJ86", 2021, 4), entry("RTV", "RW4", 2021, 6),
        entry("RWRRG", "NWC08", 2021, 7), entry("NWX08", "RX2", 2022, 6), entry("RTD", "C2J4D", 2022, 8),
        entry("RWK4C", "RQY58", 2022, 12), entry("RVNCG", "RVN", 2023, 4), entry("NDC08", "S5F7C", 2023, 4),
        entry("NDC09", "S5F7C", 2023, 4), entry("NDC13", "S5F7C", 2023, 4), entry("NDC18", "S5F7C", 2023, 4),
        entry("RDYLK", "RDY", 2023, 6), entry("TAJ86", "TAJ", 2023, 10), entry("RYK14", "TAJ", 2023, 10),
        entry("8J766", "E0W9O", 2024, 4), entry("AJA", "E0W9O", 2024, 4), entry("NDC07", "E0W9O", 2024, 4),
        entry("NDC16", "E0W9O", 2024, 4), entry("NI382", "E0W9O", 2024, 4), entry("NIW", "E0W9O", 2024, 4),
        entry("NKT", "E0W9O", 2024, 4), entry("NWC10", "E0W9O", 2024, 4), entry("TAF90", "M4P2I", 2024, 5),
        entry("RYK", "TAJ", 2024, 8), entry("R1C", "RW1", 2024, 10), entry("R1F", "RW1", 2024, 10),
        entry("RRPJ3", "G6V2S", 2024, 11), entry("RRPJ4", "G6V2S", 2024, 11), entry("TAF87", "G6V2S", 2024, 11),
        entry("TAF88", "G6V2S", 2024, 11),
    ].compactMap { $0 }

    private static func entry(_ predecessor: String, _ successor: String, _ year: Int, _ month: Int) -> Self? {
        PublishedMonth(year: year, month: month).map {
            ProviderSuccession(predecessor: predecessor, successor: successor, from: $0)
        }
    }
}

extension PublishedFile {
    /// Codes that end before the file does and what may have become of them, by volume alone: for a person to judge.
    ///
    /// For each code that ends, those that begin within two months, or whose referrals in the three months after its
    /// end exceed those of the three before by at least half of its own; the closest in volume first.
    /// - Parameter leastReferrals: a month, in the last three of the code that ends; below that nothing can be told.
    public func successionCandidates(leastReferrals: Double = 100) -> [ProviderSuccession] {
        let all = organisations.map { plainSeries(of: $0) }
        let spans = all.map { series in
            let known = series.months.filter { series.value(.referrals, in: $0) != nil }
            return (first: known.first, last: known.last)
        }
        var found: [ProviderSuccession] = []
        for (place, series) in all.enumerated() {
            guard let end = spans[place].last, end < lastMonth, end + 3 <= lastMonth,
                let volume = Self.mean(series, end - 2, 3), volume >= leastReferrals
            else { continue }
            var candidates: [(code: String, from: PublishedMonth, distance: Double)] = []
            for (other, begin) in zip(all, spans.map(\.first)) where other.code != series.code {
                guard let begin, begin <= end + 3, let after = Self.mean(other, end + 1, 3) else { continue }
                let before = begin > end ? 0 : Self.mean(other, end - 2, 3) ?? 0
                let gain = after - before
                guard gain >= volume / 2, begin > end || gain <= 2 * volume else { continue }
                candidates.append((other.code, max(begin, end + 1), abs(gain - volume)))
            }
            candidates.sort { ($0.distance, $0.code) < ($1.distance, $1.code) }
            found += candidates.prefix(3).map {
                ProviderSuccession(predecessor: series.code, successor: $0.code, from: $0.from)
            }
        }
        return found
    }

    private static func mean(_ series: ProviderSeries, _ first: PublishedMonth, _ count: Int) -> Double? {
        let known = (0..<count).compactMap { series.value(.referrals, in: first + $0) }
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }
}
