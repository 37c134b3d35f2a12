import Foundation
import TestSupport
import Testing

/// `stepcare plan` and `stepcare sensitivity` as somebody types them.
@Suite struct PlanCommandTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func run(_ arguments: [String]) throws -> (code: Int32?, out: String, err: String) {
        let outcome = try workspace.start(Workspace.program, arguments).outcome()
        return (outcome.code, outcome.out, outcome.err)
    }

    @Test func everythingThatIsWrongIsSaidAtOnceWithTheUsageCode() throws {
        let (code, out, err) = try run([
            "plan", "service.yaml", "--target", "acces-rate>=0.25", "--target", "first-appointment-within-28-days>=2",
            "--vary", "nobody:pwp=0..2", "--budget", "5",
        ])
        #expect(code == 64 && out.isEmpty)
        for part in ["near it: access-rate", "is a share", "no team nobody", "is 100 to"] {
            #expect(err.contains(part), "\(part): \(err)")
        }
        #expect(try run(["plan", "service.yaml"]).code == 64)
        #expect(try run(["plan", "missing.yaml", "--target", "access-rate>=0.1"]).code == 66)
        #expect(try run(["sensitivity", "service.yaml", "--measure", "nothing"]).code == 64)
        #expect(try run(["sensitivity", "service.yaml", "--vary", "nothing=1..2"]).code == 64)
        // Not more runs than were allowed, in silence.
        let short = try run(["sensitivity", "service.yaml", "--budget", "200"])
        #expect(short.code == 64 && short.err.contains("runs or more for the"), "\(short.err)")
    }

    @Test func aPlanIsWrittenWithItsScenarioAndCanGoOnFromWhatWasKept() throws {
        let asked = [
            "plan", "service.yaml", "--target", "first-appointment-wait-mean<=365", "--let-waits-move", "--vary",
            "pwp=0..1", "--weeks", "30", "--budget", "150", "--seed", "4", "--format", "json",
        ]
        let (code, out, err) = try run(asked + ["--output", "plan", "--resume", "kept.json"])
        #expect(code == 0, "\(err)")
        let document = try #require(JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
        let manifest = try #require(document["manifest"] as? [String: Any])
        // What is kept already takes nothing.
        #expect(manifest["found"] as? Bool == true && manifest["pounds_a_year"] as? Double == 0)
        for file in ["report.html", "plan.csv", "plan-targets.csv", "plan.yaml", "plan.json", "dictionary.csv"] {
            #expect(FileManager.default.fileExists(atPath: workspace.path + "/plan/" + file), "\(file)")
        }
        #expect(try run(["check", "plan/plan.yaml"]).code == 0)
        // Again from what was kept, on other threads: the same to the byte.
        let again = try run(asked + ["--resume", "kept.json", "--threads", "1"])
        #expect(again.code == 0 && again.out == out)
        try Data("{".utf8).write(to: URL(filePath: workspace.path + "/kept.json"))
        let damaged = try run(asked + ["--resume", "kept.json"])
        #expect(damaged.code == 65 && damaged.err.contains("damaged"), "\(damaged.err)")
    }

    private let small = [
        "plan", "service.yaml", "--target", "first-appointment-wait-mean<=365", "--let-waits-move", "--vary",
        "pwp=0..1", "--weeks", "30", "--budget", "150",
    ]

    /// Whatever a run's values hang on: what was tried of one is not taken for another's.
    @Test func whatAnotherPlanTriedIsRefused() throws {
        #expect(try run(small + ["--resume", "kept.json"]).code == 0)
        let others: [(was: String, now: [String])] = [
            ("first-appointment-wait-mean<=365", ["first-treatment-wait-mean<=365"]),
            ("first-appointment-wait-mean<=365", ["first-appointment-wait-mean<=365@2027-03"]),
            ("pwp=0..1", ["pwp=0..1@2027-02"]), ("30", ["31"]),
            ("150", ["150", "--seed", "5"]), ("150", ["150", "--hires-per-quarter", "2"]),
            ("150", ["150", "--set", "attendance.did-not-attend-first=0.3"]),
        ]
        for other in others {
            let words = small.flatMap { $0 == other.was ? other.now : [$0] }
            let outcome = try run(words + ["--resume", "kept.json"])
            #expect(outcome.code == 65 && outcome.err.contains("another plan"), "\(other.now): \(outcome.err)")
        }
        let edit = try workspace.read("service.yaml").replacing(
            "per-week: !measured 20", with: "per-week: !measured 24")
        try workspace.write("service.yaml", edit)
        let edited = try run(small + ["--resume", "kept.json"])
        #expect(edited.code == 65 && edited.err.contains("another plan"), "\(edited.err)")
    }

    /// What is kept unasked is of one question: another one begins anew, and nobody is told of an option that they did
    /// not use.
    @Test func anotherQuestionFindsNothingKept() throws {
        let cache = ["XDG_CACHE_HOME": workspace.path + "/cache"]
        func run(_ words: [String]) throws -> Outcome {
            try workspace.start(Workspace.program, words, environment: cache).outcome()
        }
        #expect(try run(small).code == 0)
        let same = try run(small.map { $0 == "150" ? "160" : $0 })
        #expect(same.code == 0 && same.err.contains("Going on"), "\(same.err)")
        let others: [(was: String, now: [String])] = [
            ("first-appointment-wait-mean<=365", ["first-appointment-wait-mean<=365~0.8"]),
            ("first-appointment-wait-mean<=365", ["first-appointment-wait-mean<=360"]),
            ("--let-waits-move", []), ("150", ["150", "--minimise", "change"]),
            ("150", ["150", "--most-cost", "90000"]), ("pwp=0..1", ["hit=0..1"]), ("150", ["150", "--seed", "5"]),
        ]
        for other in others {
            let outcome = try run(small.flatMap { $0 == other.was ? other.now : [$0] })
            #expect([0, 10].contains(outcome.code), "\(other.now): \(outcome.err)")
            #expect(!outcome.err.contains("Going on"), "\(other.now)")
        }
    }

    @Test func aPlanThatWasStoppedGoesOnByTheSameCommand() throws {
        let cache = ["XDG_CACHE_HOME": workspace.path + "/cache"]
        let asked = [
            "plan", "service.yaml", "--target", "first-appointment-wait-mean<=16", "--let-waits-move", "--vary",
            "pwp=0..6", "--vary", "hit=0..6", "--weeks", "520", "--budget", "150",
        ]
        let child = try workspace.start(
            Workspace.program, asked.map { $0 == "150" ? "1000000" : $0 }, environment: cache)
        try child.wait { workspace.names(in: "cache/stepcare/plans")?.contains { $0.hasSuffix(".json") } ?? false }
        kill(child.number, SIGINT)
        let stopped = try child.outcome()
        #expect(stopped.code == 130 && stopped.out.isEmpty)
        #expect(stopped.err == "Stopped; the same command goes on from here.\n")
        func again(_ more: [String]) throws -> Outcome {
            try workspace.start(Workspace.program, asked + ["--format", "json"] + more, environment: cache).outcome()
        }
        let (goesOn, anew) = (try again([]), try again(["--fresh"]))
        #expect(goesOn.err.contains("Going on from what this plan tried before"), "\(goesOn.err)")
        #expect(!anew.err.contains("Going on") && anew.out == goesOn.out && anew.code == goesOn.code)
    }

    @Test func anAnswerSaysWhatItHangsOn() throws {
        let (code, out, err) = try run([
            "sensitivity", "service.yaml", "--weeks", "12", "--budget", "250", "--format", "json", "--vary",
            "attendance.did-not-attend-first=0.05..0.3", "--vary", "workforce.bookable-share=0.6..1.1",
        ])
        #expect(code == 0, "\(err)")
        let document = try #require(JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
        let rows = try #require(document["assumptions"] as? [[String: Any]])
        #expect(rows.count == 2 && rows.allSatisfy { $0["at_low"] is Double })
    }
}
