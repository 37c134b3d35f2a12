import Foundation
import TestSupport
import Testing

/// Courses in a group and urgent slots on the command line: real processes on one database (TX-4, ST-7).
@Suite struct GroupCommandTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try workspace.writeClinic()
        #expect(try workspace.foundClinic().code == 0)
    }

    private func group(_ command: String, _ arguments: [String], at now: String = Clinic.now) throws -> Outcome {
        try workspace.service(["group", command, "clinic.db", "--now", now] + arguments)
    }

    @Test func aCourseFromItsOpeningToItsFirstSession() throws {
        let opening = [
            "--team", "1", "--starts", "2026-12-15", "--at", "10:00", "--sessions", "3", "--minutes", "60",
            "--smallest", "1", "--largest", "2", "--leader", "0",
        ]
        let opened = try group("open", opening)
        #expect(
            opened.out == """
                Course 1: planned, from 2026-12-15 10:00, 3 sessions, led by Practitioner One; 0 of 2 seats are taken; \
                next: decide whether it starts, from 2026-12-08 09:00.

                """)
        let joined = try group("join", ["--person", "2"]).out
        #expect(joined.hasPrefix("Person 2, Ben Invented: waiting-treatment, with a seat in course 1"))
        let twice = try group("join", ["--person", "2"])
        #expect(twice.code == 65 && twice.err.contains("the person has a seat in a course already"))
        let notYet = try group("join", ["--person", "1", "--course", "1"])
        #expect(notYet.code == 65 && notYet.err.contains("does not wait for a first course of treatment"))
        let busy = try group("open", opening)
        #expect(busy.code == 65 && busy.err.contains("Practitioner One is not free for every session"))
        #expect(try group("list", []).out.contains("1 of 2"))
        let early = try group("decide", ["--course", "1"])
        #expect(early.code == 65 && early.err.contains("from 2026-12-08 09:00 on"))
        try forecastGoesOn()
        #expect(try group("decide", ["--course", "1"], at: "2026-12-08T09:00").out.contains("Course 1: confirmed"))
        let held = try group("attend", ["--course", "1", "--outcomes", "2:5:9,7"], at: "2026-12-15T11:00")
        #expect(held.out.contains("running") && held.out.contains("next: session 2, from 2026-12-22 10:00"))
        #expect(try group("cancel", ["--course", "1"], at: "2026-12-15T11:05").out.contains("Course 1: cancelled"))
        let verified = try workspace.clinic("verify", [], at: "2026-12-15T11:10")
        #expect(verified.code == 0 && verified.out.hasSuffix("\nNothing differs.\n"))
    }

    /// Whoever has a seat is in the course in a forecast from the list of today.
    private func forecastGoesOn() throws {
        let forecast = try workspace.stepcare(
            "forecast", "--from", "clinic.db", "--now", Clinic.now, "--weeks", "5", "--replications", "3",
            "--output", "report")
        #expect(forecast.code == 0, "\(forecast.err)")
        let measures = try workspace.read("report/measures.csv").split(whereSeparator: \.isNewline)
        let run = try #require(measures.first { $0.hasPrefix("groups-run,") })
        #expect(run.contains(",1,") || run.contains(",1.0"), "\(run)")
    }

    @Test func riskHasTheUrgentSlot() throws {
        let found = try workspace.clinic("risk", ["--person", "3"])
        #expect(
            found.out == """
                Person 3, Cay Invented: risk was found, and nobody on duty has time left today: Therapist Two acts on \
                it from 2026-11-30 09:00.

                """)
        #expect(try workspace.clinic("tasks", []).out.contains("duty-call"))
        let nobody = try workspace.clinic("risk", ["--person", "1"])
        #expect(nobody.code == 0 && nobody.out.contains("call the person now"))
        #expect(try workspace.clinic("risk", ["--person", "99"]).code == 65)
        #expect(try workspace.clinic("verify", []).out.hasSuffix("\nNothing differs.\n"))
    }
}
