public import CareModel

/// A finished forecast: everything that a table, a file, a report or a sentence is made of.
public struct Forecast: Sendable {
    /// What was run, so that it can be run again.
    public var manifest: Manifest
    /// The promises in force.
    public var standards: Standards
    /// The teams in order: short name and title.
    public var teams: [TeamName]
    /// Each measure over the whole horizon, first for the service, then by group.
    public var measures: [MeasureSummary]
    /// Each measure week by week.
    public var weekly: [WeeklyBand]
    /// How waits are distributed, by team.
    public var distributions: [WaitDistribution]
    /// Who waits on the first day (KT-8).
    public var waitingAtStart: [WaitingRow]
    /// Assessment weeks: how likely each is (PO-1).
    public var assessmentWeeks: [AssessmentWeekChance]
    /// What may be promised: levels and ranges that have held.
    public var trusted: TrustedFigures
    /// What is known of the year before.
    public var yearBefore: YearBefore
    /// What would help: changes that were tried beside the forecast.
    public var help: WhatWouldHelp
    /// Every number in force, with its source.
    public var assumptions: [AssumptionRow]
    /// What the model leaves out, a sentence each.
    public var notModelled: [String]

    /// A forecast with nothing in it yet.
    public init(manifest: Manifest, standards: Standards, teams: [TeamName]) {
        self.manifest = manifest
        self.standards = standards
        self.teams = teams
        measures = []
        weekly = []
        distributions = []
        waitingAtStart = []
        assessmentWeeks = []
        trusted = .none
        yearBefore = .unknown
        help = .none
        assumptions = []
        notModelled = Forecast.usuallyNotModelled
    }
}
