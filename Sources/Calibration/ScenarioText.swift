import CareModel
import Foundation
import PublishedStatistics
public import ServiceSimulation

/// A fitted scenario as a commented file, each number tagged with where it comes from.
extension Calibration {
    /// The text of a scenario file.
    /// - Parameters:
    ///   - file: the name of the published file, without its folder.
    ///   - provider: the provider's present name.
    ///   - uncertainty: what nobody knows of the year to come.
    public func text(file: String, provider: String, uncertainty: UncertaintyInput) -> String {
        var writer = ScenarioWriter()
        head(&writer, file: file, provider: provider)
        service(&writer, uncertainty)
        sources(&writer)
        practice(&writer, scenario.teams[0].practice)
        team(&writer, scenario.teams[0])
        return writer.text
    }

    private func head(_ writer: inout ScenarioWriter, file: String, provider: String) {
        writer.comment("\(provider) (\(moments.code)), fitted to its published figures until \(moments.until).")
        writer.comment("")
        writer.comment("Published: referrals, their season and sources (NHS England, \(file)).")
        writer.comment(
            "Measured:  values that were looked for so that the simulated service gives the published figures.")
        writer.comment(
            "Assumed:   all else, and every value of which the figures say little; the list at the end says which.")
        writer.comment(
            "It is one team: nobody publishes localities. Step-ups wait as others do, and diaries follow the list.")
    }

    private func service(_ writer: inout ScenarioWriter, _ uncertainty: UncertaintyInput) {
        writer.line("name: \(scenario.name)")
        writer.line("title: \(ScenarioWriter.quoted(scenario.title))")
        writer.line("starts: \(scenario.starts)")
        writer.line("weeks: \(scenario.weeks)")
        writer.blank()
        writer.group("start", "!assumed") {
            $0.line("origin: warm-up")
            $0.line("warm-up-weeks: \(scenario.start.warmUpWeeks)")
            $0.line("first-days: \(scenario.start.firstDays)")
        }
        writer.group("uncertainty", "!measured") {
            $0.number("referrals", uncertainty.referrals)
            $0.number("capacity", uncertainty.capacity)
            $0.number("aim", uncertainty.aim)
            $0.number("sessions", uncertainty.sessions)
            $0.number("leavers", uncertainty.leavers)
            $0.number("outcomes", uncertainty.outcomes)
        }
    }

    private func sources(_ writer: inout ScenarioWriter) {
        writer.group("sources") {
            $0.text(
                "uncertainty", "How far figures of providers like it moved from one year to the next, beyond chance.")
            $0.text(
                "start",
                "Two years from lists near those published; the last of them was compared with the published year.")
            for fitted in fitted where fitted.parameter.key.contains(".") {
                let says = fitted.identified < 0.5 ? "the figures say little of it" : "95%"
                let range = "\(fitted.interval.lowerBound.plain) to \(fitted.interval.upperBound.plain)"
                $0.text(
                    fitted.parameter.key,
                    "Fitted: \(fitted.parameter.words), \(range) \(fitted.parameter.unit) (\(says)).")
            }
            $0.text(
                "teams.\(scenario.teams[0].name).staff",
                "Inferred from attended appointments and waits: "
                    + fitted.filter { !$0.parameter.key.contains(".") }
                    .map { "\($0.value.plain) \($0.parameter.unit) at \($0.parameter.key.suffix(6))" }
                    .joined(separator: ", ") + "; roles in proportions that are assumed.")
        }
    }

