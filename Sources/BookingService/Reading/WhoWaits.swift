import Allocation
import BookingStore
public import CareModel

/// Somebody who waits (KT-8).
public struct WaitingEntry: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The name; nil for whoever may see totals only.
    public var name: String?
    /// The team.
    public var team: String
    /// Where the person is.
    public var state: EpisodeState
    /// The step.
    public var step: Step
    /// The class.
    public var priority: PriorityClass
    /// Days waited, by the clock that the promise is counted with.
    public var days: Int
    /// The last day that keeps the promise, or on which what comes next is due; nil if no day is known.
    public var due: CivilDay?
    /// The name of the clinician to whom the person is allocated; nil if to nobody (CL-18).
    public var clinician: String?
    /// What is to be done next, as a word with hyphens; nil if nothing is, because the person has a seat in a course.
    public var next: String?
    /// Whether the day is over.
    public var isOverdue = false
}

/// The waiting list, as it is read.
struct WhoWaits: StepPart {
    let step: CommandStep

    /// Those who wait, of a team and of a step if they are given, whoever breaches next first.
    func entries(team: UInt8?, step: Step?) throws -> [WaitingEntry] {
        let allocates = self.step.policy.rules.map { $0.allocation == .atReferral }
        let teams = try writer.teams()
        if let team, !teams.indices.contains(Int(team)) {
            throw BookingError.noSuchTeam(Int(team), count: teams.count)
        }
        let records = try writer.waitingList(states: WhoWaits.states, team: team, step: step)
        let nameOf = try writer.names(ofPeople: records.map(\.person))
        let clinicians = allocates.contains(true) ? try writer.clinicians() : []
        let entries = records.map { record in
            let episode = record.episode
            let action = box.desk.nextAction(of: Int(record.person) - 1)
            let due = record.facts.dueOn ?? action?.due.day
            return WaitingEntry(
                person: record.person, name: nameOf[record.person], team: teams[Int(record.team)].name,
                state: episode.state, step: episode.step, priority: episode.priority,
                days: waitDays(from: episode.waitsSince, to: context.now), due: due,
                clinician: allocates[Int(record.team)] ? record.facts.allocated(among: clinicians, episode) : nil,
                next: action?.kind.rawValue, isOverdue: due.map { $0 < context.now.day } ?? false)
        }
        let last = CivilDay(number: Int32.max)
        return entries.sorted { ($0.due ?? last, $0.person) < ($1.due ?? last, $1.person) }
    }

    /// The states of those who wait.
    static var states: [EpisodeState] {
        [
            .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .missedFirstAppointment, .waitingTreatment,
            .onHold, .missedSession, .awaitingSupervision,
        ]
    }
}

extension PersonFacts {
    /// The name of the clinician to whom somebody who waits is allocated, where people are allocated at referral; nil
    /// if to nobody: whoever assessed at another step does not treat (CL-18).
    func allocated(among clinicians: [ClinicianDetails], _ episode: Episode) -> String? {
        guard let assessor, clinicians.indices.contains(Int(assessor)) else { return nil }
        let known = clinicians[Int(assessor)]
        let treats = episode.state.isBeforeFirstAppointment || known.trainedIn.contains(episode.modality)
        return known.role.step == episode.step && treats ? known.name : nil
    }
}

extension Episode {
    /// From when on somebody who waits has waited for what they wait for now.
    var waitsSince: CivilMinute {
        switch state {
        case .waitingTreatment: waitingSince == Episode.never ? received : waitingSince
        case .onHold, .missedSession, .awaitingSupervision: stateSince
        case .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .firstAppointmentBooked,
            .missedFirstAppointment, .inTreatment, .closed:
            received
        }
    }
}
