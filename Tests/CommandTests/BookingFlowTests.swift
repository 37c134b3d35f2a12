import Foundation
import TestSupport
import Testing

/// The booking desk from the first day to the outcome of an appointment, as the README shows it: real processes on one
/// database.
@Suite struct BookingFlowTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try workspace.writeClinic()
    }

    private func expect(
        _ outcome: Outcome, prints text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(outcome.code == 0, sourceLocation: sourceLocation)
        #expect(outcome.err == "", sourceLocation: sourceLocation)
        #expect(outcome.out == text, sourceLocation: sourceLocation)
    }

    private func object(_ outcome: Outcome) throws -> NSDictionary {
        try #require(try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? NSDictionary)
    }

    @Test func fromTheListToTheOutcome() throws {
        expect(
            try workspace.foundClinic(),
            prints:
                "clinic.db: A Small Service, 4 clinicians, 6 people, 1 appointment, from Monday 30 November 2026.\n")
        expect(
            try workspace.clinic("waiting-list", ["--limit", "3"]),
            prints: """
                person  name          team   waits for          step  days  due         class
                2       Ben Invented  North  treatment          3     28    2026-11-30  routine
                1       Ada Invented  North  first appointment  2     21    2026-12-07  routine
                6       Fay Invented  North  first appointment  2     20    2026-12-08  routine
                5 wait; 0 are past their day.

                """)
        expect(
            try workspace.clinic("offer", ["--person", "1", "--limit", "2"]),
            prints: """
                Person 1, Ada Invented: first appointment, due by Monday 7 December 2026.
                start             length  number  clinician         why
                2026-12-03 09:00  50 min  0       Practitioner One  due in 7 days, first slot that fits
                2026-12-03 09:00  50 min  1       Practitioner Two  due in 7 days
                Why not sooner: people need notice (else 2026-11-30 09:05).

                """)
        let slot = ["--clinician", "0", "--start", "2026-12-03T09:00"]
        expect(
            try workspace.clinic("hold", ["--person", "1"] + slot),
            prints: "Hold 1 for person 1, Ada Invented, until 2026-11-30 09:10.\n")
        expect(
            try workspace.clinic("confirm", ["--hold", "1"], at: "2026-11-30T09:04"),
            prints: "Appointment 2, person 1, Ada Invented: 2026-12-03 09:00.\n")
        expect(
            try workspace.clinic(
                "reschedule", ["--appointment", "2", "--clinician", "1", "--start", "2026-12-04T10:00"],
                at: "2026-11-30T11:00"),
            prints: "Appointment 3, person 1, Ada Invented: 2026-12-04 10:00, instead of 2.\n")
        let outcome = ["--appointment", "3", "--code", "5", "--step", "2", "--scores", "14,11"]
        expect(
            try workspace.clinic("attend", outcome, at: "2026-12-04T10:55"),
            prints: "Person 1, Ada Invented: waiting-treatment; something is due by 2026-12-29 00:00.\n")
        let verified = try workspace.clinic("verify", [], at: "2026-12-04T10:56")
        #expect(verified.code == 0)
        #expect(verified.out.hasSuffix("\nNothing differs.\n"))
        try leavesAndComesBack(at: "2026-12-04T11:00")
    }

    /// What is exported makes a service that exports the same bytes.
    private func leavesAndComesBack(at now: String) throws {
        let files = ["teams", "clinicians", "availability", "absences", "people", "episodes", "appointments", "rooms"]
        let names = files.map { $0 + ".csv" }
        expect(
            try workspace.clinic("export", ["--to", "first"], at: now),
            prints: "first: 9 files: \(names.joined(separator: ", ")), dictionary.csv\n")
        let made = try workspace.service(["init", "clinic.yaml", "again.db", "--from-csv", "first", "--now", now])
        expect(
            made,
            prints: "again.db: A Small Service, 4 clinicians, 6 people, 3 appointments, from Friday 4 December 2026.\n")
        #expect(try workspace.service(["export", "again.db", "--to", "second", "--now", now]).code == 0)
        #expect(workspace.names(in: "second") == (names + ["dictionary.csv"]).sorted())
        for name in names {
            #expect(try workspace.read("first/" + name) == workspace.read("second/" + name), "\(name)")
        }
        #expect(try workspace.read("first/appointments.csv").contains("cancelled,2,,,2026-11-30 11:00"))
        #expect(try workspace.service(["verify", "again.db"]).out.hasSuffix("\nNothing differs.\n"))
        // Whoever takes names out is in the access log, once for each person (IG-1).
        let looks = try workspace.clinic("audit", ["--person", "4"], at: now).out
        #expect(
            looks.contains(
                "2026-12-04 11:00  4       Dee \"D\" Invented  0     -            command line  export of tables"))
    }

    @Test func theFirstDayOfAScenario() throws {
        let made = try workspace.service(["init", "service.yaml", "small.db"])
        #expect(made.code == 0 && made.out.hasPrefix("small.db: A Small Service, 4 clinicians, "))
        let now = ["--now", "2026-11-23T09:00"]
        #expect(try workspace.service(["export", "small.db", "--to", "first"] + now).code == 0)
        let again = try workspace.service(["init", "service.yaml", "again.db", "--from-csv", "first"] + now)
        #expect(again.code == 0 && again.err == "")
        #expect(try workspace.service(["export", "again.db", "--to", "second"] + now).code == 0)
        for name in workspace.names(in: "first") ?? [] {
            #expect(try workspace.read("first/" + name) == workspace.read("second/" + name), "\(name)")
        }
    }

    /// Days, minutes and names, where the log has numbers.
    @Test func repliesAsJSON() throws {
        #expect(try workspace.foundClinic().code == 0)
        let json = ["--format", "json"]
        let list = try workspace.clinic("waiting-list", json + ["--limit", "1"]).out
        #expect(
            list == """
                [
                  {
                    "days" : 28,
                    "due" : "2026-11-30",
                    "isOverdue" : false,
                    "name" : "Ben Invented",
                    "next" : "start-treatment",
                    "person" : 2,
                    "priority" : "routine",
                    "state" : "waiting-treatment",
                    "step" : "high",
                    "team" : "North"
                  }
                ]

                """)
        let offers = try object(workspace.clinic("offer", json + ["--person", "1"]))
        #expect(offers["kind"] as? String == "first-appointment")
        #expect(offers["due"] as? String == "2026-12-07")
        let first = try #require((offers["slots"] as? [NSDictionary])?.first)
        #expect(first["start"] as? String == "2026-12-03T09:00")
        let slot = ["--person", "1", "--clinician", "0", "--start", "2026-12-03T09:00", "--key", "a"]
        let held = try workspace.clinic("hold", json + slot)
        #expect(try object(held)["expires"] as? String == "2026-11-30T09:10")
        // The reply that is kept for a key reads the same, and nothing is held twice.
        #expect(try workspace.clinic("hold", json + slot, at: "2026-11-30T09:01").out == held.out)
        let state = try object(workspace.clinic("screen", json + ["--person", "5"]))
        #expect(state["state"] as? String == "awaiting-contact")
    }

    /// All that is kept of one person can be handed over, nothing of another is in it, and who took it out is known
    /// (IG-3, IG-1).
    @Test func onePersonsWholeRecord() throws {
        #expect(try workspace.foundClinic().code == 0)
        let outcome = try workspace.clinic("export", ["--person", "1"])
        #expect(outcome.code == 0)
        let records = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [NSDictionary]
        let record = try #require(records?.first)
        #expect(records?.count == 1)
        #expect((record["person"] as? NSDictionary)?["nhs-number"] as? String == "9434765919")
        #expect((record["episode"] as? NSDictionary)?["state"] as? String == "waiting-first-appointment")
        let entry = try #require((record["entries"] as? [NSDictionary])?.first)
        #expect(entry["at"] as? String == "2026-11-30T09:00" && entry["kind"] as? String == "referralReceived")
        let look = try #require((record["looks"] as? [NSDictionary])?.last)
        #expect(look["what"] as? String == "export of one person")
        #expect(!outcome.out.contains("Ben Invented"))
        #expect(try workspace.clinic("audit", []).out.contains("command line  export of one person"))
        #expect(try workspace.clinic("export", ["--person", "1", "--to", "one"]).code == 0)
        #expect(workspace.names(in: "one") == ["person-1.json"])
    }

    @Test func diariesFeedsAndTheMonth() throws {
        #expect(try workspace.foundClinic().code == 0)
        #expect(try workspace.clinic("export", ["--to", "fhir", "--as", "fhir"]).code == 0)
        #expect(workspace.names(in: "fhir") == ["diaries.json"])
        let bundle = try workspace.read("fhir/diaries.json")
        #expect(bundle.contains("\"resourceType\" : \"Bundle\"") && !bundle.contains("Cay Invented"))
        #expect(try !workspace.clinic("audit", []).out.contains("with names"))
        let feed = ["--to", "feed", "--as", "icalendar", "--clinician", "3", "--names"]
        #expect(try workspace.clinic("export", feed).code == 0)
        #expect(workspace.names(in: "feed") == ["clinician-3.ics"])
        #expect(try workspace.read("feed/clinician-3.ics").contains("Cay Invented"))
        let looks = try workspace.clinic("audit", []).out.split(separator: "\n")
        #expect(looks.count { $0.hasSuffix("diaries with names") } == 2)
        let month = ["--to", "month", "--as", "national", "--month", "2026-11"]
        #expect(try workspace.clinic("export", month).code == 0)
        #expect(workspace.names(in: "month") == ["001.csv", "101.csv", "201.csv", "202.csv", "607.csv"])
    }

    @Test func referralsOfAFile() throws {
        #expect(try workspace.foundClinic().code == 0)
        try workspace.write(
            "new.csv",
            """
            name,nhs-number,received,source,team,perinatal
            Gil Invented,,2026-11-27 10:00,gp,1,yes
            Hal Invented,,2026-11-28 10:00,self-web,North,

            """)
        expect(
            try workspace.clinic("refer", ["--from-csv", "new.csv"]), prints: "2 received, persons 7 to 8.\n")
        #expect(try workspace.clinic("waiting-list", []).out.contains("Hal Invented"))
    }
}
