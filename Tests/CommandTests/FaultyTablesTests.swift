import Foundation
import TestSupport
import Testing

/// Tables and files of referrals with something wrong: every fault at its line and column, and nothing made or changed.
@Suite struct FaultyTablesTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    @Test(arguments: [
        ("people.csv", "943", "944", "people.csv:2:16: nhs-number: '9444765919' is not allowed (ten digits"),
        (
            "people.csv", "\"Dee \"\"D\"\" Invented\"", "\"Dee",
            "people.csv:5:3: the quote that opens here is never closed"
        ),
        ("people.csv", "5,Eli Invented,", "5,", "people.csv:6:30: the row has 5 cells (6, as in the first line)"),
        (
            "people.csv", "2,Ben Invented,,", "2,Ben Invented,9434765919,",
            "people.csv:3:16: nhs-number: 9434765919 is there twice, first on line 2 (each person once"
        ),
        (
            "people.csv", "gp,1", "gp,0",
            "people.csv:3:37: team: '0' is not allowed (a team by its name, or by its number from 1 to 1: 1 north)"
        ),
        ("people.csv", "gp,1", "gp,South", "people.csv:3:37: team: 'South' is not allowed (a team by its name"),
        ("clinicians.csv", "2,North", "2,0", "clinicians.csv:4:3: team: '0' is not allowed (a team by its name"),
        (
            "clinicians.csv", "1,North,Practitioner Two,pwp", "1,North,Practitioner Two,pwpp",
            "clinicians.csv:3:26: role: 'pwpp' is not allowed; did you mean 'pwp'? (pwp, senior-pwp"
        ),
        (
            "clinicians.csv", "0,North,Practitioner One,pwp", "0,North,Practitioner One,hit",
            "clinicians.csv:3:1: clinician: 1 is of an earlier team or step than 0 (numbers by team"
        ),
        ("absences.csv", "2,2026-12-03", "7,2026-12-03", "absences.csv:2:1: clinician: there is no clinician 7"),
        (
            "appointments.csv", "2026-12-01 13:00", "2026-12-01",
            "appointments.csv:2:17: start: 2026-12-01 has no time, and the appointment has no outcome"
        ),
        ("appointments.csv", "1,3,3,", "1,3,8,", "appointments.csv:2:5: clinician: there is no clinician 8"),
        (
            "appointments.csv", "standing\n",
            "standing\n2,3,3,treatment,2026-12-01 13:30,60,2026-11-24 14:00,standing\n",
            "appointments.csv:3:17: start: clinician 3 is taken by appointment 1 on line 2 (a time at which nobody"
        ),
        (
            "appointments.csv", "2026-11-24 14:00", "2026-12-24 14:00",
            "appointments.csv:2:37: booked-at: 2026-12-24 14:00 is after now (a minute up to"
        ),
        ("teams.csv", "North\n", "North\n2,South\n", "tables/teams.csv: 2 teams, where the scenario has 1"),
    ])
    func nothingIsMade(file: String, old: String, new: String, says: String) throws {
        #expect(Clinic.tables.contains { $0.name == file && $0.text.contains(old) })
        try workspace.writeClinic(changing: file, old, to: new)
        let outcome = try workspace.foundClinic()
        #expect(outcome.code == 65)
        #expect(outcome.out == "")
        #expect(outcome.err.contains(says), "\(outcome.err)")
        #expect(workspace.names(in: ".") == ["chart.js", "clinic.yaml", "service.yaml", "tables"])
    }

    /// What is wrong with a whole file is one fault, not one for each row that refers to it.
    @Test func anUnreadableFileIsOneFault() throws {
        try workspace.writeClinic(changing: "people.csv", "Ada", to: "A\"da")
        let outcome = try workspace.foundClinic()
        #expect(outcome.code == 65)
        #expect(outcome.err.split(separator: "\n").count == 2)
        #expect(outcome.err.hasPrefix("tables/people.csv:2:4: a quote within an unquoted field"))
    }

    @Test func anOutcomeBeforeTheAppointment() throws {
        try workspace.writeClinic()
        let table = try workspace.read("tables/appointments.csv")
        try workspace.write(
            "tables/appointments.csv",
            table.replacingOccurrences(of: "status\n", with: "status,attendance\n")
                .replacingOccurrences(of: "standing\n", with: "standing,5\n"))
        let outcome = try workspace.foundClinic()
        #expect(outcome.code == 65)
        #expect(outcome.err.contains("appointments.csv:2:63: attendance: the appointment is after now"))
    }

    @Test func everyFaultIsSaidAtOnce() throws {
        try workspace.writeClinic(changing: "people.csv", "2026-11-", to: "2026-13-")
        try workspace.write("tables/absences.csv", "clinician,first,last,reason\n2,2026-12-03,2026-12-03,holiday\n")
        let outcome = try workspace.foundClinic()
        #expect(outcome.code == 65)
        let lines = outcome.err.split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines.first?.hasPrefix("tables/absences.csv:2:25: reason: 'holiday' is not allowed") == true)
        #expect(lines.last == "5 faults: clinic.db is not made")
    }

    @Test func theGoodRowsOnRequest() throws {
        try workspace.writeClinic(changing: "people.csv", "9434765919", to: "9434765918")
        let outcome = try workspace.foundClinic(["--accept-valid", "--rejects", "bad"])
        #expect(outcome.code == 0)
        #expect(outcome.out.contains("5 people"))
        #expect(outcome.out.hasSuffix("2 rows are not taken: bad says why.\n"))
        #expect(workspace.names(in: "bad") == ["episodes.rejects.csv", "people.rejects.csv"])
        #expect(try workspace.read("bad/people.rejects.csv").contains("nhs-number: '9434765918' is not allowed"))
        #expect(try workspace.service(["verify", "clinic.db"]).out.hasSuffix("\nNothing differs.\n"))
    }

    /// Everything else is numbered by them.
    @Test func aBadClinicianIsNeverPassedOver() throws {
        try workspace.writeClinic(changing: "clinicians.csv", "Practitioner One,pwp", to: "Practitioner One,pw")
        let outcome = try workspace.foundClinic(["--accept-valid"])
        #expect(outcome.code == 65)
        #expect(workspace.names(in: ".") == ["chart.js", "clinic.yaml", "service.yaml", "tables"])
    }

    @Test func foldersAndFilesInTheWay() throws {
        try workspace.writeClinic()
        let absent = try workspace.service(["init", "clinic.yaml", "a.db", "--from-csv", "none"])
        #expect(absent.code == 66 && absent.err == "none: no such folder\n")
        try workspace.write("clinic.db", "mine")
        let exists = try workspace.foundClinic()
        #expect(exists.code == 65 && exists.err == "clinic.db: exists already; choose another name, or remove it\n")
        #expect(try workspace.read("clinic.db") == "mine")
        let nowhere = try workspace.service([
            "init", "clinic.yaml", "no/a.db", "--from-csv", "tables", "--now", Clinic.now,
        ])
        #expect(nowhere.code == 66)
        let alone = try workspace.service(["init", "clinic.yaml", "a.db", "--accept-valid"])
        #expect(alone.code == 64 && alone.err.contains("--accept-valid, --rejects and --now go with --from-csv."))
    }

    @Test(arguments: [
        (
            "name,received,source,team\nA,2026-11-27 10:00,gpp,1\n",
            "new.csv:2:20: source: 'gpp' is not allowed; did you"
        ),
        (
            "name,received,source,team\nA,2026-11-27 10:00,gp,3\n",
            "new.csv:2:23: team: '3' is not allowed (a team by its name"
        ),
        (
            "name,received,source,team\nA,2026-12-27 10:00,gp,1\n",
            "new.csv:2:3: received: the referral is dated 2026-12-27"
        ),
        (
            "name,received,source,team,nhs-number\nB,2026-11-27 10:00,gp,1,\nA,2026-11-27 10:00,gp,1,943 476 5919\n",
            "new.csv:3:25: nhs-number: this person is in the service already, as person 1"
        ),
        (
            "name,received,source,team,nhs-number\nA,2026-11-27 10:00,gp,1,4010232137\n"
                + "A,2026-11-27 10:00,gp,1,4010232137\n",
            "new.csv:3:25: nhs-number: 4010232137 is there twice, first on line 2"
        ),
        ("name,received,team\nA,2026-11-27 10:00,1\n", "new.csv:1:1: source: the column is missing"),
        ("", "new.csv:1:1: the file is empty"),
    ])
    func noReferralIsReceived(text: String, says: String) throws {
        try workspace.writeClinic()
        #expect(try workspace.foundClinic().code == 0)
        let before = try workspace.clinicState()
        try workspace.write("new.csv", text)
        let outcome = try workspace.clinic("refer", ["--from-csv", "new.csv"])
        #expect(outcome.code == 65)
        #expect(outcome.out == "")
        #expect(outcome.err.contains(says), "\(outcome.err)")
        #expect(try workspace.clinicState() == before)
    }

    @Test func aFileOfReferralsThatIsNotThere() throws {
        try workspace.writeClinic()
        #expect(try workspace.foundClinic().code == 0)
        let outcome = try workspace.clinic("refer", ["--from-csv", "none.csv"])
        #expect(outcome.code == 66 && outcome.err == "none.csv: no such file\n")
    }
}
