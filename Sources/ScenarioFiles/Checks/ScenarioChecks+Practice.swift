import CareModel
internal import CareModel
internal import ServiceSimulation

extension ScenarioChecks {
    /// Chances of things of which only one can happen: together at most 1.
    private static let exclusive: [[String]] = [
        ["contact.declines", "contact.not-ready"],
        [
            "first-appointments.advice", "first-appointments.signposted", "first-appointments.referred-on",
            "first-appointments.declines",
        ],
        [
            "first-appointments.advice-below-caseness", "first-appointments.signposted",
            "first-appointments.referred-on", "first-appointments.declines",
        ],
        [
            "keeping-in-touch.no-longer-needed", "keeping-in-touch.quicker", "keeping-in-touch.readier",
            "keeping-in-touch.risk-risen",
        ],
        [
            "attendance.did-not-attend-first", "attendance.cancelled-first", "attendance.provider-cancels",
            "attendance.too-late",
        ],
        [
            "attendance.did-not-attend-treatment", "attendance.cancelled-treatment", "attendance.provider-cancels",
            "attendance.too-late",
        ],
        [
            "attendance.did-not-attend-keeping-in-touch", "attendance.cancelled-keeping-in-touch",
            "attendance.provider-cancels", "attendance.too-late",
        ],
        ["diary.low-first-share", "diary.keeping-in-touch-share"],
        ["diary.high-first-share", "diary.keeping-in-touch-share"],
    ]

    /// Checks sums and orders within a practice.
    /// - Parameter lever: the full key of the lever whose change is looked at, if one is.
    mutating func checkPractice(_ practice: Practice, team: Int, lever: String? = nil) {
        func full(_ path: String) -> String {
            if let lever, decoder.decoding.places["\(lever).set.\(path)"] != nil { return "\(lever).set.\(path)" }
            return practiceKey(team, path)
        }
        for paths in Self.exclusive {
            let values = paths.compactMap { path in
                PracticeKeys.table.key(at: path)?.text(practice).flatMap(NumberText.number)
            }
            let sum = values.reduce(0, +)
            let keys = paths.map(full)
            guard sum > 1 + 1e-9, !keys.contains(where: { isFaulty($0) }) else { continue }
            let given = keys.filter { decoder.decoding.places[$0] != nil }
            let others = paths.filter { full($0) != given.first }.map { String($0.split(separator: ".")[1]) }
            decoder.decoding.report(
                at: given + keys, given.first ?? keys[0],
                "adds up to \(NumberText.rounded(sum)) with \(others.joined(separator: ", "))", allowed: "at most 1")
        }
        for (step, rule) in [("low-intensity", practice.low.rule), ("high-intensity", practice.high.rule)] {
            checkOrder(
                full("\(step).usual-contacts"), rule.usualContacts, full("\(step).agreed-contacts"),
                rule.agreedContacts)
        }
        let groups = practice.groups.rule
        checkOrder(full("groups.smallest"), groups.smallest, full("groups.largest"), groups.largest)
        checkOrder(
            full("groups.decision-days"), groups.decisionDays, full("groups.plan-weeks-ahead"),
            groups.planWeeksAhead * 7)
        let thresholds = practice.firstAppointments.thresholds
        checkOrder(
            full("first-appointments.thresholds.lowest"), thresholds.lowest,
            full("first-appointments.thresholds.step-3-depression"), thresholds.stepThreeDepression)
        checkOrder(
            full("first-appointments.thresholds.step-3-depression"), thresholds.stepThreeDepression,
            full("first-appointments.thresholds.step-3-plus-depression"), thresholds.stepThreePlusDepression)
        checkOrder(
            full("contact.reminder-days"), practice.contact.rule.reminderDays, full("contact.removed-days"),
            practice.contact.rule.removedDays)
        let moves = practice.workforce.reallocation
        checkOrder(
            full("workforce.reallocation.empty-share"), moves.emptyShare,
            full("workforce.reallocation.full-share"), moves.fullShare)
        let week = practice.assessmentWeek
        checkOrder(full("assessment-week.from"), week.from, full("assessment-week.until"), week.until)
        checkOrder(
            full("assessment-week.length-weeks"), week.lengthWeeks, full("assessment-week.minimum-gap-weeks"),
            week.minimumGapWeeks)
    }

    /// Checks the levers' dates, and what practice becomes while they act.
    mutating func checkLevers() {
        let last = decoder.scenario.starts + Int32(decoder.scenario.weeks * 7 - 1)
        var names: Set<String> = []
        for lever in decoder.scenario.levers {
            let key = "levers.\(lever.name)"
            if !names.insert(lever.name).inserted, !isFaulty(key) {
                report("\(key).name", message: "the name '\(lever.name)' stands twice", allowed: "a name of its own")
            }
            checkOrder("\(key).from", lever.from, "\(key).until", lever.until)
            let first = decoder.scenario.starts
            if let from = lever.from, from > last, !isFaulty(key, "starts", "weeks") {
                decoder.decoding.report(
                    at: ["\(key).from"], "\(key).from", "\(from) is after the last day of the forecast",
                    allowed: "\(last) or before")
            } else if let until = lever.until, until < first, lever.from ?? until <= until,
                !isFaulty(key, "starts", "weeks")
            {
                decoder.decoding.report(
                    at: ["\(key).until"], "\(key).until", "\(until) is before the first day of the forecast",
                    allowed: "\(first) or later")
            }
            for team in lever.teams where !isFaulty(key) {
                var practice = self.team(team).practice
                lever.change(&practice)
                checkPractice(practice, team: team, lever: key)
            }
        }
    }
}
