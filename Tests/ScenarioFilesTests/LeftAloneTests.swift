import Allocation
import CareModel
import Foundation
import Testing

@testable import ScenarioFiles
@testable import ServiceSimulation

/// A key that is switched leaves the luck of every decision that it does not concern as it was, person by person
/// (design, decision 4).
@Suite struct LeftAloneTests {
    @Test("Every key leaves alone what it does not concern", arguments: 0..<4)
    func everyKey(part: Int) throws {
        let base = try #require(Run())
        var switched = 0
        for (number, values) in Self.values.enumerated() where number % 4 == part {
            let concerned = Concern.purposes(of: values.key)
            for text in values.texts {
                guard let run = Run([(values.key, text)]) else { continue }
                switched += 1
                for purpose in Purpose.allCases where !concerned.contains(purpose) {
                    let fault = base.difference(
                        run, purpose, sameSubjects: concerned.isDisjoint(with: Concern.whoIsThere))
                    if let fault { Issue.record("\(values.key) = \(text) concerns \(purpose): \(fault)") }
                }
            }
        }
        #expect(switched > 80, "only \(switched) values were tried")
    }

    @Test("The service in which keys are switched makes every decision there is")
    func everyDecision() throws {
        let base = try #require(
            Run(
                [
                    ("teams.one.referrals.per-week", "60"), ("teams.one.staff.pwp.count", "9"),
                    ("teams.one.staff.hit.count", "9"),
                    ("screening.urgent", "0.5"), ("risk.referred-on", "0.5"), ("contact.by-message", "false"),
                    ("returns.after-leaving", "0.5"), ("safeguards.notes-hours", "48"),
                    ("safeguards.notes-late", "0.3"),
                    ("case-management.is-on", "true"), ("case-management.ends-after-misses", "0.3"),
                    ("case-management.ends-open-long", "0.3"), ("case-management.open-days", "60"),
                    ("case-management.gap-days", "7"), ("keeping-in-touch.contacts-per-month", "2"),
                    ("step-up.urgent", "0.3"), ("attendance.ends-at-second-miss", "0.5"),
                ], weeks: 60, isTakenOver: true))
        let written = try #require(Run([("contact.by-message", "true")]))
        // Where clerks are counted, they call in turn, and not at some minute of the day.
        let uncounted = try #require(Run([("contact.clerks", "0")]))
        let never = Purpose.allCases.filter { purpose in
            [base, written, uncounted].allSatisfy { $0.first[purpose] == nil }
        }
        #expect(never.isEmpty, "nobody draws for \(never)")
    }

    @Test("The table of concerns names keys")
    func theTableNamesKeys() {
        for (prefix, _) in Concern.table {
            #expect(Self.values.contains { Concern.isWithin($0.key, prefix) }, "\(prefix) is no key")
        }
    }

    /// Every key with the lowest value that it allows and, where it does not make the service a large one, the highest.
    private static let values: [(key: String, texts: [String])] = ActiveService.values.compactMap { values in
        guard values.key != "levers.surge.set", !values.key.contains("trainee-pwp") else { return nil }
        let isSize =
            values.key.hasPrefix("teams.one.initial.") || values.key.hasSuffix(".per-week")
            || values.key.hasSuffix(".count")
        let ends = [values.texts.first, isSize ? nil : values.texts.last].compactMap { $0 }
        return (values.key, ends.count == 2 && ends[0] == ends[1] ? [ends[0]] : ends)
    }
}

/// One run of the small service, and what was drawn in it.
private struct Run {
    /// The first number of each decision, by subject and occasion.
    var first: [Purpose: [DrawLog.Name: UInt32]] = [:]
    /// What was decided of people when they were referred, by purpose and person.
    var decided: [Purpose: [UInt64: String]] = [:]

