import Allocation
import CareModel
import Testing

/// The memory of full days against a list of them: it may forget, it may not invent.
@Suite("Full days")
struct FullDaysTests {
    @Test("A day that is skipped was learned, and was not opened since")
    func neverInvents() {
        for seed: UInt64 in 1...2000 {
            var random = SplitMix(seed: seed)
            var memory = FullDays()
            // For each day, the shortest appointment that is known not to fit; 1000 if nothing is known.
            var shortest = [Int](repeating: 1000, count: 60)
            for _ in 0..<40 {
                let (start, minutes) = (random.below(50), [30, 50, 60][random.below(3)])
                switch random.below(3) {
                case 0:
                    memory.reopen(CivilDay(number: Int32(start)))
                    shortest[start] = 1000
                default:
                    let end = start + random.below(11)
                    memory.learn(
                        from: CivilDay(number: Int32(start)), until: CivilDay(number: Int32(end)), minutes: minutes)
                    for day in start..<max(start, end) { shortest[day] = min(shortest[day], minutes) }
                }
                for day in 0..<60 {
                    for asked in [30, 50, 60] {
                        let next = Int(memory.skip(CivilDay(number: Int32(day)), minutes: asked).number)
                        guard next >= day, (day..<next).allSatisfy({ shortest[$0] <= asked }) else {
                            Issue.record("seed \(seed): \(asked) minutes skip from \(day) to \(next)")
                            return
                        }
                    }
                }
            }
        }
    }

    @Test("It remembers one stretch, grows it, and keeps the longer part")
    func remembers() {
        func day(_ number: Int32) -> CivilDay { CivilDay(number: number) }
        var memory = FullDays()
        #expect(memory.skip(day(0), minutes: 50) == day(0))
        memory.learn(from: day(10), until: day(20), minutes: 50)
        memory.learn(from: day(20), until: day(25), minutes: 50)
        #expect(memory.skip(day(10), minutes: 50) == day(25) && memory.skip(day(9), minutes: 50) == day(9))
        #expect(memory.skip(day(10), minutes: 60) == day(25) && memory.skip(day(10), minutes: 45) == day(10))
        memory.reopen(day(13))
        #expect(memory.skip(day(10), minutes: 50) == day(10) && memory.skip(day(14), minutes: 50) == day(25))
        memory.learn(from: day(40), until: day(45), minutes: 50)
        #expect(memory.skip(day(14), minutes: 50) == day(25), "the longer stretch stays")
        memory.learn(from: day(40), until: day(60), minutes: 50)
        #expect(memory.skip(day(40), minutes: 50) == day(60) && memory.skip(day(14), minutes: 50) == day(14))
    }
}
