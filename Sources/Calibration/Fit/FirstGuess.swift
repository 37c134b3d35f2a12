import CareModel
import Foundation
import PublishedStatistics
import ServiceSimulation

/// A service as the figures of a provider say it is before anything is simulated: what is published is set, the rest is
/// what is expected of any service.
struct FirstGuess {
    let scenario: ServiceScenario
    let parameters: [CalibrationParameter]

    /// Weeks of the fit's own past, from lists near those published; its last year is compared with what was published.
    static let pastWeeks = 156

    init(
        _ moments: ProviderMoments, name: String, title: String, starts: CivilDay, perWeek: Double, trend: Double
    ) {
        var team = TeamScenario()
        team.name = name
        team.title = title
        team.referrals = Self.referrals(moments, perWeek: perWeek, trend: trend)
        team.practice = Self.practice(moments, perWeek: perWeek)
        team.initial = Self.initial(moments, perWeek: perWeek)
        var scenario = ServiceScenario()
        scenario.name = name
        scenario.title = title
        scenario.starts = starts
        // Twelve whole months, wherever the first Monday falls.
        scenario.weeks = 53
        scenario.start.origin = .warmUp
        scenario.start.warmUpWeeks = Self.pastWeeks
        scenario.start.firstDays = 4
        scenario.teams = [team]
        let parameters = Self.parameters(moments, perWeek: perWeek)
        for parameter in parameters { parameter.apply(&scenario.teams[0], parameter.value(at: 0)) }
        self.scenario = scenario
        self.parameters = parameters
    }

    // MARK: What is published

    private static func referrals(_ moments: ProviderMoments, perWeek: Double, trend: Double) -> ReferralInput {
        var input = ReferralInput()
        input.perWeek = CalibrationParameter.rounded(perWeek)
        input.trendPerYear = (trend * 1000).rounded() / 1000
        if case .success(let pattern) = moments.referrals {
            input.months = pattern.index.months.map { ($0.value * 1000).rounded() / 1000 }
        }
        if let monthly = moments.value(.extraVariation) {
            // Weeks vary on their own here, and four and a third of them make a month.
            input.weeklyVariation = (min(0.30, max(0.02, monthly * 2.085)) * 1000).rounded() / 1000
        }
        input.sources = sources(moments)
        return input
    }

    /// Which of our sources the published ones are, in parts; those that are not here are 'other'.
    private static let sourceParts: [PublishedMeasure: [(source: ReferralSource, part: Double)]] = [
        // The national figure tells web and telephone apart for nobody: five in six are taken to be on the web.
        .selfReferrals: [(.selfWeb, 0.83), (.selfTelephone, 0.17)],
        .practitionerReferrals: [(.generalPractitioner, 1)],
        .healthVisitorReferrals: [(.alliedHealthProfessional, 1)],
        .otherPrimaryCareReferrals: [(.alliedHealthProfessional, 1)],
        .secondaryCareReferrals: [(.secondaryCare, 1)],
        .otherTrustReferrals: [(.secondaryCare, 1)],
        .maternityReferrals: [(.maternity, 1)],
        .employerReferrals: [(.employer, 1)],
        .voluntarySectorReferrals: [(.voluntarySector, 1)],
    ]

    /// Shares of sources in the order of ``ReferralSource``: national codes that have no source of their own are
    /// 'other'.
    private static func sources(_ moments: ProviderMoments) -> [Double] {
        var shares = [Double](repeating: 0, count: ReferralSource.allCases.count)
        for entry in moments.sources {
            guard case .success(let share) = entry.share else { continue }
            for (source, part) in sourceParts[entry.source] ?? [(.other, 1)] {
                shares[Int(source.rawValue)] += share.value * part
            }
        }
        let all = shares.reduce(0, +)
        guard all > 0 else { return ReferralInput().sources }
        // Small sources are suppressed, so that published ones rarely add up; what rounding leaves is 'other'.
        var rounded = shares.map { ($0 / all * 1000).rounded() / 1000 }
        let other = Int(ReferralSource.other.rawValue)
        rounded[other] = Self.round3(max(0, rounded[other] + 1 - rounded.reduce(0, +)))
        return rounded
    }

    // MARK: What is assumed

    /// The share of referrals that screening turns away. Ends that are published as not suitable or signposted come
    /// before an appointment and after one; two in five are taken to come before.
    static func excluded(_ moments: ProviderMoments) -> Double {
        0.4 * (moments.value(.endedNotSuitable) ?? 0.045)
    }

    /// Days after which somebody who is not reached is off the list, by Little's law: of the people waiting, those who
    /// will be treated are as many as begin treatment in the time that they wait; the rest are lost, half of them at
    /// the first answer. Nil if it cannot be told.
    static func daysOnList(_ moments: ProviderMoments) -> Double? {
        guard let stock = moments.value(.waitingForTreatment), let wait = moments.value(.firstWaitMean),
            let firsts = moments.value(.firstTreatmentsPerWeek), let perWeek = moments.value(.referralsPerWeek),
            let lost = moments.value(.endedBeforeTreatment), lost * perWeek > 0
        else { return nil }
        return 2 * max(0, stock - firsts * wait / 7) / (perWeek * lost) * 7
    }

