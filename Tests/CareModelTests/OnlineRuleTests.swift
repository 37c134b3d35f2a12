import CareModel
import Testing

/// The rules of an online provider as decisions: notice, confirmation, messages, waiting, extensions.
@Suite struct OnlineRuleTests {
    @Test("AT-2: a cancellation counts when its notice is short")
    func lateCancellations() {
        var policy = AttendancePolicy()
        #expect(policy.counts(.cancelledByPatient, noticeMinutes: 100_000))
        policy.lateCancellationHours = 48
        #expect(policy.counts(.cancelledByPatient, noticeMinutes: 48 * 60 - 1))
        #expect(!policy.counts(.cancelledByPatient, noticeMinutes: 48 * 60))
        #expect(policy.counts(.didNotAttend, noticeMinutes: 100_000))
        #expect(!policy.counts(.cancelledByProvider, noticeMinutes: 0))
        policy.cancellationsCount = false
        #expect(!policy.counts(.cancelledByPatient, noticeMinutes: 0))
    }

    @Test("AT-4: seven working days, or the 7-7 rule's sixteen days")
    func daysToMakeContact() {
        let monday = CivilDay(number: 9_823)
        let calendar = WorkingCalendar(first: monday, dayCount: 60, closedDays: [])
        var policy = AttendancePolicy()
        #expect(policy.contactDays == 7)
        #expect(policy.contactDay(7, after: monday, in: calendar) == calendar.day(7, workingDaysAfter: monday))
        #expect(policy.contactDay(0, after: monday, in: calendar) == calendar.day(1, workingDaysAfter: monday))
        policy.missedContact = .sevenSeven
        #expect(policy.contactDays == 16)
        #expect(policy.contactDay(16, after: monday, in: calendar) == monday + 16)
    }

    @Test("FA-7: a welcome, a reminder after three days, removed after seven")
    func messages() {
        var rule = ContactRule()
        rule.isByMessage = true
        #expect((1...4).map { rule.daysUntilNext(after: $0) } == [3, 4, nil, nil])
        #expect(rule.daysUntilNext(after: 1, priority: .perinatal) == 3)
        rule.reminderDays = 2
        #expect((1...2).map { rule.daysUntilNext(after: $0) } == [2, 5])
    }

    @Test("AT-7: ten minutes at step 2, fifteen at step 3")
    func waiting() {
        #expect(CourseRule.lowIntensity.isSeen(minutesLate: 10) && !CourseRule.lowIntensity.isSeen(minutesLate: 10.1))
        #expect(CourseRule.highIntensity.isSeen(minutesLate: 15) && !CourseRule.highIntensity.isSeen(minutesLate: 16))
    }

    @Test("TX-11: a request before session 6 and every four sessions after, where they are asked for")
    func extensions() {
        var rule = CourseRule.highIntensity
        #expect((0...30).allSatisfy { !rule.isExtensionDue(sessions: $0) })
        rule.extensionBeforeSession = 6
        #expect((0...18).filter { rule.isExtensionDue(sessions: $0) } == [5, 9, 13, 17])
    }

    @Test("PO-8: full and empty caseloads")
    func reallocation() {
        let rule = ReallocationRule()
        #expect(rule.isFull(caseload: 38, cap: 40) && !rule.isFull(caseload: 37, cap: 40))
        #expect(rule.isEmpty(caseload: 31, cap: 40) && !rule.isEmpty(caseload: 32, cap: 40) && !rule.isOn)
    }
}
