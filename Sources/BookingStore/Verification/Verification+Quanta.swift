import CareModel
import GRDB

extension Verification {
    /// A run of keys, and who should have them.
    private struct Run {
        var first: Int64
        var count: Int64
        var holder: Int64
    }

    /// The quanta are those of the standing appointments and the holds that have not ended, and no others (BK-1). What
    /// there should be is worked out from the fold, not from the table.
    mutating func checkQuanta() throws {
        let runs = try expectedRuns()
        var index = 0
        var position: Int64 = 0
        var faults = 0
        var rows = 0
        let cursor = try Row.fetchCursor(database, sql: "SELECT key, holder FROM kept.quanta ORDER BY key")
        while let row = try cursor.next(), faults < VerificationReport.most {
            let key: Int64 = row[0]
            let holder: Int64 = row[1]
            rows += 1
            while index < runs.count, runs[index].first + position < key {
                faults += 1
                report(runs[index].first + position, "should be taken by", runs[index].holder)
                advance(&index, &position, runs)
            }
            guard index < runs.count, runs[index].first + position == key else {
                faults += 1
                report(key, "should be free, not taken by", holder)
                continue
            }
            if runs[index].holder != holder {
                faults += 1
                report(key, "should be taken by \(TimeHolder(code: runs[index].holder)), not by", holder)
            }
            advance(&index, &position, runs)
        }
        while index < runs.count, faults < VerificationReport.most {
            faults += 1
            report(runs[index].first + position, "should be taken by", runs[index].holder)
            advance(&index, &position, runs)
        }
        report.counts.append(VerificationReport.Count(table: "quanta", rows: rows))
    }

    private mutating func report(_ key: Int64, _ detail: String, _ holder: Int64) {
        let place = "\(QuantumKey.resource(of: key)) at \(QuantumKey.start(of: key))"
        add("quanta", place, "\(detail) \(TimeHolder(code: holder))")
    }

    private func advance(_ index: inout Int, _ position: inout Int64, _ runs: [Run]) {
        position += 1
        if position == runs[index].count {
            index += 1
            position = 0
        }
    }

    /// The runs in the order of their keys. Two that overlap are a double booking in the log itself, and show as
    /// differences.
    private mutating func expectedRuns() throws -> [Run] {
        var runs: [Run] = []
        let appointments = try Row.fetchCursor(
            database, sql: "SELECT appointment, \(Placement.columns) FROM main.appointments WHERE status = 0")
        while let row = try appointments.next() { try append(row, sign: 1, to: &runs) }
        let holds = try Row.fetchCursor(
            database, sql: "SELECT hold, \(Placement.columns) FROM main.holds WHERE outcome IS NULL")
        while let row = try holds.next() { try append(row, sign: -1, to: &runs) }
        runs.sort { $0.first < $1.first }
        for (one, next) in zip(runs, runs.dropFirst()) where one.first + one.count > next.first {
            report(next.first, "is taken by \(TimeHolder(code: one.holder)) and by", next.holder)
            if report.differences.count >= VerificationReport.most { break }
        }
        return runs
    }

    private func append(_ row: Row, sign: Int64, to runs: inout [Run]) throws {
        var columns = ColumnReader(row)
        let holder = sign * columns.integer()
        let placement = try Placement(&columns)
        let (first, count) = try placement.quanta()
        for resource in placement.resources {
            guard let day = QuantumKey.first(of: resource, on: placement.start.day) else { continue }
            runs.append(Run(first: day + first, count: Int64(count), holder: holder))
        }
    }
}
