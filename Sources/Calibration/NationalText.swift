import CareModel
import Foundation
import PublishedStatistics
import ServiceSimulation

extension NationalFit {
    /// The text of a scenario file: what all have in common once, then each provider's own numbers.
    /// - Parameter file: the name of the published file, without its folder.
    public func text(file: String) -> String {
        var writer = ScenarioWriter()
        head(&writer, file: file)
        writer.line("name: \(scenario.name)")
        writer.line("title: \(scenario.title)")
        writer.line("starts: \(scenario.starts)")
        writer.line("weeks: \(scenario.weeks)")
        writer.blank()
        writer.group("start", "!assumed") { $0.line("origin: list") }
        writer.group("sources") {
            $0.text(
                "start", "Lists near those published, by Little's law; the first months are those in which they settle."
            )
            $0.text(
                "teams", "Each number of a team was moved until the simulated service came near the published figures.")
        }
        if let practice = scenario.teams.first?.practice { common(&writer, practice) }
        writer.line("teams:")
        for team in scenario.teams { writer.indent(2) { own(&$0, team) } }
        return writer.text
    }

    private func head(_ writer: inout ScenarioWriter, file: String) {
        let perYear = scenario.teams.reduce(0) { $0 + $1.referrals.perWeek * 52.18 }
        writer.comment("England: \(scenario.teams.count) providers of NHS Talking Therapies, each a team of its own.")
        writer.comment("")
        writer.comment("Published: referrals until \(until), their season and sources (NHS England, \(file)).")
        writer.comment(
            "Measured:  values that were moved until the simulated providers came near their published figures.")
        writer.comment("Assumed:   all else, the same for everybody.")
        writer.comment("Together \(Int((perYear / 1000).rounded())) thousand referrals a year.")
        if !left.isEmpty {
            let smallest = left.map { "\($0.code) (\($0.why))" }.joined(separator: ", ")
            writer.comment("Left out: \(smallest).")
        }
    }

    private func common(_ writer: inout ScenarioWriter, _ practice: Practice) {
        writer.group("contact", "!assumed") { $0.line("attempts: \(practice.contact.rule.attempts)") }
        writer.group("screening", "!assumed") {
            $0.number("diverted", practice.screening.diverted)
            $0.number("looks-like-high-intensity", practice.screening.looksLikeHighIntensity)
        }
        writer.group("first-appointments", "!assumed") {
            $0.number("treatment-begins", practice.firstAppointments.treatmentBegins)
        }
        for (name, course) in [("low-intensity", practice.low), ("high-intensity", practice.high)] {
            writer.group(name, "!assumed") {
                $0.number("supervisor-agrees", course.supervisorAgrees)
                $0.number("ends-when-recovered", course.endsWhenRecovered)
                $0.number("stops-early", course.stopsEarly)
            }
        }
        writer.group("step-up", "!assumed") { $0.number("proposed-of-cases", practice.stepUp.proposedOfCases) }
        writer.group("waiting", "!assumed") {
            $0.number("first-appointment-half-days", practice.waiting.firstAppointmentHalfDays)
            $0.number("low-half-days", practice.waiting.lowHalfDays)
            $0.number("shape", practice.waiting.shape)
        }
        writer.group("keeping-in-touch", "!assumed") {
            $0.number("no-longer-needed", practice.keepingInTouch.noLongerNeeded)
            $0.number("quicker", practice.keepingInTouch.quicker)
            $0.number("readier", practice.keepingInTouch.readier)
            $0.number("risk-risen", practice.keepingInTouch.riskRisen)
        }
        writer.group("attendance", "!assumed") {
            $0.number("exceptions", practice.attendance.exceptions)
            $0.number("makes-contact", practice.attendance.makesContact)
        }
        writer.group("scores", "!assumed") {
            $0.number("anxiety-share", practice.scores.anxietyShare)
            $0.number("noise", practice.scores.noise)
        }
        writer.group("diary", "!assumed") {
            $0.line("follows-demand: \(practice.diary.followsDemand)")
            $0.number("low-first-share", practice.diary.lowFirstShare)
            $0.number("high-first-share", practice.diary.highFirstShare)
            let classes = practice.diary.priorities.classes.map(\.name).joined(separator: ", ")
            $0.line("priority-classes: [\(classes)]")
        }
    }

