import CareModel
import Workbench

/// The form by which a plan is asked for: rows of controls that say what the command says in a word.
struct PlanForm {
    let menu: PlanMenu
    /// The scenario, as the form carries it.
    let of: String

    static let targets = (1...3).map { "t\($0)" }
    static let choices = (1...4).map { "v\($0)" }

    static let chances = [("0.8", "8 of 10 runs"), ("0.9", "9 of 10 runs"), ("0.95", "19 of 20 runs")]

    // MARK: What is asked

    /// The fields, as they were filled in.
    func fields(_ form: WebForm, _ faults: [Page.Fault]) -> [Field] {
        let isNew = form.fields.isEmpty
        let all =
            Self.targets.enumerated().map { target($0 + 1, $1, isFirst: isNew && $0 == 0) }
            + Self.choices.enumerated().map { choice($0 + 1, $1) } + [more] + limits
        return [.hidden("of", of)] + all.map { $0.filled(from: form, faults) }
    }

    private func target(_ number: Int, _ name: String, isFirst: Bool) -> Field {
        let measures = menu.measures.map { ($0.name, $0.title) }
        let measure = Field.select("\(name).measure", "Measure", [("", "None")] + measures)
        let level = Field.text("\(name).level", "This much (shares with %)", width: 10)
        var fields = [
            isFirst ? measure.with(value: measures.first?.0) : measure,
            .select("\(name).side", "Is to be", [(">=", "at least"), ("<=", "at most")]),
            isFirst ? level.with(value: "90%") : level,
            .select("\(name).held", "Counted", [("value", "as a number"), ("today", "from what it is today")]),
            .day("\(name).from", "From (if not the last year)", hint: nil), .day("\(name).to", "To", hint: nil),
            Field.select("\(name).chance", "Kept in", Self.chances).with(value: "0.9"),
        ]
        if menu.teams.count > 1 {
            let teams = menu.teams.map { ($0.name, $0.title) }
            fields.insert(.select("\(name).team", "Of", [("", "The whole service")] + teams), at: 1)
        }
        return .row(name, "What is to be reached, \(number)", fields)
    }

    private func choice(_ number: Int, _ name: String) -> Field {
        .row(
            name, "What may be chosen, \(number)",
            [
                .select("\(name).what", "What", [("", "Nothing more")] + subjects.map { ($0.name, $0.title) }),
                .text("\(name).least", "From", width: 5), .text("\(name).most", "To", width: 5),
                .day("\(name).day", "At work from (if not as soon as can be)", hint: nil),
            ])
    }

    private var more: Field {
        Field.area(
            "more", "Other things that may be chosen, a line each, as the command takes them",
            hint: "Where nothing is said of what may be chosen, it is more PWPs and high-intensity therapists in each "
                + "team, as fast as the service has ever hired"
        ).optional
    }

    private var limits: [Field] {
        let budgets = PlanMenu.budgetsAllowed
        return [
            .select("best", "Best is", [("cost", "what costs least"), ("change", "the smallest change")]),
            Field.text("most-cost", "All changes together cost at most, pounds a year", width: 10).optional,
            Field.number("hires-per-quarter", "Posts of a role that a team can fill in a quarter").optional,
            .boxes("let-waits-move", "Other waits", [("yes", "may get longer than they are today")]),
            Field.number("weeks", "Weeks to look ahead").with(value: "\(menu.weeks)"),
            Field.number(
                "budget", "Runs of the service",
                hint: "\(budgets.lowerBound) or more; the more, the surer, and the longer it takes"
            ).with(value: "2000"),
            Field.number("seed", "Seed", hint: "The same seed and the same choices give the same plan")
                .with(value: "1"),
            Field.text("name", "Name of the plan").optional,
        ]
    }

    /// What can be chosen by a row: posts of a role, and referrals, of all teams or of one.
    var subjects: [(name: String, title: String)] {
        let kinds =
            Role.allCases.map { ($0.name, Words.capitalised($0.title)) } + [
                ("referrals", "Referrals, % more"), ("screening", "Time to screen referrals, halves of today's more"),
            ]
        let all = kinds.map { (name: $0.0, title: menu.teams.count > 1 ? "\($0.1), in every team" : $0.1) }
        guard menu.teams.count > 1 else { return all }
        return all
            + menu.teams.flatMap { team in kinds.map { ("\(team.name):\($0.0)", "\($0.1), in \(team.title)") } }
    }
}
