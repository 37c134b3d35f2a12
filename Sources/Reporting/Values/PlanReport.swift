public import CareModel

/// A plan: what a table, a file, a sentence or a page of it is made of.
public struct PlanReport: Sendable {
    /// What is to be reached, or not to get worse.
    public struct Target: Sendable {
        /// As somebody wrote it; empty for what is only not to get worse.
        public var text: String
        /// What is measured.
        public var title: String
        /// The measure's name in files.
        public var measure: String
        /// Its unit.
        public var unit: String
        /// Whether it is to be at least the level, or at most.
        public var isAtLeast: Bool
        /// The level, or the difference from today.
        public var level: Double
        /// Whether it is held against what is today.
        public var isAgainstToday: Bool
        /// How nearly it is told on which side of the level it is, in its unit, for a wait that is held; 0 for what
        /// somebody asked for.
        public var allowance = 0.0
        /// The first and last day of the weeks over which it is measured.
        public var days: ClosedRange<CivilDay>
        /// The chance that was asked; nil where the mean of runs is held.
        public var chance: Double?
        /// Whether somebody asked for it.
        public var isAsked: Bool
        /// With nothing changed: the value that runs keep with the chance that was asked, or their mean, as is told of
        /// the plan; and the share of runs that keep the target.
        public var today: (value: Double, kept: Double)?
        /// What fresh runs of the plan say; nil without a plan.
        public var planned: Planned?

        /// What fresh runs say of a target.
        public struct Planned: Sendable {
            /// The value that is kept with the chance that was asked, or the mean.
            public var value: Double
            /// The chance that it is kept, with its 95% interval; nil where the mean is held.
            public var chance: (share: Double, low: Double, high: Double)?
            /// Whether the test said that it is kept; nil if it could not tell.
            public var isKept: Bool?

            /// What runs say.
            public init(value: Double, chance: (share: Double, low: Double, high: Double)?, isKept: Bool?) {
                self.value = value
                self.chance = chance
                self.isKept = isKept
            }
        }

        /// A target.
        public init(
            text: String, title: String, measure: String, unit: String, isAtLeast: Bool, level: Double,
            isAgainstToday: Bool, days: ClosedRange<CivilDay>, chance: Double?, isAsked: Bool
        ) {
            self.text = text
            self.title = title
            self.measure = measure
            self.unit = unit
            self.isAtLeast = isAtLeast
            self.level = level
            self.isAgainstToday = isAgainstToday
            self.days = days
            self.chance = chance
            self.isAsked = isAsked
        }
    }

    /// Something that could be chosen, and how much of it was.
    public struct Choice: Sendable {
        /// A short name.
        public var name: String
        /// What it is.
        public var title: String
        /// How many steps of it could be chosen.
        public var range: ClosedRange<Int>
        /// How many are; nil without a plan.
        public var steps: Int?
        /// What was chosen, in words.
        public var words: String
        /// What a step costs in a year, pounds.
        public var poundsAYear: Double
        /// Whether it is posts.
        public var isPosts: Bool
        /// Posts of it that are there by the end of each quarter; empty for what is no posts.
        public var posts: [Int]
        /// Posts that can be filled in a quarter; nil where days were told.
        public var pace: Int?
        /// What one of it is, where it is counted; nil for what is not.
        public var one: String?

        /// A choice.
        public init(
            name: String, title: String, range: ClosedRange<Int>, steps: Int?, words: String, poundsAYear: Double,
            isPosts: Bool, posts: [Int], pace: Int?, one: String? = nil
        ) {
            self.name = name
            self.title = title
            self.range = range
            self.steps = steps
            self.words = words
            self.poundsAYear = poundsAYear
            self.isPosts = isPosts
            self.posts = posts
            self.pace = pace
            self.one = one
        }
    }

    /// What a step more or less of a choice would do.
    public struct Marginal: Sendable {
        /// The choice's title.
        public var title: String
        /// One more or one less.
        public var step: Int
        /// By how much the cost changes, pounds a year.
        public var pounds: Double
        /// By how much each target's measure changes, in their order.
        public var changes: [Double]
        /// What one of it is, where it is counted; nil for what is not.
        public var one: String?
        /// What it would be after the step, in words, where it is not counted: `120% more referrals`.
        public var words: String

