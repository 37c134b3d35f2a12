import CareModel
import TestSupport
import Testing

/// The laws of what is ordered and of sets of options.
@Suite struct LawTests {
    @Test func days() { Laws.expectOrder([-1, 0, 1, 9000, Int32.max].map(CivilDay.init(number:))) }

    @Test func minutes() { Laws.expectOrder([Int64.min, -1, 0, 1, 5_000_000].map(CivilMinute.init(minutes:))) }

    @Test func reasonsOfAbsence() {
        Laws.expectOptions([
            AbsenceReason.leave, .sickness, .parentalLeave, .duty, .training, .vacancy, .beforeLongAbsence,
        ])
    }
}
