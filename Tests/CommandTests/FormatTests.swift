import Foundation
import TestSupport
import Testing

/// What a forecast prints: one document in the format that was asked for, and nothing else.
@Suite struct FormatTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    @Test func jsonIsOneDocument() throws {
        let outcome = try workspace.stepcare(
            "forecast", "service.yaml", "--replications", "3", "--seed", "7", "--format", "json")
        #expect(outcome.code == 0)
        #expect(outcome.err == "")
        #expect(outcome.out.hasPrefix("{") && outcome.out.hasSuffix("}\n"))
        let document = try #require(JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
        let manifest = try #require(document["manifest"] as? [String: Any])
        #expect(manifest["scenario"] as? String == "small")
        #expect(manifest["seed"] as? Int == 7)
        #expect(manifest["replications"] as? Int == 3)
        #expect(manifest["weeks"] as? Int == 6)
        let digest = try workspace.bash("sha256sum < service.yaml | cut -c-64")
        #expect(manifest["scenario_sha256"] as? String == digest.out.trimmingCharacters(in: .newlines))
        let measures = try #require(document["measures"] as? [[String: Any]])
        let weekly = try #require(document["weekly"] as? [[String: Any]])
        #expect(measures.contains { $0["measure"] as? String == "first-appointment-wait-mean" })
        #expect(Set(weekly.compactMap { $0["week"] as? Int }) == Set(1...6))
        #expect(weekly.first?["starts"] as? String == "2026-11-23")
    }

    @Test func csvIsOneTable() throws {
        let outcome = try workspace.stepcare("forecast", "service.yaml", "--replications", "3", "--format", "csv")
        #expect(outcome.code == 0)
        #expect(outcome.err == "")
        let table = try CSVTable(outcome.out)
        #expect(
            table.heading == [
                "measure", "unit", "team", "role", "step", "cause", "reason", "characteristic", "value", "mean",
                "ci95_low", "ci95_high", "p05", "p50", "p95", "or_more", "year_before", "changes",
            ])
        #expect(table.rows.count > 20)
        // What means something in one run alone has a mean, and no interval.
        for row in table.rows {
            #expect(Double(row[9])?.isFinite == true, "\(row)")
            #expect(row[10...14].allSatisfy { $0.isEmpty || Double($0)?.isFinite == true }, "\(row)")
        }
        #expect(table.rows.count { row in row[10...14].allSatisfy { !$0.isEmpty } } > 20)
    }

    @Test func aTableForTheEye() throws {
        let outcome = try workspace.stepcare("forecast", "service.yaml", "--replications", "3")
        #expect(outcome.code == 0)
        #expect(outcome.err == "")
        #expect(
            outcome.out.hasPrefix("A Small Service\n6 weeks from Monday 23 November 2026; 3 runs, seed 1, version "))
        #expect(!outcome.out.contains("\u{1B}"))
        let same = try workspace.stepcare("forecast", "service.yaml", "--replications", "3", "--format", "table")
        #expect(same.out == outcome.out)
    }

    @Test func warningsGoToStandardError() throws {
        let idle = "assessment-week: { fixed-weeks: [2026-12-07] }\n"
        try workspace.write("warned.yaml", smallService + idle)
        let warning =
            "warning: warned.yaml:16:33: assessment-week.fixed-weeks: does nothing while assessment-week.is-on is "
            + "false (assessment-week.is-on: true)\n"
        let outcome = try workspace.stepcare("forecast", "warned.yaml", "--replications", "2", "--format", "json")
        #expect(outcome.code == 0)
        #expect(outcome.err == warning)
        #expect(throws: Never.self) { _ = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) }
        #expect(try workspace.stepcare("check", "warned.yaml").err == warning)
    }
}

/// A table of comma-separated values as RFC 4180 has them.
struct CSVTable {
    let heading: [String]
    let rows: [[String]]

    /// Why a text is no such table.
    struct Fault: Error { let reason: String }

    init(_ text: String) throws {
        var records: [[String]] = [[""]]
        var isQuoted = false
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let record = records.count - 1
            let field = records[record].count - 1
            switch character {
            case "\"":
                let reopens = !isQuoted && index > 0 && characters[index - 1] == "\""
                if reopens { records[record][field].append("\"") }
                isQuoted.toggle()
            case "," where !isQuoted: records[record].append("")
            case "\n" where !isQuoted, "\r\n" where !isQuoted: records.append([""])
            default: records[record][field].append(character)
            }
        }
        if isQuoted { throw Fault(reason: "a quotation mark is not closed") }
        guard records.removeLast() == [""] else { throw Fault(reason: "the last line has no end") }
        guard let first = records.first else { throw Fault(reason: "there is no heading") }
        heading = first
        rows = Array(records.dropFirst())
        if let odd = rows.first(where: { $0.count != first.count }) { throw Fault(reason: "another length: \(odd)") }
    }
}
