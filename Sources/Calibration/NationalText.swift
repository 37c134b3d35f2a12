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
        writer.warmUp(scenario.start)
        writer.group("sources") {
            $0.text("start", "Begins with lists near those published, by Little's law, two years before, and settles.")
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
        for section in FittedPractice(practice).sections {
            writer.section(section.name, section.entries.filter { !$0.isOwn })
        }
    }

    private func own(_ writer: inout ScenarioWriter, _ team: TeamScenario) {
        writer.line("- name: \(team.name)")
        writer.indent(2) {
            $0.line("title: \(ScenarioWriter.quoted(team.title))")
            $0.flow("referrals", "!published", Self.referrals(team.referrals))
            for section in FittedPractice(team.practice).sections {
                $0.flow(section.name, section.entries.filter(\.isOwn))
            }
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
