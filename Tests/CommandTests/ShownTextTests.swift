import Foundation
import TestSupport
import Testing

/// Whoever refers themselves chooses a name: it does nothing to a terminal, and forges no line.
@Suite struct ShownTextTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try workspace.writeClinic()
        _ = try workspace.foundClinic()
    }

    private static let harmful = [
        "Al\n9999  Eve", "Cy \u{1B}[2J\u{1B}[1;1H", "Tab\tStop", "Back\u{8}space", "Turn\u{202E}ed", "C1\u{9B}2J",
        "Line\u{2028}break", "Car\rriage", "Nul\u{7F}",
    ]

    /// Whether something would do more on a terminal than stand there.
    private func isHarmless(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            if scalar == "\n" { return true }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: return false
            default: return true
            }
        }
    }

    @Test(arguments: harmful) func aNameForgesNothing(name: String) throws {
        let received = try workspace.clinic("refer", ["--team", "1", "--name", name, "--phone", "07700 900199"])
        #expect(received.code == 0, "\(received.err)")
        #expect(received.out.split(separator: "\n").count == 1)
        for (command, arguments) in [
            ("waiting-list", []), ("person", ["--person", "7"]), ("find", ["900199"]), ("tasks", []),
            ("offer", ["--person", "7"]),
            ("screen", ["--person", "7"]), ("contact", ["--person", "7", "--answer", "wants-appointment"]),
            ("offer", ["--person", "7"]), ("diary", ["--clinician", "0", "--week"]),
            ("change", ["--person", "7", "--phone", ""]),
            ("refer", ["--team", "1", "--name", name]),
        ] as [(String, [String])] {
            let shown = try workspace.clinic(command, arguments)
            #expect(isHarmless(shown.out) && isHarmless(shown.err), "\(command): \(shown.out)\(shown.err)")
        }
        let list = try workspace.clinic("waiting-list", []).out.split(separator: "\n")
        #expect(list.allSatisfy { $0.first?.isNumber == true || $0.hasPrefix("person") }, "\(list)")
    }

    @Test func jsonHasTheNameAsItIs() throws {
        _ = try workspace.clinic("refer", ["--team", "1", "--name", "Al\n9999  Eve"])
        let json = try workspace.clinic("waiting-list", ["--format", "json"]).out
        let people = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(people.contains { $0["name"] as? String == "Al\n9999  Eve" })
    }

    @Test func aLongNameIsRefusedAndALongerOneThanACellIsCut() throws {
        let long = try workspace.clinic("refer", ["--team", "1", "--name", String(repeating: "x", count: 201)])
        #expect(long.code == 65)
        _ = try workspace.clinic("refer", ["--team", "1", "--name", String(repeating: "x", count: 200)])
        let list = try workspace.clinic("waiting-list", [])
        #expect(list.out.split(separator: "\n").allSatisfy { $0.count < 170 })
    }
}
