/// A measure: what it is called, what it counts, of whom and when, and how it is shown. Whatever records, adds up,
/// writes or draws asks these rows; each is written once (KP-1 … KP-11).
public struct Measure: Sendable {
    /// What it is called in files.
    public let label: Label
    /// What its numbers count.
    public let unit: MeasureUnit
    /// How it follows from what was recorded.
    public let count: Count
    /// Ids of the rules that ask for it, with a space between.
    public let rules: String
    /// What it is, in at most 30 letters, `#` in place of the days of a limit; empty for one that only files have.
    public let title: String
    /// A sentence of what it means.
    public let meaning: String
    /// Under which heading a table shows it; nil for one that only files have.
    public var section: MeasureSection?
    /// Whether the short table of a terminal has it too.
    public var isBrief = false
    /// Whether a comparison has it too, though it is not brief.
    public var isCompared = false
    /// Which way is better, where one is.
    public var better: Better?
    /// Whose it is, beside the whole service and each team.
    public var splits: Splits = []
    /// How it follows at each step, where it is told of these too.
    public var bySteps: (low: Count, high: Count)?
    /// Whether it is followed week by week.
    public var weekly = Weekly.none
    /// Charts that it has a line in, or is.
    public var charts: [Chart] = []
    /// The heading of its column beside other groups of people, and the column's place; nil for one that is not there.
    public var besideGroups: (place: Int, heading: String)?
    /// What the panel of promises calls it, `#` in place of the days; nil for one that is not there.
    public var atAGlance: String?
    /// The wait of which it tells only those who were seen; nil for one that leaves nobody out.
    public var seenOnly: SeenWait?
    /// What moves in the weeks after an assessment week, as a sentence says it (PO-1); nil for what is not looked at.
    public var aftermath: String?
    /// A standard that it is held to, where its name has none in it: at least this share.
    public var leastShare: Double?
    /// The end of the key without which it rests on a number that nobody gave, and is held to nothing.
    public var restsOn: String?

    /// The parts that every measure has; the others are set by ``with(_:)`` and its like.
    init(
        _ label: Label, _ unit: MeasureUnit, _ count: Count, _ rules: String, _ title: String, _ meaning: String
    ) {
        self.label = label
        self.unit = unit
        self.count = count
        self.rules = rules
        self.title = title
        self.meaning = meaning
    }
}

/// The parts of a row.
extension Measure {
    /// What a measure is called.
    public enum Label: Sendable, Equatable {
        /// The same everywhere.
        case plain(String)
        /// By a limit of the standards, whose days are in the name, and what follows them.
        case promised(PromisedMeasure, suffix: String)
    }

    /// Which way is better.
    public enum Better: Sendable {
        case less, more
    }

    /// Whether a measure is followed week by week, and how.
    public enum Weekly: Sendable {
        /// Over the whole period only.
        case none
        /// As over the whole period.
        case same
        /// Of single teams only, and counted in another way.
        case ofTeams(Count)
    }

    /// Groups, beside the whole service and its teams, that a measure is taken of.
    public struct Splits: OptionSet, Sendable {
        /// The groups as bits.
        public let rawValue: Int

        /// Groups from their bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Roles of a team, and nobody else.
        public static let roles = Splits(rawValue: 1)
        /// Causes of a breach, by team.
        public static let causes = Splits(rawValue: 2)
        /// Reasons of an end, by team, and nobody else.
        public static let reasons = Splits(rawValue: 4)
    }

    /// A wait of which a mean or a share tells only those who were seen.
    public enum SeenWait: Sendable, CaseIterable {
        /// For a first appointment, and the first treatment with it.
        case firstAppointment
        /// For treatment after the assessment, and from the first treatment to the second.
        case secondTreatment
        /// For high intensity after low.
        case stepUp
    }

    /// A line of a chart, or a chart of its own.
    public struct Chart: Sendable {
        /// Which.
        public enum Page: Sendable {
            /// Lines of those who come in and move on, and why appointments did not happen.
            case flow, attendance
            /// Charts of their own on stepping up, and on calls to those who wait.
            case stepUp, keepingInTouch
            /// Charts of their own on the page of a comparison.
            case comparedWaits, comparedFlow
        }

        /// Where it is.
        public let page: Page
        /// The line's name, or the chart's title.
        public let title: String
    }

