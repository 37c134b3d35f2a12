import CareModel
import RuleEvidence
import ServiceSimulation
import Statistics
import Testing

/// Each rule, switched: with common random numbers over eight replications the paired difference has the expected sign
/// and its 95% interval excludes zero, or nothing changes at all where the rule is inert.
@Suite struct RuleEffectTests {
    struct Effect: Sendable, CustomTestStringConvertible {
        /// The rules, and what their text claims, in words.
        var rule: String
        var change: @Sendable (inout ServiceScenario) -> Void
        /// What the claim is about.
        var measure: RuleMeasure
        /// The sign that the rule's text claims of the difference; 0 is that there must be none at all.
        var sign: Int
        /// What both sides have; nil is the sample service as it is.
        var given: (@Sendable (inout ServiceScenario) -> Void)?
        /// Whether each side has a first day of its own: where posts are added or taken away, for a first day names
        /// clinicians by their places.
        var warmsUp = false
        /// Runs of each side; other than eight only where both sides have something given.
        var replications = 8
        var testDescription: String { rule }

        /// The effect that was seen, if it is not as claimed; nil if it is, and it is noted for the table of rules with
        /// the keys that tell the two sides apart.
        var surprise: ConfidenceInterval? {
            var base = SampleService.scenario()
            given?(&base)
            var changed = base
            change(&changed)
            let after = records(changed).map(measure.value)
            let before = (given == nil && !warmsUp ? RuleEffectTests.baseline : records(base)).map(measure.value)
            let seen = PairedDifference(first: after, second: before).interval
            let effect = MeasuredEffect(
                measure.title, unit: measure.unit.rawValue, claim: sign == 0 ? .same : sign > 0 ? .more : .less,
                before: before, after: after, interval: (seen.estimate, seen.lowerBound, seen.upperBound))
            guard sign == 0 ? before == after : effect.isAsClaimed else { return seen }
            let switched = SwitchedKeys.between(base, changed)
            if switched.isEmpty { Issue.record("\(rule): no key of a scenario file tells the two sides apart") }
            RuleEvidence.record(rules, test: claim, switched: switched, effect: effect)
            return nil
        }

        private func records(_ scenario: ServiceScenario) -> [ReplicationRecord] {
            let firstDay = warmsUp ? SampleRun.firstDay(scenario, seed: 9) : RuleEffectTests.firstDay
            return SampleRun.records(scenario, from: firstDay, seed: 9, replications: replications)
        }

        /// The rules that are switched: the identifiers with which the name begins.
        private var rules: [String] {
            rule.split(separator: " ").prefix { $0.contains("-") && $0.contains(where: \.isNumber) }.map(String.init)
        }

        /// What is claimed, without the rules.
        private var claim: String { rule.split(separator: " ").dropFirst(rules.count).joined(separator: " ") }

        /// The same change in every team.
        static func teams(
            _ change: @escaping @Sendable (inout TeamScenario) -> Void
        ) -> @Sendable (inout ServiceScenario) -> Void {
            { scenario in for team in scenario.teams.indices { change(&scenario.teams[team]) } }
        }
    }

