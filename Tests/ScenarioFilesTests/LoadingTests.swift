import CareModel
import Foundation
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

/// What a sound file gives.
@Suite struct LoadingTests {
    @Test func aSoundFileFillsTheScenario() throws {
        let folder = try Folder()
        try folder.write("service.yaml", sound)
        let loaded = try folder.load()
        let scenario = loaded.scenario
        #expect(scenario.name == "north-essex")
        #expect(scenario.title == "North Essex")
        #expect(scenario.starts == CivilDay(year: 2026, month: 11, day: 23))
        let team = try #require(scenario.teams.first)
        #expect(team.population.registered == 390_000)
        #expect(team.referrals.perWeek == 222)
        #expect(abs(team.referrals.sources[0] - 0.578) < 1e-12)
        #expect(team.staff.map(\.role.name) == ["pwp", "hit", "trainee-pwp"])
        #expect(team.staff[1].modalities == [.cognitiveBehaviouralTherapy, .eyeMovementDesensitisation])
        #expect(team.practice.attendance.didNotAttendFirst == 0.1)
        #expect(team.practice.diary.lowFirstShare == 0.3)
        #expect(loaded.warnings.allSatisfy { $0.message.hasPrefix("is not given") })
        #expect(loaded.sha256 == "a0b2001d1a001ad41b8b01d61c075b6b6cd43584502de6e3c70deb6c513b0c09", "of sha256sum")
    }

    @Test func aLeverChangesPractice() throws {
        let folder = try Folder()
        try folder.write("service.yaml", sound)
        let lever = try #require(try folder.load().scenario.levers.first)
        var practice = Practice()
        lever.change(&practice)
        var expected = Practice()
        expected.diary.lowFirstShare = 0.6
        #expect(practice == expected)
        #expect(lever.teams == [0])
        #expect(lever.condition?.above == 28)
    }
}

@Suite struct DocumentedExampleTests {
    @Test func theDocumentedScenarioLoads() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = root.appendingPathComponent("Sources/ScenarioFiles/ScenarioFiles.docc/ScenarioFiles.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let after = try #require(text.range(of: "```yaml\n"))
        let end = try #require(text.range(of: "```\n", range: after.upperBound..<text.endIndex))
        let folder = try Folder()
        try folder.write("service.yaml", String(text[after.upperBound..<end.lowerBound]))
        #expect(folder.faults() == [])
        let set = [
            ("attendance.late", "0.05"), ("teams.mid-essex.staff.pwp.count", "16"),
            ("teams.mid-essex.staff[2].wte", "0.6"),
            ("levers.new-year-surge.set.diary.low-first-share", "0.6"), ("high-intensity.modalities.emdr", "0.2"),
        ]
        let loaded = try folder.load(set: set.map { (key: $0.0, value: $0.1) })
        #expect(loaded.scenario.teams[0].practice.high.modalities[5] == 0.2)
        #expect(
            loaded.warnings.count { $0.message.contains("add up") } == 2,
            "the shares add up to more than 1, at the top and in the team")
    }
}
