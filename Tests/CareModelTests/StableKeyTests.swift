import CareModel
import Testing

/// Who somebody is, is made of names alone.
@Suite struct StableKeyTests {
    /// The keys name random streams: another hash would give everybody another luck.
    @Test func theKeysAreTheseForEver() {
        #expect(StableKey.of("mid-essex") == StableKey.of("mid-essex"))
        #expect(StableKey.of("mid-essex") != StableKey.of("west-essex"))
        #expect(StableKey.of("") == 0xf52a_15e9_a9b5_e89b)
    }

    @Test func partsOfOneThingAreApart() {
        let key = StableKey.of("mid-essex")
        let parts = (0..<100_000).map { StableKey.of(key, UInt64($0)) }
        #expect(Set(parts).count == parts.count)
        let named = ["pwp", "hit", "room"].map { StableKey.of(key, $0) }
        #expect(Set(named + parts).count == parts.count + 3)
    }
}
