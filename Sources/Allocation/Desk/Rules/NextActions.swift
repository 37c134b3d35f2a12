import CareModel

/// What is to be done next about each person, as where they are says it: nobody who is in the service is forgotten
/// (KP-10). Whoever has an appointment to come, or a seat in a course, is in a diary; everybody else has an action
/// here.
enum NextActions {
    /// What is to be done next about a person; nil if something is booked that comes first, or the person has left.
    static func next(_ desk: borrowing DeskState, _ person: Int) -> NextAction? {
        let (episode, known) = (desk.people.episodes[person], desk.people[person])
        let due = desk.people.nextDues[person]
        let isDue = due != Episode.never
        switch episode.state {
        case .awaitingScreening:
            return NextAction(kind: .screenReferral, due: isDue ? due : end(desk, person, screeningWorkingDays))
        case .awaitingContact: return NextAction(kind: .tryToReach, due: isDue ? due : end(desk, person, 1))
        case .waitingFirstAppointment:
            // Whom the service let down is rebooked first (AT-10): from the minute on at which it did.
            if known.flags.contains(.rebookFirst) {
                return NextAction(kind: .bookFirstAppointmentAgain, due: episode.stateSince)
            }
            return NextAction(
                kind: .bookFirstAppointment, due: NextAppointment.due(desk, of: .firstAppointment, for: person).start)
        case .firstAppointmentBooked: return nil
        case .missedFirstAppointment:
            return NextAction(kind: .contactAfterMissedFirstAppointment, due: isDue ? due : episode.stateSince)
        case .waitingTreatment:
            guard !known.flags.contains(.inGroup) else { return nil }
            return NextAction(
                kind: .startTreatment, due: NextAppointment.due(desk, of: .treatment, for: person).start)
        case .onHold: return NextAction(kind: .reviewHold, due: isDue ? due : episode.stateSince)
        case .inTreatment:
            guard !known.isBooked, !known.flags.contains(.inGroup) else { return nil }
            return NextAction(kind: .bookNextSession, due: nextSession(desk, person))
        case .missedSession:
            return NextAction(kind: .contactAfterMissedSession, due: isDue ? due : episode.stateSince)
        case .awaitingSupervision:
            let days = desk.rules[desk.team(person)].supervisionWorkingDays
            return NextAction(kind: .discussInSupervision, due: isDue ? due : end(desk, person, days))
        case .closed: return nil
        }
    }

    /// Working days in which a referral is looked at; the sources give days for one front door only (RF-6).
    private static var screeningWorkingDays: Int { 3 }

    /// When a team closes so many working days after somebody came to where they are.
    private static func end(_ desk: borrowing DeskState, _ person: Int, _ days: Int) -> CivilMinute {
        let since = desk.people.episodes[person].stateSince
        guard since.day >= desk.calendar.first else { return since }
        return Office.endOfWorkingDay(desk, person, after: since.day, days)
    }

    /// When the next session of a course is to be booked: at once if the service cancelled the last (AT-10), else so
    /// that it can still be had an interval after the one before (TX-1, TX-2).
    private static func nextSession(_ desk: borrowing DeskState, _ person: Int) -> CivilMinute {
        let (episode, known) = (desk.people.episodes[person], desk.people[person])
        let listed = known.list == .nextSession ? known.listedAt : episode.stateSince
        guard !known.flags.contains(.rebookFirst), episode.lastTreatment != Episode.never else { return listed }
        let rule = desk.course(desk.team(person), episode.step)
        let left = Int(known.plannedSessions) - Int(known.sessionsAtStep)
        return (episode.lastTreatment.day + Int32(rule.daysUntilNext(sessionsLeft: left))).start
    }
}
