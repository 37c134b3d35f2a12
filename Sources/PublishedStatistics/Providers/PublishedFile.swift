public import CareModel

/// A file of NHS England's monthly talking-therapy statistics, with what is needed of it in memory.
///
/// Rows of England and of providers, of the measures of ``PublishedMeasure``; all others are passed over while reading.
/// About 24 bytes a row that is kept.
public struct PublishedFile: Sendable {
    /// A figure, or the fact that one was kept back.
    struct Row {
        /// Organisation, measure and month, to sort by.
        var key: UInt64
        /// The line, from 1.
        var line: UInt32
        /// NaN if it was kept back.
        var value: Double

        init(organisation: Int, measure: PublishedMeasure, month: PublishedMonth, line: Int, value: Double) {
            key = UInt64(organisation) << 24 | UInt64(measure.rawValue) << 16 | UInt64(month.number)
            self.line = UInt32(clamping: line)
            self.value = value
        }

        var organisation: Int { Int(key >> 24) }
        var measure: Int { Int(key >> 16 & 0xFF) }
        var month: PublishedMonth { PublishedMonth(number: Int(key & 0xFFFF)) }
    }

    /// England, or a provider.
    struct Organisation {
        /// The provider's code; `England` for England.
        var code: String
        /// The names that it had.
        var names: [ProviderSeries.Name]
        /// Where its rows lie.
        var rows: Range<Int>
    }

    /// The code by which the figures of England as a whole go here.
    public static let englandCode = "England"

    /// The path that was read.
    public let path: String
    /// The first month with a figure.
    public let firstMonth: PublishedMonth
    /// The last month with a figure.
    public let lastMonth: PublishedMonth
    /// What somebody should know about the file: measures that were renamed, rows that disagree.
    public let warnings: [FileFault]
    /// The rows that disagree, by the code of their provider.
    let disagreements: [(code: String, fault: FileFault)]
    /// By code, ascending, without England.
    let organisations: [Organisation]
    let nation: Organisation?
    let rows: [Row]

    /// Reads a file, plain or gzip; O(bytes).
    /// - Throws: ``PublishedError``: everything that is wrong with the file.
    public init(path: String) throws(PublishedError) {
        self.path = path
        var reader = PublishedReader(path: path)
        try reader.read()
        var rows = reader.rows
        rows.sort { ($0.key, $0.line) < ($1.key, $1.line) }
        disagreements = Self.removeDuplicates(&rows, path: path, codes: reader.codes)
        warnings = reader.warnings + disagreements.map(\.fault)
        var all: [Organisation] = []
        var start = 0
        var months = (first: Int.max, last: Int.min)
        while start < rows.count {
            let number = rows[start].organisation
            var end = start
            while end < rows.count, rows[end].organisation == number {
                months = (min(months.first, rows[end].month.number), max(months.last, rows[end].month.number))
                end += 1
            }
            all.append(Organisation(code: reader.codes[number], names: reader.names[number], rows: start..<end))
            start = end
        }
        nation = all.first { $0.code == Self.englandCode }
        organisations = all.filter { $0.code != Self.englandCode }.sorted { $0.code < $1.code }
        firstMonth = PublishedMonth(number: months.first)
        lastMonth = PublishedMonth(number: months.last)
        self.rows = rows
        guard !organisations.isEmpty else {
            throw .faults([
                FileFault(
                    file: path, key: "GROUP_TYPE", message: "no row is about a provider and a measure that is known",
                    allowed: "rows with GROUP_TYPE Provider; the file has \(reader.groupNames)")
            ])
        }
    }

    /// The codes of all providers, ascending.
    public var codes: [String] { organisations.map(\.code) }

    /// The months from the first to the last.
    public var months: [PublishedMonth] {
        (firstMonth.number...lastMonth.number).map { PublishedMonth(number: $0) }
    }

    /// How many rows that disagree are told one by one.
    private static let mostDisagreements = 200

    /// Keeps the later of two rows for one figure, and says where they disagree.
    private static func removeDuplicates(
        _ rows: inout [Row], path: String, codes: [String]
    ) -> [(code: String, fault: FileFault)] {
        var faults: [(code: String, fault: FileFault)] = []
        var kept = 0
        for index in rows.indices {
            let row = rows[index]
            guard kept > 0, rows[kept - 1].key == row.key else {
                rows[kept] = row
                kept += 1
                continue
            }
            let before = rows[kept - 1]
            let isSame = before.value == row.value || (before.value.isNaN && row.value.isNaN)
            let mayTell = !isSame && faults.count < mostDisagreements
            if mayTell, let measure = PublishedMeasure(rawValue: UInt8(row.measure)) {
                let code = codes[row.organisation]
                let what = "\(code) has two figures for \(row.month): \(words(before.value)) on line \(before.line)"
                let fault = FileFault(
                    .warning, file: path, line: Int(row.line), key: measure.name,
                    message: what + ", \(words(row.value)) here", allowed: "one figure a month; the later row counts")
                faults.append((code, fault))
            }
            rows[kept - 1] = row
        }
        rows.removeLast(rows.count - kept)
        return faults
    }

    /// A figure as a message writes it.
    static func words(_ value: Double) -> String {
        if value.isNaN { return "suppressed" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
