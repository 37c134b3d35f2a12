import Foundation
import Testing

@testable import Allocation

/// How the split of bookable time follows the list.
@Suite("A split that follows demand")
struct StandingSplitTests {
    private let rule = StandingSplitRule(aimDays: 20)

    @Test("PO-2: a wait at its aim changes nothing much, a longer one gives more time, a shorter one less")
    func direction() {
        // 99 seen in 14 days and one to spare: 100 waiting are 14 days.
        #expect(rule.share(0.4, waiting: 200, seen: 99, days: 14) > 0.4)
        #expect(rule.share(0.4, waiting: 100, seen: 99, days: 14) < 0.4)
        let atAim = StandingSplitRule(aimDays: 14).share(0.4, waiting: 100, seen: 99, days: 14)
        #expect(abs(atAim - 0.4) < 1e-12)
    }

    @Test("PO-2: no look changes a share by more than a quarter, nor takes it out of its bounds")
    func bounds() {
        var share = 0.4
        for _ in 0..<50 {
            let next = rule.share(share, waiting: 10_000, seen: 1, days: 14)
            #expect(next >= share && next <= share * StandingSplitRule.mostChange + 1e-12)
            share = next
        }
        #expect(share == StandingSplitRule.bounds.upperBound)
        for _ in 0..<50 { share = rule.share(share, waiting: 0, seen: 500, days: 14) }
        #expect(share == StandingSplitRule.bounds.lowerBound)
    }

    @Test("PO-2: where nobody waits and nobody was seen, and where a step sees nobody first, nothing changes")
    func nothingToGoBy() {
        #expect(rule.share(0.3, waiting: 0, seen: 0, days: 14) == 0.3)
        #expect(rule.share(0, waiting: 500, seen: 3, days: 14) == 0)
    }

    @Test("Powers by square roots are those of the library to the last digit of the exponent")
    func powers() {
        for base in [0.05, 0.3, 0.9, 1, 1.7, 12, 400] {
            for digits in 0..<64 {
                let exponent = Double(digits) / 64
                #expect(abs(StandingSplitRule.power(base, exponent) / pow(base, exponent) - 1) < 1e-12)
            }
        }
    }
}
