import Foundation

/// How often ranges of 90% held in years that have passed, each forecast from the months before it alone.
public struct TrustCover: Hashable, Sendable {
    /// Services whose years were forecast: the mean of the years.
    public let services: Int
    /// Years that were forecast.
    public let years: Int
    /// The share of months, quarters and years within their ranges, 0 … 1.
    public let shares: [SpanAhead.Kind: Double]

    /// - Parameter trials: of the years.
    /// - Returns: nil if the method was not tried in any.
    public init?(_ trials: [ForecastTrial], method: String) {
        let lines = trials.map { $0.lines.filter { $0.method == method } }.filter { !$0.isEmpty }
        guard !lines.isEmpty else { return nil }
        services = lines.reduce(0) { $0 + ($1.map(\.providers).max() ?? 0) } / lines.count
        years = lines.count
        var shares: [SpanAhead.Kind: Double] = [:]
        for kind in SpanAhead.Kind.allCases {
            let all = lines.joined().compactMap { $0.cover[kind] }
            let spans = all.reduce(0) { $0 + $1.spans }
            guard spans > 0 else { return nil }
            shares[kind] = Double(all.reduce(0) { $0 + $1.within }) / Double(spans)
        }
        self.shares = shares
    }

    /// A line of the table in the program: `way,services,years,months,quarters,years within`.
    public func line(of way: Trust.Way) -> String {
        let words = SpanAhead.Kind.allCases.map { kind -> String in
            let share = shares[kind] ?? 0
            return String(format: "%.4f", share)
        }
        return "\(way.rawValue),\(services),\(years)," + words.joined(separator: ",")
    }

    /// Reads such a line.
    init?(_ line: String, way: Trust.Way) {
        let cells = line.split(separator: ",").map { String($0) }
        guard cells.count == 6, cells[0] == way.rawValue, let services = Int(cells[1]), let years = Int(cells[2])
        else { return nil }
        let numbers = cells[3...].compactMap { Double($0) }
        guard services > 0, years > 0, numbers.count == 3, numbers.allSatisfy({ (0...1).contains($0) }) else {
            return nil
        }
        (self.services, self.years) = (services, years)
        shares = Dictionary(uniqueKeysWithValues: zip(SpanAhead.Kind.allCases, numbers))
    }
}

extension TrustCover {
    /// What the ranges of the program's own table held, by how a forecast is made; nil where that was not tried.
    public static func ofProgram(_ way: Trust.Way) -> TrustCover? {
        LearnedCover.table.split(separator: "\n").lazy.compactMap { TrustCover(String($0), way: way) }.first
    }
}