    private func practice(_ writer: inout ScenarioWriter, _ practice: Practice) {
        writer.group("screening", "!assumed") {
            $0.number("excluded-of-risk", practice.screening.excludedOfRisk)
            $0.number("excluded-of-others", practice.screening.excludedOfOthers)
            $0.number("diverted", practice.screening.diverted)
            $0.number("looks-like-high-intensity", practice.screening.looksLikeHighIntensity)
            $0.line("desk-minutes-per-day: \(practice.screening.deskMinutesPerDay)")
            $0.line("senior-minutes-per-day: \(practice.screening.seniorMinutesPerDay)")
        }
        writer.group("contact", "!assumed") {
            $0.line("attempts: \(practice.contact.rule.attempts)")
            $0.line("within-days: \(practice.contact.rule.withinDays)")
            $0.number("reached", practice.contact.reached, "!measured")
            $0.number("declines", practice.contact.declines, "!measured")
        }
        let first = practice.firstAppointments
        writer.group("first-appointments", "!measured") {
            $0.line("notice-days: !assumed \(first.noticeDays)")
            $0.number("treatment-begins", first.treatmentBegins, "!assumed")
            $0.number("advice-below-caseness", first.adviceBelowCaseness)
            $0.number("advice", first.advice)
            $0.number("signposted", first.signposted)
            $0.number("referred-on", first.referredOn)
            $0.number("declines", first.declines)
            $0.number("low-to-high", first.lowToHigh)
        }
        for (name, course) in [("low-intensity", practice.low), ("high-intensity", practice.high)] {
            writer.group(name, "!assumed") {
                $0.number("needed-sessions", course.neededSessions, "!measured")
                $0.number("supervisor-agrees", course.supervisorAgrees)
                $0.number("ends-when-recovered", course.endsWhenRecovered)
                $0.number("stops-early", course.stopsEarly)
            }
        }
        writer.group("step-up", "!assumed") { $0.number("proposed-of-cases", practice.stepUp.proposedOfCases) }
        writer.group("waiting", "!assumed") {
            $0.number("first-appointment-half-days", practice.waiting.firstAppointmentHalfDays)
            $0.number("low-half-days", practice.waiting.lowHalfDays)
            $0.number("high-half-days", practice.waiting.highHalfDays, "!measured")
            $0.number("step-up-half-days", practice.waiting.stepUpHalfDays, "!measured")
            $0.number("shape", practice.waiting.shape)
        }
        writer.group("keeping-in-touch", "!assumed") {
            $0.number("opt-out", practice.keepingInTouch.optOut, "!measured")
            $0.number("no-longer-needed", practice.keepingInTouch.noLongerNeeded)
            $0.number("quicker", practice.keepingInTouch.quicker)
            $0.number("readier", practice.keepingInTouch.readier)
            $0.number("risk-risen", practice.keepingInTouch.riskRisen)
        }
        attendance(&writer, practice.attendance)
        writer.group("scores", "!measured") {
            $0.number("low-change", practice.scores.lowChange)
            $0.number("high-change", practice.scores.highChange)
            $0.number("change-variation", practice.scores.changeVariation)
            $0.number("anxiety-share", practice.scores.anxietyShare, "!assumed")
            $0.number("noise", practice.scores.noise, "!assumed")
        }
        writer.group("diary", "!assumed") {
            $0.line("follows-demand: \(practice.diary.followsDemand)")
            $0.number("aim-days", practice.diary.aimDays, "!measured")
            $0.number("low-first-share", practice.diary.lowFirstShare)
            $0.number("high-first-share", practice.diary.highFirstShare)
            let classes = practice.diary.priorities.classes.map(\.name).joined(separator: ", ")
            $0.line("priority-classes: [\(classes)]")
        }
    }

    private func attendance(_ writer: inout ScenarioWriter, _ attendance: AttendanceInput) {
        writer.group("attendance", "!measured") {
            $0.number("did-not-attend-first", attendance.didNotAttendFirst)
            $0.number("did-not-attend-treatment", attendance.didNotAttendTreatment)
            $0.number("cancelled-first", attendance.cancelledFirst)
            $0.number("cancelled-treatment", attendance.cancelledTreatment)
            $0.number("provider-cancels", attendance.providerCancels)
            $0.number("exceptions", attendance.exceptions, "!assumed")
            $0.number("makes-contact", attendance.makesContact, "!assumed")
        }
    }

    private func team(_ writer: inout ScenarioWriter, _ team: TeamScenario) {
        writer.line("teams:")
        writer.indent(2) {
            $0.line("- name: \(team.name)")
            $0.indent(2) {
                $0.line("title: \(ScenarioWriter.quoted(team.title))")
                $0.group("referrals", "!published") {
                    $0.number("per-week", team.referrals.perWeek)
                    $0.number("trend-per-year", team.referrals.trendPerYear)
                    let months = team.referrals.months.map(\.plain).joined(separator: ", ")
                    $0.line("months: [\(months)]")
                    $0.number("weekly-variation", team.referrals.weeklyVariation, "!measured")
                    $0.line("sources:")
                    $0.indent(2) { writer in
                        for (source, share) in zip(ReferralSource.allCases, team.referrals.sources) where share > 0 {
                            writer.number(source.name, share)
                        }
                    }
                }
                $0.group("initial", "!assumed") {
                    $0.line("waiting-first-appointment: \(team.initial.waitingFirstAppointment)")
                    $0.number("waiting-first-appointment-days", team.initial.waitingFirstAppointmentDays)
                    $0.line("waiting-low: \(team.initial.waitingLow)")
                    $0.line("waiting-high: \(team.initial.waitingHigh)")
                    $0.number("waiting-high-days", team.initial.waitingHighDays)
                }
                $0.staff(team.staff)
            }
        }
    }
}

/// Lines of YAML.
struct ScenarioWriter {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ line: String) { text += String(repeating: " ", count: depth) + line + "\n" }

    mutating func blank() { text += "\n" }

    mutating func comment(_ words: String) { line(words.isEmpty ? "#" : "# " + words) }

    mutating func number(_ key: String, _ value: Double, _ tag: String = "") {
        line("\(key): \(tag.isEmpty ? "" : tag + " ")\(value.plain)")
    }

    mutating func text(_ key: String, _ words: String) { line("\(key): \(Self.quoted(words))") }

    mutating func indent(_ by: Int, _ body: (inout ScenarioWriter) -> Void) {
        depth += by
        body(&self)
        depth -= by
    }

    mutating func group(_ key: String, _ tag: String = "", _ body: (inout ScenarioWriter) -> Void) {
        line(tag.isEmpty ? "\(key):" : "\(key): \(tag)")
        indent(2, body)
        if depth == 0 { blank() }
    }

    static func quoted(_ words: String) -> String {
        "\"" + words.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }
}

extension Double {
    /// The shortest text that reads back as the same number, without an exponent.
    var plain: String {
        let rounded = CalibrationParameter.rounded(self)
        return rounded == rounded.rounded() && abs(rounded) < 1e9 ? String(Int(rounded)) : "\(rounded)"
    }
}
