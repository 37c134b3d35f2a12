import Foundation
import PublishedStatistics

extension Trust {
    private static let columns =
        "figure,referrals,span,growth,own,low90,low50,high50,high90,errors,services,origins,furthest"

    /// The rows of a way as text: a line with version, way and last month, one with the columns, one for each row.
    public func table(of way: Way) -> String {
        var text = "stepcare-trust,\(Self.version),\(way.rawValue),\(learnedUntil)\n\(Self.columns)\n"
        for row in rows where row.way == way {
            let numbers = [row.growth, row.own, row.low90, row.low50, row.high50, row.high90]
            let counts = [row.errors, row.services, row.origins, row.furthest]
            let cells =
                [row.figure.rawValue, String(row.size.leastReferrals), row.kind.rawValue]
                + numbers.map { String(format: "%.4f", $0) } + counts.map { String($0) }
            text += cells.joined(separator: ",") + "\n"
        }
        return text
    }

    /// Reads tables that were written so; nil if one is not whole, is of another version or of another month.
    public init?(tables: [String]) {
        var rows: [TrustRow] = []
        var until: [PublishedMonth] = []
        for table in tables {
            let lines = table.split(separator: "\n").map { String($0) }
            let head = (lines.first ?? "").split(separator: ",").map { String($0) }
            guard lines.count >= 2, head.count == 4, head[0] == "stepcare-trust", head[1] == String(Self.version),
                let way = Way(rawValue: head[2]), let month = PublishedMonth(head[3]), lines[1] == Self.columns
            else { return nil }
            until.append(month)
            for line in lines.dropFirst(2) {
                guard let row = TrustRow(line, way: way) else { return nil }
                rows.append(row)
            }
        }
        guard let month = until.first, until.allSatisfy({ $0 == month }) else { return nil }
        self.init(learnedUntil: month, rows: rows)
    }

    /// What the program comes with, learned from the national statistics.
    public static let ofProgram: Trust = {
        let tables = [LearnedPublished.table, LearnedPublishedAndSimulated.table, LearnedLevel.table]
        guard let trust = Trust(tables: tables) else { preconditionFailure("the tables of the program are whole") }
        return trust
    }()
}

extension TrustRow {
    /// Reads a line of a table.
    fileprivate init?(_ line: String, way: Trust.Way) {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        guard cells.count == 13, let figure = MonthlyFigures.Figure(rawValue: cells[0]),
            let size = ServiceSize.allCases.first(where: { String($0.leastReferrals) == cells[1] }),
            let kind = SpanAhead.Kind(rawValue: cells[2])
        else { return nil }
        let numbers = cells[3...8].compactMap { Double($0) }.filter { $0.isFinite }
        let counts = cells[9...12].compactMap { Int($0) }
        guard numbers.count == 6, counts.count == 4, numbers[0] >= 0, (0...1).contains(numbers[1]),
            numbers[2] <= numbers[3], numbers[3] <= numbers[4], numbers[4] <= numbers[5], counts.allSatisfy({ $0 >= 0 })
        else { return nil }
        self.init(
            way: way, figure: figure, kind: kind, size: size, low90: numbers[2], low50: numbers[3],
            high50: numbers[4], high90: numbers[5], growth: numbers[0], own: numbers[1], errors: counts[0],
            services: counts[1],
            origins: counts[2], furthest: counts[3])
    }
}
