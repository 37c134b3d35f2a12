public import CareModel

/// What a plan may choose.
///
/// `pwp=0..6`, `mid-essex:hit=-1..4@2027-04`, `trainee-pwp=0..4@2027-02-01`, `referrals=0%..60%/5%`,
/// `bristol:screening=0..4`, or any key of the scenario with its steps: `attendance.reminders=false..true`,
/// `diary.low-first-share=0.3..0.5/0.05`, and what a step costs in a year:
/// `workforce.bookable-share=1..1.1/0.05:40000`.
public enum PlanVariation: Hashable, Sendable {
    /// Whole-time posts of a role, more or fewer than the scenario has.
    case posts(Posts)
    /// Referrals, as shares more than the scenario has.
    case referrals(team: String?, Steps)
    /// Time to screen referrals: steps of half of what the front door has now (RF-5, CL-5).
    case screening(team: String?, ClosedRange<Int>?)
    /// A key of the scenario; a switch has two steps.
    case key(String, Steps, isSwitch: Bool)

    /// Posts that may be added or given up.
    public struct Posts: Hashable, Sendable {
        /// The team, by its short name; nil is each team by itself.
        public var team: String?
        /// The role.
        public var role: Role
        /// How many more or fewer; nil is as many as there is reason to try.
        public var range: ClosedRange<Int>?
        /// The first day at work; nil is as soon and as fast as the service can hire.
        public var from: CivilDay?
        /// The last day of posts for a time; nil is for good.
        public var until: CivilDay?
    }

    /// Values from one to another.
    public struct Steps: Hashable, Sendable {
        /// The lowest value.
        public var low: Double
        /// The highest.
        public var high: Double
        /// From one to the next.
        public var step: Double
        /// What a step costs in a year, pounds.
        public var pounds = 0.0

        /// How many steps there are above the lowest value.
        var count: Int { Int(((high - low) / step + 1e-9).rounded(.down)) }

        /// The value after so many steps.
        func value(_ steps: Double) -> Double { low + Double(steps) * step }
    }

    /// Reads one.
    /// - Throws: what is wrong with it.
    public init(_ text: String) throws(PlanFault) {
        let reader = PlanVariationReader(text: text)
        self = try reader.read()
    }
}

/// Reads what may be chosen.
struct PlanVariationReader {
    let text: String

    private func fault(_ reason: String) -> PlanFault { PlanFault("vary", text, reason) }

    func read() throws(PlanFault) -> PlanVariation {
        let rest = text.filter { !$0.isWhitespace }
        let (name, values) = Self.split(rest, "=")
        guard !name.isEmpty else { throw fault("what is varied has a name: pwp=0..6, referrals=0%..50%, or a key") }
        let (before, after) = Self.split(name, ":")
        let team = after == nil ? nil : before
        let what = after ?? before
        let (bare, dates) = Self.split(values ?? what, "@")
        let role = Role.allCases.first { $0.name == (values == nil ? bare : what) }
        if let role { return .posts(try posts(team, role, values == nil ? nil : bare, dates)) }
        if what == "screening" {
            guard let values else { return .screening(team: team, nil) }
            return .screening(team: team, try wholes(values, within: 0...20, such: "screening=0..4"))
        }
        guard let values else {
            throw fault(
                "it has no values: screening or a role (\(Role.allCases.map(\.name).joined(separator: ", "))) may "
                    + "stand alone, all else is given from .. to")
        }
        if what == "referrals" { return .referrals(team: team, try steps(values, usual: 0.05)) }
        // A key of the scenario has no team before a colon: it has it inside.
        guard team == nil else {
            throw fault("\(what) is no role; the key of a team is teams.\(team ?? "").\(what)")
        }
        if values == "false..true" {
            return .key(what, PlanVariation.Steps(low: 0, high: 1, step: 1), isSwitch: true)
        }
        if values.hasPrefix("false..true:"), let pounds = ServiceTarget.number(String(values.dropFirst(12))) {
            return .key(what, PlanVariation.Steps(low: 0, high: 1, step: 1, pounds: pounds), isSwitch: true)
        }
        return .key(what, try steps(values, usual: nil), isSwitch: false)
    }

    private func posts(
        _ team: String?, _ role: Role, _ range: String?, _ dates: String?
    ) throws(PlanFault) -> PlanVariation.Posts {
        var posts = PlanVariation.Posts(team: team, role: role)
        if let range {
            posts.range = try wholes(range, within: -999...999, such: "\(role.name)=0..6")
        }
        guard let dates else { return posts }
        guard let span = PlannedSpan(dates) else {
            throw fault("the days after @ are a year, a month or a day, or one of these .. another (2027-04)")
        }
        posts.from = span.first
        if dates.contains("..") { posts.until = span.last }
        return posts
    }

    /// `LOW..HIGH` in whole numbers.
    private func wholes(
        _ range: String, within limits: ClosedRange<Int>, such example: String
    ) throws(PlanFault) -> ClosedRange<Int> {
        let ends = range.split(separator: "..", omittingEmptySubsequences: false).map(String.init).map { Int($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high, limits.contains(low),
            limits.contains(high)
        else {
            throw fault(
                "these are whole numbers from .. to, \(limits.lowerBound) to \(limits.upperBound), such as \(example)")
        }
        return low...high
    }

    /// `LOW..HIGH[/STEP][:POUNDS]`.
    private func steps(_ values: String, usual: Double?) throws(PlanFault) -> PlanVariation.Steps {
        let (numbers, price) = Self.split(values, ":")
        let (range, step) = Self.split(numbers, "/")
        let ends = range.split(separator: "..", omittingEmptySubsequences: false).map(String.init).map(
            ServiceTarget.number)
        guard ends.count == 2, let low = ends[0], let high = ends[1], low < high else {
            throw fault("values go from .. to, such as 0.3..0.5/0.05")
        }
        guard let step = step.map(ServiceTarget.number) ?? usual, step > 0, step <= (high - low) * (1 + 1e-9),
            (high - low) / step <= 10_000
        else { throw fault("after / stands a step above 0 that fits between \(low) and \(high), such as /0.05") }
        guard let pounds = price.map(ServiceTarget.number) ?? 0 else {
            throw fault("after : stands what a step costs in a year, in pounds")
        }
        return PlanVariation.Steps(low: low, high: high, step: step, pounds: pounds)
    }

    /// What is before a mark and after it; nil after it where there is none.
    private static func split(_ text: String, _ mark: Character) -> (String, String?) {
        guard let place = text.firstIndex(of: mark) else { return (text, nil) }
        return (String(text[..<place]), String(text[text.index(after: place)...]))
    }
}
