import Allocation
public import CareModel
import EventKernel

extension Simulation {
    /// Everything that is known of the service now: who is there, who works when, what is booked (IG-2), and beside
    /// that what nobody sees and what is to come, so that a simulation can go on from it as if it had never stopped.
    public func snapshot() -> ServiceSnapshot {
        var snapshot = ServiceSnapshot(taken: now)
        snapshot.teams = teamKeys
        snapshot.rooms = scenario.roomKeys
        for person in desk.episodes.indices where desk.episodes[person].state.isOpen {
            snapshot.people.append(personSnapshot(person))
            snapshot.appointments += desk.appointmentSnapshots(of: person)
        }
        snapshot.appointments.sort { ($0.start, $0.clinician) < ($1.start, $1.clinician) }
        let pending = events.pendingInOrder()
        let decided = Restoring.decidedEvents(pending, self)
        for clinician in workforce.posts.indices {
            snapshot.posts.append(postSnapshot(clinician, decided: decided[clinician]))
        }
        snapshot.lastAssessmentWeek = desk.lastAssessmentWeek
        if inForce.practices.contains(where: \.diary.followsDemand) {
            snapshot.firstShares = inForce.splits.map(\.shares)
        }
        snapshot.groups = GroupSessions.groupSnapshots(self)
        if employment.teams.contains(where: { $0.supported > 0 || !$0.waiting.isEmpty }) {
            snapshot.employment = Employment.employmentSnapshots(self)
        }
        snapshot.former = returns.places.compactMap { returns.former[$0] }
        snapshot.running = Restoring.runningSnapshot(self)
        snapshot.coming = Restoring.comingSnapshot(pending, self)
        return snapshot
    }

    private func personSnapshot(_ person: Int) -> Person {
        var known = desk.snapshot(of: person)
        known.facts.screeningTask = people[person].screeningTask
        known.facts.nextActionDue = events.isPending(people[person].timer) ? people[person].timerDue : nil
        known.history = people[person].history
        known.unseen = Restoring.unseenSnapshot(person, self)
        return known
    }

    private func postSnapshot(_ clinician: Int, decided: [DecidedSnapshot]) -> PostSnapshot {
        let post = workforce.posts[clinician]
        var known = PostSnapshot(
            key: post.key, team: post.team, role: desk.capacity.clinicians[clinician].role, startedOn: post.startedOn)
        known.holder = post.holder
        known.leavesOn = post.leavesOn
        known.vacantUntil = post.vacantUntil
        known.leavePlannedThrough = post.leavePlannedThrough
        known.absences = desk.capacity.absences(clinician, from: now.day)
        known.running = Restoring.holderSnapshot(clinician, decided: decided, self)
        return known
    }

    /// Who waits now, by team, queue, step and therapy (KT-8): one element a person.
    public func waiting() -> [WaitingPerson] {
        desk.episodes.indices.compactMap { person in
            let episode = desk.episodes[person]
            switch episode.state {
            case .waitingFirstAppointment, .firstAppointmentBooked, .awaitingContact, .awaitingScreening,
                .missedFirstAppointment:
                return WaitingPerson(
                    team: team(person), isForTreatment: false, isStepUp: false, step: episode.step,
                    modality: episode.modality, days: waitDays(from: episode.received, to: now))
            case .waitingTreatment:
                return WaitingPerson(
                    team: team(person), isForTreatment: true, isStepUp: episode.wasSteppedUp, step: episode.step,
                    modality: episode.modality, days: waitDays(from: episode.waitingSince, to: now))
            case .onHold, .inTreatment, .missedSession, .awaitingSupervision, .closed:
                return nil
            }
        }
    }
}

/// Somebody who waits (KT-8).
public struct WaitingPerson: Sendable, Equatable, BitwiseCopyable {
    /// Index of the team.
    public var team: Int
    /// Waits for treatment; else for a first appointment.
    public let isForTreatment: Bool
    /// Was stepped up.
    public let isStepUp: Bool
    /// The step waited for.
    public let step: Step
    /// The therapy agreed; means nothing before the first appointment.
    public let modality: Modality
    /// Days waited.
    public let days: Int

    /// The same person, in a service in which the team has another index.
    public func of(team: Int) -> WaitingPerson {
        var person = self
        person.team = team
        return person
    }
}
