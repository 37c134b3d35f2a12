import CareModel
import Foundation
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

/// Whatever is done to a sound file, it loads or says what is wrong; it never stops the program.
@Suite struct MutationTests {
    private static let words = [
        "full", "-1", "1e308", "9999999999999999999", "0", "[]", "{}", "null", "~", "*p", "&p", "!published", "!x",
        "<<", "2026-02-30", "2199-12-31", "24:00", "'", "\"", "\t", "- ", "? ", ": ", "#", "é", "\u{0}", "\u{FEFF}",
        "extends", "teams", "name", "staff", "self", "published", "nan", "0x10", ".5", "1_000", "50%",
    ]

    @Test func randomBytes() throws {
        let folder = try Folder()
        for seed in UInt64(1)...400 {
            var random = SplitMix(seed: seed)
            var bytes = Array(sound.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let index = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(UInt8.random(in: 32...126, using: &random), at: index)
                default: bytes.swapAt(index, Int.random(in: bytes.indices, using: &random))
                }
            }
            try folder.write("service.yaml", bytes: bytes)
            expectAnAnswer(folder, seed)
        }
    }

    @Test func randomWords() throws {
        let folder = try Folder()
        let pieces = sound.split(omittingEmptySubsequences: false) { " \n".contains($0) }.map(String.init)
        for seed in UInt64(1)...400 {
            var random = SplitMix(seed: seed)
            var changed = pieces
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: changed.indices, using: &random)
                let other = Int.random(in: changed.indices, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: changed[index] = Self.words[Int.random(in: Self.words.indices, using: &random)]
                case 1: changed.swapAt(index, other)
                default: changed[index] = changed[other]
                }
            }
            var text = ""
            var rest = sound[...]
            for (old, new) in zip(pieces, changed) {
                rest = rest.dropFirst(old.count)
                text += new + rest.prefix(1)
                rest = rest.dropFirst()
            }
            try folder.write("service.yaml", text)
            expectAnAnswer(folder, seed)
        }
    }

    @Test func randomOverrides() throws {
        let folder = try Folder()
        try folder.write("service.yaml", sound)
        let odd = ["teams.mid-essex.staff[2].wte", "teams[1].name", "a[b", "x.", "[1]"]
        let keys = ScenarioKeys.all.map(\.pattern) + odd
        for seed in UInt64(1)...400 {
            var random = SplitMix(seed: seed)
            let key = keys[Int.random(in: keys.indices, using: &random)]
            let value = Self.words[Int.random(in: Self.words.indices, using: &random)]
            expectAnAnswer(folder, seed, set: [(key, value)])
        }
    }

    private func expectAnAnswer(_ folder: Folder, _ seed: UInt64, set: [(key: String, value: String)] = []) {
        do {
            let loaded = try folder.load(set: set)
            #expect(!loaded.scenario.teams.isEmpty, "seed \(seed)")
        } catch {
            #expect(!error.diagnostics.isEmpty, "seed \(seed)")
            for fault in error.diagnostics {
                #expect(!fault.message.isEmpty && !fault.file.isEmpty, "seed \(seed): \(fault)")
            }
        }
    }
}
