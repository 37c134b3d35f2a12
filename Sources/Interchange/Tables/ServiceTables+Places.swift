import BookingStore
import CareModel

extension ServiceTables {
    /// Everybody in treatment who has no next session, and is on no list for one.
    private var withoutSession: Set<Int64> {
        let standing = appointments.filter { $0.record.status == .standing && $0.record.attendance == nil }
        let booked = Set(standing.compactMap(\.record.placement.person))  // lookup only
        return Set(  // lookup only
            episodes.filter {
                $0.episode.state == .inTreatment && $0.facts.listedAt == nil && !booked.contains($0.person)
            }.map(\.person))
    }

    /// The episodes as a service begins with them: whoever is in treatment without a next session waits for one with
    /// the clinician who holds them (TX-8).
    func places(now: CivilMinute) -> [EpisodeRow] {
        let waiting = withoutSession
        return episodes.map { place in
            var place = place
            place.facts.forgetBlankScores()
            if waiting.contains(place.person) { place.facts.listedAt = now }
            return place
        }
    }

    /// What the tables do not say by a list or an appointment, somebody is asked to see to (BK-12, KP-10): there is no
    /// table of tasks. By the place of the person, each at the minute that is due, or now.
    func tasks(now: CivilMinute) -> [(person: Int, kind: TaskKind, due: CivilMinute)] {
        let (lost, waiting) = (Set(lostBookings), withoutSession)  // lookup only
        return episodes.enumerated().compactMap { index, place in
            let due = max(now, place.facts.nextActionDue ?? now)
            let kind: TaskKind
            switch place.episode.state {
            case .waitingFirstAppointment where lost.contains(place.person): kind = .bookFirstAppointmentAgain
            case .inTreatment where waiting.contains(place.person): kind = .bookNextSession
            case .onHold: kind = .reviewHold
            case .missedSession: kind = .contactAfterMissedSession
            case .awaitingSupervision: kind = .discussInSupervision
            case .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .firstAppointmentBooked,
                .missedFirstAppointment, .waitingTreatment, .inTreatment, .closed:
                return nil
            }
            return (index, kind, due)
        }
    }

    /// What was done with people of whom the tables do not say enough, a sentence each.
    public var notes: [String] {
        var notes = lostBookings.map {
            "Person \($0) has no first appointment in the tables that were taken, and waits for one: see 'tasks'."
        }
        if firstTeamNumber == 0 {
            notes.append("\(TeamRow.fileName) counts teams from 0, as older versions did; all its tables are read so.")
        }
        notes += assumptions
        let waiting = withoutSession.count
        if waiting > 0 {
            let (who, whose) = waiting == 1 ? ("1 person", "waits") : ("\(waiting) people", "wait")
            notes.append("\(who) in treatment without a next session \(whose) for one: see 'tasks'.")
        }
        if placeholders > 0 {
            notes.append("Only holding the place of an NHS number, and not taken: \(placeholders).")
        }
        return notes + namesakeNotes
    }
}