    /// Nil where the values are refused.
    /// - Parameter isTakenOver: whether another run, with other luck, goes on from the last day.
    init?(_ set: [(key: String, value: String)] = [], weeks: Int = 5, isTakenOver: Bool = false) {
        let rules = [("screening.referral-matrix", "true")].filter { rule in !set.contains { $0.key == rule.0 } }
        guard let loaded = try? ActiveService.load(rules + set) else {
            return nil
        }
        let log = DrawLog()
        let scenario = loaded.scenario.asItMayTurnOut(
            replication: 1, Luck(seed: 1, replication: 0, log: log))
        let list = InitialList.snapshot(of: loaded.scenario, seed: 1, log: log)
        var simulation = Simulation(
            scenario, from: list, random: Luck(seed: 1, replication: 1, log: log), weeks: weeks, keepsEveryone: true)
        simulation.run()
        if isTakenOver {
            let other = Luck(seed: 1, replication: 2, log: log)
            _ = Simulation(scenario, from: simulation.snapshot(), random: other, weeks: 1)
        }
        for (name, number) in log.opened { first[name.purpose, default: [:]][name] = number }
        for person in simulation.desk.people.indices {
            note(simulation.desk.referrals[person], simulation.people[person], simulation.desk.people[person].key)
        }
    }

    private mutating func note(_ referral: Referral, _ state: PersonState, _ key: UInt64) {
        func decide(_ purpose: Purpose, _ value: some Any) { decided[purpose, default: [:]][key] = "\(value)" }
        decide(.ageBand, referral.ageBand)
        decide(.sex, referral.sex)
        decide(.perinatal, referral.perinatal)
        decide(.weeksUntilBirth, String(describing: referral.weeksUntilBirth))
        decide(.veteran, referral.veteran)
        decide(.longTermCondition, referral.longTermCondition)
        decide(.timeOfDay, referral.timeOfDay)
        decide(.ethnicity, referral.ethnicity)
        decide(.deprivation, referral.deprivationDecile)
        decide(.language, referral.language)
        decide(.interpreter, referral.interpreter)
        decide(.therapistSex, referral.therapistSex)
        decide(.faceToFace, String(describing: referral.channel))
        decide(.venue, referral.venue)
        decide(.accessibilityNeed, referral.accessibilityNeed)
        decide(.urgent, referral.isUrgent)
        decide(.mentionsRisk, state.facts.mentionsRisk)
        decide(.excluded, state.facts.isExcluded)
        decide(.looksLikeHighIntensity, state.facts.looksLikeHighIntensity)
    }

    /// How the luck of a decision differs in another run; nil if it does not.
    /// - Parameter sameSubjects: whether the same people and lists are there in both.
    func difference(_ other: Run, _ purpose: Purpose, sameSubjects: Bool) -> String? {
        let (one, two) = (first[purpose] ?? [:], other.first[purpose] ?? [:])
        for (name, number) in one {
            if let there = two[name], there != number { return "\(name) begins with other numbers" }
        }
        if sameSubjects, Concern.askedOfEverybody.contains(purpose), Set(one.keys) != Set(two.keys) {
            return "\(one.count) subjects are drawn for, \(two.count) with the key"
        }
        for (person, value) in decided[purpose] ?? [:] {
            if let there = other.decided[purpose]?[person], there != value {
                return "person \(person) is \(value), and \(there) with the key"
            }
        }
        return nil
    }
}

/// What keys concern: the decisions that they are about.
private enum Concern {
    /// Who is referred, and who is on the first day's lists: where a key concerns it, others are there to be drawn for.
    static let whoIsThere: Set<Purpose> = [.arrivals, .listedNeed]

    /// What is drawn for everybody who is referred or listed, whatever befalls them.
    static let askedOfEverybody: Set<Purpose> = [
        .weekLevel, .arrivals, .arrivalMinute, .ageBand, .sex, .perinatal, .veteran, .longTermCondition, .timeOfDay,
        .movedIn, .ethnicity, .deprivation, .language, .therapistSex, .faceToFace, .venue, .accessibilityNeed,
        .latentScores, .urgent, .mentionsRisk, .excluded, .looksLikeHighIntensity, .diverted, .shortNotice,
        .listedWait, .listedStep, .listedNeed, .listedAgreement, .listedStop, .listedFound, .listedDay, .listedScores,
        .unknownReferrals, .unknownCapacity, .unknownAim, .unknownSessions, .unknownLeavers, .unknownOutcomes,
        .unknownLost, .unknownHighShare,
    ]

