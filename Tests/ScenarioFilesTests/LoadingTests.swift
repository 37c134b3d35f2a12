import CareModel
import ScenarioFiles
import ServiceSimulation
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
        #expect(loaded.warnings.isEmpty)
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