        /// A step.
        public init(
            title: String, step: Int, pounds: Double, changes: [Double], one: String? = nil, words: String = ""
        ) {
            self.title = title
            self.step = step
            self.pounds = pounds
            self.changes = changes
            self.one = one
            self.words = words
        }
    }

    /// A cheaper plan that is refused.
    public struct Refused: Sendable {
        /// What it has, in words.
        public var words: String
        /// Pounds a year.
        public var pounds: Double
        /// The target that it does not keep, by its place.
        public var target: Int
        /// What that target's measure is.
        public var value: Double

        /// A plan.
        public init(words: String, pounds: Double, target: Int, value: Double) {
            self.words = words
            self.pounds = pounds
            self.target = target
            self.value = value
        }
    }

    /// What can be reached of a target by itself.
    public struct Reachable: Sendable {
        /// The target, by its place.
        public var target: Int
        /// The best value.
        public var value: Double
        /// Whether it is enough.
        public var isEnough: Bool
        /// With what, in words.
        public var words: String

        /// The best.
        public init(target: Int, value: Double, isEnough: Bool, words: String) {
            self.target = target
            self.value = value
            self.isEnough = isEnough
            self.words = words
        }
    }

    /// A plan that was tried in the search, and one of its targets.
    public struct Tried: Sendable {
        /// What it has, in words.
        public var words: String
        /// Pounds a year.
        public var pounds: Double
        /// Runs of the search.
        public var runs: Int
        /// The target, by its place.
        public var target: Int
        /// What it keeps with the chance that was asked, or the mean.
        public var value: Double
        /// The standard error of that.
        public var standardError: Double
        /// What the fluid model says; nil where it says nothing.
        public var fluid: Double?

        /// A plan and a target.
        public init(
            words: String, pounds: Double, runs: Int, target: Int, value: Double, standardError: Double, fluid: Double?
        ) {
            self.words = words
            self.pounds = pounds
            self.runs = runs
            self.target = target
            self.value = value
            self.standardError = standardError
            self.fluid = fluid
        }
    }

    /// The scenario.
    public var scenario: ComparedScenario
    /// The seed.
    public var seed: UInt64
    /// The first day.
    public var starts: CivilDay
    /// Weeks of each run.
    public var weeks: Int
    /// Version of the program.
    public var version: String
    /// The command that makes it again; empty if no command made it.
    public var command: String
    /// What is best: `cost`, `change` or a measure.
    public var best: String
    /// Whether there is a plan.
    public var isFound = false
    /// Whether the budget ended it before all was decided.
    public var endedByBudget = false
    /// What is to be reached, then what is not to get worse.
    public var targets: [Target] = []
    /// What could be chosen.
    public var choices: [Choice] = []
    /// First days of the quarters of the plan.
    public var quarters: [CivilDay] = []
    /// What the plan costs in a year once all of it is there, pounds.
    public var poundsAYear = 0.0
    /// What it costs in the weeks of the forecast.
    public var poundsInAll = 0.0
    /// Cost against the level of the first target.
    public var frontier: [(level: Double, pounds: Double)] = []
    /// What a step more or less would do.
    public var marginal: [Marginal] = []
    /// The nearest cheaper plan, and what refuses it.
    public var refused: Refused?
    /// Without a plan: the best of each target.
    public var reachable: [Reachable] = []
    /// Without a plan: the target that stands in the way, by its place.
    public var inTheWay: Int?
    /// What can be said of the choice.
    public var guarantee = ""
    /// The command that asks which assumptions the plan hangs on, where its files are; empty without a plan.
    public var nextCommand = ""
    /// What a reader must know.
    public var notes: [String] = []
    /// Runs of the service that were used, those of them of single teams that were really made, and the budget.
    public var runs = (used: 0, ofTeams: 0, budget: 0)
    /// First days that runs began with in turn.
    public var firstDays = 0
    /// How far the fluid model is from the simulation at the plan, target by target; nil where it says nothing.
    public var fluid: [Double?] = []
    /// Every plan that was tried, in the order of the search.
    public var tried: [Tried] = []
    /// The service as it is and with the plan, side by side; nil without a plan.
    public var beside: ComparisonReport?

    /// A plan with nothing in it yet.
    public init(
        scenario: ComparedScenario, seed: UInt64, starts: CivilDay, weeks: Int, version: String, command: String,
        best: String
    ) {
        self.scenario = scenario
        self.seed = seed
        self.starts = starts
        self.weeks = weeks
        self.version = version
        self.command = command
        self.best = best
    }
}
