import CareModel
import Foundation
import ScenarioFiles
import ServiceSimulation
import Testing

@testable import Workbench

/// Answers become a scenario, or are refused in words; what a tenth more of each does is measured, and a list that no
/// service would have is said to be one.
@Suite struct SetUpTests {
    private let folder = TwoTeams.Folder()

    private func read(_ entered: [String: String]) -> (answers: SetUpAnswers, faults: [SetUpFault]) {
        SetUpAnswers.read { entered[$0] }
    }

    private static let least = ["title": "Ebb", "referrals": "12", "pwp": "2", "hit": "2"]

    private func saved(_ entered: [String: String]) -> SavedSetUp {
        SavedSetUp(
            name: "Ebb", owner: 1, ownerName: "Invented", keptAt: "today", answers: read(entered).answers,
            today: CivilDay(year: 2026, month: 11, day: 26) ?? CivilDay(number: 0))
    }

    @Test func theLeastThatIsNeededIsAScenario() throws {
        #expect(read(Self.least).faults.isEmpty)
        for missing in ["title", "referrals", "pwp", "hit"] {
            let faults = read(Self.least.filter { $0.key != missing }).faults
            #expect(faults.map(\.question) == [missing])
        }
        let loaded = try ScenarioLoader.load(.text(saved(Self.least).text))
        #expect("\(loaded.scenario.starts)" == "2026-11-23" && loaded.scenario.teams.count == 1)
        #expect(loaded.scenario.teams[0].staff.map(\.count) == [2, 2])
    }

    /// Both ends of every question are a scenario, whatever else is answered.
    @Test func bothEndsOfEachQuestionAreAScenario() throws {
        for question in SetUpQuestion.all {
            for value in [question.range.lowerBound, question.range.upperBound] {
                var entered = Self.least.merging(["senior-pwp": "1", "senior-hit": "1"]) { $1 }
                entered[question.id] = NumberText.of(value)
                let (_, faults) = read(entered)
                #expect(faults.isEmpty, "\(question.id) \(value): \(faults)")
                _ = try ScenarioLoader.load(.text(saved(entered).text))
            }
            for wrong in [
                NumberText.of(question.range.upperBound + 1), NumberText.of(question.range.lowerBound - 1), "many",
            ] {
                var entered = Self.least
                entered[question.id] = wrong
                #expect(read(entered).faults.contains { $0.question == question.id }, "\(question.id) \(wrong)")
            }
        }
    }

    @Test(arguments: ["Ebb: \"&<'{}[]#", "-", "№ 5 \\ ´", "name: x\n  evil: y", "null"])
    func anyTitleIsATitle(title: String) throws {
        let entered = Self.least.merging(["title": title]) { $1 }
        let loaded = try ScenarioLoader.load(.text(saved(entered).text))
        #expect(loaded.scenario.title == title.replacing("\n  ", with: " "))
    }

    @Test func whatWasAnsweredIsMeasuredAndAllElseIsTold() throws {
        let bench = TwoTeams.bench(folder)
        let check = try bench.check(saved(Self.least.merging(["in-treatment": "9000"]) { $1 }))
        #expect(check.warnings.contains { $0.contains("More people are in treatment than") })
        #expect(check.answered >= 4 && check.defaults > 100 && check.assumed.count > 5)
        #expect(check.assumed.contains { $0.meaning.contains("sessions that people need") })
        let told = try bench.check(saved(Self.least.merging(["low-sessions": "5", "high-sessions": "11"]) { $1 }))
        #expect(!told.assumed.contains { $0.meaning.contains("sessions that people need") })
    }

    /// Many more referrals than two can see: the list explodes, and referrals or posts are what moves it. With hardly
    /// any referrals it is all but gone.
    @Test func aListThatNoServiceWouldHaveIsSaidToBeOne() async throws {
        let bench = TwoTeams.bench(folder)
        let many = try await bench.judge(saved(Self.least.merging(["referrals": "60", "waiting-first": "40"]) { $1 }))
        #expect(many.waitingAtEnd > 2 * many.waitingAtStart && many.absurdities.count == 1)
        let words = try #require(many.absurdities.first)
        #expect(words.contains("grows from") && words.contains("Referrals a week"), "\(words)")
        #expect(many.moved.first?.isTold == true && many.runs == SetUpJudgement.runs)
        #expect(many.moved.contains { $0.question.id == "referrals" && $0.to == 66 && $0.people > 0 })
        let few = try await bench.judge(
            saved(Self.least.merging(["referrals": "1", "pwp": "4", "hit": "4", "waiting-first": "60"]) { $1 }))
        #expect(few.absurdities.first?.contains("all but gone") == true, "\(few)")
        let usual = try await bench.judge(saved(Self.least.merging(["waiting-first": "20"]) { $1 }))
        #expect(usual.absurdities.isEmpty, "\(usual.waitingAtStart) \(usual.waitingAtEnd)")
        #expect(bench.judgement(of: saved(Self.least.merging(["waiting-first": "20"]) { $1 })) != nil)
    }

    @Test func anotherAnswerIsAnotherScenario() throws {
        let bench = TwoTeams.bench(folder)
        let (one, other) = (saved(Self.least), saved(Self.least.merging(["pwp": "3"]) { $1 }))
        _ = try bench.setUps.keep(one)
        #expect(bench.entries.map(\.name) == ["this-service", one.scenarioName])
        #expect(one.scenarioName != other.scenarioName && bench.setUp(ofScenario: other.scenarioName) == nil)
        #expect(try bench.scenario(one.scenarioName).sliders.contains { $0.id == "team.posts.1" })
    }
}
