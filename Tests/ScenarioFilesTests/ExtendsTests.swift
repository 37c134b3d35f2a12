import CareModel
import Foundation
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

/// Files that change other files.
@Suite struct ExtendsTests {
    private func folder(_ change: String) throws -> Folder {
        let folder = try Folder()
        try folder.write("base.yaml", sound)
        try folder.write("service.yaml", change)
        return folder
    }

    @Test func mappingsTeamsAndLeversMerge() throws {
        let folder = try folder(
            """
            extends: base.yaml
            name: with-more
            teams:
              - name: mid-essex
                referrals: { per-week: 250, sources: { gp: 0.2 } }
              - name: west-essex
                staff: [{ role: pwp }, { role: hit }]
            levers:
              - name: surge
                until: 2027-04-01
            """)
        let loaded = try folder.load()
        let scenario = loaded.scenario
        #expect(scenario.name == "with-more")
        #expect(scenario.teams.map(\.name) == ["mid-essex", "west-essex"])
        #expect(scenario.teams[0].referrals.perWeek == 250)
        #expect(abs(scenario.teams[0].referrals.sources[2] - 0.2) < 1e-12)
        #expect(abs(scenario.teams[0].referrals.sources[9] - 0.23) < 1e-12)
        #expect(scenario.teams[0].staff.count == 3)
        #expect(scenario.levers.count == 1)
        #expect(scenario.levers[0].until?.description == "2027-04-01")
        let files = loaded.files.map { $0.replacingOccurrences(of: folder.path + "/", with: "") }
        #expect(files == ["service.yaml", "base.yaml"])
        let doubts = loaded.warnings.filter { !$0.message.hasPrefix("is not given") }
        let warnings = doubts.map { $0.description.replacingOccurrences(of: folder.path + "/", with: "") }
        #expect(
            warnings == [
                "service.yaml:5:42: teams.mid-essex.referrals.sources: the shares add up to 1.11"
                    + " and are scaled to 1 (1 in all)"
            ])
    }

    @Test func otherListsAreReplaced() throws {
        let folder = try folder(
            "extends: base.yaml\nteams:\n  - name: mid-essex\n    staff: [{ role: pwp }, { role: hit }]\n")
        #expect(try folder.load().scenario.teams[0].staff.count == 2)
    }

    @Test func aFaultNamesTheFileItStandsIn() throws {
        let folder = try folder("extends: base.yaml\nweeks: 0\n")
        try folder.write("base.yaml", sound.replacingOccurrences(of: "wte: 0.8", with: "wte: 8"))
        #expect(
            folder.faults() == [
                "service.yaml:2:8: weeks: 0 is out of range (1 to 520)",
                "base.yaml:12:27: teams.mid-essex.staff.hit.wte: 8 is out of range (above 0, up to 1)",
            ])
    }

    @Test func aCircleIsShown() throws {
        let folder = try folder("extends: base.yaml\n")
        try folder.write("base.yaml", "name: a\nextends: ./service.yaml\n")
        #expect(
            folder.faults() == [
                "base.yaml:2:10: extends: goes in a circle: service.yaml → base.yaml → ./service.yaml"
                    + " (a file that extends none of these)"
            ])
        try folder.write("service.yaml", "extends: service.yaml\n")
        #expect(
            folder.faults() == [
                "service.yaml:1:10: extends: goes in a circle: service.yaml → service.yaml"
                    + " (a file that extends none of these)"
            ])
    }

    @Test func aMissingFileIsShownWhereItIsNamed() throws {
        let folder = try folder("name: a\nextends: bsae.yaml\n")
        #expect(
            folder.faults() == [
                "service.yaml:2:10: extends: 'bsae.yaml' is not there (a scenario file that may be read)"
            ])
        do {
            _ = try folder.load()
        } catch { #expect(error.kind == .missingInput) }
    }

    @Test func aFolderOrAListIsNoBase() throws {
        #expect(
            try folder("extends: .\n").faults() == ["service.yaml:1:10: extends: '.' is a directory (a scenario file)"])
        #expect(
            try folder("extends: [base.yaml]\n").faults() == [
                "service.yaml:1:10: extends: a list is not a file (a scenario file, relative to this one)"
            ])
    }

    @Test func theFingerprintIsThatOfTheFilesOneAfterTheOther() throws {
        let folder = try Folder()
        try folder.write("service.yaml", sound)
        let alone = try folder.load().sha256
        #expect(alone.count == 64)
        try folder.write("base.yaml", sound)
        try folder.write("service.yaml", "extends: base.yaml\n")
        let joined = try folder.load().sha256
        #expect(joined != alone)
        #expect(try folder.load(set: [("weeks", "10")]).sha256 != joined)
        #expect(try folder.load().sha256 == joined)
    }
}
