import CareModel
import Foundation
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

/// What can be wrong with the file itself.
@Suite struct FileFaultTests {
    private func expect(
        _ text: String, says lines: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let folder = try Folder()
        try folder.write("service.yaml", text)
        let found = folder.faults()
        #expect(found == lines, sourceLocation: sourceLocation)
    }

    private func kind(_ folder: Folder, _ name: String) -> ScenarioErrors.Kind? {
        do {
            _ = try folder.load(name)
            return nil
        } catch { return error.kind }
    }

    @Test func aFileThatIsNotThere() throws {
        let folder = try Folder()
        #expect(
            folder.faults("absent.yaml") == [
                "absent.yaml: is not there (a scenario file that may be read)"
            ])
        #expect(kind(folder, "absent.yaml")?.exitCode == 66)
    }

    @Test func aDirectory() throws {
        let folder = try Folder()
        try FileManager.default.createDirectory(atPath: folder.path + "/north", withIntermediateDirectories: false)
        #expect(
            folder.faults("north") == [
                "north: is a directory (a scenario file)"
            ])
        #expect(kind(folder, "north")?.exitCode == 66)
    }

    @Test func anUnreadableFile() throws {
        let folder = try Folder()
        try folder.write("service.yaml", sound)
        chmod(folder.path + "/service.yaml", 0)
        if geteuid() != 0 { #expect(folder.faults() == ["service.yaml: cannot be opened: Permission denied"]) }
    }

    /// Whoever read it first would never come to the end.
    @Test func aFileOfATerabyteIsRefusedUnread() throws {
        let folder = try Folder()
        try folder.write("service.yaml", "")
        #expect(truncate(folder.path + "/service.yaml", 1 << 40) == 0)
        #expect(
            folder.faults() == [
                "service.yaml: is too large for a scenario: 1048576 MB (at most 4 MB)"
            ])
        #expect(kind(folder, "service.yaml")?.exitCode == 65)
    }

    @Test func anEndlessDevice() throws {
        #expect(throws: ScenarioErrors.self) { _ = try ScenarioLoader.load(path: "/dev/zero") }
    }

    @Test func emptyFiles() throws {
        try expect(
            "",
            says: [
                "service.yaml: is empty (a scenario needs at least name, starts and teams)"
            ])
        try expect(
            "\n  \n",
            says: [
                "service.yaml: is empty (a scenario needs at least name, starts and teams)"
            ])
        try expect(
            "# a comment\n",
            says: [
                "service.yaml: is empty (a scenario needs at least name, starts and teams)"
            ])
        try expect(
            "---\n",
            says: [
                "service.yaml: is empty (a scenario needs at least name, starts and teams)"
            ])
        try expect(
            "- one\n",
            says: [
                "service.yaml:1:1: a list is not a mapping (keys such as name, starts, teams)"
            ])
    }

    @Test func notUTF8() throws {
        let folder = try Folder()
        try folder.write("service.yaml", bytes: Array("name: a\ntitle: caf".utf8) + [0xE9, 0x0A])
        #expect(
            folder.faults() == [
                "service.yaml:2:11: is not UTF-8: byte 0xE9 at offset 18 (a file saved as UTF-8)"
            ])
        try folder.write("service.yaml", bytes: [0xFF, 0xFE, 0x6E, 0x00])
        #expect(
            folder.faults() == [
                "service.yaml:1:1: is UTF-16 (a file saved as UTF-8)"
            ])
    }

    @Test func aByteOrderMarkIsAllowed() throws {
        let folder = try Folder()
        try folder.write("service.yaml", bytes: [0xEF, 0xBB, 0xBF] + Array(sound.utf8))
        #expect(folder.faults() == [])
    }

    @Test func syntax() throws {
        try expect(
            "name: a\n\tweeks: 3\n",
            says: [
                "service.yaml:2:1: is not YAML: found a tab character that violates indentation while scanning a "
                    + "plain scalar (indent with spaces, not tabs)"
            ])
        try expect(
            "name: a: b\n",
            says: [
                "service.yaml:1:8: is not YAML: mapping values are not allowed in this context ('key: value' once "
                    + "a line; put a text that has ': ' in quotation marks)"
            ])
        try expect(
            "name: [a\nweeks: 3\n",
            says: [
                "service.yaml:2:6: is not YAML: did not find expected ',' or ']' while parsing a flow sequence (a "
                    + "comma between elements, and a bracket at the end)"
            ])
        try expect(
            "name: a\n---\nname: b\n",
            says: [
                "service.yaml:2:1: holds a second document (one document a file, without a second '---')"
            ])
        try expect(
            "name: *missing\n",
            says: [
                "service.yaml:1:7: is not YAML: found undefined alias (an anchor '&name' before the alias '*name')"
            ])
        try expect(
            "name: a\u{0}b\n",
            says: [
                "service.yaml:1:8: is not YAML: control characters are not allowed (printable text)"
            ])
        try expect(
            "? [a]\n: b\n",
            says: [
                "service.yaml:1:3: a key must be plain text (such as 'weeks')"
            ])
    }

    @Test func aKeyThatStandsTwice() throws {
        try expect(
            "name: a\nweeks: 3\nname: b\n",
            says: [
                "service.yaml:3:1: name: stands twice; the first is on line 1 (once in each mapping)"
            ])
        try expect(
            "name: a\nstandards:\n  perinatal-treatment-days: 3\n  perinatal-treatment-days: 4\n",
            says: [
                "service.yaml:4:3: perinatal-treatment-days: stands twice; the first is on line 3 "
                    + "(once in each mapping)"
            ])
        try expect(
            "standards: { first-appointment-days: 3, first-appointment-days: 4 }\n",
            says: [
                "service.yaml:1:41: first-appointment-days: stands twice; the first is on line 1 (once in each mapping)"
            ])
    }

    @Test func aliasesOfAliasesEnd() throws {
        var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (one, other) in zip("abcdefgh", "bcdefghi") {
            text += "\(other): &\(other) [" + Array(repeating: "*\(one)", count: 9).joined(separator: ", ") + "]\n"
        }
        try expect(
            text,
            says: [
                "service.yaml: holds too many values, aliases written out (at most 200000)"
            ])
        try expect(
            text + "*i : 1\n",
            says: [
                "service.yaml:10:1: a key must be plain text (not an alias, a list or a mapping)"
            ])
        try expect(
            String(repeating: "[", count: 100_000),
            says: [
                "service.yaml:1:1: brackets nest too deep (at most 64)"
            ])
        try expect(
            String(repeating: "- ", count: 100_000) + "a",
            says: [
                "service.yaml:1:1999: nests too deep (at most 64 levels)"
            ])
    }

    @Test func anchorsAreAllowed() throws {
        let folder = try Folder()
        let north = "  - { name: north, population: *p, staff: [{ role: pwp }, { role: hit }] }"
        let twice = sound.replacingOccurrences(of: "population: {", with: "population: &p {")
            .replacingOccurrences(of: "levers:", with: "\(north)\nlevers:")
        try folder.write("service.yaml", twice)
        #expect(try folder.load().scenario.teams[1].population.registered == 390_000)
    }
}