    /// Days that a scenario can keep somebody on the list who is not reached.
    private static let mostDaysOnList = 365.0
    /// More than that nobody looks for somebody who does not answer.
    static let usualDaysOnList = 90.0

    private static func daysUntilClosed(_ moments: ProviderMoments, wait: Double) -> Int {
        guard let days = daysOnList(moments) else { return wait < 12 ? 30 : 42 }
        return Int(min(mostDaysOnList, max(14, days)).rounded())
    }

    /// Where people are seen soon they are also called again soon: a week between attempts alone is a fortnight of wait
    /// for whom the third one reaches.
    private static func daysBetweenAttempts(wait: Double) -> Int { min(7, max(1, Int(wait / 4))) }

    private static func practice(_ moments: ProviderMoments, perWeek: Double) -> Practice {
        var practice = Practice()
        let unsuitable = excluded(moments)
        practice.screening.excludedOfRisk = min(0.25, round3(unsuitable * 3))
        practice.screening.excludedOfOthers = round3(
            max(0, unsuitable - 0.08 * practice.screening.excludedOfRisk) / 0.92)
        practice.screening.diverted = 0.005
        practice.screening.looksLikeHighIntensity = 0.10
        // As many minutes as it takes: nobody publishes a backlog of screening.
        practice.screening.deskMinutesPerDay = max(420, Int(perWeek / 5 * 15))
        practice.screening.seniorMinutesPerDay = max(60, Int(perWeek / 5 * 15))
        // Where people are seen within a fortnight, they are also reached and booked faster.
        let wait = moments.value(.firstWaitMean) ?? 20
        let days = daysUntilClosed(moments, wait: wait)
        practice.contact.rule.withinDays = days
        practice.contact.rule.attempts = max(3, min(90, days / Self.daysBetweenAttempts(wait: wait)))
        practice.firstAppointments.noticeDays = wait < 10 ? 1 : wait < 15 ? 2 : 3
        practice.firstAppointments.treatmentBegins = 0.99
        practice.low.supervisorAgrees = 0.30
        practice.low.endsWhenRecovered = 0.30
        practice.low.stopsEarly = 0.03
        practice.high.supervisorAgrees = 0.50
        practice.high.endsWhenRecovered = 0.25
        practice.high.stopsEarly = 0.02
        practice.stepUp.proposedOfCases = 0.35
        practice.waiting.firstAppointmentHalfDays = 250
        practice.waiting.lowHalfDays = 150
        practice.waiting.shape = 1.1
        practice.keepingInTouch.noLongerNeeded = 0.02
        practice.keepingInTouch.quicker = 0.01
        practice.keepingInTouch.readier = 0.01
        practice.keepingInTouch.riskRisen = 0.005
        practice.attendance.exceptions = 0.90
        practice.attendance.makesContact = 0.80
        practice.scores.anxietyShare = 1.0
        practice.scores.noise = 1.5
        practice.diary.followsDemand = true
        practice.diary.lowFirstShare = 0.45
        practice.diary.highFirstShare = 0.10
        // Published waits for a step-up are as long as those for high intensity, and longer: step-ups wait as others
        // do.
        practice.diary.priorities = PriorityOrder(classes: [.rebooking, .risk, .perinatal])
        return practice
    }

    /// The lists with which the past begins, by Little's law: people who begin a day times the days that they wait.
    private static func initial(_ moments: ProviderMoments, perWeek: Double) -> InitialInput {
        var initial = InitialInput()
        let seconds = moments.value(.secondTreatmentsPerWeek) ?? perWeek * 0.38
        let highWait = min(365, moments.value(.assessmentToHighWait) ?? 60)
        let stock = moments.value(.waitingForTreatment) ?? perWeek * 3
        initial.waitingFirstAppointment = Int(stock * 0.5)
        initial.waitingFirstAppointmentDays = 10
        initial.waitingLow = Int(seconds * 0.5 * 20 / 7)
        initial.waitingHigh = Int(seconds * 0.5 * highWait / 7)
        initial.waitingHighDays = (highWait / 2).rounded()
        return initial
    }

    /// Bookable staff of one step: so many WTE over the roles that services have, in whole posts.
    static func staff(_ step: Step, wte: Double) -> [StaffInput] {
        let roles: [(role: Role, share: Double, each: Double)] =
            step == .low
            ? [
                (.wellbeingPractitioner, 0.72, 0.85), (.seniorWellbeingPractitioner, 0.10, 0.9),
                (.traineeWellbeingPractitioner, 0.18, 1.0),
            ]
            : [
                (.highIntensityTherapist, 0.78, 0.8), (.seniorHighIntensityTherapist, 0.12, 0.8),
                (.traineeHighIntensityTherapist, 0.10, 1.0),
            ]
        return roles.compactMap { role, share, each in
            let posts = max(1, Int((wte * share / each).rounded()))
            var staff = StaffInput()
            staff.role = role
            staff.count = posts
            staff.wte = min(1, max(0.05, round3(wte * share / Double(posts))))
            staff.seesUnder18 = role.isSenior
            return staff
        }
    }

    static func round3(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

extension ProviderMoments {
    /// The value of a quantity; nil if it cannot be estimated.
    func value(_ quantity: MomentQuantity) -> Double? {
        guard case .success(let moment) = self[quantity] else { return nil }
        return moment.value
    }
}
