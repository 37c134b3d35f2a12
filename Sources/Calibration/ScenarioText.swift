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
        for section in FittedPractice(scenario.teams[0].practice).sections {
            writer.section(section.name, section.entries)
        }
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
        writer.warmUp(scenario.start)
        writer.group("uncertainty", "!measured") {
            $0.number("referrals", uncertainty.referrals)
            $0.number("lost", uncertainty.lost)
            $0.number("capacity", uncertainty.capacity)
            $0.number("aim", uncertainty.aim)
            $0.number("high-share", uncertainty.highShare)
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
                "Three years and a half from lists near those published; the last year was fitted to those published."
            )
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

    /// How first days are made, by a warm-up.
    mutating func warmUp(_ start: StartInput) {
        group("start", "!assumed") {
            $0.line("origin: warm-up")
            $0.line("warm-up-weeks: \(start.warmUpWeeks)")
            $0.line("first-days: \(start.firstDays)")
        }
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
