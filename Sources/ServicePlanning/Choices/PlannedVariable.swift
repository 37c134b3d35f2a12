import CareModel
import ServiceSimulation

/// One thing that a plan chooses, in whole steps.
public struct PlannedVariable: Sendable {
    /// What a step does.
    enum Kind: Sendable {
        /// Posts of a role in a team. Those without a day of their own begin as fast as the service can hire.
        case posts(team: Int, role: Role, from: CivilDay?, until: CivilDay?)
        /// Referrals of teams, as a share more that comes step by step over so many weeks (RF-2).
        case referrals(teams: [Int], PlanVariation.Steps, overWeeks: Int)
        /// Time of a team's front door, in steps of half of what it has.
        case screening(team: Int, ScreeningTime)
        /// A key of the scenario.
        case key(String, PlanVariation.Steps, isSwitch: Bool, teams: [Int])
    }

    let kind: Kind
    /// A short name.
    public let name: String
    /// What it is, in a few words.
    public let title: String
    /// How many steps.
    public let range: ClosedRange<Int>
    /// What a step costs in a year once it is there, pounds.
    public let poundsAYear: Double
    /// What one of it is, of what is counted: `PWP in Mid Essex`, of `PWPs in Mid Essex`.
    var one: String?

    /// Whether a step changes what happens in a team.
    func acts(on team: Int) -> Bool {
        switch kind {
        case .posts(let own, _, _, _): own == team
        case .screening(let own, _): own == team
        case .referrals(let teams, _, _): teams.contains(team)
        case .key(_, _, _, let teams): teams.contains(team)
        }
    }

    /// Weeks over which more referrals come; nil for what is none.
    var referralWeeks: Int? {
        switch kind {
        case .referrals(_, _, let weeks): weeks
        case .posts, .screening, .key: nil
        }
    }

    /// What so many steps are, in words.
    public func words(_ steps: Int) -> String {
        switch kind {
        case .posts(_, let role, _, let until):
            let post = abs(steps) == 1 ? role.title : role.plural
            let time = until.map { " until \($0)" } ?? ""
            return steps < 0 ? "\(-steps) \(post) fewer" : "\(steps) more \(post)\(time)"
        case .referrals(_, let values, _):
            return "\(Self.number(values.value(Double(steps)) * 100))% more referrals"
        case .screening(_, let time): return time.words(steps)
        case .key(let key, let values, let isSwitch, _):
            return "\(key) = \(isSwitch ? (steps == 1 ? "true" : "false") : Self.number(values.value(Double(steps))))"
        }
    }

    /// A number without needless digits.
    static func number(_ value: Double) -> String {
        let rounded = (value * 1e6).rounded() / 1e6
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}

extension Role {
    /// The name of several in sentences.
    var plural: String { title + "s" }
}
