public import CareModel

/// What would help: changes of the service that were tried beside the forecast, from the same first days and with the
/// same people, the best first.
public struct WhatWouldHelp: Sendable, Equatable {
    /// The changes that move this service most, the best first.
    public var levers: [TriedLever]
    /// Titles of what was tried too, and moves less or nothing.
    public var triedToo: [String]
    /// What cannot be said, and what was left out, a sentence each.
    public var unsaid: [String]
    /// Weeks over which each was tried.
    public var weeks: Int
    /// Their first day.
    public var starts: CivilDay

    /// Changes that were tried.
    public init(
        levers: [TriedLever], triedToo: [String] = [], unsaid: [String] = [], weeks: Int, starts: CivilDay
    ) {
        self.levers = levers
        self.triedToo = triedToo
        self.unsaid = unsaid
        self.weeks = weeks
        self.starts = starts
    }

    /// Nothing was tried, and nothing is said of it.
    public static let none = WhatWouldHelp(levers: [], weeks: 0, starts: CivilDay(number: 0))

    /// Nothing could be tried: a sentence says why.
    public static func unsaid(_ why: String) -> WhatWouldHelp {
        WhatWouldHelp(levers: [], unsaid: [why], weeks: 0, starts: CivilDay(number: 0))
    }
}

/// A change of the service, and what it does beside the service as it is.
public struct TriedLever: Sendable, Equatable {
    /// A short name, lower case with hyphens, by which `compare` can call it.
    public var name: String
    /// What it is, in a few words: `One more PWP in West Essex`.
    public var title: String
    /// What exactly, in a sentence: hours, from when, from what to what.
    public var meaning: String
    /// The team in which it acts, and of which its numbers are; nil for the whole service.
    public var team: TeamName?
    /// The keys that it changes, as `compare` takes them.
    public var changes: [RunChange]
    /// Runs of it, each beside the run of the service as it is with the same people.
    public var runs: Int
    /// The promises in force.
    public var standards: Standards
    /// Each measure of the team, or the service: as it is, then as changed. People and pounds are a year's.
    public var effects: [ComparisonRow]
    /// The command that tries it again, for a shell; empty if there is none.
    public var command: String

    /// A change that was tried.
    public init(
        name: String, title: String, meaning: String, team: TeamName?, changes: [RunChange], runs: Int,
        standards: Standards, effects: [ComparisonRow], command: String = ""
    ) {
        self.name = name
        self.title = title
        self.meaning = meaning
        self.team = team
        self.changes = changes
        self.runs = runs
        self.standards = standards
        self.effects = effects
        self.command = command
    }

    /// The measures that tell what a change does.
    public static func measures(_ standards: Standards) -> [Measure] {
        var measures: [Measure] = [
            .firstAppointmentWait, .secondTreatmentWait, .assessmentToHighWait, .stepUpWait, .referrals,
            .firstAppointments, .secondTreatments, .stepUpFirstSessions, .finishedCourses, .recovery, .staffCost,
        ]
        let promises = PromisedMeasure.allBreaches + PromisedMeasure.allSecondBreaches
        measures += standards.distinct(promises).compactMap(Measure.of)
        let ends = WaitingQueue.all.map { $0.name + WaitingQueue.atEnd }
        return measures + Measure.rows.filter { ends.contains($0.name(standards)) }
    }
}
