import BookingStore
public import CareModel
import Foundation

/// Tables that were read, and what was not taken.
public struct ReadTables: Sendable {
    /// The tables: everything, or what is good of it.
    public var tables: ServiceTables
    /// For each file that had bad rows its name with `.rejects.csv` at the end, and those rows with a last column that
    /// says why.
    public var rejects: [(name: String, text: String)]
    /// Rows that were not taken.
    public var rejectedRows: Int
    /// Everything that was wrong, by file, line and column.
    public var faults: [FileFault]

    /// Writes the files of rejected rows into a folder.
    /// - Throws: ``InterchangeError/cannotAccess(_:_:)``.
    public func writeRejects(to folder: String) throws(InterchangeError) { try FileSet.write(rejects, to: folder) }
}

extension ServiceTables {
    /// Reads the files of a folder.
    /// - Parameters:
    ///   - acceptValid: whether the good rows are taken when others are bad. A row that refers to a rejected
    ///   one is rejected too. What is wrong with a whole file, with a team or with a clinician is never passed over:
    ///   the others would have to be numbered anew.
    ///   - now: the present minute, after which nothing can have happened; nil if that does not matter.
    ///   - named: what else the teams are called, by index.
    /// - Throws: ``InterchangeError/faults(_:)`` with everything that is wrong, unless the good rows are to be taken;
    ///   ``InterchangeError/cannotAccess(_:_:)``.
    public static func read(
        _ folder: String, acceptValid: Bool = false, now: CivilMinute? = nil, teams named: TeamNames = TeamNames([])
    ) throws(InterchangeError) -> ReadTables {
        var teams: TableFile<TeamRow> = try open(folder)
        let names = teams.number(from: named)
        return try checked(
            TableFiles(
                teams: teams, clinicians: try open(folder, names), availability: try open(folder),
                absences: try open(folder), people: try open(folder, names), episodes: try open(folder),
                appointments: try open(folder), rooms: try open(folder, names, isOptional: true),
                firstTeamNumber: names.firstNumber),
            acceptValid: acceptValid, now: now)
    }

    /// Files that were read, checked.
    static func checked(
        _ files: TableFiles, acceptValid: Bool, now: CivilMinute?
    ) throws(InterchangeError) -> ReadTables {
        var files = files
        var check = TableCheck(acceptValid: acceptValid, now: now)
        check.run(&files)
        let faults = files.allFaults
        if !faults.isEmpty, !acceptValid || files.hasFaultyFrame { throw InterchangeError.faults(faults) }
        return ReadTables(
            tables: files.tables, rejects: files.rejects, rejectedRows: files.rejectedRows, faults: faults)
    }

    private static func open<Row: TableRow>(
        _ folder: String, _ teams: TeamNames = TeamNames([]), isOptional: Bool = false
    ) throws(InterchangeError) -> TableFile<Row> {
        let path = folder + "/" + Row.fileName
        guard let bytes = try FileSet.read(path) else {
            if isOptional { return TableFile(path: path, bytes: Array(TableFile<Row>.text([], teams).utf8)) }
            var file = TableFile<Row>(path: path, bytes: [])
            file.faults = [
                FileFault(
                    file: path, line: 1, column: 1, key: "", message: "the file is not there",
                    allowed: "the names of its columns alone, if it has no rows")
            ]
            return file
        }
        return TableFile(path: path, bytes: bytes, teams: teams)
    }
}

/// The files of a folder as they were read.
struct TableFiles {
    var teams: TableFile<TeamRow>
    var clinicians: TableFile<ClinicianRow>
    var availability: TableFile<AvailabilityRow>
    var absences: TableFile<AbsenceRow>
    var people: TableFile<PersonRow>
    var episodes: TableFile<EpisodeRow>
    var appointments: TableFile<AppointmentRow>
    var rooms: TableFile<RoomRow>
    /// What number the first team has in the tables.
    var firstTeamNumber = 1
    /// People whose first appointment is not taken with the rest: they wait for another.
    var lostBookings: [Int64] = []
    var placeholders = 0

    /// Whether something is wrong with a whole file.
    var isUnreadable: Bool { !unreadableNames.isEmpty }

    /// The names of the files with which something is wrong as a whole.
    var unreadableNames: [String] {
        let faults = [
            (TeamRow.fileName, teams.faults), (ClinicianRow.fileName, clinicians.faults),
            (AvailabilityRow.fileName, availability.faults), (AbsenceRow.fileName, absences.faults),
            (PersonRow.fileName, people.faults), (EpisodeRow.fileName, episodes.faults),
            (AppointmentRow.fileName, appointments.faults), (RoomRow.fileName, rooms.faults),
        ]
        return faults.filter { !$0.1.isEmpty }.map(\.0)
    }

