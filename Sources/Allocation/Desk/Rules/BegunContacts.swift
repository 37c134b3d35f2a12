import CareModel

/// What has begun is not still to come: it took place, or was missed, and only its outcome can be recorded. Nothing
/// else may turn it into a cancellation (AT-1, AT-3).
enum BegunContacts {
    /// The earliest contact with a person that has begun and has no outcome; nil if there is none. O(log booked), and
    /// O(courses · seats) for whoever has a seat.
    static func first(_ desk: borrowing DeskState, of person: Int) -> BegunContact? {
        if desk.hasBegun(person) {
            return BegunContact(person: UInt32(person), start: desk.people[person].slotStart, group: nil)
        }
        return begunBeyond(desk, person)
    }

    /// The same, leaving out the booked appointment, whose outcome is being told.
    private static func begunBeyond(_ desk: borrowing DeskState, _ person: Int) -> BegunContact? {
        if let later = desk.laterSessions(of: person).first, later.slot.start <= desk.now {
            return BegunContact(person: UInt32(person), start: later.slot.start, group: nil)
        }
        guard desk.people[person].flags.contains(.inGroup), let number = desk.group(of: person) else { return nil }
        return begunSession(desk, of: number, person)
    }

    /// The session of a course that has begun and that nobody recorded.
    private static func begunSession(_ desk: borrowing DeskState, of number: Int, _ person: Int) -> BegunContact? {
        let group = desk.groups[number]
        guard group.stage == .confirmed || group.stage == .running, group.due <= desk.now else { return nil }
        return BegunContact(person: UInt32(person), start: group.due, group: UInt32(number))
    }

    /// What a fact would give up although it has begun; nil if nothing: its outcome has to be recorded first.
    static func begun(_ desk: borrowing DeskState, givenUpBy fact: DeskFact) -> BegunContact? {
        switch fact {
        case .cancelledByPerson(let person, _, _), .cancelledByService(let person), .keptAtADistance(let person),
            .venueChanged(let person, _),
            .moved(let person, _, _), .chosen(let person, _), .closed(let person, _), .caseMoved(let person),
            .madeContact(let person), .madeNoContact(let person), .stepUpProposed(let person),
            .steppedDown(let person), .seatGivenUp(let person):
            return known(desk, person) ? first(desk, of: Int(person)) : nil
        case .contactReceived(let person, _, let outcome):
            return known(desk, person) && outcome?.endsEpisode == true ? first(desk, of: Int(person)) : nil
        case .laterVenueChanged(let person, let start, _):
            return start > desk.now ? nil : BegunContact(person: person, start: start, group: nil)
        case .laterCancelled(let person, let start, let end):
            guard start > desk.now else { return BegunContact(person: person, start: start, group: nil) }
            guard end == .byPerson(exception: false), known(desk, person),
                MissedAppointments.endsEpisode(
                    desk,
                    Int(person), .cancelledByPatient, noticeMinutes: start - (desk.tookPlace ?? desk.now), isLater: true
                )
            else { return nil }
            return first(desk, of: Int(person))
        case .missed(let person, let outcome, let exception), .groupMissed(let person, let outcome, let exception):
            let ends =
                known(desk, person) && !exception
                && MissedAppointments.endsEpisode(
                    desk, Int(person), outcome, noticeMinutes: desk.noticeMinutes(Int(person)))
            return ends ? begunBeyond(desk, Int(person)) : nil
        case .groupDue(let group), .groupLed(let group, _):
            guard Int(group) < desk.groups.count, desk.groups[Int(group)].stage == .confirmed else { return nil }
            for member in desk.groups[Int(group)].members where desk.hasBegun(Int(member)) {
                return first(desk, of: Int(member))
            }
            return nil
        case .groupGivenUp(let group):
            guard Int(group) < desk.groups.count else { return nil }
            return begunSession(desk, of: Int(group), Int(desk.groups[Int(group)].members.first ?? 0))
        case .caseloadHandedOver(let clinician):
            guard Int(clinician) < desk.caseloads.members.count else { return nil }
            for member in desk.caseloads.members[Int(clinician)].sorted() {
                if let begun = first(desk, of: Int(member)) { return begun }
            }
            return nil
        case .received, .shortNotice, .screened, .contactAttempted, .scores, .assessed, .askedAboutCalls,
            .callsChosen, .callDue, .keptInTouch, .coursePlanned, .sessionAttended, .courseGoesOn, .laterChosen,
            .cameToLater, .putOnHold, .holdEnded, .stepUpAgreed, .stepUpDeclined, .riskFound, .seatTaken, .seatChosen,
            .computerisedTaken,
            .groupPlanned, .groupAttended, .groupNotHeld, .backfill, .bookingRound, .appointmentsCancelled,
            .displacedCancelled, .groupToldAgain, .timeGivenUp, .timeHeld, .timeGivenBack, .weekTurned:
            return nil
        }
    }

    private static func known(_ desk: borrowing DeskState, _ person: UInt32) -> Bool {
        Int(person) < desk.people.episodes.count
    }
}
