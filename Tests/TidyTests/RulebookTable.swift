import Testing

/// Every rule that the simulator acts out has a test that saw it act: the table that the tests make has a row for each.
@Suite struct RulebookTable {
    private static let listPath = "Tests/Studies/rules.csv"
    private static let tablePath = "Results/rulebook.md"

    /// The rules in the list: identifier and where it is kept.
    private static var rules: [(rule: String, place: String)] {
        Repository.text(of: listPath).sourceLines.dropFirst().compactMap { line in
            let fields = line.split(separator: ",", maxSplits: 2)
            return fields.count == 3 ? (String(fields[0]), String(fields[1])) : nil
        }
    }

    /// The cells of each row of the table of what was seen, which stands first.
    private static var rows: [[String]] {
        let lines = Repository.text(of: tablePath).sourceLines.prefix { !$0.hasPrefix("## Rules at the desk") }
        return lines.filter { $0.hasPrefix("| ") }.map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
                String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
        }
    }

    @Test func theListIsTheWholeRulebook() {
        let chapters = RuleIdentifiers.lastNumbers.filter { $0.prefix != "SC" }
        let expected = chapters.flatMap { chapter in (1...chapter.last).map { "\(chapter.prefix)-\($0)" } }
        #expect(Set(Self.rules.map(\.rule)) == Set(expected) && Self.rules.count == expected.count)
        #expect(Self.rules.allSatisfy { ["sim", "both", "live"].contains($0.place) })
    }

    /// Rules that nothing acts out yet, with the reason. A rule that does leaves the list.
    private static var open: Set<String> {
        Set(
            Repository.text(of: "Tests/Studies/open.csv").sourceLines.dropFirst().compactMap {
                $0.split(separator: ",").first.map(String.init)
            })
    }

    @Test func everyRuleThatIsActedOutHasARow() {
        let seen = Set(Self.rows.map { $0[0] })
        let open = Self.open
        let expected = Self.rules.filter { $0.place != "live" && !open.contains($0.rule) }
        for (rule, _) in expected where !seen.contains(rule) {
            Issue.record("\(Self.tablePath): give \(rule) a test that notes what it saw, and run make rulebook")
        }
    }

    @Test func everyRowSaysWhatWasSeen() {
        for row in Self.rows.dropFirst() {
            #expect(row.count == 5 && !row[3].isEmpty && !row[4].isEmpty, "\(row)")
        }
    }
}
