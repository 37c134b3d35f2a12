public import CareModel
public import Statistics

/// How likely a week is to be an assessment week (PO-1).
public struct AssessmentWeekChance: Sendable, Equatable {
    /// Short name of the team.
    public var team: String
    /// The week's Monday.
    public var starts: CivilDay
    /// In how many replications it is one.
    public var chance: Chance

    /// The share of replications; NaN for a single run, which shows no chance.
    public var probability: Double { chance.runs > 1 ? chance.share : .nan }

    /// The chance that the runs show it to have at least, wrong at most once in twenty; NaN for a single run.
    public var probabilityAtLeast: Double { chance.runs > 1 ? chance.atLeast : .nan }

    /// The chance that the runs show it to have at most, wrong at most once in twenty; NaN for a single run.
    public var probabilityAtMost: Double { chance.runs > 1 ? chance.atMost : .nan }

    /// A chance.
    public init(team: String, starts: CivilDay, chance: Chance) {
        self.team = team
        self.starts = starts
        self.chance = chance
    }
}
