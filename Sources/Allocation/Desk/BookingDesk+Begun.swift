public import CareModel

/// A contact that has begun and whose outcome nobody has recorded yet (AT-1).
public struct BegunContact: Hashable, Sendable {
    /// The person's number at the desk.
    public let person: UInt32
    /// When it began.
    public let start: CivilMinute
    /// The number of the course, if it is a session in a group (TX-4).
    public let group: UInt32?
}

// What has begun is not still to come: it took place, or was missed, and only its outcome can be recorded. Nothing
// else may turn it into a cancellation (AT-1, AT-3).

extension BookingDesk {
    /// Whether the booked appointment of a person has begun. O(1).
    @inline(__always)
    public func hasBegun(_ person: Int) -> Bool { people[person].isBooked && people[person].slotStart <= now }

    /// The earliest contact with a person that has begun and has no outcome; nil if there is none. O(log booked), and
    /// O(courses · seats) for whoever has a seat.
    public func begunContact(of person: Int) -> BegunContact? {
        if hasBegun(person) {
            return BegunContact(person: UInt32(person), start: people[person].slotStart, group: nil)
        }
        return begunBeyond(person)
    }

    /// The same, leaving out the booked appointment, whose outcome is being told.
    private func begunBeyond(_ person: Int) -> BegunContact? {
        if let later = laterSessions(of: person).first, later.slot.start <= now {
            return BegunContact(person: UInt32(person), start: later.slot.start, group: nil)
        }
        guard people[person].flags.contains(.inGroup), let number = group(of: person) else { return nil }
        return begunSession(of: number, person)
    }

    /// The session of a course that has begun and that nobody recorded.
    private func begunSession(of number: Int, _ person: Int) -> BegunContact? {
        let group = groups[number]
        guard group.stage == .confirmed || group.stage == .running, group.due <= now else { return nil }
        return BegunContact(person: UInt32(person), start: group.due, group: UInt32(number))
    }

    /// What a fact would give up although it has begun; nil if nothing: its outcome has to be recorded first.
    public func begun(givenUpBy fact: DeskFact) -> BegunContact? {
        switch fact {
        case .cancelledByPerson(let person, _, _), .cancelledByService(let person), .keptAtADistance(let person),
            .venueChanged(let person, _),
            .moved(let person, _, _), .chosen(let person, _), .closed(let person, _), .caseMoved(let person),
            .madeContact(let person), .madeNoContact(let person), .stepUpProposed(let person),
            .steppedDown(let person), .seatGivenUp(let person):
            return known(person) ? begunContact(of: Int(person)) : nil
        case .laterVenueChanged(let person, let start, _):
            return start > now ? nil : BegunContact(person: person, start: start, group: nil)
        case .laterCancelled(let person, let start, let end):
            guard start > now else { return BegunContact(person: person, start: start, group: nil) }
            guard end == .byPerson(exception: false), known(person),
                endsEpisode(
                    Int(person), .cancelledByPatient, noticeMinutes: start - (tookPlace ?? now), isLater: true)
            else { return nil }
            return begunContact(of: Int(person))
        case .missed(let person, let outcome, let exception), .groupMissed(let person, let outcome, let exception):
            let ends =
                known(person) && !exception
                && endsEpisode(Int(person), outcome, noticeMinutes: noticeMinutes(Int(person)))
            return ends ? begunBeyond(Int(person)) : nil
        case .groupDue(let group), .groupLed(let group, _):
            guard Int(group) < groups.count, groups[Int(group)].stage == .confirmed else { return nil }
            for member in groups[Int(group)].members where hasBegun(Int(member)) {
                return begunContact(of: Int(member))
            }
            return nil
        case .groupGivenUp(let group):
            guard Int(group) < groups.count else { return nil }
            return begunSession(of: Int(group), Int(groups[Int(group)].members.first ?? 0))
        case .caseloadHandedOver(let clinician):
            guard Int(clinician) < caseloadMembers.count else { return nil }
            for member in caseloadMembers[Int(clinician)].sorted() {
                if let begun = begunContact(of: Int(member)) { return begun }
            }
            return nil
        case .received, .shortNotice, .screened, .contactAttempted, .scores, .assessed, .askedAboutCalls, .callDue,
            .keptInTouch, .coursePlanned, .sessionAttended, .courseGoesOn, .laterChosen, .cameToLater, .holdEnded,
            .stepUpAgreed, .riskFound, .seatTaken, .seatChosen, .computerisedTaken, .groupPlanned, .groupAttended,
            .groupNotHeld, .backfill, .bookingRound, .appointmentsCancelled, .displacedCancelled, .weekTurned:
            return nil
        }
    }

    private func known(_ person: UInt32) -> Bool { Int(person) < episodes.count }
}
