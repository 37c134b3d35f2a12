/// What first waits come to over a period, read off where somebody stands since: who waits at its end, and for whom the
/// day of a promise passed in it (KT-8, KP-1).
public enum FirstWaitCount: CaseIterable, Sendable {
    /// Waits for a first appointment when the period ends.
    case waiting
    /// The day of the service's own promise passed without a first appointment.
    case passed
    /// The day of the first national standard passed.
    case passedNationalFirst
    /// The day of the second national standard passed.
    case passedNationalSecond

    /// The measure that counts it; nil where there is none.
    public var measure: Measure? {
        switch self {
        case .waiting: WaitingQueue.firstAppointment.measure
        case .passed: Measure.of(.breaches)
        case .passedNationalFirst: Measure.of(.breachesNationalFirst)
        case .passedNationalSecond: Measure.of(.breachesNationalSecond)
        }
    }

    /// What a measure counts of first waits; nil for all others.
    public static func of(_ measure: Measure) -> FirstWaitCount? {
        allCases.first { $0.measure?.label == measure.label }
    }

    /// Whether somebody counts. Those who turned out to belong elsewhere were promised nothing (RF-7, RF-9).
    /// - Parameter period: from the first day through the last.
    public func holds(_ person: Person, _ standards: Standards, in period: ClosedRange<CivilDay>) -> Bool {
        let episode = person.episode
        guard let end = Self.end(of: episode) else { return false }
        guard let promise = promiseDays(standards) else {
            return episode.received.day <= period.upperBound && end > period.upperBound
        }
        if episode.state == .closed, episode.firstAppointment == Episode.never, episode.endReason.belongsElsewhere {
            return false
        }
        let passed = person.referral.received.day + Int32(promise + 1)
        return period.contains(passed) && end >= passed
    }

    /// The promise whose day passes; nil for who waits.
    private func promiseDays(_ standards: Standards) -> Int? {
        switch self {
        case .waiting: nil
        case .passed: standards.firstAppointmentDays
        case .passedNationalFirst: standards.nationalFirstDays
        case .passedNationalSecond: standards.nationalSecondDays
        }
    }

    /// The day on which the wait was over, by an appointment or by leaving; far ahead if it still runs, nil where it is
    /// not known: of somebody who came into the service's records after it.
    private static func end(of episode: Episode) -> CivilDay? {
        if episode.firstAppointment != Episode.never { return episode.firstAppointment.day }
        if episode.state == .closed { return episode.stateSince.day }
        return episode.state.isBeforeFirstAppointment ? CivilDay(number: .max) : nil
    }
}
