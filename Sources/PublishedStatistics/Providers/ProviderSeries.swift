/// The published figures of one provider, or of England, month by month.
public struct ProviderSeries: Sendable {
    /// A name that a provider had.
    public struct Name: Hashable, Sendable {
        /// The name.
        public let text: String
        /// The first month with it.
        public private(set) var first: PublishedMonth
        /// The last month with it.
        public private(set) var last: PublishedMonth

        mutating func extend(to month: PublishedMonth) {
            first = min(first, month)
            last = max(last, month)
        }
    }

    /// The provider's code; ``PublishedFile/englandCode`` for England.
    public let code: String
    /// The names that it had, by their first month.
    public let names: [Name]
    /// Every month of the file, in order, without a gap.
    public let months: [PublishedMonth]
    /// Codes whose figures are joined into these, because they became this one.
    public let predecessors: [String]
    /// The file, for messages.
    let file: String
    /// By measure and month; NaN for none.
    private var values: [[Double]]
    /// By measure and month, the line of the row; 0 for none.
    private var lines: [[UInt32]]

    init(
        code: String, names: [Name], months: [PublishedMonth], predecessors: [String] = [], file: String,
        rows: ArraySlice<PublishedFile.Row>
    ) {
        self.code = code
        self.names = names.sorted { ($0.first, $0.text) < ($1.first, $1.text) }
        self.months = months
        self.predecessors = predecessors
        self.file = file
        let count = PublishedMeasure.allCases.count
        values = Array(repeating: Array(repeating: .nan, count: months.count), count: count)
        lines = Array(repeating: Array(repeating: 0, count: months.count), count: count)
        guard let first = months.first else { return }
        for row in rows {
            values[row.measure][row.month.number - first.number] = row.value
            lines[row.measure][row.month.number - first.number] = row.line
        }
    }

    /// The present name, or the code if there is none.
    public var name: String { names.max { $0.last < $1.last }?.text ?? code }

    /// The figures of a measure, one for each of ``months``; nil if suppressed or missing.
    public func values(_ measure: PublishedMeasure) -> [Double?] {
        values[Int(measure.rawValue)].map { $0.isNaN ? nil : $0 }
    }

    /// The figure of a month; nil if it is suppressed, missing or outside ``months``.
    public func value(_ measure: PublishedMeasure, in month: PublishedMonth) -> Double? {
        guard let place = place(of: month) else { return nil }
        let value = values[Int(measure.rawValue)][place]
        return value.isNaN ? nil : value
    }

    /// Whether there is a row for a month without a figure.
    public func isSuppressed(_ measure: PublishedMeasure, in month: PublishedMonth) -> Bool {
        guard let place = place(of: month) else { return false }
        return lines[Int(measure.rawValue)][place] > 0 && values[Int(measure.rawValue)][place].isNaN
    }

    /// Whether there is any row for a month.
    public func isPublished(in month: PublishedMonth) -> Bool {
        guard let place = place(of: month) else { return false }
        return lines.contains { $0[place] > 0 }
    }

    /// Appointments attended in a month, on time or late; a suppressed number of late ones, which is under 5, counts 0.
    public func attended(in month: PublishedMonth) -> Double? {
        value(.attendedOnTime, in: month).map { $0 + (value(.attendedLate, in: month) ?? 0) }
    }

    /// The line of the row of a figure, 0 if there is none.
    func line(_ measure: PublishedMeasure, in month: PublishedMonth) -> Int {
        place(of: month).map { Int(lines[Int(measure.rawValue)][$0]) } ?? 0
    }

    private func place(of month: PublishedMonth) -> Int? {
        guard let first = months.first, month >= first, month.number - first.number < months.count else { return nil }
        return month.number - first.number
    }

    /// The same figures in some of the months alone; those outside ``months`` are passed over.
    public func during(_ some: ClosedRange<PublishedMonth>) -> ProviderSeries {
        let places = months.indices.filter { some.contains(months[$0]) }
        var result = ProviderSeries(
            code: code, names: names, months: places.map { months[$0] }, predecessors: predecessors, file: file,
            rows: [])
        result.values = values.map { own in places.map { own[$0] } }
        result.lines = lines.map { own in places.map { own[$0] } }
        return result
    }

    /// Adds the figures of what became this provider: counts add up, means and percentages are weighted.
    ///
    /// A count of which one part is suppressed is nil, unless that part is small (under 10 a month where it is known):
    /// then what is suppressed is next to nothing. A weighted median is not the median of all, only close to it.
    func joined(with others: [ProviderSeries]) -> ProviderSeries {
        guard !others.isEmpty else { return self }
        var result = ProviderSeries(
            code: code, names: names, months: months, predecessors: others.map(\.code), file: file, rows: [])
        let parts = [self] + others
        for measure in PublishedMeasure.allCases {
            let usual = parts.map { part in
                let known = part.values(measure).compactMap { $0 }
                return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
            }
            for (place, month) in months.enumerated() {
                let present = parts.indices.filter { parts[$0].line(measure, in: month) > 0 }
                guard let first = present.first else { continue }
                result.lines[Int(measure.rawValue)][place] = UInt32(parts[first].line(measure, in: month))
                let figure = Self.joint(measure, month, present.map { (parts[$0], usual[$0]) })
                result.values[Int(measure.rawValue)][place] = figure ?? .nan
            }
        }
        return result
    }

    private static func joint(
        _ measure: PublishedMeasure, _ month: PublishedMonth, _ parts: [(series: ProviderSeries, usual: Double)]
    ) -> Double? {
        if parts.count == 1 { return parts[0].series.value(measure, in: month) }
        var sum = 0.0
        var weights = 0.0
        for part in parts {
            let value = part.series.value(measure, in: month)
            if measure.kind.addsUp {
                if value == nil, part.usual >= 10 { return nil }
                sum += value ?? 0
                weights = value == nil ? weights : 1
            } else if let value, let by = measure.weight, let weight = part.series.value(by, in: month) {
                sum += value * weight
                weights += weight
            }
        }
        guard weights > 0 else { return nil }
        return measure.kind.addsUp ? sum : sum / weights
    }
}
