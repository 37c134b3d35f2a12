import Allocation
import CareModel
import Diaries

/// A small team with an office, told of one fact after another: two clinicians of step 2, one of step 3, a room, and
/// Amber Example, who was referred.
struct FactDesk: ~Copyable {
    var desk: BookingDesk
    /// Amber's number.
    static let amber: UInt32 = 0
    /// 23 November 2026, a Monday, at 10:00.
    static let now = CivilMinute(day: CivilDay(number: 9_823), minuteOfDay: 600)

    /// - Parameters:
    ///   - roles: what the clinicians are, those of step 2 before step 3.
    ///   - change: how the team books otherwise than usual.
    init(
        roles: [Role] = [.wellbeingPractitioner, .wellbeingPractitioner, .highIntensityTherapist],
        _ change: (inout BookingRules) -> Void = { _ in }
    ) {
        var rules = BookingRules()
        rules.groups.isOn = true
        rules.groups.smallest = 1
        rules.groups.facilitators = 1
        change(&rules)
        let clinicians = roles.map {
            Clinician(
                team: 0, role: $0, trainedIn: ModalitySet(Modality.allCases), seesUnder18: true, caseloadCap: 20)
        }
        desk = BookingDesk(
            clinicians: clinicians, rules: [rules], standards: Standards(),
            calendar: WorkingCalendar(first: FactDesk.now.day, dayCount: 200, closedDays: []),
            rooms: [Room(team: 0), Room(team: 0)], now: FactDesk.now)
        desk.booksByItself = false
        desk.keepsOffice = true
        desk.keepsEveryone = true
        var week = WeekTemplate()
        for day in Weekday.allCases where !day.isWeekend {
            for purpose in SlotPurpose.allCases { week[day, purpose] = DayGrid(36..<132) }
        }
        for clinician in roles.indices { desk.hear(.weeks(clinician: clinician, usual: week, assessment: week)) }
        tell(.received(Referral(received: FactDesk.now, source: .selfWeb, team: 0), key: 1))
    }

    /// Tells the desk a fact that is on the way to the one that matters.
    mutating func tell(_ fact: DeskFact) {
        desk.hear(fact)
        _ = desk.takeEffects()
    }

    /// Amber is accepted, reached, and waits for a first appointment.
    mutating func reach() {
        tell(.screened(FactDesk.amber, ScreeningFacts(), isDiverted: false))
        tell(.contactAttempted(FactDesk.amber, .wantsAppointment))
    }

    /// Amber has a first appointment in a week.
    mutating func book() {
        reach()
        tell(.chosen(FactDesk.amber, FactDesk.slot(day: 7, 9, minutes: 50)))
    }

    /// Amber was assessed in a week and waits for guided self-help, or for therapy at step 3.
    mutating func assess(_ outcome: AssessmentOutcome = .treatment(.low, .guidedSelfHelp)) {
        book()
        go(to: 7, 10)
        tell(.assessed(FactDesk.amber, outcome, treatmentBegan: false))
    }

    /// Amber is in treatment, with a session booked in two weeks.
    mutating func treat(_ outcome: AssessmentOutcome = .treatment(.low, .guidedSelfHelp)) {
        assess(outcome)
        tell(.chosen(FactDesk.amber, FactDesk.session(outcome, day: 14)))
    }

    /// Amber has a seat in a course of which the first session is due.
    mutating func seat() {
        assess()
        tell(.groupPlanned(team: 0, CivilDay(number: 9_823 + 29)))
        tell(.seatTaken(FactDesk.amber))
        tell(.groupDue(0))
        desk.now = desk.groups[0].due
    }

    /// Amber is at the first session of a course.
    mutating func meet() {
        seat()
        tell(.groupDue(0))
    }

    /// Some days after the first Monday, at an hour.
    mutating func go(to day: Int32, _ hour: Int) {
        desk.now = CivilMinute(day: FactDesk.now.day + day, minuteOfDay: hour * 60)
    }

    /// A slot some days after the first Monday, at an hour; a clinician of step 2 unless another is named.
    static func slot(day: Int32, _ hour: Int, minutes: Int, clinician: Int32 = 0) -> SlotOffer {
        let start = CivilMinute(day: now.day + day, minuteOfDay: hour * 60)
        return SlotOffer(clinician: clinician, start: start, minutes: minutes, reasons: [])
    }

    /// A session of the agreed therapy.
    static func session(_ outcome: AssessmentOutcome, day: Int32) -> SlotOffer {
        if case .treatment(.high, _) = outcome { return slot(day: day, 9, minutes: 60, clinician: 2) }
        return slot(day: day, 9, minutes: 30)
    }
}
