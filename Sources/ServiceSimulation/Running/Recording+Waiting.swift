import Allocation
import CareModel

/// Those who have not been seen yet: waits that run, promises that pass without a contact, and the queues.
extension Recording {
    /// A wait is over (KP-1, KP-3, KT-9).
    static func recordWait(_ kind: WaitKind, team: Int, since start: CivilMinute, _ service: inout Simulation) {
        service.recording.record.addWait(
            kind, team: team, days: waitDays(from: start, to: service.now), entered: daysBeforeRecord(start, &service),
            isEnded: true)
    }

    /// Somebody leaves, or the record ends, while waits still run. Those who turn out to belong elsewhere (RF-7, RF-9)
    /// were promised nothing.
    /// - Parameter state: where the person is, or was before leaving.
    static func recordUnendedWaits(
        _ person: Int, in state: EpisodeState, closing reason: EndReason?, _ service: inout Simulation
    ) {
        if reason?.belongsElsewhere == true { return }
        let episode = service.desk.episodes[person]
        let isSeen = episode.firstAppointment != Episode.never
        if !isSeen { recordUnended(.firstAppointment, person, since: episode.received, &service) }
        if !episode.hasEnteredTreatment {
            recordUnended(.firstTreatment, person, since: episode.received, &service)
        } else if episode.secondTreatment == Episode.never {
            recordUnended(.secondTreatment, person, since: episode.firstTreatment, &service)
            recordSecondTreatmentPassed(person, since: episode.firstTreatment, &service)
        }
        guard !state.isBeforeFirstAppointment, service.desk.people[person].sessionsAtStep == 0,
            let wait = treatmentWait(episode, &service)
        else { return }
        recordUnended(wait.kind, person, since: wait.since, &service)
        let promise = service.scenario.standards.secondTreatmentDays
        recordPassed(wait.passed, person, since: wait.since, promise: promise, &service)
    }

    private static func recordUnended(
        _ kind: WaitKind, _ person: Int, since start: CivilMinute, _ service: inout Simulation
    ) {
        service.recording.record.addWait(
            kind, team: service.team(person), days: waitDays(from: start, to: service.now),
            entered: daysBeforeRecord(start, &service),
            isEnded: false)
    }

    /// How long a wait had run when the record began.
    private static func daysBeforeRecord(_ start: CivilMinute, _ service: inout Simulation) -> Int {
        max(0, waitDays(from: start, to: service.firstDay.start))
    }

    /// The wait that a first session at the present step ends, and since when it runs (KT-9); nil for somebody who was
    /// handed over in the middle of a course.
    static func treatmentWait(_ episode: Episode, _ service: inout Simulation) -> TreatmentWait? {
        guard episode.firstAppointment != Episode.never, episode.priority != .rebooking else { return nil }
        if episode.wasSteppedUp {
            guard episode.waitingSince != Episode.never else { return nil }
            return TreatmentWait(
                kind: .stepUp, since: episode.waitingSince, people: .stepUpWaits, days: .stepUpWaitDays,
                within: .stepUpWithin28, passed: .stepUpPassed28)
        }
        return episode.step == .low
            ? TreatmentWait(
                kind: .assessmentToLow, since: episode.firstAppointment, people: .assessmentToLow,
                days: .assessmentToLowDays, within: .lowWithin28, passed: .lowPassed28)
            : TreatmentWait(
                kind: .assessmentToHigh, since: episode.firstAppointment, people: .assessmentToHigh,
                days: .assessmentToHighDays, within: .highWithin28, passed: .highPassed28)
    }

    /// The promises of a second treatment that passed without it (KT-1).
    static func recordSecondTreatmentPassed(_ person: Int, since start: CivilMinute, _ service: inout Simulation) {
        recordPassed(
            .secondPassed28, person, since: start, promise: service.scenario.standards.secondTreatmentDays, &service)
        recordPassed(
            .secondPassed90, person, since: start, promise: service.scenario.standards.secondTreatmentLimitDays,
            &service)
    }

    /// Counts somebody whose wait, ended now or still running, has passed a promise, in the week in which its day
    /// passed.
    /// - Returns: the week; nil if the promise is not broken, or was not in the time that is recorded.
    @discardableResult
    static func recordPassed(
        _ counter: Counter, _ person: Int, since start: CivilMinute, promise: Int, _ service: inout Simulation
    ) -> Int? {
        guard waitDays(from: start, to: service.now) > promise else { return nil }
        let brokenOn = start.day + Int32(promise + 1)
        guard brokenOn >= service.firstDay, brokenOn < service.lastDay else { return nil }
        let week = Int(brokenOn - service.firstDay) / 7
        service.recording.record.add(counter, week: week, team: service.team(person))
        if service.scenario.measuresGroups {
            service.recording.record.addByGroup(counter, team: service.team(person), service.desk.referrals[person], 1)
        }
        return week
    }

    /// Who waits for what, and who is in treatment.
    static func stocks(team: Int, _ service: borrowing Simulation) -> [(Counter, Int)] {
        func waiting(_ step: Step, steppedUp: Bool) -> Int {
            service.desk.people(in: .waitingTreatment, team: team, step: step, steppedUp: steppedUp)
        }
        func treated(_ step: Step) -> Int {
            var people = 0
            for state in [EpisodeState.inTreatment, .missedSession] {
                for steppedUp in [false, true] {
                    people += service.desk.people(in: state, team: team, step: step, steppedUp: steppedUp)
                }
            }
            return people
        }
        let before = EpisodeState.allCases.filter(\.isBeforeFirstAppointment)
        return [
            (.waitingFirstAppointment, service.desk.people(in: .waitingFirstAppointment, team: team)),
            (.firstAppointmentBooked, service.desk.people(in: .firstAppointmentBooked, team: team)),
            (.beforeFirstAppointment, before.reduce(0) { $0 + service.desk.people(in: $1, team: team) }),
            (.waitingLow, waiting(.low, steppedUp: false) + waiting(.low, steppedUp: true)),
            (.waitingHigh, waiting(.high, steppedUp: false)), (.waitingStepUp, waiting(.high, steppedUp: true)),
            (.inTreatmentLow, treated(.low)), (.inTreatmentHigh, treated(.high)),
        ]
    }

    /// Writes down who is where on the first day.
    static func recordFirstDay(_ service: inout Simulation) {
        for team in service.inForce.practices.indices {
            for (counter, people) in stocks(team: team, service) {
                service.recording.record.setAtStart(counter, team: team, people)
            }
        }
    }
}

/// A wait for a first session at a step, and what is counted of it.
struct TreatmentWait {
    let kind: WaitKind
    /// When it began.
    let since: CivilMinute
    /// Who had one, and their days.
    let people: Counter
    let days: Counter
    /// The promise, kept or passed.
    let within: Counter
    let passed: Counter
}
