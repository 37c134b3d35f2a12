import CareModel
import Diaries

/// Planned absences as somebody enters them: which are long, and close the days before to new people (CL-6).
enum LongAbsences {
    /// What is planned ahead; sickness is not.
    static let planned: AbsenceReason = [.leave, .training, .parentalLeave]

    /// The days before the stretch in which a clinician is away around a day, on which nobody new is taken on; nil if
    /// it is not long. Weekends and holidays beside days away belong to it. O(days).
    static func quietDays(
        _ desk: borrowing DeskState, _ clinician: Int, around day: CivilDay, from earliest: CivilDay
    ) -> ClosedRange<CivilDay>? {
        guard isAway(desk, clinician, on: day) else { return nil }
        var (first, last) = (day, day)
        var next = day - 1
        while joins(desk, clinician, next) {
            if isAway(desk, clinician, on: next) { first = next }
            next = next - 1
        }
        while joins(desk, clinician, last + 1) { last = last + 1 }
        let days = desk.rules[Int(desk.capacity.clinicians[clinician].team)].noNewPeopleDays
        return LongAbsence.quietDays(before: first, through: last, days: days, from: earliest)
    }

    private static func isAway(_ desk: borrowing DeskState, _ clinician: Int, on day: CivilDay) -> Bool {
        !desk.capacity.absence(clinician, on: day).isDisjoint(with: planned)
    }

    private static func joins(_ desk: borrowing DeskState, _ clinician: Int, _ day: CivilDay) -> Bool {
        desk.capacity.diary.hasPage(for: day)
            && (isAway(desk, clinician, on: day) || !desk.calendar.isWorkingDay(day))
    }
}
