public import BookingStore
public import CareModel
import Foundation

/// A service as tables: what its files hold, one array for each file.
///
/// ```swift
/// let tables = try ServiceTables(exporting: reader)
/// try tables.write(to: "export")
/// let again = try ServiceTables.read("export")
/// ```
public struct ServiceTables: Hashable, Sendable {
    /// `teams.csv`, by index.
    public var teams: [TeamRow] = []
    /// `clinicians.csv`, by index.
    public var clinicians: [ClinicianRow] = []
    /// `availability.csv`, by clinician, day of coming into force, week, weekday, purpose and start.
    public var availability: [AvailabilityRow] = []
    /// `absences.csv`, by clinician and last day.
    public var absences: [AbsenceRow] = []
    /// `people.csv`, by number.
    public var people: [PersonRow] = []
    /// `episodes.csv`, by the person's number.
    public var episodes: [EpisodeRow] = []
    /// `appointments.csv`, by number.
    public var appointments: [AppointmentRow] = []
    /// `rooms.csv`, by number.
    public var rooms: [RoomRow] = []
    /// People whose first appointment was not taken with the rest: they wait for another, and a task says so.
    public var lostBookings: [Int64] = []
    /// Numbers that only held the place of an NHS number, and were not taken.
    var placeholders = 0

    /// What number `teams.csv` gives the first team: 1, and 0 where an older version wrote it.
    var firstTeamNumber = 1
    /// What was assumed of days without a time, a sentence each.
    var assumptions: [String] = []

    /// What the teams are called.
    public var teamNames: TeamNames {
        TeamNames(
            teams.map { TeamNames.Team(name: $0.name, title: $0.title ?? $0.name) }, firstNumber: firstTeamNumber)
    }

    /// Tables without rows.
    public init() {}

    /// Everything in a store that the tables have a place for: people who left too, and appointments that were
    /// cancelled. Whoever exports people's names enters that in the access log (IG-1).
    /// - Parameter teamNames: the names of the teams, by index, where they are known beside the titles.
    /// - Throws: what the store throws.
    public init(exporting reader: StoreReader, teamNames: [String] = []) throws {
        teams = try reader.teams().map { team in
            guard teamNames.indices.contains(Int(team.team)) else { return TeamRow(team: team.team, name: team.name) }
            return TeamRow(team: team.team, name: teamNames[Int(team.team)], title: team.name)
        }
        rooms = try reader.rooms().map(RoomRow.init)
        for closed in try reader.roomClosures() {
            for place in rooms.indices where rooms[place].room == closed.room {
                rooms[place].closed.append(DayStretch(first: closed.first, last: closed.last))
            }
        }
        let clinicians = try reader.clinicians()
        self.clinicians = clinicians.map(ClinicianRow.init)
        for set in try reader.availability() + reader.datedAvailability() {
            availability += set.stretches.map {
                AvailabilityRow(clinician: set.clinician, week: set.week, stretch: $0, inForceFrom: set.from)
            }
        }
        availability.sort { $0.order.lexicographicallyPrecedes($1.order) }
        absences = try reader.absences().map { AbsenceRow(clinician: $0.clinician, days: $0.days) }
        for person in try reader.everybody() {
            people.append(
                PersonRow(person.known, person.identity))
            episodes.append(EpisodeRow(person.known))
        }
        for clinician in clinicians {
            let records = try reader.appointments(
                ofClinician: clinician.clinician, from: CivilDay(number: 0), through: CivilDay.lastOfAll)
            appointments += records.map(AppointmentRow.init)
        }
        appointments.sort { $0.record.appointment < $1.record.appointment }
    }

    /// The names and texts of the files, in the order in which they are read.
    public var files: [(name: String, text: String)] {
        let names = teamNames
        return [
            (TeamRow.fileName, TableFile.text(teams)), (ClinicianRow.fileName, TableFile.text(clinicians, names)),
            (AvailabilityRow.fileName, TableFile.text(availability)), (AbsenceRow.fileName, TableFile.text(absences)),
            (PersonRow.fileName, TableFile.text(people, names)), (EpisodeRow.fileName, TableFile.text(episodes)),
            (AppointmentRow.fileName, TableFile.text(appointments)), (RoomRow.fileName, TableFile.text(rooms, names)),
        ]
    }

    /// Writes the files into a folder, which is made if it is not there. Each is written aside and then renamed, all
    /// of them only once all are written.
    /// - Throws: ``InterchangeError/cannotAccess(_:_:)``.
    public func write(to folder: String) throws(InterchangeError) {
        let dictionary = dictionary
        try FileSet.write(files + [(dictionary.name, dictionary.text)], to: folder)
    }

    /// What goes beside the files: what each column of each is.
    public var dictionary: DataTable {
        let entries =
            TableFile.entries(teams) + TableFile.entries(clinicians) + TableFile.entries(availability)
            + TableFile.entries(absences) + TableFile.entries(people) + TableFile.entries(episodes)
            + TableFile.entries(appointments) + TableFile.entries(rooms)
        return DataTable.dictionary(of: entries)
    }

    /// The names of the columns of each file, with what is allowed in them and whether they must be there.
    public static var documentation: [(file: String, columns: [(name: String, allowed: String, isRequired: Bool)])] {
        [
            describe(TeamRow.self), describe(ClinicianRow.self), describe(AvailabilityRow.self),
            describe(AbsenceRow.self), describe(PersonRow.self), describe(EpisodeRow.self),
            describe(AppointmentRow.self), describe(RoomRow.self),
        ]
    }

    private static func describe<Row: TableRow>(
        _ row: Row.Type
    ) -> (file: String, columns: [(name: String, allowed: String, isRequired: Bool)]) {
        (Row.fileName, Row.columns.map { ($0.name, $0.allowed, $0.isRequired) })
    }
}

extension CivilDay {
    /// A day after all that is ever booked: 31 December 2199.
    static var lastOfAll: CivilDay { CivilDay(year: 2199, month: 12, day: 31) ?? CivilDay(number: 73_049) }
}

extension StoreReader {
    /// Everybody who is or was in the service, by number, and who they are.
    func everybody() throws -> [(known: Person, identity: Identity)] {
        var found: [(known: Person, identity: Identity)] = []
        let numbers = try Array(1..<nextNumber(of: .person))
        for start in stride(from: 0, to: numbers.count, by: 500) {
            let some = Array(numbers[start..<min(start + 500, numbers.count)])
            for known in try identities(ofPeople: some) {
                if let person = try person(known.person) { found.append((person, known.identity)) }
            }
        }
        return found
    }
}
