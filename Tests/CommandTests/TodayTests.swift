import Foundation
import TestSupport
import Testing

/// What the desk knows of today is used: for a forecast, for the best placement of everybody, and for messages.
@Suite struct TodayTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try workspace.writeClinic()
        #expect(try workspace.foundClinic().code == 0)
    }

    @Test func forecastsFromTheListOfToday() throws {
        let outcome = try workspace.stepcare(
            "forecast", "--from", "clinic.db", "--now", Clinic.now, "--weeks", "4", "--replications", "5", "--output",
            "report")
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(outcome.out.contains("the service's own list of Monday 30 November 2026"))
        #expect(outcome.out.contains("of 4 who wait for a first appointment"))
        let lines = try workspace.read("report/people.csv").split(separator: "\r\n")
        #expect(
            lines[0]
                == "person,referred,chance_over_promise,chance_over_national_first,chance_over_national_second,"
                + "chance_seen,early,middle,late,runs,promise_days,national_first_days,national_second_days")
        #expect(
            lines.dropFirst().map { $0.prefix(12) } == ["1,2026-11-09", "4,2026-11-12", "5,2026-11-24", "6,2026-11-10"])
        // Nothing that is written identifies anybody (IG-2).
        for name in try #require(workspace.names(in: "report")) {
            let text = try workspace.read("report/" + name)
            #expect(!text.contains("Invented") && !text.contains("9434765919"), "\(name)")
        }
    }

    @Test func aForecastMayHire() throws {
        try workspace.write(
            "other.yaml", Clinic.scenario.replacingOccurrences(of: "role: pwp, count: 2", with: "role: pwp, count: 3"))
        let outcome = try workspace.stepcare(
            "forecast", "other.yaml", "--from", "clinic.db", "--now", Clinic.now, "--weeks", "2", "--replications", "2")
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(outcome.err.contains("the scenario has 1 more clinician "))
    }

    /// The tables say when each clinician works, and the scenario says otherwise: the forecast goes by the tables.
    @Test func aForecastKnowsTheWeeksOfTheDatabase() throws {
        func forecast(_ database: String) throws -> (said: String, chances: [String]) {
            let outcome = try workspace.stepcare(
                "forecast", "--from", database, "--now", Clinic.now, "--weeks", "4", "--replications", "2", "--output",
                "of-" + database)
            #expect(outcome.code == 0, "\(outcome.err)")
            let lines = try workspace.read("of-\(database)/people.csv").split(separator: "\r\n").dropFirst()
            return (outcome.err, lines.map { String($0.split(separator: ",")[5]) })
        }
        let usual = try forecast("clinic.db")
        #expect(
            usual.said == """
                clinic.db: the forecast takes from the database, not from the scenario, the weeks of 0 to 3; the \
                caseload caps of 0 to 3 (numbers of clinicians; changes of the scenario leave these as they are)

                """)
        #expect(usual.chances.count == 4 && usual.chances.allSatisfy { (Double($0) ?? 0) > 0 })
        // Nobody has time for first appointments.
        try workspace.write(
            "tables/availability.csv",
            try workspace.read("tables/availability.csv").replacingOccurrences(
                of: "first-appointment,09:00,12:00", with: "keeping-in-touch,09:00,12:00"))
        #expect(
            try workspace.service(["init", "clinic.yaml", "shut.db", "--from-csv", "tables", "--now", Clinic.now]).code
                == 0)
        // Person 5 is still to be screened, and somebody at risk may take any time.
        let shut = try forecast("shut.db").chances.compactMap { Double($0) }
        #expect([shut[0], shut[1], shut[3]] == [0, 0, 0] && shut[2] < 0.5, "\(shut)")
    }

    /// A clinician whom the scenario does not have works in the forecast as in the database.
    @Test func aForecastKnowsEverybodyInTheDatabase() throws {
        let clinicians = try workspace.read("tables/clinicians.csv")
        try workspace.write(
            "tables/clinicians.csv",
            clinicians + "4,North,Therapist Three,hit,60,12,cbt,no,unknown,2024-01-01,0,0\n")
        #expect(
            try workspace.service(["init", "clinic.yaml", "five.db", "--from-csv", "tables", "--now", Clinic.now]).code
                == 0)
        let outcome = try workspace.stepcare(
            "forecast", "--from", "five.db", "--now", Clinic.now, "--weeks", "2", "--replications", "2")
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(outcome.err.contains("the posts of 4; the weeks of 0 to 3"))
    }

    @Test func whatWasProposedIsWhatIsBooked() throws {
        let proposed = try workspace.clinic("allocate", ["--team", "1", "--propose", "proposal.json"])
        #expect(proposed.code == 0, "\(proposed.err)")
        #expect(proposed.out.contains("4 places proposed, none booked"))
        let one = try workspace.clinic("allocate", ["--accept", "proposal.json", "--only", "1"])
        #expect(one.out == "1 booked.\n")
        // The rest is still free; the first is not wanted any more.
        let rest = try workspace.clinic("allocate", ["--accept", "proposal.json"])
        #expect(rest.code == 65)
        #expect(rest.out.hasPrefix("3 booked.\n1 not any more:\n"))
        #expect(rest.out.contains("the person waits for nothing that it could be"))
        let verified = try workspace.clinic("verify", [])
        #expect(verified.out.hasSuffix("\nNothing differs.\n"))
    }

    private static func proposal(kind: String, start: String) -> String {
        """
        {"places": [{"person": 1, "kind": "\(kind)", "clinician": 0, "clinicianName": "", "start": "\(start)",
        "minutes": 50, "reason": "", "whyNotSooner": ""}]}
        """
    }

    @Test(arguments: [
        ("[]", "this is no proposal of stepcare"),
        (proposal(kind: "tea", start: "2026-12-03 09:00"), "place 1: kind is 'tea'"),
        (proposal(kind: "treatment", start: "soon"), "place 1: start is 'soon'"),
    ])
    func aFileThatIsNoProposal(text: String, says: String) throws {
        try workspace.write("proposal.json", text)
        let before = try workspace.clinicState()
        let outcome = try workspace.clinic("allocate", ["--accept", "proposal.json"])
        #expect(outcome.code == 65)
        #expect(outcome.err.contains(says), "\(outcome.err)")
        #expect(try workspace.clinicState() == before)
    }

    /// Nobody in the tables agreed to be written to: a cancellation by the service becomes a call.
    @Test func nothingIsSentWithoutConsent() throws {
        let absent = ["--clinician", "3", "--from", "2026-12-01", "--until", "2026-12-01"]
        #expect(try workspace.clinic("absent", absent).code == 0)
        #expect(try workspace.clinic("outbox", []).out.hasSuffix("\n0 in the outbox; none is sent by stepcare.\n"))
        let tasks = try workspace.clinic("tasks", []).out
        #expect(tasks.contains("tell-by-telephone  3"))
        #expect(try workspace.clinic("done", ["--task", "1"]).out == "Task 1 is done.\n")
        #expect(try !workspace.clinic("tasks", []).out.contains("tell-by-telephone"))
        #expect(try workspace.clinic("done", ["--task", "1"]).code == 65)
    }

    @Test func messagesGoByTheChannelThatIsAgreed() throws {
        try workspace.writeClinic(
            changing: "people.csv", "person,name,nhs-number,received,source,team\n1,Ada Invented,9434765919,",
            to: "person,name,nhs-number,consents,preferred-channel,received,source,team\n1,Ada Invented,9434765919,"
                + "email text-message,email,")
        // Every other row has two fields more.
        let people = try workspace.read("tables/people.csv").split(separator: "\n").enumerated().map { index, line in
            guard index > 1 else { return String(line) }
            return line.replacingOccurrences(of: ",2026-", with: ",,,2026-")
        }
        try workspace.write("tables/people.csv", people.joined(separator: "\n") + "\n")
        let made = try workspace.service(
            ["init", "clinic.yaml", "agreed.db", "--from-csv", "tables", "--now", Clinic.now])
        #expect(made.code == 0, "\(made.err)")
        let slot = ["--clinician", "0", "--start", "2026-12-03T09:00"]
        func desk(_ command: String, _ more: [String]) throws -> Outcome {
            try workspace.service([command, "agreed.db", "--now", Clinic.now] + more)
        }
        #expect(try desk("hold", ["--person", "1"] + slot).code == 0)
        #expect(try desk("confirm", ["--hold", "1"]).code == 0)
        let outbox = try desk("outbox", []).out
        #expect(
            outbox.contains("1        2026-11-30 09:00  1       Ada Invented  email  appointment-booked  2"),
            "\(outbox)")
    }
}
