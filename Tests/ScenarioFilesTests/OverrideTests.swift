import CareModel
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

/// Values from the command line.
@Suite struct OverrideTests {
    private func folder() throws -> Folder {
        let folder = try Folder()
        try folder.write("service.yaml", sound)
        return folder
    }

    private func load(_ set: (key: String, value: String)...) throws -> ServiceScenario {
        try folder().load(set: set).scenario
    }

    private func expect(
        _ key: String, _ value: String, says lines: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let found = try folder().faults(set: [(key, value)])
        #expect(found == lines, sourceLocation: sourceLocation)
    }

    @Test func aKeyOfTheTop() throws {
        #expect(try load(("weeks", "10")).weeks == 10)
        #expect(try load(("weeks", "10"), ("weeks", "12")).weeks == 12)
        #expect(try load(("closed-days", "[2026-12-24, 2026-12-31]")).closedDays.count == 2)
        #expect(try load(("standards.first-appointment-days", "21")).standards.firstAppointmentDays == 21)
    }

    @Test func aKeyOfPracticeActsOnEveryTeam() throws {
        #expect(try load(("attendance.late", "0.2")).teams[0].practice.attendance.late == 0.2)
        #expect(try load(("diary.low-first-share", "0.5")).teams[0].practice.diary.lowFirstShare == 0.5)
        #expect(try load(("diary", "{ low-first-share: 0.5 }")).teams[0].practice.diary.lowFirstShare == 0.5)
        #expect(try load(("assessment-week.trigger.above", "35")).teams[0].practice.assessmentWeek.above == 35)
    }

    @Test func aKeyOfOneTeam() throws {
        #expect(try load(("teams.mid-essex.referrals.per-week", "300")).teams[0].referrals.perWeek == 300)
        #expect(try load(("teams.mid-essex.attendance.late", "0.2")).teams[0].practice.attendance.late == 0.2)
        #expect(try load(("teams.mid-essex.opening-hours.to", "18:00")).teams[0].openingHours.end == 18 * 60)
    }

    @Test func staffByRoleOrByNumber() throws {
        #expect(try load(("teams.mid-essex.staff.pwp.count", "16")).teams[0].staff[0].count == 16)
        #expect(try load(("teams.mid-essex.staff[2].count", "5")).teams[0].staff[1].count == 5)
        let staff = try load(("teams.mid-essex.staff", "[{role: pwp, count: 3}, {role: hit}]")).teams[0].staff
        #expect(staff.map(\.count) == [3, 1])
    }

    @Test func oneShareIsSetAmongThoseInForce() throws {
        let high = try load(("high-intensity.modalities.emdr", "0.2")).teams[0].practice.high.modalities
        #expect(high[1] == 1)
        #expect(high[5] == 0.2)
        let sources = try load(("teams.mid-essex.referrals.sources.gp", "0.2")).teams[0].referrals.sources
        #expect(sources[2] == 0.2)
        #expect(sources[9] == 0.23)
        let ages = try load(("teams.mid-essex.referrals.age-bands.under-18", "0.1")).teams[0].referrals.ageBands
        #expect(ages == [0.1, 0.195, 0.721, 0.069])
    }

    @Test func aLever() throws {
        var practice = Practice()
        try load(("levers.surge.set.diary.low-first-share", "0.7")).levers[0].change(&practice)
        #expect(practice.diary.lowFirstShare == 0.7)
        #expect(try load(("levers.surge.when.above", "40")).levers[0].condition?.above == 40)
    }

    // swift-format-ignore
    @Test func faultsNameTheKey() throws {
        try expect("attendance.lat", "0.2", says: [
            "--set: attendance.lat: unknown key; did you mean 'late'?",
        ])
        try expect("attendance.late", "2", says: [
            "--set: attendance.late: 2 is out of range; 2% is 0.02 (0 to 1)",
        ])
        try expect("attendance.late", "", says: [
            "--set: attendance.late: has no value (0 to 1)",
        ])
        try expect("attendance", "3", says: [
            "--set: attendance: '3' is not a mapping (keys such as misses-that-end, cancellations-count, "
                + "contact-working-days, did-not-attend-first)",
        ])
        try expect("weeks.number", "3", says: [
            "--set: weeks.number: there is nothing below '104' (a key that has keys of its own)",
        ])
        try expect("weeks", "[1", says: [
            "--set: weeks: is not YAML: did not find expected ',' or ']' while parsing a flow sequence (a "
                + "comma between elements, and a bracket at the end)",
        ])
        try expect("", "3", says: [
            "--set: is not a key (names with dots between them, such as attendance.late)",
        ])
        try expect("teams..weeks", "3", says: [
            "--set: teams..weeks: is not a key (names with dots between them, such as attendance.late)",
        ])
        try expect("extends", "other.yaml", says: [
            "--set: extends: cannot be set (keys of the scenario itself)",
        ])
        try expect("teams.mid-esex.referrals.per-week", "3", says: [
            "--set: teams.mid-esex.referrals.per-week: there is no 'mid-esex'; did you mean 'mid-essex'? (one "
                + "of mid-essex)",
        ])
        try expect("teams.mid-essex.staff.pwpp.count", "3", says: [
            "--set: teams.mid-essex.staff.pwpp.count: there is no 'pwpp'; did you mean 'pwp'? (one of pwp, "
                + "hit, trainee-pwp)",
        ])
        try expect("teams.mid-essex.staff[9].count", "3", says: [
            "--set: teams.mid-essex.staff[9].count: there is no element 9 (1 to 3)",
        ])
        try expect("teams.mid-essex.staff[0].count", "3", says: [
            "--set: teams.mid-essex.staff[0].count: there is no element 0 (1 to 3)",
        ])
        try expect("teams.mid-essex.staff.pwp.wte", "full", says: [
            "--set: teams.mid-essex.staff.pwp.wte: 'full' is not a number (above 0, up to 1)",
        ])
        try expect("levers.surge.set.diary.low-frist-share", "0.7", says: [
            "--set: levers.surge.set.diary.low-frist-share: unknown key of practice; did you mean "
                + "'diary.low-first-share'?",
        ])
        try expect("teams.mid-essex.high-intensity.modalities.dit", "0.1", says: [
            "--set: teams.mid-essex.high-intensity.modalities: nobody in mid-essex is trained in dit, and its "
                + "share is 0.1 (staff with modalities: [dit], or share 0)",
        ])
        try expect("starts", "2026-11-25", says: [
            "--set: starts: 2026-11-25 is a Wednesday; the nearest Monday is 2026-11-23 (a Monday as YYYY-MM-DD)",
        ])
        try expect("teams", "[]", says: [
            "--set: teams: the list is empty (a list with at least one team, such as '- name: mid-essex')",
        ])
        try expect("teams.mid-essex", "3", says: [
            "--set: teams[1]: '3' is not a mapping (keys such as name, title, youngest-age, opening-hours)",
        ])
        try expect("weeks", "!measurd 3", says: [
            "--set: weeks: '!measurd' is not a kind of source; did you mean '!measured'? (!policy, !published, "
                + "!measured, !assumed)",
        ])
    }

    @Test func aRoleThatStandsTwiceNeedsItsNumber() throws {
        let folder = try folder()
        let staff = (key: "teams.mid-essex.staff", value: "[{role: pwp}, {role: pwp}, {role: hit}]")
        let found = folder.faults(set: [staff, ("teams.mid-essex.staff.pwp.count", "2")])
        #expect(found == ["--set: teams.mid-essex.staff.pwp.count: there are 2 of 'pwp' (one of [1], [2])"])
    }
}
