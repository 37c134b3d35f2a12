import CareModel

/// What a reader must know of waits that are counted only so far.
enum LongWaitWords {
    /// The sentences that rows call for, by their measures and their largest values.
    static func sentences(_ rows: [(measure: String, unit: String, largest: Double)]) -> [String] {
        var sentences: [String] = []
        if rows.contains(where: { withWaiting.contains($0.measure) }) {
            sentences.append("With those who still wait: a middle that is not reached counts as the longest wait seen.")
        }
        if rows.contains(where: { isCut($0.measure, unit: $0.unit, largest: $0.largest) }) {
            sentences.append("A middle or “9 in 10 by” of \(LongestWait.days) days is \(LongestWait.days) or more.")
        }
        return sentences
    }

    /// Whether some run's number is the longest wait that is told apart: the number is that or more.
    static func isCut(_ row: MeasureSummary) -> Bool {
        isCut(row.measure, unit: row.unit, largest: row.p95.isFinite ? row.p95 : row.mean)
    }

    private static func isCut(_ measure: String, unit: String, largest: Double) -> Bool {
        counted.contains(measure) && unit == MeasureUnit.days.rawValue && largest >= Double(LongestWait.days)
    }

    /// The measures that are read off a distribution, whose names have no limit in them.
    private static let counted = names { $0.isCounted }
    private static let withWaiting = names { $0.section == .withWaiting }

    private static func names(_ isMeant: (Measure) -> Bool) -> Set<String> {
        Set(Measure.rows.filter(isMeant).map { $0.name(Standards()) })
    }
}
