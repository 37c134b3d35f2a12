import CareModel
import Foundation
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

/// Scenarios that are texts and not files.
@Suite struct SourceTests {
    private let change = """
        extends: base.yaml
        name: with-more
        teams: [{ name: mid-essex, referrals: { per-week: 250 } }]
        """

    @Test func aTextIsReadAsTheFileOfItIs() throws {
        let folder = try Folder()
        try folder.write("base.yaml", sound)
        try folder.write("service.yaml", change)
        let file = try folder.load()
        let text = try ScenarioLoader.load(
            .text(change, name: "service.yaml", beside: [ScenarioText(name: "base.yaml", text: sound)]))
        #expect(text.assumptions == file.assumptions)
        #expect(text.sha256 == file.sha256)
        #expect(text.files == ["service.yaml", "base.yaml"])
        #expect(text.texts.map(\.text) == file.texts.map(\.text))
        #expect(text.scenario.teams[0].referrals.perWeek == 250)
    }

    @Test func whatATextExtendsIsFoundInAFolderToo() throws {
        let folder = try Folder()
        try folder.write("base.yaml", sound)
        let loaded = try ScenarioLoader.load(.text(change, folder: folder.path))
        #expect(loaded.files == ["scenario.yaml", folder.path + "/base.yaml"])
        #expect(loaded.scenario.teams[0].referrals.perWeek == 250)
    }

    @Test func aTextIsFoundByItsNameWithoutFolders() throws {
        let loaded = try ScenarioLoader.load(
            .text("extends: ../shared/base.yaml", beside: [ScenarioText(name: "base.yaml", text: sound)]))
        #expect(loaded.scenario.name == "north-essex")
    }

    @Test func textsOfOneNameExtendTheNextOne() throws {
        let loaded = try ScenarioLoader.load(
            .text(
                "extends: old/service.yaml\nname: new", name: "service.yaml",
                beside: [ScenarioText(name: "service.yaml", text: sound)]))
        #expect(loaded.scenario.name == "new")
        #expect(loaded.scenario.teams.count == 1)
    }

    @Test func whatNobodyHasIsMissing() {
        #expect(
            throws: ScenarioErrors(
                kind: .missingInput,
                diagnostics: [
                    FileFault(
                        file: "scenario.yaml", line: 1, column: 10, key: "extends", message: "'base.yaml' is not there",
                        allowed: "a scenario file that may be read")
                ])
        ) { try ScenarioLoader.load(.text(change)) }
    }

    @Test func aTextThatExtendsItselfGoesInACircle() {
        #expect(
            faults(ofText: "extends: service.yaml") == [
                "service.yaml:1:10: extends: goes in a circle: service.yaml → service.yaml "
                    + "(a file that extends none of these)"
            ])
    }

    @Test func faultsOfATextHaveItsNameAndTheirPlace() {
        #expect(
            faults(ofText: "name: x\nstarts: 2026-11-24\nteams: [{ name: a }]")
                .contains { $0.hasPrefix("service.yaml:2:9: starts: 2026-11-24 is a Tuesday") })
        #expect(faults(ofText: "").first?.hasPrefix("service.yaml: is empty") == true)
        let large = String(repeating: "# a line of nothing but comment\n", count: 140_000)
        #expect(faults(ofText: large).first?.contains("is too large for a scenario: 4 MB") == true)
    }

    @Test func changesAreLaidOverATextInOrder() throws {
        let changes = ["1", "2"].map { ScenarioChange(key: "attendance.late", value: "0.\($0)") }
        let loaded = try ScenarioLoader.load(.text(sound), changes: changes)
        #expect(loaded.scenario.teams[0].practice.attendance.late == 0.2)
    }
}
