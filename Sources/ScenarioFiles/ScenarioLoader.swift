internal import CareModel
internal import Crypto
internal import ServiceSimulation

/// Reads scenarios.
public enum ScenarioLoader {
    /// Reads a scenario and what it extends, lays the changes over it, and checks the result.
    /// - Parameters:
    ///   - source: the file, or the text.
    ///   - changes: in their order; the last of one key wins. A key of practice at the top acts on all teams, also on
    ///     those whose file says otherwise.
    /// - Throws: every fault that was found.
    public static func load(
        _ source: ScenarioSource, changes: [ScenarioChange] = []
    ) throws(ScenarioErrors) -> LoadedScenario {
        try load(ScenarioChain(source), changes)
    }

    static func load(_ chain: ScenarioChain, _ changes: [ScenarioChange]) throws(ScenarioErrors) -> LoadedScenario {
        let files = chain.members.map(\.name)
        guard var tree = chain.merged else { throw failure(chain.diagnostics, files) }
        var diagnostics: [FileFault] = []
        for change in changes {
            guard let override = Override(key: change.key, value: change.value, &diagnostics) else { continue }
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
            scenario: decoder.scenario, assumptions: assumptions, sha256: fingerprint(chain, changes),
            texts: chain.members.map { ScenarioText(name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self)) },
            warnings: sorted(decoder.decoding.warnings, files), origin: ScenarioOrigin(decoder, notes), chain: chain)
    }

    /// Reads a scenario file, as ``load(_:changes:)`` does.
    /// - Parameters:
    ///   - path: the file, as messages will name it.
    ///   - overrides: full keys and values in YAML.
    /// - Throws: every fault that was found.
    public static func load(
        path: String, overrides: [(key: String, value: String)] = []
    ) throws(ScenarioErrors) -> LoadedScenario {
        try load(.file(path), changes: overrides.map { ScenarioChange(key: $0.key, value: $0.value) })
    }

    private static func failure(_ diagnostics: [FileFault], _ files: [String]) -> ScenarioErrors {
        ScenarioErrors(kind: .badData, diagnostics: sorted(diagnostics, files))
    }

    private static func sorted(_ diagnostics: [FileFault], _ files: [String]) -> [FileFault] {
        func rank(_ diagnostic: FileFault) -> (Int, Int, Int) {
            (files.firstIndex(of: diagnostic.file) ?? files.count, diagnostic.line, diagnostic.column)
        }
        var seen: Set<FileFault> = []
        let distinct = diagnostics.filter { seen.insert($0).inserted }
        return distinct.enumerated().sorted { one, other in
            let (first, second) = (rank(one.element), rank(other.element))
            return first == second ? one.offset < other.offset : first < second
        }.map(\.element)
    }

    private static func fingerprint(_ chain: ScenarioChain, _ changes: [ScenarioChange]) -> String {
        var hash = SHA256()
        for member in chain.members { hash.update(data: member.bytes) }
        for change in changes { hash.update(data: Array("\n--set \(change.key)=\(change.value)".utf8)) }
        return hash.finalize().map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

extension LoadedScenario {
    /// What its texts say with these changes laid over them, and no others: as ``ScenarioLoader/load(_:changes:)`` of
    /// ``source``, which reads the texts again and takes a half longer.
    /// - Throws: every fault that was found.
    public func with(_ changes: [ScenarioChange]) throws(ScenarioErrors) -> LoadedScenario {
        try ScenarioLoader.load(chain, changes)
    }
}
