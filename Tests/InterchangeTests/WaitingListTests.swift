import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

@testable import Interchange

/// A waiting list as a spreadsheet has it: read where there is no doubt, and every fault at its line and column.
@Suite struct WaitingListTests {
    private static let teams = TeamNames([
        TeamNames.Team(name: "west", title: "West Side"), TeamNames.Team(name: "east", title: "East Side"),
    ])

    private func read(_ text: String, _ teams: TeamNames = teams) throws(InterchangeError) -> WaitingListFile {
        do {
            let folder = try Folder()
            try folder.write("list.csv", text)
            return try WaitingListFile(
                folder.file("list.csv"), teams: teams, clinicians: Trial.nobody.clinicians.map(\.details),
                now: Clinic.now)
        } catch let error as InterchangeError {
            throw error
        } catch {
            throw .cannotAccess("", "\(error)")
        }
    }

    private func faults(_ text: String) -> [FileFault] {
        do {
            _ = try read(text)
            return []
        } catch {
            guard case .faults(let faults) = error else { return [] }
            return faults
        }
    }

    /// A list that counts its teams from 0 says so; one that mixes 0 with others is asked about.
    @Test func teamsCountedFromZero() throws {
        let heading = "Name,Team,Step,Referral date\n"
        let list = try read(heading + "Ada Invented,0,2,13/01/2027\nBen Invented,0,2,01/02/2027\n")
        #expect(list.tables.people.map(\.referral.team) == [0, 0])
        #expect(list.notes.contains { $0.hasPrefix("Team 0 is read as west: ") })
        let mixed = faults(heading + "Ada Invented,0,2,13/01/2027\nBen Invented,1,2,01/02/2027\n")
        #expect(mixed.map(\.line) == [2] && mixed[0].message.hasPrefix("'0' is no team, and beside others"))
    }

    /// Appointments of which the list has the day alone are put on free hours, and said; a referral may have a time.
    @Test func appointmentsOnDaysWithoutTimes() throws {
        let day = Clinic.now.day + 7
        var people = [nil, 570, nil].map { minute in
            var person = ListPerson()
            person.clinician = 0
            person.appointment = CivilMinute(day: day, minuteOfDay: minute ?? CellKind.startOfDay)
            person.isTimeAssumed = minute == nil
            return person
        }
        ListChecks.assumeTimes(&people, Clinic.now)
        #expect(people.map { $0.appointment?.minuteOfDay } == [660, 570, 720])
        let heading = "Name,Team,Referral date,Next appointment\n"
        let list = try read(heading + "Ada Invented,west,13/01/2027 10:45,\(day)\nBen Invented,west,2027-01-14,\n")
        #expect(list.tables.people.first?.referral.received.day.description == "2027-01-13")
    }