    /// Whether what the others are numbered by is faulty: a whole file, a team, a clinician or a room.
    var hasFaultyFrame: Bool {
        isUnreadable || !teams.allFaults.isEmpty || !clinicians.allFaults.isEmpty || !rooms.allFaults.isEmpty
    }

    /// Every fault, by file and place.
    var allFaults: [FileFault] {
        teams.allFaults + clinicians.allFaults + availability.allFaults + absences.allFaults + people.allFaults
            + episodes.allFaults + appointments.allFaults + rooms.allFaults
    }

    /// The good rows, in the order in which tables are exported.
    var tables: ServiceTables {
        var tables = ServiceTables()
        tables.teams = teams.good.sorted { $0.team < $1.team }
        tables.clinicians = clinicians.good.sorted { $0.details.clinician < $1.details.clinician }
        tables.availability = availability.good.sorted { $0.order.lexicographicallyPrecedes($1.order) }
        tables.absences = absences.good.sorted { $0.order.lexicographicallyPrecedes($1.order) }
        tables.people = people.good.sorted { $0.person < $1.person }
        tables.episodes = episodes.good.sorted { $0.person < $1.person }
        tables.appointments = appointments.good.sorted { $0.record.appointment < $1.record.appointment }
        tables.rooms = rooms.good.sorted { $0.room < $1.room }
        tables.lostBookings = lostBookings.sorted()
        tables.placeholders = placeholders
        tables.firstTeamNumber = firstTeamNumber
        tables.assumptions =
            people.assumptions.map { "\(PersonRow.fileName): \($0)" }
            + episodes.assumptions.map { "\(EpisodeRow.fileName): \($0)" }
            + appointments.assumptions.map { "\(AppointmentRow.fileName): \($0)" }
        return tables
    }

    /// How many rows are not good.
    var rejectedRows: Int {
        func count<Row: TableRow>(_ file: TableFile<Row>) -> Int { file.rows.count { !$0.faults.isEmpty } }
        return count(teams) + count(clinicians) + count(availability) + count(absences) + count(people)
            + count(episodes) + count(appointments) + count(rooms)
    }

    /// The rows that are not good, by file.
    var rejects: [(name: String, text: String)] {
        let texts = [
            (TeamRow.fileName, teams.rejects), (ClinicianRow.fileName, clinicians.rejects),
            (AvailabilityRow.fileName, availability.rejects), (AbsenceRow.fileName, absences.rejects),
            (PersonRow.fileName, people.rejects), (EpisodeRow.fileName, episodes.rejects),
            (AppointmentRow.fileName, appointments.rejects), (RoomRow.fileName, rooms.rejects),
        ]
        return texts.compactMap { name, text in text.map { (name.dropLast(4) + ".rejects.csv", $0) } }
    }
}

extension AvailabilityRow {
    /// What rows are sorted by.
    var order: [Int] {
        [
            Int(clinician), Int(inForceFrom?.number ?? Int32.min), Int(week.rawValue), Int(stretch.weekday.rawValue),
            Int(stretch.purpose), stretch.minutes.start,
        ]
    }
}

extension AbsenceRow {
    /// What rows are sorted by; those that are equal keep their order.
    var order: [Int] { [Int(clinician), Int(days.last.number)] }
}

extension TableFile<TeamRow> {
    /// Turns the numbers of the teams into indices. Tables of old count from 0: then the others do too.
    /// - Parameter named: what else the teams are called, by index.
    /// - Returns: what the teams are called in the other tables; nothing if that cannot be known.
    mutating func number(from named: TeamNames) -> TeamNames {
        let first = rows.contains { !$0.hasFault("team") && $0.row.team == 0 } ? 0 : 1
        for index in rows.indices { rows[index].row.team = UInt8(max(0, Int(rows[index].row.team) - first)) }
        var names = [TeamNames.Team?](repeating: nil, count: rows.count)
        for placed in rows where names.indices.contains(Int(placed.row.team)) {
            let row = placed.row
            names[Int(row.team)] = TeamNames.Team(name: row.name, title: row.title ?? row.name)
        }
        guard allFaults.isEmpty, !rows.isEmpty, !names.contains(nil) else { return TeamNames([]) }
        var known = TeamNames(names.compactMap { $0 }, firstNumber: first)
        if named.teams.count == known.teams.count {
            for (index, team) in known.teams.enumerated()
            where team.name == team.title && named.index(of: team.name) ?? index == index {
                known.teams[index].name = named.teams[index].name
            }
        }
        return known
    }
}