    private func own(_ writer: inout ScenarioWriter, _ team: TeamScenario) {
        let practice = team.practice
        let first = practice.firstAppointments
        writer.line("- name: \(team.name)")
        writer.indent(2) {
            $0.line("title: \(ScenarioWriter.quoted(team.title))")
            $0.flow("referrals", "!published", Self.referrals(team.referrals))
            $0.flow(
                "screening", "!assumed",
                [
                    ("excluded-of-risk", practice.screening.excludedOfRisk.plain),
                    ("excluded-of-others", practice.screening.excludedOfOthers.plain),
                    ("desk-minutes-per-day", "\(practice.screening.deskMinutesPerDay)"),
                    ("senior-minutes-per-day", "\(practice.screening.seniorMinutesPerDay)"),
                ])
            $0.flow(
                "contact", "!measured",
                [
                    ("within-days", "\(practice.contact.rule.withinDays)"), ("reached", practice.contact.reached.plain),
                    ("declines", practice.contact.declines.plain),
                ])
            $0.flow(
                "first-appointments", "!measured",
                [
                    ("notice-days", "\(first.noticeDays)"), ("advice-below-caseness", first.adviceBelowCaseness.plain),
                    ("advice", first.advice.plain), ("signposted", first.signposted.plain),
                    ("referred-on", first.referredOn.plain), ("declines", first.declines.plain),
                    ("low-to-high", first.lowToHigh.plain),
                ])
            $0.flow("low-intensity", "!measured", [("needed-sessions", practice.low.neededSessions.plain)])
            $0.flow("high-intensity", "!measured", [("needed-sessions", practice.high.neededSessions.plain)])
            $0.flow(
                "waiting", "!measured",
                [
                    ("high-half-days", practice.waiting.highHalfDays.plain),
                    ("step-up-half-days", practice.waiting.stepUpHalfDays.plain),
                ])
            $0.flow("keeping-in-touch", "!measured", [("opt-out", practice.keepingInTouch.optOut.plain)])
            $0.flow("attendance", "!measured", Self.attendance(practice.attendance))
            $0.flow(
                "scores", "!measured",
                [
                    ("low-change", practice.scores.lowChange.plain), ("high-change", practice.scores.highChange.plain),
                    ("change-variation", practice.scores.changeVariation.plain),
                ])
            $0.flow("diary", "!measured", [("aim-days", practice.diary.aimDays.plain)])
            $0.flow("initial", "!assumed", Self.initial(team.initial))
            $0.staff(team.staff)
        }
    }

    private static func referrals(_ input: ReferralInput) -> [(String, String)] {
        let months = input.months.map(\.plain).joined(separator: ", ")
        let sources = zip(ReferralSource.allCases, input.sources).filter { $1 > 0 }
            .map { "\($0.name): \($1.plain)" }.joined(separator: ", ")
        return [
            ("per-week", input.perWeek.plain), ("months", "[\(months)]"),
            ("weekly-variation", input.weeklyVariation.plain), ("sources", "{ \(sources) }"),
        ]
    }

    private static func attendance(_ input: AttendanceInput) -> [(String, String)] {
        [
            ("did-not-attend-first", input.didNotAttendFirst.plain),
            ("did-not-attend-treatment", input.didNotAttendTreatment.plain),
            ("cancelled-first", input.cancelledFirst.plain), ("cancelled-treatment", input.cancelledTreatment.plain),
            ("provider-cancels", input.providerCancels.plain),
        ]
    }

    private static func initial(_ input: InitialInput) -> [(String, String)] {
        [
            ("waiting-first-appointment", "\(input.waitingFirstAppointment)"),
            ("waiting-first-appointment-days", input.waitingFirstAppointmentDays.plain),
            ("waiting-low", "\(input.waitingLow)"), ("waiting-high", "\(input.waitingHigh)"),
            ("waiting-high-days", input.waitingHighDays.plain),
        ]
    }
}

extension ScenarioWriter {
    /// A mapping on one line.
    mutating func flow(_ key: String, _ tag: String, _ entries: [(key: String, value: String)]) {
        line("\(key): \(tag) { \(entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ")) }")
    }

    /// Groups of staff.
    mutating func staff(_ staff: [StaffInput]) {
        line("staff: !assumed")
        indent(2) { writer in
            for group in staff {
                let under18 = group.seesUnder18 ? ", sees-under-18: true" : ""
                writer.line("- { role: \(group.role.name), wte: \(group.wte.plain), count: \(group.count)\(under18) }")
            }
        }
    }
}
