import Foundation

/// What the tests have seen of the rules, for the table `Results/rulebook.md` that `make rulebook` writes.
///
/// A behavioural test says which rules it switched by which keys, and what came of it. Without a folder to write to,
/// which the environment names, nothing is written.
public enum RuleEvidence {
    /// The environment variable that names the folder.
    public static let folderVariable = "STEPCARE_RULEBOOK"

    /// Notes what a test has measured.
    /// - Parameters:
    ///   - rules: identifiers of rules.
    ///   - test: the suite and the test, or what it claims, in words.
    ///   - switched: the keys that the test moved between its two sides, and nothing else.
    ///   - effect: what was measured before and after.
    public static func record(
        _ rules: [String], test: String, switched: [SwitchedKey], effect: MeasuredEffect
    ) {
        write(rules.map { Note(rule: $0, test: test, switched: switched, effect: effect) })
    }

    /// Notes what a test has seen that is no measured difference.
    /// - Parameters:
    ///   - rules: identifiers of rules.
    ///   - test: the suite and the test, or what it is called in a list of cases.
    ///   - switched: the keys that the test moved, if it did.
    ///   - effect: what was seen, in words, or that there is nothing to see.
    public static func record(
        _ rules: [String], test: String, switched: [SwitchedKey] = [], effect: String
    ) {
        write(rules.map { Note(rule: $0, test: test, switched: switched, words: effect) })
    }

    /// Notes that a setting acts: moved alone, it changes something.
    /// - Parameters:
    ///   - moved: the key, and its value before and after.
    ///   - rules: identifiers of its rules.
    ///   - effect: what changed most, in words.
    public static func record(_ moved: SwitchedKey, rules: [String], effect: String) {
        write(rules.map { Note(rule: $0, test: "moved alone", switched: [moved], words: effect, isAlone: true) })
    }

    /// One line of what was seen, as the study reads it.
    private struct Note: Codable {
        var rule: String
        var test: String
        var switched: [SwitchedKey]
        var effect: MeasuredEffect?
        var words: String?
        var isAlone = false
    }

    private static func write(_ notes: [Note]) {
        guard let folder = ProcessInfo.processInfo.environment[folderVariable] else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for note in notes {
            let key = note.isAlone ? note.switched.map(\.key).joined() : ""
            let name = "\(note.rule) \(note.test) \(key)".prefix(180).map { $0.isLetter || $0.isNumber ? $0 : "-" }
            let file = URL(filePath: folder).appending(path: String(name) + ".json")
            do {
                try encoder.encode(note).write(to: file, options: .atomic)
            } catch {
                fatalError("what was seen of \(note.rule) cannot be written: \(error)")
            }
        }
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
