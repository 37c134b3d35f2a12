import CareModel
import Foundation
public import ScenarioFiles

/// The scenario as a database keeps it: the text of its files, and the values from the command line, so that it can be
/// read again without them.
public struct StoredScenario: Codable, Sendable {
    /// The files' names without folders and their texts, the one that was asked for first.
    private var files: [ScenarioText]
    /// Keys and values that were laid over them, in their order.
    private var overrides: [[String]]

    /// A scenario, with what was laid over it.
    public init(_ loaded: LoadedScenario, _ changes: [ScenarioChange]) {
        files = loaded.texts.map { text in
            ScenarioText(name: (text.name as NSString).lastPathComponent, text: text.text)
        }
        overrides = changes.map { [$0.key, $0.value] }
    }

    /// Reads what the log keeps.
    /// - Throws: the decoder's errors if it is no such text.
    public init(text: String) throws {
        self = try JSONDecoder().decode(StoredScenario.self, from: Data(text.utf8))
    }

    /// As the log keeps it.
    public var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// What was laid over the files.
    var changes: [ScenarioChange] {
        overrides.compactMap { $0.count == 2 ? ScenarioChange(key: $0[0], value: $0[1]) : nil }
    }

    /// The scenario, checked anew.
    /// - Parameter changes: what else is laid over it.
    /// - Throws: every fault that was found.
    public func load(_ changes: [ScenarioChange] = []) throws(ScenarioErrors) -> LoadedScenario {
        guard let first = files.first else {
            throw ScenarioErrors(
                kind: .badData, diagnostics: [FileFault(file: "scenario", message: "is empty")])
        }
        return try ScenarioLoader.load(
            .text(first.text, name: first.name, beside: Array(files.dropFirst())), changes: self.changes + changes)
    }
}
