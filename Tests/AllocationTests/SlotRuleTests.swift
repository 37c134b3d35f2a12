import Allocation
import CareModel
import Diaries
import TestSupport
import Testing

/// The rules of slots, each in a service small enough to see through.
@Suite("Rules of slots")
struct SlotRuleTests {
    static let monday = Twin.first

    /// One day a week, Monday 09:00 to 11:00: an hour for first appointments, then an hour for sessions.
    static func split() -> WeekTemplate {
        var week = WeekTemplate()
        week[.monday, .firstAppointment] = DayGrid(36..<48)
        week[.monday, .treatment] = DayGrid(48..<60)
        return week
    }

    static func capacity(low: Int = 1, high: Int = 0, under18: Bool = false) -> Capacity {
        let roles =
            [Role](repeating: .wellbeingPractitioner, count: low)
            + [Role](repeating: .highIntensityTherapist, count: high)
        let clinicians = roles.map {
            Clinician(
                team: 0, role: $0, trainedIn: ModalitySet(Modality.allCases), seesUnder18: under18, caseloadCap: 9)
        }
        var capacity = Capacity(
            clinicians: clinicians, teamCount: 1,
            calendar: WorkingCalendar(first: monday, dayCount: 56, closedDays: []))
        for clinician in clinicians.indices { capacity.setWeeks(clinician, usual: split(), assessment: split()) }
        capacity.setReleaseDays(-1, team: 0)
        return capacity
    }

    static func request(_ kind: AppointmentKind = .firstAppointment, minutes: Int = 60) -> SlotRequest {
        SlotRequest(kind: kind, minutes: minutes, team: 0, step: .low, earliest: monday.start, latest: monday + 55)
    }

    @Test("PO-2: time set aside for sessions is not for first appointments until it is released")
    func carveOut() {
        var capacity = Self.capacity()
        let today = Self.monday
        expect(capacity.book(SlotOffer(clinician: 0, start: today.start + 540, minutes: 60, reasons: [])))
        expect(capacity.earliestSlot(Self.request(), today: today)?.start == (today + 7).start + 540)
        capacity.setReleaseDays(0, team: 0)
        let released = capacity.earliestSlot(Self.request(), today: today)
        expect(released?.start == today.start + 600 && released?.reasons == [.firstThatFits, .released])
    }

    @Test(
        "PO-2: time is released on the day that the carve-out ends, though the days were known to be full",
        arguments: [true, false])
    func releaseAsDaysPass(isTold: Bool) {
        var capacity = Self.capacity()
        capacity.setReleaseDays(3, team: 0)
        for week: Int32 in 0..<8 {
            let start = (Self.monday + week * 7).start + 540
            expect(capacity.book(SlotOffer(clinician: 0, start: start, minutes: 60, reasons: [])))
        }
        var request = Self.request()
        for offset: Int32 in 1..<7 {
            let today = Self.monday + offset
            request.earliest = (today + 1).start
            let found = capacity.earliestSlot(request, today: today)
            expect((found != nil) == (offset >= 4), "\(today)")
        }
    }

    @Test("FA-8, PR-1: priority may use time that is set aside for others, never time that is booked")
    func priority() {
        var capacity = Self.capacity()
        var request = Self.request()
        expect(capacity.book(SlotOffer(clinician: 0, start: Self.monday.start + 540, minutes: 60, reasons: [])))
        request.hasPriority = true
        let offer = capacity.earliestSlot(request, today: Self.monday)
        expect(offer?.start == Self.monday.start + 600 && offer?.reasons == [.firstThatFits, .priority])
        expect(offer.map { capacity.book($0) } == true)
        expect(capacity.earliestSlot(request, today: Self.monday)?.start.day == Self.monday + 7)
    }

    @Test("PR-4: nobody under 18 is booked with a clinician who is not trained for it")
    func under18() {
        var untrained = Self.capacity()
        var request = Self.request()
        request.isUnder18 = true
        expect(untrained.earliestSlot(request, today: Self.monday) == nil)
        var trained = Self.capacity(low: 2)
        trained.update(1) { $0.seesUnder18 = true }
        expect(trained.earliestSlot(request, today: Self.monday)?.clinician == 1)
    }

