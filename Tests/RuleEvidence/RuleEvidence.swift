import Foundation

/// What the tests have seen of the rules, for the table `Results/rulebook.md` that `make rulebook` writes.
///
/// A behavioural test says which rules it switched and what came of it. Without a folder to write to, which the
/// environment names, nothing is written.
public enum RuleEvidence {
    /// The environment variable that names the folder.
    public static let folderVariable = "STEPCARE_RULEBOOK"

    /// Notes what a test has seen.
    /// - Parameters:
    ///   - rules: identifiers of rules.
    ///   - test: the suite and the test, or what it is called in a list of cases.
    ///   - effect: what was measured: a paired difference with its interval, or that there is none.
    public static func record(_ rules: [String], test: String, effect: String) {
        guard let folder = ProcessInfo.processInfo.environment[folderVariable] else { return }
        for rule in rules {
            let line = [rule, test, effect].map(plain).joined(separator: "\t") + "\n"
            let name = plain("\(rule) \(test)").map { $0.isLetter || $0.isNumber ? $0 : "-" }
            let file = URL(filePath: folder).appending(path: String(name) + ".tsv")
            do {
                try line.write(to: file, atomically: true, encoding: .utf8)
            } catch {
                fatalError("what was seen of \(rule) cannot be written: \(error)")
            }
        }
    }

    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("|", with: "/")
    }

    /// A number with three or so figures.
    public static func text(_ number: Double) -> String {
        let size = abs(number)
        let places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 3 : 4
        return String(format: "%.\(places)f", number)
    }

    /// A paired difference with its interval of 95%.
    public static func text(difference mean: Double, from low: Double, to high: Double) -> String {
        "paired difference \(text(mean)) (\(text(low)) to \(text(high)))"
    }
}