    static let effects: [Effect] = [
        Effect(
            rule: "AT-5 without reminders people miss more", change: practice { $0.attendance.reminders = false },
            measure: share(.didNotAttend, .appointments), sign: 1),
        Effect(
            rule: "AT-3 PO-5 a policy that is not enforced drops fewer people",
            change: practice { $0.attendance.policy.missesThatEnd = 0 }, measure: total(.endedDroppedOut), sign: -1),
        Effect(
            rule: "AT-3 exceptions keep people", change: practice { $0.attendance.exceptions = 0.9 },
            measure: total(.endedDroppedOut), sign: -1),
        Effect(
            rule: "AT-4 people who never make contact are lost", change: practice { $0.attendance.makesContact = 0 },
            measure: total(.endedDroppedOut), sign: 1),
        Effect(
            rule: "AT-9 a wait raises DNAs", change: practice { $0.attendance.oddsPer30DaysWait = 3 },
            measure: share(.didNotAttend, .appointments), sign: 1),
        Effect(
            rule: "AT-10 a service that cancels a tenth of its appointments cancels more",
            change: practice { $0.attendance.providerCancels = 0.1 },
            measure: total(.cancelledByProvider), sign: 1),
        Effect(
            rule: "RF-9 diversion spares first appointments", change: practice { $0.screening.diverted = 0.3 },
            measure: total(.firstAppointments), sign: -1),
        Effect(
            rule: "RF-7 exclusions send more people elsewhere",
            change: practice { $0.screening.excludedOfOthers = 0.3 },
            measure: total(.notAccepted), sign: 1),
        Effect(
            rule: "RF-10 people whom no attempt reaches are not seen",
            change: practice { $0.contact.neverAnswers = 0.3 }, measure: total(.enteredTreatment), sign: -1),
        Effect(
            rule: "RF-10 fewer attempts reach fewer people", change: practice { $0.contact.rule.attempts = 1 },
            measure: total(.uncontactable), sign: 1),
        Effect(
            rule: "RF-11 who is not ready is asked to come back, and takes no appointment now",
            change: practice { $0.contact.notReady = 0.2 },
            measure: total(.declinedAppointment), sign: 1),
        Effect(
            rule: "RF-5 a slow desk delays the first appointment",
            change: practice { $0.screening.reviewMinutes = 20 }, measure: meanFirstWait, sign: 1),
        Effect(
            rule: "RF-5 a single point of access adds a senior's screening",
            change: practice {
                $0.screening.rule.frontDoor = .singlePointOfAccess
                $0.screening.seniorMinutesPerDay = 40
            }, measure: meanFirstWait, sign: 1),
        Effect(
            rule: "KT-2 a service that makes no calls calls nobody",
            change: practice { $0.keepingInTouch.rule.isOn = false },
            measure: total(.keepingInTouchCalls), sign: -1),
        Effect(
            rule: "KT-5 where nine in ten opt out, fewer are called",
            change: practice { $0.keepingInTouch.optOut = 0.9 },
            measure: total(.keepingInTouchCalls), sign: -1),
        Effect(
            rule: "KT-7 impatient people leave the list", change: practice { $0.waiting.highHalfDays = 20 },
            measure: ends(.withdrewWaitingTreatment), sign: 1),
        Effect(
            rule: "ST-1 where more step-ups are proposed, more people are stepped up",
            change: practice { $0.stepUp.proposedOfCases = 0.9 },
            measure: total(.stepUps), sign: 1),
        Effect(
            rule: "TX-1 courses need more sessions", change: practice { $0.low.neededSessions = 8 },
            measure: share(.finishedLowSessions, .finishedWithLow), sign: 1),
        Effect(
            rule: "TX-7 a review that ends recovered courses", change: practice { $0.high.endsWhenRecovered = 1 },
            measure: share(.finishedHighSessions, .finishedWithHigh), sign: -1),
        Effect(
            rule: "TX-10 faster change, more recovery", change: practice { $0.scores.highChange = 1.5 },
            measure: share(.recovered, .finishedCases), sign: 1),
        Effect(
            rule: "CL-1 a lower cap holds fewer people",
            change: { scenario in
                for team in scenario.teams.indices {
                    for group in scenario.teams[team].staff.indices {
                        scenario.teams[team].staff[group].caseloadPerWTE = 12
                    }
                }
            }, measure: lastWeek(.inTreatmentHigh), sign: -1),
        Effect(
            rule: "CL-5 without a duty rota more time can be booked",
            change: practice { $0.workforce.dutyRota = false },
            measure: bookable, sign: 1),
        Effect(
            rule: "CL-6 sickness cancels appointments", change: practice { $0.workforce.sickness = 0.15 },
            measure: total(.cancelledByProvider), sign: 1),
        Effect(
            rule: "CL-7 turnover hands people over",
            change: practice {
                $0.workforce.lowLeaversPerYear = 0.8
                $0.workforce.highLeaversPerYear = 0.8
            }, measure: total(.handovers), sign: 1),
        Effect(
            rule: "PO-2 more of therapists' time set aside for first appointments makes people wait longer for "
                + "treatment",
            change: practice { $0.diary.highFirstShare = 0.5 },
            measure: share(.assessmentToHighDays, .assessmentToHigh), sign: 1),
        Effect(
            rule: "PR-3 where treatment waits for the birth, more people are on hold",
            change: practice { $0.firstAppointments.putOffWeeksBeforeBirth = 40 }, measure: lastWeek(.onHold), sign: 1),
    ]

