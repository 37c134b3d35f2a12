internal import CareModel
internal import Crypto
public import ServiceSimulation

/// A scenario that was read and checked, with all that a report says of where it comes from.
public struct LoadedScenario: Sendable {
    /// The scenario.
    public var scenario: ServiceScenario
    /// Every value in force, with its source: the top, the practice that all teams share, each team, its staff, the
    /// levers.
    public var assumptions: [Assumption]
    /// SHA-256, in hexadecimal, of the bytes of ``files`` in their order and of the values from the command line.
    /// Without such values it is what `cat FILES | sha256sum` prints.
    public var sha256: String
    /// The files: first the one that was asked for, then the one that it extends, and so on.
    public var files: [String]
    /// What is doubtful but allowed.
    public var warnings: [ScenarioDiagnostic]
}

/// Reads scenario files.
public enum ScenarioLoader {
    /// Reads a scenario file and what it extends, lays the overrides over it, and checks the result.
    /// - Parameters:
    ///   - path: the file, as messages will name it.
    ///   - overrides: full keys and values in YAML, in their order; the last of one key wins. A key of practice at the
    ///     top acts on all teams, also on those whose file says otherwise.
    /// - Throws: every fault that was found.
    public static func load(
        path: String, overrides: [(key: String, value: String)] = []
    ) throws(ScenarioErrors) -> LoadedScenario {
        let chain = try ScenarioChain(path: path)
        let files = chain.members.map(\.path)
        guard var tree = chain.merged else { throw failure(chain.diagnostics, files) }
        var diagnostics: [ScenarioDiagnostic] = []
        for (key, value) in overrides {
            guard let override = Override(key: key, value: value, &diagnostics) else { continue }
            Overrides.apply(override, to: &tree, &diagnostics)
        }
        var decoder = ScenarioDecoder(tree)
        let notes = Notes(tree, &decoder.decoding)
        ScenarioChecks.run(&decoder)
        let assumptions = Assumptions.list(decoder, notes: notes)
        let known = assumptions.map(\.key) + PracticeKeys.all.map { $0.path.joined(separator: ".") }
        notes.check(against: known, &decoder.decoding)
        diagnostics += decoder.decoding.diagnostics
        guard diagnostics.isEmpty else { throw failure(diagnostics, files) }
        return LoadedScenario(
            scenario: decoder.scenario, assumptions: assumptions, sha256: fingerprint(chain, overrides), files: files,
            warnings: sorted(decoder.decoding.warnings, files))
    }

    private static func failure(_ diagnostics: [ScenarioDiagnostic], _ files: [String]) -> ScenarioErrors {
        ScenarioErrors(kind: .badData, diagnostics: sorted(diagnostics, files))
    }

    private static func sorted(_ diagnostics: [ScenarioDiagnostic], _ files: [String]) -> [ScenarioDiagnostic] {
        func rank(_ diagnostic: ScenarioDiagnostic) -> (Int, Int, Int) {
            (files.firstIndex(of: diagnostic.file) ?? files.count, diagnostic.line, diagnostic.column)
        }
        var seen: Set<ScenarioDiagnostic> = []
        let distinct = diagnostics.filter { seen.insert($0).inserted }
        return distinct.enumerated().sorted { one, other in
            let (first, second) = (rank(one.element), rank(other.element))
            return first == second ? one.offset < other.offset : first < second
        }.map(\.element)
    }

    private static func fingerprint(_ chain: ScenarioChain, _ overrides: [(key: String, value: String)]) -> String {
        var hash = SHA256()
        for member in chain.members { hash.update(data: member.bytes) }
        for (key, value) in overrides { hash.update(data: Array("\n--set \(key)=\(value)".utf8)) }
        return hash.finalize().map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
