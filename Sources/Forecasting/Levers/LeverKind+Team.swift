import CareModel
import ServiceSimulation

extension LeverKind {
    /// What it sets in a team; nil where the team cannot have it, or has it already.
    func change(of team: TeamScenario, _ standards: Standards) -> TeamChange? {
        let practice = team.practice
        switch self {
        case .practitioner: return LeverKind.post(.wellbeingPractitioner, team)
        case .therapist: return LeverKind.post(.highIntensityTherapist, team)
        case .moreTreatment: return LeverKind.split(team, by: 0.9)
        case .moreFirst: return LeverKind.split(team, by: 1.1)
        case .followsDemand: return LeverKind.following(team, standards)
        case .assessmentWeeks: return LeverKind.assessing(team, standards)
        case .noAssessmentWeeks:
            guard practice.assessmentWeek.isOn else { return nil }
            return TeamChange(keys: [("assessment-week.is-on", "false")], meaning: "None are called any more.")
        case .fewerMissed: return LeverKind.fewerMissed(practice.attendance)
        case .reminders:
            return LeverKind.on(
                "attendance.reminders", practice.attendance.reminders || practice.attendance.reminderReduction <= 0, [],
                "Reminders are sent before every appointment.")
        case .groups, .largerGroups: return LeverKind.groups(team, isLarger: self == .largerGroups)
        case .computerised:
            return LeverKind.on(
                "computerised.is-on", practice.computerised.rule.isOn || !LeverKind.works(.low, team), [],
                "Offered to people who wait, with support contacts.")
        case .shorterCourses: return LeverKind.shorter(team)
        case .missesRule:
            let attendance = practice.attendance
            let isKept =
                attendance.policy.missesThatEnd == 0 || attendance.exceptionsInForce <= attendance.exceptionsByPolicy
            return LeverKind.on(
                "attendance.enforces-policy", attendance.enforcesPolicy || isKept, [],
                "\(attendance.policy.missesThatEnd) missed appointments end a course, with few exceptions."
            )
        case .caseReviews:
            return LeverKind.on(
                "case-management.is-on", practice.caseManagement.rule.isOn || team.staff.isEmpty, [],
                "Supervisors go through every caseload once a month.")
        case .lessAdministration: return LeverKind.bookable(team)
        case .fasterHiring: return LeverKind.hiring(team)
        }
    }

    /// A switch that is off, and what goes with it; nil where it cannot be turned on.
    private static func on(
        _ key: String, _ isImpossible: Bool, _ others: [(key: String, value: String)], _ meaning: String
    ) -> TeamChange? {
        isImpossible ? nil : TeamChange(keys: [(key, "true")] + others, meaning: meaning)
    }

    /// Whether anybody works at a step.
    private static func works(_ step: Step, _ team: TeamScenario) -> Bool {
        team.staff.contains { $0.role.step == step && $0.count > 0 }
    }

    /// One more of the team's largest group of a role that is there for good.
    private static func post(_ role: Role, _ team: TeamScenario) -> TeamChange? {
        let known = team.staff.indices.filter { place in
            let group = team.staff[place]
            return group.role == role && group.from == nil && group.until == nil && (1..<1000).contains(group.count)
        }
        let largest = known.max { one, other in
            let (first, second) = (team.staff[one], team.staff[other])
            return (first.count, -one) < (second.count, -other)
        }
        guard let largest else { return nil }
        let group = team.staff[largest]
        let size = group.wte == 1 ? "A" : "\(NumberText.rounded(group.wte)) of a"
        return TeamChange(
            keys: [(team.keyOfCount(ofStaff: largest), String(group.count + 1))],
            meaning: "\(size) whole-time post, filled from the first day.")
    }

    /// More or less of the diary for first appointments; where the split follows the list, a sooner or later aim.
    private static func split(_ team: TeamScenario, by factor: Double) -> TeamChange? {
        let diary = team.practice.diary
        if diary.followsDemand {
            let aim = ((diary.aimDays / factor / factor) * 10).rounded() / 10
            guard (1...365).contains(aim) else { return nil }
            return TeamChange(
                keys: [("diary.aim-days", NumberText.rounded(aim))],
                meaning: "The split aims for a first appointment after \(NumberText.rounded(aim)) days instead of "
                    + "\(NumberText.rounded(diary.aimDays)).")
        }
        let shares: [(key: String, share: Double, step: Step, words: String)] = [
            ("diary.low-first-share", diary.lowFirstShare, .low, "low intensity"),
            ("diary.high-first-share", diary.highFirstShare, .high, "high intensity"),
        ]
        let moved = shares.compactMap { part -> (key: String, value: String, words: String)? in
            let share = (part.share * factor * 1000).rounded() / 1000
            guard part.share > 0, works(part.step, team), share + diary.keepingInTouchShare <= 1 else { return nil }
            return (
                part.key, NumberText.rounded(share),
                "\(NumberText.percent(share))% at \(part.words) instead of \(NumberText.percent(part.share))%"
            )
        }
        guard !moved.isEmpty else { return nil }
        return TeamChange(
            keys: moved.map { ($0.key, $0.value) },
            meaning:
                "First appointments take \(moved.map(\.words).joined(separator: ", and ")) of bookable time.")
    }