    /// Titles above, blank rows and columns, a line of sums, cells that were merged, and names of columns of all kinds.
    @Test func aSpreadsheetIsRead() throws {
        let list = try read(
            """
            My list;;;;;
            ;;;;;
            Locality ; Client Name;Ref. Date;STEP;Days waiting;
            West Side;José O'Example;13/01/2027;Step 3;;
            ;张;01/02/2027;2;;
            ;;;;;
            east;=SUM(1);;low intensity;30;
            Total;3;;;;

            """)
        #expect(list.tables.people.map(\.identity.name) == ["José O'Example", "张", "=SUM(1)"])
        #expect(list.tables.people.map(\.referral.team) == [0, 0, 1])
        #expect(list.tables.episodes.map(\.episode.step) == [.high, .low, .low])
        #expect(
            list.tables.people.map(\.referral.received.day.description) == ["2027-01-13", "2027-02-01", "2027-02-21"])
        #expect(list.notes.contains { $0.contains("line 8 ('Total')") })
        #expect(list.notes.contains("On 1 of the lines no team stands: that of the line above."))
        #expect(list.notes.contains("1 line above the names of the columns passed over."))
        try Trial(tables: Self.founded(list)).run(seed: 1)
    }

    private static func founded(_ list: WaitingListFile) -> ServiceTables {
        var tables = Trial.nobody
        tables.people = list.tables.people
        tables.episodes = list.tables.episodes
        tables.appointments = list.tables.appointments
        tables.lostBookings = list.tables.lostBookings
        return tables
    }

    @Test func statesClinicianAndAppointmentFindTheirPlaces() throws {
        let list = try read(
            """
            Team,Name,Referred on,Status,Waiting since,Therapist,Next appointment
            1,A,2027-01-11,Awaiting assessment,,Clinician 1,2027-04-06 09:30
            1,B,2027-01-11,Awaiting treatment,2027-02-01,Somebody Else,2027-04-06 09:30
            2,C,2027-01-11,In treatment,2027-02-01,Nobody Known,
            2,D,2027-01-11,Discharged,,,
            2,E,2027-01-11,On hold,,,
            2,F,2027-01-11,Assessment booked,,,

            """)
        #expect(list.tables.episodes.map(\.episode.state).count == 5)
        #expect(list.tables.lostBookings.count >= 1)
        try Trial(tables: Self.founded(list)).run(seed: 2)
    }

    @Test(arguments: [
        ("Team,Name,Referred\n1,A,13/14/2027\n", 2, 5, "'13/14/2027' is no day"),
        ("Team,Name,Referred\n1,A,01/02/2027\n", 2, 5, "'01/02/2027' is 2027-02-01 or 2027-01-02"),
        ("Team,Name,Referred\n1,A,46399\n", 2, 5, "'46399' is a day as a spreadsheet counts it"),
        ("Team,Name,Referred\n1,A,2028-01-01\n", 2, 5, "2028-01-01 is after today"),
        ("Team,Name,Referred\n3,A,2027-01-01\n", 2, 1, "'3' is not allowed"),
        ("Team,Name,Referred\n1,A,2027-01-01\n0,B,2027-01-01\n", 3, 1, "'0' is no team"),
        ("Name,Referred\nA,2027-01-01\n", 2, 1, "nothing says which team"),
        ("Team,Name,Referred\n1,A,\n", 2, 5, "nothing says since when the person waits"),
        ("Team,Name,Referred,NHS no\n1,A,2027-01-01,9434765918\n", 2, 16, "'9434765918' is not allowed"),
        (
            "Team,Name,Referred,NHS no\n1,A,2027-01-01,943 476 5919\n1,B,2027-01-01,9434765919\n", 3, 16,
            "9434765919 is there twice, first on line 2"
        ),
        ("Team,Name,Referred,Waiting since\n1,A,2027-01-01,2026-12-01\n", 2, 16, "2026-12-01 is before the referral"),
        ("Team,Name,Days waiting\n1,A,many\n", 2, 5, "'many' is no number of days"),
        ("Team,Name,Referred,Referral date\n", 1, 20, "'Referral date' and 'Referred' are both"),
        ("this,is,no,list\n", 1, 1, "no line has the names of columns"),
        ("Team,Name,Referred\n", 1, 1, "nobody is on the list"),
        ("Team,Name,Referred,PHQ-9\n1,A,2027-01-01,99\n", 2, 16, "'99' is not allowed"),
        (
            "Team,Name,Referred,Therapist,Next appt\n1,A,2027-01-01,Clinician 1,1/4/2027 09:30\n"
                + "1,B,13/01/2027,Clinician 1,01/04/2027 9.45\n", 0, 0, ""
        ),
    ])
    func faultsHaveTheirPlaces(text: String, line: Int, column: Int, says: String) {
        guard line > 0 else { return }
        let found = faults(text)
        #expect(
            found.contains { $0.line == line && $0.message.contains(says) && $0.column >= column }, "\(text): \(found)")
    }
}
