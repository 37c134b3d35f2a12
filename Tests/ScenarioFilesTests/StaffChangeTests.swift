import CareModel
import Foundation
import ServiceSimulation
import TestSupport
import Testing

@testable import ScenarioFiles

/// Who leaves, who joins and who is away, a line each; and teams of another file that are left out.
@Suite struct StaffChangeTests {
    private func folder(_ lines: String) throws -> Folder {
        let folder = try Folder()
        let changed = sound.replacingOccurrences(
            of: "    diary: { low-first-share: 0.3 }\n", with: "    staff-changes:\n\(lines)\n")
        #expect(changed != sound)
        try folder.write("service.yaml", changed)
        return folder
    }

    @Test func aLeaverAJoinerAndALeaveThatIsCovered() throws {
        let staff = try folder(
            """
                  - { leaves: pwp 3, on: 2027-03-01 }
                  - { joins: hit, on: 2027-04-05, wte: 0.6, modalities: [emdr] }
                  - { away: pwp 2, from: 2027-05-03, until: 2028-01-28, cover: true }
            """
        ).load().scenario.teams[0].staff
        #expect(staff.count == 5)
        #expect(staff[0].count == 14)
        #expect(staff[0].changes.map(\.member) == [2, 1])
        #expect(staff[0].changes[0].lastDay?.description == "2027-03-01")
        #expect(staff[0].changes[1].away?.upperBound.description == "2028-01-28")
        #expect(staff[3].role == .highIntensityTherapist && staff[3].wte == 0.6)
        #expect(staff[3].modalities.map(\.name) == ["emdr"])
        #expect(staff[3].from?.description == "2027-04-05" && staff[3].count == 1)
        #expect(staff[4].role == .wellbeingPractitioner && staff[4].caseload == 70)
        #expect(staff[4].from?.description == "2027-05-03" && staff[4].until?.description == "2028-01-28")
    }

    @Test func whatIsWrongIsSaidWithItsPlace() throws {
        let faults = try folder(
            """
                  - { leaves: pwp 15, on: 2027-03-01 }
                  - { leaves: pwp, on: 2027-03-01 }
                  - { leaves: nurse 1, on: 2027-03-01 }
                  - { leaves: pwp 1 }
                  - { away: pwp 1, from: 2027-03-01, until: 2027-02-01 }
                  - { joins: pwp, on: 2027-03-01, cover: true }
                  - { leaves: pwp 1, joins: hit, on: 2027-03-01 }
                  - { on: 2027-03-01 }
            """
        ).faults()
        let key = "teams.mid-essex.staff-changes"
        #expect(faults.count == 8, "\(faults)")
        for (index, message) in [
            "[1].leaves: the team has 14 of 'pwp' (pwp 1 to pwp 14)",
            "[2].leaves: the team has 14 of 'pwp' (pwp 1 to pwp 14)",
            "[3].leaves: the team has no 'nurse' (pwp, hit, trainee-pwp)", "[4].on: is missing (a date as YYYY-MM-DD)",
            "[5].until: 2027-02-01 is before from, 2027-03-01 (2027-03-01 or later)",
            "[6].cover: does not go with joins (on, wte, modalities)",
            "[7]: says leaves and joins (one of leaves, joins, away)", "[8]: says nothing (one of leaves, joins, away)",
        ].enumerated() where index < faults.count {
            #expect(faults[index].hasPrefix("service.yaml:\(15 + index):"), "\(faults[index])")
            #expect(faults[index].hasSuffix("\(key)\(message)"), "\(faults[index])")
        }
    }

    /// Clinical time that the team has in each of some weeks, without sickness, leave or turnover.
    private func bookable(_ lines: String) throws -> [Int] {
        let steady = [
            ("workforce.sickness", "0"), ("workforce.leave-days", "0"), ("workforce.training-days", "0"),
            ("workforce.parental-leave-per-year", "0"), ("workforce.low-leavers-per-year", "0"),
            ("workforce.high-leavers-per-year", "0"), ("workforce.duty-rota", "false"), ("weeks", "12"),
            ("levers", "[]"), ("uncertainty.capacity", "0"),
        ]
        let loaded = try folder(lines).load(set: steady.map { (key: $0.0, value: $0.1) })
        let scenario = loaded.scenario
        var simulation = Simulation(
            scenario, from: ServiceSnapshot(taken: scenario.starts.start), seed: 1, replication: 0, weeks: 12)
        simulation.checksInvariants = true
        simulation.run()
        let record = simulation.finish()
        return (0..<12).map { record.count(.bookableMinutes, week: $0, team: 0, role: .wellbeingPractitioner) }
    }

    @Test func theyAct() throws {
        let usual = try bookable("      - { joins: hit, on: 2026-11-23 }")
        let left = try bookable("      - { leaves: pwp 3, on: 2026-12-20 }")
        #expect(left[3] == usual[3] && left[5] < usual[5] && left[11] < usual[11])
        let joined = try bookable("      - { joins: pwp, on: 2026-12-21 }")
        #expect(joined[3] == usual[3] && joined[5] > usual[5])
        let away = try bookable("      - { away: pwp 2, from: 2026-12-21, until: 2027-01-17 }")
        #expect(away[3] == usual[3] && away[6] < usual[6] && away[9] == usual[9])
    }

    @Test func aFileLeavesOutTeamsOfTheFileThatItExtends() throws {
        let folder = try Folder()
        let two = sound.replacingOccurrences(
            of: "levers:\n", with: "  - name: west-essex\n    staff: [{ role: pwp }, { role: hit }]\nlevers:\n")
        try folder.write("base.yaml", two.replacingOccurrences(of: "teams: [mid-essex]", with: "teams: []"))
        try folder.write(
            "service.yaml",
            "extends: base.yaml\nname: one-team\nteams:\n  - { name: mid-essex, drop: true }\n"
                + "levers:\n  - { name: surge, drop: true }\n")
        let scenario = try folder.load().scenario
        #expect(scenario.teams.map(\.name) == ["west-essex"])
        #expect(scenario.levers.isEmpty)
        try folder.write(
            "service.yaml", "extends: base.yaml\nname: one-team\nteams:\n  - { name: mid, drop: true }\n")
        let faults = folder.faults()
        #expect(
            faults.contains { $0.hasPrefix("service.yaml:4:24: teams.mid.drop: there is nothing of this name") },
            "\(faults)")
    }
}