    /// How a measure follows from what was recorded.
    public enum Count: Sendable {
        /// A sum over the weeks.
        case total(Counter)
        /// The mean over the weeks of a number at the end of each.
        case stock(Counter)
        /// One sum, so many of which are one, over another; nothing where the other is nought.
        case ratio([Counter], [Counter], each: Double = 1)
        /// A number on the first day.
        case atStart(Counter)
        /// A number at the end of the last week.
        case atEnd(Counter)
        /// A centile of a distribution.
        case centile(WaitKind, Double)
        /// A centile of a wait with those who still wait, or left unseen, counted as far as they were seen to wait; the
        /// longest wait that was seen, where it is not reached.
        case centileWithWaiting(WaitKind, Double)
        /// People entering treatment a year over the people in need (EQ-3).
        case access
        /// What staff cost, whole, or for each that is counted (KP-9).
        case cost(for: Counter?)
        /// A sum a year for each whole-time clinician at work (PO-9).
        case perClinician(Counter)
        /// The work of a role.
        case role(RoleCount)
        /// Episodes by why they ended.
        case ends
    }

    /// How a measure of a role follows from what was recorded of it; nothing where the role has no filled post.
    public enum RoleCount: Sendable {
        /// A sum, so many of which are one, for each whole-time equivalent; only where something was counted, if it is
        /// said of what.
        case perWholeTime(RoleCounter, each: Double, of: RoleCounter, where: RoleCounter?)
        /// A sum over sums.
        case share(RoleCounter, of: [RoleCounter])
        /// A sum over another, a year.
        case yearly(RoleCounter, of: RoleCounter)
    }
}

/// What a row says.
extension Measure {
    /// The name in files, under standards.
    public func name(_ standards: Standards) -> String {
        switch label {
        case .plain(let name): name
        case .promised(let measure, let suffix): standards.name(measure) + suffix
        }
    }

    /// What it is, with the days of its limit.
    public func title(_ standards: Standards) -> String { words(title, standards) }

    /// What it means, with the days of its limit.
    public func meaning(_ standards: Standards) -> String { words(meaning, standards) }

    /// A text of its own with the days of its limit in place of `#`.
    public func words(_ text: String, _ standards: Standards) -> String {
        switch label {
        case .plain: text
        case .promised(let measure, _): text.replacing("#", with: String(standards.days(measure)))
        }
    }

    /// The limit that it is held to; nil for one whose name has none, or that counts beside it.
    public var promise: PromisedMeasure? {
        switch label {
        case .promised(let measure, suffix: ""): measure
        case .promised, .plain: nil
        }
    }

    /// What its values cannot leave. The access rate counts people against a need that they may outnumber, and more
    /// clinicians than there are posts may leave them in a year.
    public var limits: ClosedRange<Double> {
        switch count {
        case .ratio, .role(.share): unit == .share ? 0...1 : 0...(.infinity)
        case .total, .stock, .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost, .perClinician,
            .role(.perWholeTime), .role(.yearly), .ends:
            0...(.infinity)
        }
    }

    /// Whether it is read off a distribution, which tells waits apart only up to ``LongestWait/days``.
    public var isCounted: Bool {
        switch count {
        case .centile, .centileWithWaiting: true
        case .total, .stock, .ratio, .atStart, .atEnd, .access, .cost, .perClinician, .role, .ends: false
        }
    }

    /// Whether it grows with the weeks that it is taken over: a sum, or what staff cost.
    public var growsWithWeeks: Bool {
        switch count {
        case .total, .cost(for: nil), .ends: true
        case .stock, .ratio, .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost, .perClinician, .role:
            false
        }
    }

    /// Whether it counts people or what befell them, which is shared in fives where they are of a group (EQ-1); a mean
    /// or a share is told as it is.
    public var isSharedInFives: Bool {
        switch count {
        case .total, .stock, .atStart, .atEnd, .ends: true
        case .ratio, .centile, .centileWithWaiting, .access, .cost, .perClinician, .role: false
        }
    }

    /// Whether it is of the service and its teams, and not of roles or of reasons only.
    public var isOfTeams: Bool { splits.isDisjoint(with: [.roles, .reasons]) }

    /// The titles that it has on a page of charts.
    public func titles(_ page: Chart.Page) -> [String] { charts.filter { $0.page == page }.map(\.title) }

    /// Whether it is followed week by week as it is over the whole period.
    public var isWeekly: Bool {
        switch weekly {
        case .same: true
        case .none, .ofTeams: false
        }
    }
}
