import BookingStore
import CareModel
import Diaries

/// The stretches of a clinician's diary: what is booked, what is held, what is free, and what would be free if the
/// clinician were not away.
struct DiarySlots {
    /// A stretch with one status.
    struct Stretch: Equatable {
        var day: CivilDay
        var minutes: MinutesOfDay
        var status: Status
        /// What free time may be booked for (PO-2).
        var purpose: SlotPurpose?
        /// Whose time it is, if it is taken.
        var holder: TimeHolder?
    }

    /// The status of a stretch, in the words of FHIR R4.
    enum Status: String {
        /// Booked.
        case busy
        /// Nobody has it.
        case free
        /// The clinician is away.
        case unavailable = "busy-unavailable"
        /// Held for somebody.
        case tentative = "busy-tentative"
    }

    private let reader: StoreReader
    private let calendar: WorkingCalendar
    private let weeks: [AvailabilitySet]
    private let absences: [AbsenceRecord]
    private let assessmentWeeks: [AssessmentWeekDeclared]
    private let endedHolds: [Int64]

    /// - Parameter now: holds that have expired by then hold nothing.
    init(_ reader: StoreReader, _ days: ClosedRange<CivilDay>, closedDays: [CivilDay], now: CivilMinute) throws {
        self.reader = reader
        calendar = WorkingCalendar(
            first: days.lowerBound, dayCount: Int(days.upperBound - days.lowerBound) + 1, closedDays: closedDays)
        weeks = try reader.availability() + reader.datedAvailability()
        absences = try reader.absences(endingFrom: days.lowerBound)
        assessmentWeeks = try reader.assessmentWeeks()
        endedHolds = try reader.openHolds().filter { $0.held.expires <= now }.map(\.hold)
    }

    /// The stretches of a day, by start; those of one start by purpose.
    func stretches(of clinician: ClinicianDetails, on day: CivilDay) throws -> [Stretch] {
        var found: [Stretch] = []
        var taken = DayGrid()
        for run in try reader.taken(.clinician(clinician.clinician), on: day) {
            if case .hold(let hold) = run.by, endedHolds.contains(hold) { continue }
            let status: Status = if case .hold = run.by { .tentative } else { .busy }
            found.append(Stretch(day: day, minutes: run.minutes, status: status, holder: run.by))
            taken =
                taken
                | DayGrid(
                    Quanta.index(minuteOfDay: run.minutes.start)..<Quanta.index(minuteOfDay: run.minutes.end))
        }
        if !calendar.isHoliday(day), works(clinician, on: day) {
            let week = week(of: clinician, on: day)
            let status: Status = isAway(clinician, on: day) ? .unavailable : .free
            for purpose in SlotPurpose.allCases {
                for run in week[day.weekday, purpose].subtracting(taken).runs {
                    let minutes = MinutesOfDay(
                        start: Quanta.minuteOfDay(run.lowerBound), end: Quanta.minuteOfDay(run.upperBound))
                    found.append(Stretch(day: day, minutes: minutes, status: status, purpose: purpose))
                }
            }
        }
        return found.sorted { $0.minutes.start < $1.minutes.start }
    }

    private func works(_ clinician: ClinicianDetails, on day: CivilDay) -> Bool {
        day >= clinician.startedOn && day <= clinician.lastDay ?? day
    }

    /// The usual week, or the week while the team's assessment week is on (PO-1), that is in force on the day (CL-3).
    private func week(of clinician: ClinicianDetails, on day: CivilDay) -> WeekTemplate {
        let isAssessment = assessmentWeeks.contains { $0.team == clinician.team && $0.monday == day.monday }
        let kind: WeekKind = isAssessment ? .assessment : .usual
        var week = WeekTemplate()
        let own = weeks.filter { $0.clinician == clinician.clinician && $0.week == kind }
        let first = own.compactMap(\.from).filter { $0 <= day }.max()
        for set in own where set.from == first {
            for stretch in set.stretches { week.add(stretch) }
        }
        return week
    }

    private func isAway(_ clinician: ClinicianDetails, on day: CivilDay) -> Bool {
        absences.contains { absence in
            absence.clinician == clinician.clinician && absence.days.first <= day && day <= absence.days.last
                && !absence.days.reason.isDisjoint(with: .seesNobody)
        }
    }
}
