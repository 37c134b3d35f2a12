import BookingStore
import CareModel
import Testing

@testable import Interchange

/// A day without a time is read in every column of minutes, with the time that fits the column, and said.
@Suite struct DayWithoutTimeTests {
    private static let west = TeamNames([TeamNames.Team(name: "west", title: "West Side")])

    /// Every column of minutes of a table by how it is read, of the day written in each way.
    private func check<Row: TableRow>(_: Row.Type, _ except: [String]) {
        for column in Row.columns(Self.west) {
            guard case .minute(let assumed) = column.kind else { continue }
            for day in [
                "2027-01-13", "13/01/2027", "13-Jan-27", "13 January 2027", "Wed 13/1/27",
            ] {
                let cells = SpreadsheetCell(order: .dayFirst)
                let time = ColumnForm<Int>.timeOfDay.text(assumed)
                #expect(cells.reading(day, as: column.kind) == .assumed("2027-01-13 " + time), "\(column.name)")
                #expect(cells.reading(day + " 00:00:00", as: column.kind) == .assumed("2027-01-13 " + time))
                for exact in ["09:30", "9:30", "09:30:00", "9.30am", "09:30:15.250"] {
                    #expect(cells.reading(day + " " + exact, as: column.kind) == .cell("2027-01-13 09:30"), "\(exact)")
                }
            }
            #expect(column.isRequired || except.contains(column.name) || column.allowed.contains("or empty"))
        }
    }

    @Test func everyColumnOfMinutes() {
        check(PersonRow.self, [])
        check(EpisodeRow.self, [])
        check(AppointmentRow.self, [])
        check(ReferralRow.self, [])
    }

    @Test func aDayColumnReadsTheDayOfAMinute() {
        let cells = SpreadsheetCell(order: .dayFirst)
        for text in ["13/01/2027 10:45", "2027-01-13T10:45:00", "13-Jan-27 00:00"] {
            #expect(cells.reading(text, as: .day) == .cell("2027-01-13"), "\(text)")
        }
        // Of a day of birth a time is a doubt: it may be of another zone.
        #expect(cells.reading("13/01/1987 23:00", as: .birthday) == nil)
        #expect(cells.reading("13/01/1987 00:00", as: .birthday) == .cell("1987-01-13"))
    }

    /// Times that are assumed are no fault beside times that are written, in whichever table.
    @Test(arguments: ["2027-01-13", "2027-01-13 10:30"], ["2027-01-13", "2027-01-13 10:30"])
    func assumedTimesGiveWay(_ referred: String, _ received: String) throws {
        let now = try #require(ColumnForm<CivilMinute>.minute.value("2027-01-13 11:00"))
        var teams: TableFile<TeamRow> = file("team,name\n1,west\n")
        _ = teams.number(from: TeamNames([]))
        var files = TableFiles(
            teams: teams, clinicians: file(header(ClinicianRow.self)),
            availability: file(header(AvailabilityRow.self)), absences: file(header(AbsenceRow.self)),
            people: file("person,name,received,source,team\n1,Ada Invented,\(referred),gp,1\n"),
            episodes: file(
                "person,state,step,priority,therapy,stepped-up,missed,contacts-at-step,low-contacts,high-contacts,"
                    + "received,state-since,sessions-at-step,planned-sessions,screening-task,contact-attempts,"
                    + "appointments-offered\n"
                    + "1,awaiting-screening,low,routine,guided-self-help,no,0,0,0,0,\(received),2027-01-13,0,0,"
                    + "review,0,0\n"), appointments: file(header(AppointmentRow.self)),
            rooms: file(header(RoomRow.self)))
        var check = TableCheck(acceptValid: false, now: now)
        check.run(&files)
        #expect(files.allFaults.isEmpty, "\(files.allFaults)")
        let episode = try #require(files.tables.episodes.first).episode
        let isKnown = referred.contains(":") || received.contains(":")
        #expect(episode.received.description == (isKnown ? "2027-01-13 10:30" : "2027-01-13 09:00"))
        #expect(files.tables.people.first?.referral.received == episode.received)
        #expect(episode.stateSince == episode.received)
        let notes = files.tables.notes.filter { $0.contains("is assumed") }
        #expect(notes.contains("episodes.csv: state-since: 1 cell has a day without a time; 09:00 is assumed."))
        #expect(notes.count == 1 + (referred.contains(":") ? 0 : 1) + (received.contains(":") ? 0 : 1))
    }

    private func header<Row: TableRow>(_: Row.Type) -> String {
        Row.columns.map(\.name).joined(separator: ",") + "\n"
    }

    private func file<Row: TableRow>(_ text: String) -> TableFile<Row> {
        TableFile(path: Row.fileName, bytes: Array(text.utf8), teams: Self.west)
    }

    /// Appointments that are over come one after another on their day; one to come needs its time.
    @Test func appointmentsThatAreOver() throws {
        let heading = "appointment,person,clinician,kind,start,minutes,booked-at,status,attendance,cancelled-at\n"
        let rows =
            "1,1,0,treatment,2027-01-12,50,2027-01-05,standing,5,\n"
            + "2,2,0,treatment,2027-01-12,50,2027-01-05,standing,3,\n"
            + "3,3,0,treatment,2027-01-12 09:00,50,2027-01-05,standing,5,\n"
            + "4,4,0,treatment,2027-01-14,50,2027-01-05,standing,,\n"
        var read: TableFile<AppointmentRow> = TableFile(path: "appointments.csv", bytes: Array((heading + rows).utf8))
        let check = TableCheck(acceptValid: false, now: ColumnForm<CivilMinute>.minute.value("2027-01-13 11:00"))
        check.settleAppointments(&read)
        check.checkTimes(&read)
        #expect(
            read.rows.prefix(3).map(\.row.record.placement.start.description) == [
                "2027-01-12 09:50", "2027-01-12 10:40", "2027-01-12 09:00",
            ])
        #expect(read.allFaults.map(\.line) == [5] && read.allFaults[0].message.contains("has no time"))
    }
}
