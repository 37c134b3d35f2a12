import CareModel
import ScenarioFiles

/// The scenario that answers make: a service of one team, whose list is that of today. What was left open is left to
/// the defaults.
struct SetUpScenario {
    let answers: SetUpAnswers
    /// The Monday with which it begins.
    let starts: CivilDay

    /// The name of its one team.
    static let team = "team"

    /// Where it is read.
    var source: ScenarioSource { .text(text, name: "\(name).yaml") }

    /// The scenario file.
    var text: String {
        let parts: [[String]] = [
            [
                "# Made by questions. A number with !measured was answered; all others are what is usually assumed.",
                "name: \(name)", "title: \(quoted)", "starts: \(starts)", "weeks: 104", "start: { origin: list }",
                "teams:", "  - name: \(Self.team)", "    title: \(quoted)",
            ],
            section("population", [("registered", answers.numbers["population"])]),
            section("referrals", [("per-week", answers.numbers["referrals"])]),
            section("screening", [("looks-like-high-intensity", share("high-share"))]),
            section("low-intensity", [("needed-sessions", answers.numbers["low-sessions"])]),
            section("high-intensity", [("needed-sessions", answers.numbers["high-sessions"])]),
            section(
                "attendance",
                [("did-not-attend-first", share("missed")), ("did-not-attend-treatment", share("missed"))]),
            section("initial", list), ["    staff:"] + staff,
        ]
        return parts.joined().map { $0 + "\n" }.joined()
    }

    /// A name as scenarios have them, of the title's letters.
    private var name: String {
        let words = answers.title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let name = String(words.joined(separator: "-").prefix(40))
        let isName = name.first?.isLetter == true && name.last != "-"
        return isName ? name : "service"
    }

    private var quoted: String {
        "\"" + answers.title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private func share(_ question: String) -> Double? { answers.numbers[question].map { $0 / 100 } }

    private func section(_ name: String, _ values: [(String, Double?)]) -> [String] {
        let known = values.compactMap { key, value in value.map { "\(key): !measured \(NumberText.rounded($0))" } }
        return known.isEmpty ? [] : ["    \(name): { \(known.joined(separator: ", ")) }"]
    }

    private var list: [(String, Double?)] {
        let filled = caseloads.map { $0.caps > 0 ? min(1, $0.people / $0.caps) : 0 }
        return [
            ("waiting-first-appointment", answers.numbers["waiting-first"]),
            ("waiting-first-appointment-days", answers.numbers["waiting-first-days"]),
            ("waiting-low", answers.numbers["waiting-low"]), ("waiting-high", answers.numbers["waiting-high"]),
            ("caseload-filled", filled),
        ]
    }

    /// People who are in treatment, and the most whom the caps of those who work there let be; nil where it was left
    /// open.
    var caseloads: (people: Double, caps: Double)? {
        guard let people = answers.numbers["in-treatment"] else { return nil }
        let caps = SetUpStaff.all.reduce(0.0) { sum, group in
            let cap = CaseloadRule.cap(perWTE: group.role.defaultCaseloadPerWTE ?? 1, wte: wte(group.role))
            return sum + answers.number(group.question) * Double(cap)
        }
        return (people, caps)
    }

    /// Trainees work whole time (CL-3).
    private func wte(_ role: Role) -> Double { role.isTrainee ? 1 : share("wte") ?? 1 }

    private var staff: [String] {
        SetUpStaff.all.filter { answers.number($0.question) > 0 }.map { group in
            var parts = [
                "role: \(group.role.name)", "count: !measured \(NumberText.of(answers.number(group.question)))",
            ]
            if !group.role.isTrainee, let share = share("wte") {
                parts.append("wte: !measured \(NumberText.rounded(share))")
            }
            if let hours = answers.numbers["hours"] {
                let usual = Role.wellbeingPractitioner.defaultCompletedHoursPerWTE
                let own = group.role.defaultCompletedHoursPerWTE * hours / usual
                parts.append("completed-hours: !measured \(NumberText.rounded(own))")
            }
            return "      - { \(parts.joined(separator: ", ")) }"
        }
    }
}
