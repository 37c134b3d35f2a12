import RandomStreams
import Testing

@testable import ServiceSimulation

/// Every decision has a stream of its own (design: random streams).
@Suite struct LuckTests {
    /// Purposes, occasions and subjects name streams that are all different, also where occasions overflow.
    @Test func noTwoDecisionsShareAStream() {
        var names: Set<[UInt64]> = []
        var made = 0
        for purpose in Purpose.allCases {
            for subject in [0, 1, 812, UInt64.max] {
                for occasion in 0..<100 {
                    let name = Luck.name(purpose, subject, occasion)
                    #expect(name.purpose <= RandomStream.lastPurpose)
                    names.insert([UInt64(name.purpose), name.subject])
                    made += 1
                }
            }
        }
        #expect(names.count == made)
    }

    /// The last purposes of all belong to the bootstrap of `Statistics`.
    @Test func purposesFitTheirBits() {
        #expect(Purpose.allCases.count < 1 << Int(Luck.purposeBits))
        #expect(Int(Luck.purposeBits) + Luck.occasionBits == 12)
    }

    /// One number without its stream is the first of the stream.
    @Test func oneNumberIsTheFirst() {
        let random = Luck(seed: 5, replication: 9)
        for occasion in [0, 1, 31, 32, 5_000] {
            var stream = random.stream(.stopsEarly, of: 812, occasion)
            #expect(random.uniform(.stopsEarly, of: 812, occasion) == stream.uniform())
        }
        #expect(random.uniform(.stopsEarly, of: 812) != random.uniform(.rebooks, of: 812))
    }

    /// What somebody is like stays that of the replication of the referral.
    @Test func whatSomebodyIsLikeStays() {
        let (there, here) = (Luck(seed: 5, replication: 9), Luck(seed: 5, replication: 2))
        for subject in 0..<200 as Range<UInt64> {
            #expect(
                here.happens(.neverAnswers, of: subject, referredIn: 9, share: 0.5)
                    == there.happens(.neverAnswers, of: subject, share: 0.5))
        }
    }
}
