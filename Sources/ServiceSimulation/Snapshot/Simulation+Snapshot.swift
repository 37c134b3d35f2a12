import Allocation
public import CareModel
import EventKernel

extension Simulation {
    /// Everything that is known of the service now: who is there, who works when, what is booked (IG-2). Taken at the
    /// start of a day.
    public func snapshot() -> ServiceSnapshot {
        var snapshot = ServiceSnapshot(taken: now)
        for person in episodes.indices where episodes[person].state.isOpen && referrals[person].received < now {
            snapshot.people.append(personSnapshot(person))
            if people[person].isBooked {
                snapshot.appointments.append(
                    AppointmentSnapshot(
                        person: people[person].key, clinician: people[person].slotClinician,
                        kind: people[person].slotKind, start: people[person].slotStart,
                        minutes: Int(people[person].slotMinutes), bookedAt: people[person].bookedAt))
            }
        }
        snapshot.appointments.sort { ($0.start, $0.clinician) < ($1.start, $1.clinician) }
        for clinician in posts.indices { snapshot.posts.append(postSnapshot(clinician)) }
        snapshot.lastAssessmentWeek = lastAssessmentWeek
        return snapshot
    }

    private func personSnapshot(_ person: Int) -> PersonSnapshot {
        let state = people[person]
        var known = PersonSnapshot(key: state.key, referral: referrals[person])
        known.episode = episodes[person]
        known.startScores = state.startScores
        known.scores = state.scores
        known.sessionsAtStep = state.sessionsAtStep
        known.screeningTask = state.screeningTask
        known.contactAttempts = state.contactAttempts & ~Simulation.willCall
        known.appointmentCount = state.appointmentCount
        known.reachedAt = state.reachedAt == Episode.never ? nil : state.reachedAt
        known.movedByPerson = state.flags.contains(.movedByPerson)
        known.movedByService = state.flags.contains(.movedByService)
        known.keepingInTouchOptOut = state.flags.contains(.optedOut)
        known.lastKeptInTouch = state.lastKeptInTouch.number == Int32.min ? nil : state.lastKeptInTouch
        known.assessor = state.assessor
        known.notBefore = state.notBefore.number == Int32.min ? nil : state.notBefore
        known.nextActionDue = events.isPending(state.timer) ? state.timerDue : nil
        return known
    }

    private func postSnapshot(_ clinician: Int) -> PostSnapshot {
        let post = posts[clinician]
        var known = PostSnapshot(
            key: post.key, role: capacity.clinicians[clinician].role, startedOn: post.startedOn)
        known.holder = post.holder
        known.leavesOn = post.leavesOn
        known.vacantUntil = post.vacantUntil
        known.leavePlannedThrough = post.leavePlannedThrough
        known.absences = capacity.absences(clinician, from: now.day)
        return known
    }

    /// Who waits now, by team, queue, step and therapy (KT-8): one element a person.
    public func waiting() -> [WaitingPerson] {
        episodes.indices.compactMap { person in
            guard referrals[person].received < now else { return nil }
            let episode = episodes[person]
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
            default:
                return nil
            }
        }
    }
}

/// Somebody who waits (KT-8).
public struct WaitingPerson: Sendable, Equatable {
    /// Index of the team.
    public let team: Int
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
}
