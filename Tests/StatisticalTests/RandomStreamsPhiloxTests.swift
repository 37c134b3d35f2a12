// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import RandomStreams
import Testing

@Suite("Philox and the layout of streams")
struct RandomStreamsPhiloxTests {
    /// The words of a block, by the plain function.
    func block(_ counter: [UInt32], key: [UInt32]) -> [UInt32] {
        var words: [UInt32] = [0, 0, 0, 0]
        cgsl_philox_block(counter, key, &words)
        return words
    }

    @Test("Published known answers of Philox4x32-10")
    func knownAnswers() {
        #expect(
            block([0, 0, 0, 0], key: [0, 0]) == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
        let ones = UInt32.max
        #expect(
            block([ones, ones, ones, ones], key: [ones, ones]) == [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd])
        #expect(
            block([0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], key: [0xa409_3822, 0x299f_31d0])
                == [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1])
    }

    @Test("A stream is the blocks of its documented counter, in order, one by one or many at once")
    func streamIsItsBlocks() {
        let seed: UInt64 = 0x0123_4567_89ab_cdef
        var random = RandomStream(
            seed: seed, replication: 0xabcde, purpose: 0x123, subject: 0xfedc_ba98_7654_3210)
        for index in 0..<100 as Range<UInt32> {
            let expected = block([index, 0xabcd_e123, 0x7654_3210, 0xfedc_ba98], key: [0x89ab_cdef, 0x0123_4567])
            for word in expected { #expect(random.word() == word) }
        }
    }

    @Test("Every field can be read back from key and counter, so no two names share a place")
    func layoutIsInjective() {
        let edges64: [UInt64] = [0, 1, 1 << 31, 1 << 32, 1 << 63, .max]
        var state = cgsl_philox()
        for seed in edges64 {
            for replication in [0, 1, 4_095, 4_096, RandomStream.lastReplication] {
                for purpose in [0, 1, 2_048, RandomStream.lastPurpose] {
                    for subject in edges64 {
                        cgsl_philox_set_seed(&state, seed)
                        cgsl_philox_position(&state, replication, UInt32(purpose), subject)
                        #expect(UInt64(state.key.1) << 32 | UInt64(state.key.0) == seed)
                        #expect(state.counter.0 == 0)
                        #expect(state.counter.1 >> 12 == replication)
                        #expect(state.counter.1 & 0xfff == UInt32(purpose))
                        #expect(UInt64(state.counter.3) << 32 | UInt64(state.counter.2) == subject)
                    }
                }
            }
        }
        #expect(RandomStream.lastReplication == 0xfffff && RandomStream.lastPurpose == 0xfff)
    }

    @Test("A hundred thousand neighbouring streams begin differently")
    func neighboursDiffer() {
        var first: Set<UInt64> = []
        var made = 0
        for seed in 0..<4 as Range<UInt64> {
            for replication in 0..<5 as Range<UInt32> {
                let random = RandomSource(seed: seed, replication: replication)
                for purpose in 0..<10 as Range<UInt16> {
                    for subject in 0..<500 as Range<UInt64> {
                        var stream = random.stream(purpose: purpose, subject: subject)
                        first.insert(UInt64(stream.word()) << 32 | UInt64(stream.word()))
                        made += 1
                    }
                }
            }
        }
        #expect(first.count == made)
    }

    @Test("What is drawn from one stream, before or between, leaves no trace in another")
    func streamsAreApart() {
        let random = RandomSource(seed: 9, replication: 4)
        var fresh = random.stream(purpose: 7, subject: 812)
        let expected = (0..<50).map { _ in fresh.word() }
        for drawnBetween in 0..<70 {
            var other = random.stream(purpose: 3, subject: 5)
            for _ in 0..<drawnBetween { _ = other.word() }
            var again = random.stream(purpose: 7, subject: 812)
            for word in expected {
                _ = other.word()
                #expect(again.word() == word)
            }
        }
    }

    @Test("A Double takes two words, high half first, also across the edge of a buffer")
    func pairsCrossBlocks() {
        for offset in 0..<40 {
            var words = RandomStream(seed: 3, purpose: 0)
            var doubles = RandomStream(seed: 3, purpose: 0)
            for _ in 0..<offset { #expect(words.word() == doubles.word()) }
            for _ in 0..<40 {
                let bits = UInt64(words.word()) << 32 | UInt64(words.word())
                #expect(doubles.uniform() == Double(bits >> 11) * 0x1p-53)
            }
        }
    }

    @Test("An occasion is the low half of the subject")
    func occasions() {
        let random = RandomSource(seed: 5)
        var one = random.stream(purpose: 1, subject: 812, occasion: 7)
        var other = random.stream(purpose: 1, subject: 812 << 32 | 7)
        #expect(one.word() == other.word())
    }

    @Test("The first number of a stream is the same without the stream")
    func firstNumberWithoutTheStream() {
        for seed in [0, 9, UInt64.max] {
            let random = RandomSource(seed: seed, replication: 0xabcde)
            for purpose in [0, 7, RandomStream.lastPurpose] {
                for subject in [0, 812, UInt64.max - 5] {
                    var stream = random.stream(purpose: purpose, subject: subject)
                    #expect(random.uniform(purpose: purpose, subject: subject) == stream.uniform())
                }
            }
        }
    }

    @Test("Misuse and the end of a stream stop the process")
    func traps() async {
        await #expect(processExitsWith: .failure) {
            _ = RandomStream(seed: 1, replication: 1 << 20, purpose: 0).lastWord()
        }
        await #expect(processExitsWith: .failure) { _ = RandomSource(seed: 1, replication: 1 << 20) }
        await #expect(processExitsWith: .failure) { _ = RandomStream(seed: 1, purpose: 1 << 12).lastWord() }
        await #expect(processExitsWith: .failure) {
            var state = cgsl_philox()
            cgsl_philox_position(&state, 0, 0, 0)
            state.counter.0 = UInt32.max - 7
            _ = cgsl_philox_word(&state)
        }
    }
}

extension RandomStream {
    consuming func lastWord() -> UInt32 {
        word()
    }
}