    @Test("PO-1: in an assessment week step 3 sees people for step 2, and the week's own layout holds")
    func assessmentWeek() {
        var capacity = Self.capacity(low: 0, high: 1)
        var open = WeekTemplate()
        open[.tuesday, .firstAppointment] = DayGrid(36..<60)
        capacity.setWeeks(0, usual: Self.split(), assessment: open)
        expect(capacity.earliestSlot(Self.request(), today: Self.monday) == nil)
        capacity.declareAssessmentWeek(team: 0, Self.monday + 9)
        let offer = capacity.earliestSlot(Self.request(), today: Self.monday)
        expect(offer?.start == (Self.monday + 8).start + 540)
        expect(offer?.reasons == [.firstThatFits, .assessmentWeek])
        expect(
            (0..<14).map { capacity.isAssessmentWeek(team: 0, Self.monday + $0) }
                == [Bool](repeating: false, count: 7) + [Bool](repeating: true, count: 7))
        // Treatment of step 2 is not moved to step 3.
        expect(capacity.earliestSlot(Self.request(.treatment), today: Self.monday) == nil)
    }

    @Test("CL-7: nobody is booked after a clinician's last day; a later last day opens the days again")
    func lastDay() {
        var capacity = Self.capacity()
        capacity.update(0) { $0.lastDay = Self.monday - 1 }
        expect(capacity.earliestSlot(Self.request(), today: Self.monday) == nil)
        capacity.update(0) { $0.lastDay = Self.monday + 20 }
        var request = Self.request()
        request.earliest = (Self.monday + 1).start
        expect(capacity.earliestSlot(request, today: Self.monday)?.start.day == Self.monday + 7)
        request.earliest = (Self.monday + 15).start
        expect(capacity.earliestSlot(request, today: Self.monday) == nil)
    }

    @Test("FA-2: a longer appointment that found no room says nothing about a shorter one")
    func shorterAfterLonger() {
        var capacity = Self.capacity()
        expect(capacity.earliestSlot(Self.request(minutes: 75), today: Self.monday) == nil)
        expect(capacity.earliestSlot(Self.request(minutes: 50), today: Self.monday)?.start.day == Self.monday)
        var later = Self.request(minutes: 50)
        later.earliest = (Self.monday + 1).start
        expect(capacity.earliestSlot(later, today: Self.monday)?.start.day == Self.monday + 7)
    }

    @Test("CL-6: absence closes a day, a day before a long absence stays open for those already known")
    func absences() {
        var capacity = Self.capacity()
        capacity.addAbsence(0, Self.monday...(Self.monday + 6), .leave)
        capacity.addAbsence(0, (Self.monday + 5)...(Self.monday + 6), .sickness)
        capacity.addAbsence(0, (Self.monday + 7)...(Self.monday + 8), .beforeLongAbsence)
        expect(capacity.earliestSlot(Self.request(), today: Self.monday)?.start.day == Self.monday + 7)
        expect(!capacity.isAtWork(0, on: Self.monday) && capacity.isAtWork(0, on: Self.monday + 7))
        expect(!capacity.isAtWork(0, on: Self.monday + 9), "no working day of the week")
        expect(
            capacity.absences(0, from: Self.monday + 2) == [
                Absence(first: Self.monday + 2, last: Self.monday + 4, reason: .leave),
                Absence(first: Self.monday + 5, last: Self.monday + 6, reason: [.leave, .sickness]),
                Absence(first: Self.monday + 7, last: Self.monday + 8, reason: .beforeLongAbsence),
            ])
        capacity.removeAbsence(0, Self.monday...(Self.monday + 6), .leave)
        expect(capacity.earliestSlot(Self.request(), today: Self.monday)?.start.day == Self.monday)
        expect(capacity.absence(0, on: Self.monday + 5) == .sickness)
        expect(capacity.absence(0, on: Self.monday - 1).isEmpty && capacity.absence(0, on: Self.monday + 56).isEmpty)
    }

    @Test("CL-4: supervision blocks time that is free, and leaves bookings be")
    func supervision() {
        var capacity = Self.capacity()
        let booking = SlotOffer(clinician: 0, start: Self.monday.start + 540, minutes: 30, reasons: [])
        expect(capacity.book(booking))
        capacity.block(0, on: Self.monday, MinutesOfDay(start: 540, end: 590))
        let short = Self.request(minutes: 10)
        expect(capacity.earliestSlot(short, today: Self.monday)?.start == Self.monday.start + 590)
        capacity.release(booking)
        expect(capacity.earliestSlot(short, today: Self.monday)?.start == Self.monday.start + 540)
        capacity.block(0, on: Self.monday + 99, MinutesOfDay(start: 540, end: 590))
    }
}
