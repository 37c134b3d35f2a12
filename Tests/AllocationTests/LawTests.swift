import Allocation
import CareModel
import TestSupport
import Testing

/// The laws of what is ordered and of sets of options.
@Suite struct LawTests {
    /// The class, then the minute, then the number (PO-3).
    @Test func keysOfWaitingLists() {
        let day = CivilDay(number: 9000)
        let keys = [(1, 0, 1), (1, 0, 2), (1, 5, 0), (2, 0, 0), (2, 0, .max)].map {
            (rank: Int, later: Int64, person: UInt32) in
            WaitingKey(
                person: person, priority: PriorityOrder.standard.classes[rank - 1], since: day.start + later, due: day,
                under: .standard)
        }
        Laws.expectOrder(keys)
    }

    @Test func whyAPersonAndASlotDoNotFit() { Laws.expectOrder(MisfitReason.allCases) }

    @Test func whyASlotIsOffered() {
        Laws.expectOptions([OfferReasons.firstThatFits, .continuity, .priority, .released, .assessmentWeek])
    }
}
