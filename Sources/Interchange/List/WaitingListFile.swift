public import BookingStore
public import CareModel
public import Foundation

/// A waiting list as a service has it: one file, a row a person, with whatever columns it has.
///
/// Names of columns are matched generously, days are read as all agree, and what is missing is assumed and said.
public struct WaitingListFile: Sendable {
    /// The people, their places and their appointments, as tables have them.
    public private(set) var tables = ServiceTables()
    /// What was passed over, and what was assumed, a sentence each.
    public private(set) var notes: [String] = []
    /// Rows that were not taken, as a file with a last column that says why; empty if all were.
    public private(set) var rejects: [(name: String, text: String)] = []
    /// How many rows were not taken.
    public private(set) var rejectedRows = 0

    /// Reads a list.
    /// - Parameters:
    ///   - teams: what the teams are called.
    ///   - clinicians: who works there, by index.
    ///   - now: the present minute.
    ///   - acceptValid: whether good rows are taken when others are bad.
    /// - Throws: ``InterchangeError/faults(_:)`` with everything that is wrong;
    ///   ``InterchangeError/cannotAccess(_:_:)``.
    public init(
        _ path: String, teams: TeamNames, clinicians: [ClinicianDetails], now: CivilMinute, acceptValid: Bool = false
    ) throws(InterchangeError) {
        guard let bytes = try FileSet.read(path) else { throw .cannotAccess(path, "there is no such file") }
        try self.init(
            named: path, bytes: bytes, teams: teams, clinicians: clinicians, now: now, acceptValid: acceptValid)
    }

    /// Reads a list that is at hand.
    /// - Parameters:
    ///   - path: what faults call it.
    ///   - isCounted: whether its people are counted only, and none is brought in: whoever is in treatment is counted
    ///     so, though nobody is known who holds them.
    public init(
        named path: String, bytes: Data, teams: TeamNames, clinicians: [ClinicianDetails], now: CivilMinute,
        acceptValid: Bool = false, isCounted: Bool = false
    ) throws(InterchangeError) {
        let records = try ListRecords(path: path, bytes: bytes, teams: teams)
        let old = TeamsFromZero.names(teams, cells: records.rows.map { records.text($0, .team) })
        var reader = ListReader(records, teams: old?.teams ?? teams, clinicians: clinicians, now: now)
        var people = records.rows.indices.map { reader.person($0) }
        ListChecks.assumeTimes(&people, now)
        ListChecks.findTwice(people, &reader)
        ListChecks.findTaken(people, clinicians, &reader)
        let faults = reader.faults.flatMap { $0 }
        guard faults.isEmpty || acceptValid else { throw .faults(faults) }
        var places = ListPlaces(
            now: now, hasState: records.has(.state), clinicians: clinicians, isCounted: isCounted)
        for (index, person) in people.enumerated() where reader.faults[index].isEmpty { places.add(person) }
        guard !places.tables.people.isEmpty || !faults.isEmpty else {
            throw .faults([
                FileFault(
                    file: path, line: records.headerLine, column: 1, key: "", message: "nobody is on the list",
                    allowed: "a row for each person below the names of the columns")
            ])
        }
        tables = places.tables
        notes =
            records.notes + (old.map { [$0.note.prefix(1).uppercased() + $0.note.dropFirst() + "."] } ?? [])
            + places.notes(filledDown: reader.filledDown, records)
        reject(records, reader.faults)
    }

    private mutating func reject(_ records: ListRecords, _ faults: [[FileFault]]) {
        let rejected = records.rows.indices.filter { !faults[$0].isEmpty }
        guard !rejected.isEmpty else { return }
        rejectedRows = rejected.count
        let lines = rejected.map { index in
            let cells = records.rows[index].fields.map(\.text)
            let padding = [String](repeating: "", count: max(0, records.header.count - cells.count))
            return CSVText.line(cells + padding + [faults[index].map(\.reason).joined(separator: "; ")])
        }
        rejects = [
            ("waiting-list.rejects.csv", CSVText.line(records.header + ["rejected-because"]) + lines.joined())
        ]
    }
}

/// What rows of a list must be beside each other.
enum ListChecks {
    /// Nobody is on the list twice by the NHS number.
    static func findTwice(_ people: [ListPerson], _ reader: inout ListReader) {
        var lines: [String: Int] = [:]  // lookup only
        for (index, person) in people.enumerated() {
            guard let number = person.identity.nhsNumber else { continue }
            let line = reader.records.rows[index].line
            if let first = lines[number] {
                reader.fail(index, .nhsNumber, "\(number) is there twice, first on line \(first)", "each person once")
            } else {
                lines[number] = line
            }
        }
    }

    /// Appointments of which the list says the day alone are put on the hours of the clinician's day that are free.
    static func assumeTimes(_ people: inout [ListPerson], _ now: CivilMinute) {
        var taken: [Int32: [Range<Int64>]] = [:]  // lookup only
        func range(_ start: CivilMinute) -> Range<Int64> { start.minutes..<start.minutes + Int64(ListPlaces.minutes) }
        for person in people where !person.isTimeAssumed {
            if let start = person.appointment, let clinician = person.clinician {
                taken[clinician, default: []].append(range(start))
            }
        }
        for index in people.indices where people[index].isTimeAssumed {
            guard let day = people[index].appointment?.day, let clinician = people[index].clinician else { continue }
            let hours = stride(from: CellKind.startOfDay, through: 1260, by: 60)
            let free = hours.map { CivilMinute(day: day, minuteOfDay: $0) }.first { start in
                start > now && !taken[clinician, default: []].contains { $0.overlaps(range(start)) }
            }
            guard let free else { continue }
            people[index].appointment = free
            taken[clinician, default: []].append(range(free))
        }
    }

    /// No clinician has two appointments at a time, each is at a time that can be booked (BK-1).
    static func findTaken(_ people: [ListPerson], _ clinicians: [ClinicianDetails], _ reader: inout ListReader) {
        var taken: [Int32: [(range: Range<Int64>, line: Int)]] = [:]  // lookup only
        for (index, person) in people.enumerated() {
            guard let start = person.appointment, start > reader.now, let clinician = person.clinician else { continue }
            let minutes = Int64(ListPlaces.minutes)
            let range = start.minutes..<start.minutes + minutes
            if start.minuteOfDay % 5 != 0 || start.minuteOfDay < 360 || start.minuteOfDay + Int(minutes) > 1320 {
                reader.fail(
                    index, .appointment, "\(start) cannot be booked",
                    "a multiple of five minutes, from 06:00 and \(minutes) minutes before 22:00")
            } else if start.day > reader.now.day + 360 {
                reader.fail(
                    index, .appointment, "\(start) is more than a year ahead", "a day to \(reader.now.day + 360)")
            } else if let other = taken[clinician, default: []].first(where: { $0.range.overlaps(range) }) {
                reader.fail(
                    index, .appointment, "clinician \(clinician) is taken at \(start) by line \(other.line)",
                    "a time at which nobody is booked twice")
            }
            taken[clinician, default: []].append((range, reader.records.rows[index].line))
        }
    }
}
