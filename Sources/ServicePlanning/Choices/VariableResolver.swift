import CareModel
import ScenarioFiles
import ServiceSimulation

/// Finds out what a plan may choose in a service.
struct VariableResolver {
    let loaded: LoadedScenario
    /// What is laid over its texts.
    let changes: [ScenarioChange]
    let weeks: Int
    let hiresAQuarter: Int?
    /// Weeks over which more referrals come, step by step: until the first week of which a target speaks. Posts are
    /// filled over them too; on the first day there would be nobody to see all of them.
    let referralWeeks: Int

    private var scenario: ServiceScenario { loaded.scenario }
    private var ends: CivilDay { scenario.starts + Int32(weeks * 7) }

    /// What may be chosen where nobody says: more posts of the two great roles in each team that has them, more
    /// referrals where people are to come who do not come now, and more time to screen where the front door could not
    /// read them all.
    func usual(for targets: [ResolvedTarget]) throws(PlanFault) -> [PlannedVariable] {
        var variables: [PlannedVariable] = []
        let teams = scenario.teams.indices.filter { team in targets.contains { $0.teams.contains(team) } }
        for role in [Role.wellbeingPractitioner, .highIntensityTherapist] {
            for team in teams where scenario.teams[team].staff.contains(where: { $0.role == role && $0.count > 0 }) {
                let posts = PlanVariation.Posts(team: scenario.teams[team].name, role: role)
                variables += try self.posts(posts, "")
            }
        }
        var most = 1.0
        if targets.contains(where: { $0.reason == .asked && $0.asksForPeople }) {
            let steps = PlanVariation.Steps(low: 0, high: 1.5, step: 0.05)
            if let more = referrals(Array(teams), team: nil, steps) { variables.append(more) }
            most += steps.high
        }
        for team in teams {
            let work = ScreeningWork(scenario.teams[team].practice.screening)
            guard work.load(scenario.teams[team].referrals.perWeek * most) > Self.busyDoor else { continue }
            variables.append(screening(team, 0...4))
        }
        return variables
    }

    /// The share of a front door's time above which referrals wait for it.
    private static let busyDoor = 0.8

    /// What somebody said may be chosen.
    /// - Parameter text: as it was said.
    func resolve(_ variation: PlanVariation, _ text: String) throws(PlanFault) -> [PlannedVariable] {
        switch variation {
        case .posts(let posts): try self.posts(posts, text)
        case .referrals(let team, let steps): [try referrals(team, steps, text)]
        case .screening(let team, let range):
            try teams(team, text).map { screening($0, range ?? 0...4) }
        case .key(let key, let steps, let isSwitch): [try self.key(key, steps, isSwitch, text)]
        }
    }

    private func team(_ name: String, _ text: String) throws(PlanFault) -> Int {
        guard let team = scenario.teams.firstIndex(where: { $0.name == name }) else {
            throw PlanFault(
                "vary", text,
                "the service has no team \(name); its teams are \(scenario.teams.map(\.name).joined(separator: ", "))")
        }
        return team
    }

    /// A team by its name; all without one.
    private func teams(_ name: String?, _ text: String) throws(PlanFault) -> [Int] {
        guard let name else { return Array(scenario.teams.indices) }
        return [try team(name, text)]
    }

    private func posts(_ posts: PlanVariation.Posts, _ text: String) throws(PlanFault) -> [PlannedVariable] {
        func fault(_ reason: String) -> PlanFault { PlanFault("vary", text, reason) }
        let teams = try self.teams(posts.team, text)
        if let from = posts.from {
            guard from < ends, from >= scenario.starts else {
                throw fault("\(from) is not within the forecast, \(scenario.starts) to \(ends - 1)")
            }
        }
        if let from = posts.from, let until = posts.until, until < from {
            throw fault("the posts end before they begin")
        }
        var variables: [PlannedVariable] = []
        for team in teams {
            let own = scenario.teams[team]
            let there = own.staff.filter { $0.role == posts.role && $0.until == nil }.reduce(0) { $0 + $1.count }
            let pace = HiringPace(posts.role, of: own, starts: scenario.starts, told: hiresAQuarter)
            let most = posts.from == nil ? pace.most(before: ends) : max(4, there)
            var range = posts.range ?? 0...max(1, most)
            if range.lowerBound < -there {
                throw fault("\(own.title) has \(there) posts of \(posts.role.name) to give up")
            }
            if posts.from == nil {
                guard most > 0 else {
                    throw fault(
                        "nobody can be hired before the forecast ends: \(pace.firstDay) is the first day at work")
                }
                // Hires no faster than ever, unless told so.
                range = range.lowerBound...max(range.lowerBound, min(range.upperBound, most))
            }
            let day = posts.from.map { "-\($0)" } ?? ""
            let from = posts.from.map { " from \($0.shortText) \($0.date.year)" } ?? ""
            let place = scenario.teams.count > 1 ? " in \(own.title)" : ""
            variables.append(
                PlannedVariable(
                    kind: .posts(team: team, role: posts.role, from: posts.from, until: posts.until),
                    name: "\(own.name):\(posts.role.name)\(day)", title: "\(posts.role.plural)\(place)\(from)",
                    range: range, poundsAYear: scenario.pay.yearly(posts.role),
                    one: "\(posts.role.title)\(place)\(from)"))
        }
        return variables
    }