    @Test(arguments: effects)
    func actsAsExpected(effect: Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }

    static let firstDay = SampleRun.firstDay(SampleService.scenario(), seed: 9)
    static let baseline = SampleRun.records(SampleService.scenario(), from: firstDay, seed: 9)

    /// A rule that nobody meets changes nothing, to the last number.
    @Test func inertRulesChangeNothing() {
        var changed = SampleService.scenario()
        for team in changed.teams.indices {
            // No lever starts within the horizon; no assessment week is called.
            changed.teams[team].practice.assessmentWeek.above = 3
            changed.teams[team].practice.assessmentWeek.minimumGapWeeks = 2
        }
        changed.levers = [Lever(name: "later", teams: [0, 1], from: changed.starts + 3000) { $0.attendance.late = 1 }]
        #expect(SampleRun.records(changed, from: Self.firstDay, seed: 9) == Self.baseline)
    }

    /// PO-10: a lever acts between its dates and not outside them.
    @Test func leversKeepTheirDates() {
        var changed = SampleService.scenario()
        let from = changed.starts + 140
        changed.levers = [
            Lever(name: "no reminders", teams: [0], from: from, until: from + 69) { $0.attendance.reminders = false }
        ]
        let after = SampleRun.records(changed, from: Self.firstDay, seed: 9)
        for (one, other) in zip(after, Self.baseline) {
            for week in 0..<20 {
                #expect(
                    one.count(.didNotAttend, week: week, team: 0) == other.count(.didNotAttend, week: week, team: 0))
            }
        }
        func missed(_ records: [ReplicationRecord]) -> Double {
            Double(
                records.reduce(0) { sum, record in
                    sum + (20..<30).reduce(0) { $0 + record.count(.didNotAttend, week: $1, team: 0) }
                })
        }
        #expect(missed(after) > 1.15 * missed(Self.baseline))
        RuleEvidence.record(
            ["PO-10"], test: "RuleEffectTests.leversKeepTheirDates",
            switched: SwitchedKeys.between(SampleService.scenario(), changed),
            effect:
                "exactly zero before its dates; \(RuleEvidence.text(missed(after) / missed(Self.baseline))) times the "
                + "misses between them")
    }

    static func practice(
        _ change: @escaping @Sendable (inout Practice) -> Void
    ) -> @Sendable (inout ServiceScenario) -> Void {
        Effect.teams { change(&$0.practice) }
    }

    static func total(_ counter: Counter) -> RuleMeasure { .total(counter) }

    static func share(_ part: Counter, _ whole: Counter) -> RuleMeasure { .share(part, whole) }

    static func ends(_ reason: EndReason) -> RuleMeasure { .ends(reason) }

    static func lastWeek(_ counter: Counter) -> RuleMeasure { .lastWeek(counter) }

    /// The mean over the last half of the year.
    static func lastWeeks(_ counter: Counter) -> RuleMeasure { .lastWeeks(counter) }

    static let meanFirstWait = share(.firstAppointmentWaitDays, .firstAppointments)

    /// Bookable minutes in filled diaries: what a day of duty takes away.
    static let bookable: RuleMeasure = .ofRoles(.bookableMinutes, each: 60, "Hours that can be booked, a year", .hours)
}
