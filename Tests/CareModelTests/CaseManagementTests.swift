import CareModel
import Testing

/// The monthly case-management review: which cases are brought, and why (CL-16).
@Suite struct CaseManagementTests {
    private static let today = CivilDay(year: 2027, month: 6, day: 1) ?? CivilDay(number: 0)
    private let today = CaseManagementTests.today

    /// A case under way that nothing brings to the review.
    private func settled(_ step: Step = .low, _ change: (inout CaseFacts) -> Void = { _ in }) -> CaseFacts {
        var facts = CaseFacts(state: .inTreatment, step: step)
        facts.startScores = Scores(depression: 14, anxiety: 12)
        facts.scores = Scores(depression: 12, anxiety: 12)
        facts.level = step == .low ? .stepTwo : .stepThree
        facts.sessionsAtStep = 2
        facts.isBooked = true
        facts.firstContact = today - 40
        facts.lastContact = today - 7
        facts.contacts = 3
        change(&facts)
        return facts
    }

    private func reasons(_ facts: CaseFacts, _ rule: CaseManagementRule = CaseManagementRule()) -> [CaseReason] {
        rule.reasons(of: facts, on: today).list
    }

    @Test func aCaseThatGoesWellIsNotBrought() {
        #expect(reasons(settled()).isEmpty && reasons(settled(.high)).isEmpty)
    }

    @Test("CL-16: each point of the checklist, alone", arguments: CaseReason.allCases)
    func eachReason(reason: CaseReason) {
        let facts = settled { facts in
            switch reason {
            case .inRecovery: facts.scores = Scores(depression: 9, anxiety: 7)
            case .notImproving:
                facts.sessionsAtStep = 3
                facts.scores = facts.startScores
            case .missedOrCancelled: facts.missedCount = 1
            case .anotherStep:
                facts.scores = Scores(depression: 16, anxiety: 12)
                facts.level = .stepThree
            case .noAppointment:
                facts.isBooked = false
                facts.lastContact = today - 15
            case .openLong:
                facts.firstContact = today - 200
                facts.lastContact = today - 20
            case .overLimit: facts.isExhausted = true
            case .notACase:
                facts.startScores = Scores(depression: 9, anxiety: 7)
                facts.scores = Scores(depression: 8, anxiety: 7)
            }
        }
        #expect(reasons(facts) == [reason])
    }

    @Test("Improvement is looked for from the step's review on, not only after that session (TX-6)")
    func notImproving() {
        for sessions in 0...9 {
            let facts = settled(.high) {
                $0.improvementReview = 6
                $0.sessionsAtStep = sessions
                $0.scores = $0.startScores
            }
            #expect(reasons(facts).contains(.notImproving) == (sessions >= 6), "\(sessions)")
        }
    }

    @Test("Two weeks without contact, and not a day less; whoever is booked or put off has a date")
    func noAppointment() {
        for days in 0...40 as ClosedRange<Int32> {
            let facts = settled {
                $0.isBooked = false
                $0.lastContact = today - days
            }
            #expect(reasons(facts).contains(.noAppointment) == (days > 14), "\(days)")
            var booked = facts
            booked.isBooked = true
            #expect(!reasons(booked).contains(.noAppointment))
            var putOff = facts
            putOff.notBefore = today + 1
            #expect(!reasons(putOff).contains(.noAppointment))
            putOff.notBefore = today
            #expect(reasons(putOff).contains(.noAppointment) == (days > 14))
        }
    }

    @Test("Steps up and down: whoever improves goes on at step 2; nobody goes down who was stepped up")
    func anotherStep() {
        let severe = settled {
            $0.scores = Scores(depression: 16, anxiety: 12)
            $0.startScores = Scores(depression: 18, anxiety: 12)
            $0.level = .stepThree
        }
        #expect(!reasons(severe).contains(.anotherStep))
        var mild = settled(.high) { $0.level = .stepTwo }
        #expect(reasons(mild) == [.anotherStep])
        mild.wasSteppedUp = true
        #expect(reasons(mild).isEmpty)
        let proposed = CaseFacts(state: .awaitingSupervision, step: .low)
        #expect(reasons(proposed) == [.anotherStep])
    }

    @Test("Only people who were assessed and are still here have a case", arguments: EpisodeState.allCases)
    func onlyAssessed(state: EpisodeState) {
        let facts = settled {
            $0.state = state
            $0.missedCount = 1
        }
        #expect(reasons(facts).isEmpty == (state.isBeforeFirstAppointment || state == .closed))
    }

    @Test("What nobody knows is no reason")
    func unknown() {
        for state in [EpisodeState.waitingTreatment, .inTreatment, .onHold] {
            #expect(reasons(CaseFacts(state: state, step: .low)).isEmpty)
        }
    }

    @Test("Every four weeks from the first contact, once each")
    func reviews() {
        let rule = CaseManagementRule()
        var last = today
        var reviewed: [Int32] = []
        for day in stride(from: 7 as Int32, through: 140, by: 7) {
            if rule.isReviewed(after: last, by: today + day, from: today) { reviewed.append(day) }
            last = today + day
        }
        #expect(reviewed == [28, 56, 84, 112, 140])
        // Whoever is seen seldom is not reviewed twice at once, and nothing is reviewed before the first contact.
        #expect(rule.isReviewed(after: today - 100, by: today + 90, from: today))
        #expect(!rule.isReviewed(after: today - 100, by: today + 27, from: today))
    }

    @Test func reasonsAreASet() {
        let all = CaseReason.allCases.reduce(into: CaseReasons()) { $0.insert(CaseReasons($1)) }
        #expect(all.list == CaseReason.allCases && CaseReasons().list.isEmpty)
        #expect(Set(CaseReason.allCases.map(\.name)).count == 8)
    }
}