    private func referrals(
        _ name: String?, _ steps: PlanVariation.Steps, _ text: String
    ) throws(PlanFault) -> PlannedVariable {
        guard steps.low > -1, steps.high <= 10 else {
            throw PlanFault("vary", text, "referrals are -99% to 1000% more than now")
        }
        var team: Int?
        if let name { team = try self.team(name, text) }
        guard let found = referrals(team.map { [$0] } ?? Array(scenario.teams.indices), team: team, steps) else {
            let left = sharesLeft(team.map { [$0] } ?? Array(scenario.teams.indices))
            throw PlanFault(
                "vary", text,
                "they grow in the scenario already: \(percent(left.lowerBound)) to \(percent(left.upperBound)) more is "
                    + "all that can be laid over that")
        }
        return found
    }

    /// A share as it is told, without what a scenario cannot have: towards zero.
    private func percent(_ share: Double) -> String { "\(Int(share * 100 + (share < 0 ? -1e-6 : 1e-6)))%" }

    /// By how much the referrals of all of some teams can be more than now.
    private func sharesLeft(_ teams: [Int]) -> ClosedRange<Double> {
        let left = teams.map { scenario.teams[$0].referrals.sharesLeft }
        return (left.map(\.lowerBound).max() ?? 0)...(left.map(\.upperBound).min() ?? 0)
    }

    /// Only steps that the scenario can have, on top of what its referrals grow by already; nil if there is none.
    private func referrals(_ teams: [Int], team: Int?, _ steps: PlanVariation.Steps) -> PlannedVariable? {
        let left = sharesLeft(teams)
        let allowed = (0...steps.count).filter {
            left.lowerBound - 1e-9 <= steps.value(Double($0)) && steps.value(Double($0)) <= left.upperBound + 1e-9
        }
        guard let first = allowed.first, let last = allowed.last else { return nil }
        let place = team.map { " to \(scenario.teams[$0].title)" } ?? ""
        return PlannedVariable(
            kind: .referrals(teams: teams, steps, overWeeks: referralWeeks),
            name: team.map { "\(scenario.teams[$0].name):referrals" } ?? "referrals", title: "more referrals\(place)",
            range: first...last, poundsAYear: steps.pounds)
    }

    private func screening(_ team: Int, _ range: ClosedRange<Int>) -> PlannedVariable {
        let time = ScreeningTime(scenario.teams[team])
        let place = scenario.teams.count > 1 ? " in \(scenario.teams[team].title)" : ""
        return PlannedVariable(
            kind: .screening(team: team, time), name: "\(scenario.teams[team].name):screening",
            title: "time for screening\(place)", range: range, poundsAYear: time.poundsAYear(scenario.pay))
    }

    /// Every value of a key must be one that the scenario can have: the ends are tried.
    private func key(
        _ key: String, _ steps: PlanVariation.Steps, _ isSwitch: Bool, _ text: String
    ) throws(PlanFault) -> PlannedVariable {
        let teams = scenario.teams.indices.filter { key.hasPrefix("teams.\(scenario.teams[$0].name).") }
        let variable = PlannedVariable(
            kind: .key(key, steps, isSwitch: isSwitch, teams: teams.isEmpty ? Array(scenario.teams.indices) : teams),
            name: key, title: key, range: 0...steps.count, poundsAYear: steps.pounds)
        for end in [0, steps.count] {
            do {
                _ = try loaded.with(changes + variable.changes(end))
            } catch {
                throw PlanFault("vary", text, error.description)
            }
        }
        return variable
    }
}

extension PlannedVariable {
    /// What so many steps set in the scenario's text; nothing for what is no key.
    func changes(_ steps: Int) -> [ScenarioChange] {
        switch kind {
        case .posts, .referrals: return []
        case .screening(_, let time): return time.changes(steps)
        case .key(let key, let values, let isSwitch, _):
            let value = isSwitch ? (steps == 1 ? "true" : "false") : Self.number(values.value(Double(steps)))
            return [ScenarioChange(key: key, value: value)]
        }
    }
}

extension ResolvedTarget {
    /// Whether it asks that more people come than are referred now.
    var asksForPeople: Bool {
        guard target.side == .atLeast else { return false }
        switch count {
        case .access, .total(.enteredTreatment), .total(.firstAppointments), .total(.finishedCourses),
            .total(.secondTreatments):
            return true
        case .total, .stock, .ratio, .atStart, .atEnd, .centile, .centileWithWaiting, .cost, .perClinician, .role,
            .ends:
            return false
        }
    }
}