    private static let arrivals: Set<Purpose> = [.weekLevel, .arrivals, .arrivalMinute]
    private static let lists: Set<Purpose> = [
        .listedWait, .listedStep, .listedNeed, .listedAgreement, .listedStop, .listedFound, .listedDay, .listedScores,
    ]
    private static let course: Set<Purpose> = [
        .supervisorAgrees, .fallPerSession, .sessionsNeeded, .stopsEarly, .endsWhenRecovered, .extensionAgreed,
        .changesCourse, .stepsDown, .stepUpProposed, .supervisionDay, .therapy,
    ]

    /// Keys, or the beginnings of keys, and what they concern; a key that is not here concerns only who is seen when.
    static let table: [(prefix: String, purposes: Set<Purpose>)] = [
        ("starts", arrivals), ("closed-days", arrivals), ("teams.one.name", Set(Purpose.allCases)),
        ("uncertainty.referrals", arrivals.union([.unknownReferrals])),
        ("uncertainty.lost", [.unknownLost]), ("uncertainty.capacity", [.unknownCapacity]),
        ("uncertainty.aim", [.unknownAim]), ("uncertainty.high-share", [.unknownHighShare]),
        ("uncertainty.sessions", [.unknownSessions]), ("uncertainty.leavers", [.unknownLeavers]),
        ("uncertainty.outcomes", [.unknownOutcomes]),
        // Who is referred.
        ("teams.one.referrals.per-week", arrivals), ("teams.one.referrals.trend-per-year", arrivals),
        ("teams.one.referrals.from", arrivals), ("teams.one.referrals.ramp-weeks", arrivals),
        ("teams.one.referrals.growth", arrivals),
        ("teams.one.referrals.months", arrivals), ("teams.one.referrals.sources", arrivals),
        ("teams.one.referrals.web-weekdays", arrivals), ("teams.one.referrals.staffed-weekdays", arrivals),
        ("teams.one.referrals.bank-holiday-share", arrivals), ("teams.one.referrals.weekly-variation", arrivals),
        ("teams.one.referrals.age-bands", [.ageBand]),
        ("teams.one.referrals.women", [.sex, .pregnant, .weeksUntilBirth]),
        ("teams.one.referrals.perinatal", [.perinatal, .pregnant, .weeksUntilBirth]),
        ("teams.one.referrals.pregnant", [.pregnant, .weeksUntilBirth]),
        ("teams.one.referrals.veterans", [.veteran]),
        ("teams.one.referrals.long-term-conditions", [.longTermCondition]),
        ("teams.one.referrals.ethnicity", [.ethnicity]), ("teams.one.referrals.deprivation", [.deprivation]),
        ("teams.one.referrals.evening-only", [.timeOfDay]), ("teams.one.referrals.morning-only", [.timeOfDay]),
        ("teams.one.referrals.moved-in", [.movedIn, .earlierWait]),
        ("teams.one.referrals.asks.languages", [.language, .interpreter]),
        ("teams.one.referrals.asks.interpreter", [.interpreter]),
        ("teams.one.referrals.asks.female-therapist", [.therapistSex]),
        ("teams.one.referrals.asks.male-therapist", [.therapistSex]),
        ("teams.one.referrals.asks.face-to-face", [.faceToFace]), ("teams.one.referrals.asks.venues", [.venue]),
        ("teams.one.referrals.asks.accessible", [.accessibilityNeed]),
        ("teams.one.referrals.matrix.chronicity", [.chronicity]),
        ("teams.one.referrals.matrix.complexity", [.complexity]),
        ("teams.one.referrals.matrix.impairment", [.impairment]),
        ("teams.one.referrals.matrix.substance-use", [.substanceUse]),
        ("teams.one.referrals.matrix.risk", [.riskRating]),
        ("teams.one.referrals.matrix.earlier-interventions", [.earlierInterventions]),
        // Who is on the first day's lists, and what posts there are.
        ("teams.one.initial", lists), ("teams.one.staff.pwp.role", lists), ("teams.one.staff.pwp.name", lists),
        ("teams.one.staff.pwp.count", lists), ("teams.one.staff.pwp.wte", lists),
        ("teams.one.staff.pwp.caseload", lists), ("teams.one.staff.pwp.from", lists),
        // The front door.
        (
            "screening.referral-matrix",
            [.chronicity, .complexity, .impairment, .substanceUse, .riskRating, .earlierInterventions]
        ),
        ("screening.urgent", [.urgent]), ("screening.mentions-risk", [.mentionsRisk, .excluded]),
        ("screening.excluded-of-risk", [.excluded]), ("screening.excluded-of-others", [.excluded]),
        ("screening.looks-like-high-intensity", [.looksLikeHighIntensity, .listedStep]),
        ("screening.diverted", [.diverted]),
        ("contact.reached", [.isReached]), ("contact.never-answers", [.neverAnswers]),
        ("contact.declines", [.declinesAppointment]), ("contact.not-ready", [.declinesAppointment]),
        ("contact.by-message", [.welcomeDelay, .attemptMinute]),
        ("first-appointments.short-notice", [.shortNotice]),
        ("first-appointments.treatment-begins", [.treatmentBegins]),
        ("first-appointments.advice", [.assessmentOutcome]), ("first-appointments.signposted", [.assessmentOutcome]),
        ("first-appointments.referred-on", [.assessmentOutcome]),
        ("first-appointments.declines", [.assessmentOutcome]),
        ("first-appointments.low-to-high", [.stepChange]), ("first-appointments.high-to-low", [.stepChange]),
        ("first-appointments.self-help-first", [.selfHelpFirst]),
        // While somebody waits.
        ("waiting", [.patience]), ("keeping-in-touch.opt-out", [.optsOut]),
        ("keeping-in-touch", [.callOutcome, .reportsChange, .reportedMatter, .reportedOutcome]),
        // Courses.
        ("low-intensity", course), ("high-intensity", course), ("step-up", course.union([.urgentStepUp])),
        ("case-management", course.union([.endsAfterMisses, .endsOpenLong, .endsBeforeCourse])),
        ("scores", [.fallPerSession, .fallPerSupport, .fallInGroup, .questionnaire, .latentScores, .believedScores]),
        ("groups", [.seatAtFirst, .seatAtCall, .fallInGroup, .furtherInput, .furtherSessions]),
        ("computerised", [.computerisedAtFirst, .computerisedAtCall, .fallPerSupport, .needsNoMore]),
        ("risk", [.riskFound, .riskReferredOn]), ("returns", arrivals.union([.comesBack])),
        ("employment", [.employmentTakenUp, .employmentLength, .employmentLeft]),
        // Appointments.
        ("attendance.did-not-attend", [.didNotAttend]), ("attendance.odds", [.didNotAttend]),
        ("attendance.reminder", [.didNotAttend]), ("attendance.too-late", [.arrivesTooLate]),
        ("attendance.cancelled", [.personCancels]), ("attendance.provider-cancels", [.serviceCancels]),
        ("attendance.notice-days", [.cancellationNotice, .cancellationWithin]),
        ("attendance.kept-at-a-distance", [.keptAtADistance]), ("attendance.late", [.arrivesLate, .lateness]),
        ("attendance.aborted", [.aborted]), ("attendance.unconfirmed", [.unconfirmed]),
        ("attendance.exceptions", [.exception]), ("attendance.enforces-policy", [.exception]),
        ("attendance.ends-at-second-miss", [.endsAtSecondMiss]), ("attendance.rebooks", [.rebooks]),
        ("attendance.makes-contact", [.callsAfterMiss, .callDay, .callMinute]),
        // Clinicians.
        ("workforce.leave-days", [.takesFortnight, .leaveWeek, .leaveDay]),
        ("workforce.fortnight-share", [.takesFortnight, .leaveWeek, .leaveDay]),
        ("workforce.training-days", [.trainingDay]),
        ("workforce.declared", [.declaredCapacity]), ("workforce.sickness", [.sicknessOnset, .sicknessLength]),
        ("workforce.parental-leave", [.parentalLeave]), ("workforce.low-leavers-per-year", [.noticeGiven]),
        ("workforce.high-leavers-per-year", [.noticeGiven]), ("workforce.recruitment", [.recruitment]),
        ("workforce.trainees-stay", [.traineeStays]),
    ]

    /// What a key concerns.
    static func purposes(of key: String) -> Set<Purpose> {
        table.filter { isWithin(key, $0.prefix) }.reduce(into: []) { $0.formUnion($1.purposes) }
    }

    /// Whether a key is this one, one of this section, or begins with these words.
    static func isWithin(_ key: String, _ prefix: String) -> Bool {
        key == prefix || key.hasPrefix(prefix + ".") || key.hasPrefix(prefix + "-")
    }
}
