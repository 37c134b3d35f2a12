import CareModel
import GRDB

/// One verification: the log of the database `kept`, folded anew into the main database, and the two compared.
struct Verification {
    let database: Database
    var report = VerificationReport()

    mutating func run() throws {
        try foldAnew()
        try checkStructure()
        for (table, key) in Schema.projections { try compare(table, key: key) }
        try checkHolds()
        try checkQuanta()
    }

    mutating func add(_ table: String, _ key: String, _ detail: String) {
        report.differences.append(VerificationReport.Difference(table: table, key: key, detail: detail))
    }

    private mutating func foldAnew() throws {
        let projector = Projector(database: database, claimsTime: false)
        let coder = PayloadCoder()
        let cursor = try Row.fetchCursor(database, sql: LogTable.select + " ORDER BY sequence")
        while let row = try cursor.next() {
            let sequence: Int64 = row[0]
            report.entries += 1
            if sequence != Int64(report.entries) { add("log", "\(sequence)", "an entry before it is missing") }
            do {
                let entry = try LogTable.entry(row, coder)
                let subject: Int64? = row[7]
                if try entry.event.stored.subject(in: projector) != subject {
                    add("log", "\(sequence)", "is about another person")
                }
                try projector.apply(entry)
            } catch let error as StoreError {
                add("log", "\(sequence)", "cannot be folded: \(error)")
                if report.differences.count >= VerificationReport.most { return }
            }
        }
    }

    private mutating func checkStructure() throws {
        let faults = try String.fetchAll(
            database, sql: "PRAGMA kept.integrity_check(\(VerificationReport.most))")
        for fault in faults where fault != "ok" { add("file", "", fault) }
        let references = try Row.fetchAll(database, sql: "PRAGMA kept.foreign_key_check")
        for row in references.prefix(VerificationReport.most) {
            let table: String = row[0]
            let number: Int64? = row[1]
            let other: String = row[2]
            add(table, number.map(String.init) ?? "", "refers to a row of \(other) that is not there")
        }
    }

    /// Compares a table with its fold, row by row along the key.
    private mutating func compare(_ table: String, key: [String]) throws {
        let columns = try database.columns(in: table).map(\.name)
        let keys = key.map { "kept.\($0) = anew.\($0)" }.joined(separator: " AND ")
        let shown = { (side: String) in "'' || " + key.map { "\(side).\($0)" }.joined(separator: " || ' ' || ") }
        let same = columns.map { "kept.\($0) IS NOT anew.\($0)" }.joined(separator: " OR ")
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM kept.\(table)") ?? 0
        report.counts.append(VerificationReport.Count(table: table, rows: count))
        let extra = try String.fetchAll(
            database,
            sql: """
                SELECT \(shown("kept")) FROM kept.\(table) AS kept LEFT JOIN main.\(table) AS anew ON \(keys)
                WHERE anew.\(key[0]) IS NULL LIMIT \(VerificationReport.most)
                """)
        for key in extra { add(table, key, "is not what the log says: the log has no such row") }
        let lost = try String.fetchAll(
            database,
            sql: """
                SELECT \(shown("anew")) FROM main.\(table) AS anew LEFT JOIN kept.\(table) AS kept ON \(keys)
                WHERE kept.\(key[0]) IS NULL LIMIT \(VerificationReport.most)
                """)
        for key in lost { add(table, key, "is missing: the log has it") }
        let changed = try Row.fetchAll(
            database,
            sql: """
                SELECT \(shown("kept")), * FROM kept.\(table) AS kept JOIN main.\(table) AS anew ON \(keys)
                WHERE \(same) LIMIT \(VerificationReport.most)
                """)
        for row in changed { add(table, row[0], "differs from the log in \(differing(row, columns))") }
    }

    private func differing(_ row: Row, _ columns: [String]) -> String {
        let different = columns.indices.filter { index in
            let kept: DatabaseValue = row[1 + index]
            let anew: DatabaseValue = row[1 + columns.count + index]
            return kept != anew
        }
        return different.map { columns[$0] }.joined(separator: ", ")
    }

    /// Each hold ended at most once, and as the table says (BK-4).
    private mutating func checkHolds() throws {
        let twice = try Int64.fetchAll(
            database,
            sql: """
                SELECT payload ->> 'hold' AS hold FROM kept.log WHERE kind = 'holdEnded'
                GROUP BY hold HAVING count(*) > 1 LIMIT \(VerificationReport.most)
                """)
        for hold in twice { add("holds", "\(hold)", "ended more than once") }
        let unbooked = try Int64.fetchAll(
            database,
            sql: """
                SELECT hold FROM kept.holds AS held WHERE outcome = \(HoldOutcome.confirmed.rawValue)
                AND hold NOT IN (SELECT hold FROM kept.appointments WHERE hold IS NOT NULL)
                LIMIT \(VerificationReport.most)
                """)
        for hold in unbooked { add("holds", "\(hold)", "was confirmed, but nothing was booked") }
    }
}
