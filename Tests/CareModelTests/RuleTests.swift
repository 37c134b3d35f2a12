import CareModel
import Testing

/// The rules about screening, contact, calls and missed appointments.
@Suite("Rules of access and attendance")
struct RuleTests {
    @Test(
        "AT-3: which outcomes count against a person",
        arguments: [
            (Attendance.cancelledByPatient, true), (.didNotAttend, true), (.cancelledByProvider, false),
            (.attendedOnTime, false), (.attendedLate, false), (.arrivedTooLate, true),
        ])
    func outcomesThatCount(outcome: Attendance, counts: Bool) {
        var policy = AttendancePolicy()
        #expect(policy.counts(outcome) == counts && outcome.countsAsMissed == counts)
        // PO-5: a softened policy forgives notice, and nothing else.
        policy.cancellationsCount = false
        #expect(policy.counts(outcome) == (counts && outcome != .cancelledByPatient))
    }

    @Test("AT-3: two misses end the episode; a service may soften or drop the policy (PO-5)")
    func missesThatEnd() {
        var policy = AttendancePolicy()
        #expect((0...4).map { policy.ends(missedCount: $0) } == [false, false, true, true, true])
        policy.missesThatEnd = 3
        #expect((0...4).map { policy.ends(missedCount: $0) } == [false, false, false, true, true])
        policy.missesThatEnd = 0
        #expect((0...255).allSatisfy { !policy.ends(missedCount: $0) })
    }

    @Test("AT-4: seven working days to make contact")
    func contactDays() {
        #expect(AttendancePolicy().contactWorkingDays == 7)
    }

    @Test("RF-3: an urgent call is a telephone screen at once")
    func urgent() {
        for door in FrontDoor.allCases {
            var rule = ScreeningRule()
            rule.frontDoor = door
            #expect(rule.firstTask(isUrgent: true) == .telephoneTriage)
            let first: [FrontDoor: ScreeningTask] = [.allAccepted: .briefAssessment, .dutyManager: .seniorScreen]
            #expect(rule.firstTask(isUrgent: false) == first[door] ?? .review)
        }
    }

    /// What is done in order at a front door, for each kind of referral.
    static let paths: [(FrontDoor, risk: Bool, high: Bool, urgent: Bool, [ScreeningTask])] = [
        (.singlePointOfAccess, false, false, false, [.review]),
        (.singlePointOfAccess, true, false, false, [.review, .telephoneTriage]),
        (.singlePointOfAccess, false, true, false, [.review, .seniorScreen]),
        (.singlePointOfAccess, true, true, false, [.review, .telephoneTriage, .seniorScreen]),
        (.singlePointOfAccess, false, false, true, [.telephoneTriage]),
        (.singlePointOfAccess, true, true, true, [.telephoneTriage, .seniorScreen]),
        (.dutyTeam, false, false, false, [.review]),
        (.dutyTeam, true, false, false, [.review, .telephoneTriage]),
        (.dutyTeam, false, true, false, [.review]),
        (.dutyTeam, true, true, false, [.review, .telephoneTriage]),
        (.dutyTeam, false, true, true, [.telephoneTriage]),
        (.dutyTeam, true, true, true, [.telephoneTriage]),
        (.allAccepted, false, false, false, [.briefAssessment]),
        (.allAccepted, true, true, false, [.briefAssessment]),
        (.allAccepted, false, false, true, [.telephoneTriage]),
        (.dutyManager, false, false, false, [.seniorScreen]),
        (.dutyManager, true, true, false, [.seniorScreen, .telephoneTriage]),
        (.dutyManager, true, false, true, [.telephoneTriage]),
    ]

    @Test("RF-5: the work at both front doors", arguments: paths.indices)
    func frontDoors(index: Int) {
        let (door, risk, high, urgent, expected) = Self.paths[index]
        var rule = ScreeningRule()
        rule.frontDoor = door
        var facts = ScreeningFacts()
        facts.mentionsRisk = risk
        facts.looksLikeHighIntensity = high
        var done: [ScreeningTask] = []
        var next: ScreeningTask? = rule.firstTask(isUrgent: urgent)
        while let task = next, done.count < 5 {
            done.append(task)
            next = rule.task(after: task, facts: facts)
        }
        #expect(done == expected)
    }

    @Test("RF-4, RF-7: accepted at a step, or sent elsewhere, whatever the door")
    func decisions() {
        for door in FrontDoor.allCases {
            var rule = ScreeningRule()
            rule.frontDoor = door
            for bits in 0..<16 {
                var facts = ScreeningFacts()
                facts.mentionsRisk = bits & 1 != 0
                facts.looksLikeHighIntensity = bits & 2 != 0
                facts.isUnderAge = bits & 4 != 0
                facts.isExcluded = bits & 8 != 0
                let expected: EndReason? = bits >= 8 ? .notSuitable : bits >= 4 ? .signposted : nil
                #expect(rule.refusal(facts: facts) == expected, "\(facts)")
                #expect(rule.step(facts: facts) == (bits & 2 != 0 ? .high : .low), "\(facts)")
            }
        }
    }

    @Test("RF-10: three attempts over two weeks, then the case is closed")
    func contactAttempts() {
        let rule = ContactRule()
        let waits = (1...3).map { rule.daysUntilNext(after: $0) }
        #expect(rule.attempts == 3 && rule.withinDays == 14)
        #expect(waits[2] == nil && waits[0] != nil && waits[1] != nil)
        #expect(waits.compactMap { $0 }.reduce(0, +) <= 14)
        #expect(waits.compactMap { $0 }.allSatisfy { $0 >= 1 })
    }

    @Test("RF-10: whatever the numbers, attempts end and lie within the days")
    func anyContactRule() {
        for attempts in 1...10 {
            for days in 1...42 {
                var rule = ContactRule()
                rule.attempts = attempts
                rule.withinDays = days
                let waits = (1...attempts).map { rule.daysUntilNext(after: $0) }
                #expect(waits.last == .some(nil) && waits.dropLast().allSatisfy { ($0 ?? 0) >= 1 })
                if days >= attempts { #expect(waits.compactMap { $0 }.reduce(0, +) <= days, "\(attempts) in \(days)") }
                #expect(rule.daysUntilNext(after: attempts + 1) == nil)
            }
        }
    }

    @Test("KT-2: a call of 15 minutes 28 days after the first appointment, and every 28 days")
    func keepingInTouch() {
        var rule = KeepingInTouchRule()
        let first = CivilDay(number: 9_000)
        #expect(rule.isOn && rule.minutes == 15)
        #expect(rule.nextDue(after: first) - first == 28)
        #expect(rule.nextDue(after: rule.nextDue(after: first)) - first == 56)
        rule.everyDays = 21
        #expect(rule.nextDue(after: first) - first == 21)
    }
}