    private static func following(_ team: TeamScenario, _ standards: Standards) -> TeamChange? {
        let days = max(1, standards.firstAppointmentDays / 2)
        return on(
            "diary.follows-demand", team.practice.diary.followsDemand || team.staff.isEmpty,
            [("diary.aim-days", String(days))],
            "Time for first appointments is moved every few weeks, for one after \(days) days.")
    }

    /// Weeks of first appointments, called two days before nine in ten wait as long as is promised, at the latest.
    private static func assessing(_ team: TeamScenario, _ standards: Standards) -> TeamChange? {
        let week = team.practice.assessmentWeek
        let days = Double(max(1, standards.firstAppointmentDays - 2))
        let isSooner = week.trigger == .firstAppointmentWaitP90 && days < week.above
        return on(
            "assessment-week.is-on", week.isOn || team.staff.isEmpty,
            isSooner ? [("assessment-week.trigger.above", NumberText.rounded(days))] : [],
            "Most time of a week goes to first appointments when their wait nears the promise.")
    }

    /// Two in a hundred appointments fewer are missed.
    private static func fewerMissed(_ attendance: AttendanceInput) -> TeamChange? {
        let less = 0.02
        let shares = [
            ("attendance.did-not-attend-first", attendance.didNotAttendFirst),
            ("attendance.did-not-attend-treatment", attendance.didNotAttendTreatment),
        ].filter { $0.1 > less }
        guard !shares.isEmpty else { return nil }
        return TeamChange(
            keys: shares.map { ($0.0, NumberText.rounded($0.1 - less)) },
            meaning: "2 in 100 more appointments are kept; what brings that about is not counted.")
    }

    private static func groups(_ team: TeamScenario, isLarger: Bool) -> TeamChange? {
        let rule = team.practice.groups.rule
        guard works(.low, team), rule.isOn == isLarger else { return nil }
        guard isLarger else {
            return TeamChange(
                keys: [("groups.is-on", "true")],
                meaning: "A course of \(rule.sessions) sessions every \(rule.everyWeeks) weeks, for "
                    + "\(rule.largest) people at most.")
        }
        let (seats, weeks) = (min(100, (rule.largest * 3 + 1) / 2), max(1, (rule.everyWeeks + 1) / 2))
        return TeamChange(
            keys: [("groups.largest", String(seats)), ("groups.every-weeks", String(weeks))],
            meaning: "\(seats) seats instead of \(rule.largest), every \(weeks) weeks instead of \(rule.everyWeeks).")
    }

    /// Fewer contacts as a rule, the assessment counted; what a supervisor may agree to stays.
    private static func shorter(_ team: TeamScenario) -> TeamChange? {
        let (low, high) = (team.practice.low.rule.usualContacts, team.practice.high.rule.usualContacts)
        var keys: [(key: String, value: String)] = []
        var words: [String] = []
        if low > 3, works(.low, team) {
            keys.append(("low-intensity.usual-contacts", String(low - 1)))
            words.append("\(low - 1) contacts instead of \(low) at low intensity")
        }
        if high > 4, works(.high, team) {
            keys.append(("high-intensity.usual-contacts", String(high - 2)))
            words.append("\(high - 2) instead of \(high) at high intensity")
        }
        guard !keys.isEmpty else { return nil }
        return TeamChange(keys: keys, meaning: "As a rule \(words.joined(separator: ", ")).")
    }

    private static func bookable(_ team: TeamScenario) -> TeamChange? {
        let share = team.practice.workforce.bookableShare * 1.05
        guard !team.staff.isEmpty, share > 0, share <= 2 else { return nil }
        return TeamChange(
            keys: [("workforce.bookable-share", NumberText.rounded(share))],
            meaning: "Clinicians have 5% more time that can be booked, within their contracts.")
    }

    private static func hiring(_ team: TeamScenario) -> TeamChange? {
        let workforce = team.practice.workforce
        let weeks = workforce.recruitmentWeeks / 2
        guard !team.staff.isEmpty, weeks >= 1, workforce.lowLeaversPerYear > 0 || workforce.highLeaversPerYear > 0
        else { return nil }
        return TeamChange(
            keys: [("workforce.recruitment-weeks", NumberText.rounded(weeks))],
            meaning: "\(NumberText.rounded(weeks)) weeks from notice instead of "
                + "\(NumberText.rounded(workforce.recruitmentWeeks)).")
    }
}
