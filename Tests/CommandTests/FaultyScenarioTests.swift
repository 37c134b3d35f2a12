import Foundation
import TestSupport
import Testing

/// What is wrong with a scenario: every fault on a line of its own, exit code 65 or 66, nothing on standard output.
@Suite struct FaultyScenarioTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    /// `check` and `forecast` both say this, and the forecast leaves no folder.
    private func expect(
        _ file: String, code: Int32, says lines: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for arguments in [["check", file], ["forecast", file, "--replications", "2", "--output", "report"]] {
            let outcome = try workspace.start(Workspace.program, arguments).outcome()
            #expect(outcome.code == code, sourceLocation: sourceLocation)
            #expect(outcome.out == "", sourceLocation: sourceLocation)
            #expect(outcome.err == lines.map { $0 + "\n" }.joined(), sourceLocation: sourceLocation)
            #expect(workspace.names(in: "report") == nil, sourceLocation: sourceLocation)
        }
    }

    private func writeChanged(_ old: String, _ new: String) throws {
        #expect(smallService.contains(old))
        try workspace.write("changed.yaml", smallService.replacingOccurrences(of: old, with: new))
    }

    @Test func aMisspeltKey() throws {
        try writeChanged("weeks: 6", "weks: 6")
        try expect("changed.yaml", code: 65, says: ["changed.yaml:4:1: weks: unknown key; did you mean 'weeks'?"])
        try writeChanged("per-week:", "perweek:")
        try expect(
            "changed.yaml", code: 65,
            says: [
                "changed.yaml:10:18: teams.north.referrals.perweek: unknown key; did you mean 'per-week'?"
            ])
    }

    @Test func severalFaultsAtOnce() throws {
        let faulty = [
            ("2026-11-23", "2026-11-24"), ("weeks: 6", "weks: 6"), ("0.79", "1.79"), ("!measured 20", "many"),
            ("role: hit", "role: hitt"),
        ].reduce(smallService) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        try workspace.write("wrong.yaml", faulty)
        try expect(
            "wrong.yaml", code: 65,
            says: [
                "wrong.yaml:3:9: starts: 2026-11-24 is a Tuesday; the nearest Monday is 2026-11-23 "
                    + "(a Monday as YYYY-MM-DD)",
                "wrong.yaml:4:1: weks: unknown key; did you mean 'weeks'?",
                "wrong.yaml:9:46: teams.north.population.adults: 1.79 is out of range; 1.79% is 0.0179 (0 to 1)",
                "wrong.yaml:10:28: teams.north.referrals.per-week: 'many' is not a number (0 to 20000)",
                "wrong.yaml:13:17: teams.north.staff.hitt.role: 'hitt' is not known; did you mean 'hit'? "
                    + "(pwp, senior-pwp, trainee-pwp, hit, senior-hit, trainee-hit, assistant-psychologist, "
                    + "support-worker)",
            ])
    }

    @Test func filesThatAreNotThere() throws {
        try expect("absent.yaml", code: 66, says: ["absent.yaml: is not there (a scenario file that may be read)"])
        try expect(
            "service.yaml/in", code: 66,
            says: [
                "service.yaml/in: is not there (a scenario file that may be read)"
            ])
        try workspace.write("child.yaml", "extends: absent.yaml\n")
        try expect(
            "child.yaml", code: 66,
            says: [
                "child.yaml:1:10: extends: 'absent.yaml' is not there (a scenario file that may be read)"
            ])
    }

    @Test func aFolder() throws {
        try workspace.makeFolder("north")
        try expect("north", code: 66, says: ["north: is a directory (a scenario file)"])
    }

    @Test func anEmptyFile() throws {
        try workspace.write("empty.yaml", "")
        try expect(
            "empty.yaml", code: 65,
            says: [
                "empty.yaml: is empty (a scenario needs at least name, starts and teams)"
            ])
    }

    @Test func aFileThatIsNotUTF8() throws {
        try workspace.write("latin.yaml", bytes: Array("name: a\ntitle: caf".utf8) + [0xE9, 0x0A])
        try expect(
            "latin.yaml", code: 65,
            says: [
                "latin.yaml:2:11: is not UTF-8: byte 0xE9 at offset 18 (a file saved as UTF-8)"
            ])
        try workspace.write("program.yaml", bytes: [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01] + [UInt8](0...255))
        #expect(try workspace.stepcare("check", "program.yaml").code == 65)
    }

    /// A second of the processor and half a gigabyte of memory are more than enough, whatever else the machine does.
    @Test func aFileOfAGigabyteIsRefusedUnread() throws {
        let outcome = try workspace.bash(
            """
            truncate -s 1G big.yaml && ulimit -t 1 -v 500000 && exec "$STEPCARE" check big.yaml
            """)
        #expect(outcome.code == 65)
        #expect(outcome.out == "")
        #expect(outcome.err == "big.yaml: is too large for a scenario: 1024 MB (at most 4 MB)\n")
    }

    @Test func anEndlessFileIsRefused() throws {
        let outcome = try workspace.bash("ulimit -t 1 -v 500000 && exec \"$STEPCARE\" check /dev/zero")
        #expect(outcome.code == 65)
        #expect(outcome.err == "/dev/zero: is too large for a scenario (at most 4 MB)\n")
    }

    @Test func filesThatExtendEachOther() throws {
        try workspace.write("one.yaml", "extends: other.yaml\n")
        try workspace.write("other.yaml", "extends: one.yaml\n")
        try workspace.write("self.yaml", "extends: self.yaml\n")
        let allowed = "(a file that extends none of these)"
        try expect(
            "one.yaml", code: 65,
            says: [
                "other.yaml:1:10: extends: goes in a circle: one.yaml → other.yaml → one.yaml \(allowed)"
            ])
        try expect(
            "self.yaml", code: 65,
            says: [
                "self.yaml:1:10: extends: goes in a circle: self.yaml → self.yaml \(allowed)"
            ])
    }

    @Test(arguments: [
        ("foo=1", "foo: unknown key"),
        ("weks=3", "weks: unknown key; did you mean 'weeks'?"),
        ("weeks=abc", "weeks: 'abc' is not a number (1 to 520)"),
        ("weeks=", "weeks: has no value (1 to 520)"),
        ("weeks=0", "weeks: 0 is out of range (1 to 520)"),
        ("teams.north.referrals.perweek=3", "teams.north.referrals.perweek: unknown key; did you mean 'per-week'?"),
        (
            "teams.nort.referrals.per-week=3",
            "teams.nort.referrals.per-week: there is no 'nort'; did you mean 'north'? (one of north)"
        ),
        ("teams.north.staff.pwp.count=x", "teams.north.staff.pwp.count: 'x' is not a number (0 to 1000)"),
    ])
    func valuesThatCannotBeSet(setting: String, fault: String) throws {
        for arguments in [["check"], ["forecast"]] {
            let all = arguments + ["service.yaml", "--set", setting]
            let outcome = try workspace.start(Workspace.program, all).outcome()
            #expect(outcome.code == 65)
            #expect(outcome.out == "")
            #expect(outcome.err == "--set: \(fault)\n")
        }
    }

    @Test func faultsOfTheFileAndOfTheCommandLineTogether() throws {
        try writeChanged("weeks: 6", "weks: 6")
        let outcome = try workspace.stepcare("check", "changed.yaml", "--set", "foo=1", "--set", "bar=2")
        #expect(outcome.code == 65)
        #expect(
            outcome.err == """
                changed.yaml:4:1: weks: unknown key; did you mean 'weeks'?
                --set: foo: unknown key
                --set: bar: unknown key

                """)
    }
}
