import CareModel
import Testing

/// The rules about courses, promises and the order of lists.
@Suite("Rules of courses, standards and lists")
struct CourseAndStandardTests {
    @Test("FA-2, TX-1: step 2 sessions last 30 minutes, the first appointment up to 50")
    func lowIntensity() {
        let rule = CourseRule.lowIntensity
        #expect(rule.sessionMinutes == 30 && rule.firstAppointmentMinutes == 50)
        #expect((7...14).contains(rule.intervalDays))
        // Up to 7 contacts, at most 10 with the supervisor's agreement.
        #expect(!rule.isExhausted(contacts: 6, supervisorAgrees: false))
        #expect(rule.isExhausted(contacts: 7, supervisorAgrees: false))
        #expect(!rule.isExhausted(contacts: 9, supervisorAgrees: true))
        #expect(rule.isExhausted(contacts: 10, supervisorAgrees: true))
    }

    @Test("FA-2, TX-2: step 3 sessions last up to 60 minutes, weekly")
    func highIntensity() {
        let rule = CourseRule.highIntensity
        #expect((45...60).contains(rule.sessionMinutes) && rule.firstAppointmentMinutes == 60 && rule.intervalDays == 7)
        // Up to 13 contacts, at most 20 with the supervisor's agreement.
        #expect(!rule.isExhausted(contacts: 12, supervisorAgrees: false))
        #expect(rule.isExhausted(contacts: 13, supervisorAgrees: false))
        #expect(!rule.isExhausted(contacts: 19, supervisorAgrees: true))
        #expect(rule.isExhausted(contacts: 20, supervisorAgrees: true))
    }

    @Test("TX-7: a review after every block of six")
    func reviews() {
        for rule in [CourseRule.lowIntensity, .highIntensity] {
            #expect((0...20).filter { rule.isReviewDue(sessions: $0) } == [6, 12, 18])
        }
        var rule = CourseRule.highIntensity
        rule.blockSessions = 4
        #expect((0...9).filter { rule.isReviewDue(sessions: $0) } == [4, 8])
    }

    @Test("TX-8: the last sessions are spaced out")
    func spacing() {
        #expect((1...4).map { CourseRule.highIntensity.daysUntilNext(sessionsLeft: $0) } == [14, 14, 7, 7])
        #expect((1...3).map { CourseRule.lowIntensity.daysUntilNext(sessionsLeft: $0) } == [21, 14, 14])
        var rule = CourseRule.highIntensity
        rule.spacedSessions = 0
        #expect((1...3).allSatisfy { rule.daysUntilNext(sessionsLeft: $0) == 7 })
    }

    private static let received = CivilMinute(day: CivilDay(number: 9_000), minuteOfDay: 1439)

    @Test("FA-1, PR-1: 28 days to the first appointment, perinatal 14, from the day of receipt")
    func firstAppointmentDue() {
        let standards = Standards()
        for priority in PriorityClass.allCases {
            let due = standards.firstAppointmentDue(received: Self.received, priority: priority)
            #expect(due - Self.received.day == (priority == .perinatal ? 14 : 28), "\(priority)")
        }
    }

    @Test("KT-1, PR-1: 28 days to the next treatment contact")
    func treatmentDue() {
        var standards = Standards()
        for priority in PriorityClass.allCases {
            #expect(standards.treatmentDue(waitingSince: Self.received, priority: priority) - Self.received.day == 28)
        }
        standards.secondTreatmentDays = 40
        standards.perinatalTreatmentDays = 20
        #expect(standards.treatmentDue(waitingSince: Self.received, priority: .perinatal).number == 9_020)
        #expect(standards.treatmentDue(waitingSince: Self.received, priority: .veteran).number == 9_040)
    }

    @Test("FA-1, KT-1, KP-2: the figures of the sources")
    func figures() {
        let standards = Standards()
        #expect(standards.nationalFirstDays == 42 && standards.nationalFirstShare == 0.75)
        #expect(standards.nationalSecondDays == 126 && standards.nationalSecondShare == 0.95)
        #expect(standards.secondTreatmentLimitDays == 90 && standards.secondTreatmentLimitShare == 0.10)
    }

    @Test("KP-1: waits are counted in calendar days, whatever the hour")
    func waits() {
        #expect(waitDays(from: Self.received, to: Self.received) == 0)
        #expect(waitDays(from: Self.received, to: Self.received + 1) == 1)
        #expect(waitDays(from: CivilDay(number: 9_000).start, to: Self.received) == 0)
        #expect(waitDays(from: Self.received, to: Self.received + 28 * 1440) == 28)
    }

    @Test("PO-3, PR-2, ST-1: classes go in the order given, those left out last with the routine")
    func ranks() {
        let standard = PriorityOrder.standard
        let inOrder: [PriorityClass] = [.rebooking, .risk, .perinatal, .stepUp, .veteran, .routine]
        #expect(inOrder.map { standard.rank($0) } == [0, 1, 2, 3, 4, 5])
        let two = PriorityOrder(classes: [.veteran, .perinatal])
        #expect(two.rank(.veteran) == 0 && two.rank(.perinatal) == 1)
        for other in [PriorityClass.routine, .risk, .stepUp, .rebooking] { #expect(two.rank(other) == 2) }
        // A class may also be put behind the routine.
        let behind = PriorityOrder(classes: [.routine, .veteran])
        #expect(behind.rank(.routine) < behind.rank(.veteran))
        #expect(PriorityOrder(classes: []).rank(.risk) == PriorityOrder(classes: []).rank(.routine))
    }

    @Test(
        "PO-3: other orders of the list know no classes",
        arguments: [
            ListOrder.firstComeFirstServed, .earliestDueDate,
        ])
    func noRanks(order: ListOrder) {
        let priorities = PriorityOrder(order: order, classes: PriorityOrder.standard.classes)
        #expect(PriorityClass.allCases.allSatisfy { priorities.rank($0) == 0 })
    }
}
