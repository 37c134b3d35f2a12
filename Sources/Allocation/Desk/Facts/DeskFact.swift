public import CareModel

/// Something that happened to a person, as it is told to the desk. What follows from it, the desk decides.
@frozen
public enum DeskFact: Hashable, Sendable, BitwiseCopyable {
    /// A referral was received (RF-13); the key stays with the person. The desk gives the next number.
    case received(Referral, key: UInt64)
    /// Whether the person can come at short notice (FA-5, BK-5).
    case shortNotice(UInt32, Bool)
    /// The referral was screened (RF-4, RF-5, RF-7, RF-9).
    case screened(UInt32, ScreeningFacts, isDiverted: Bool)
    /// The clerk tried to reach the person (RF-10).
    case contactAttempted(UInt32, ContactAnswer)
    /// PHQ-9 and GAD-7 were taken (TX-10).
    case scores(UInt32, Scores, isFirst: Bool)
    /// The first appointment was attended, and led to this (FA-3).
    case assessed(UInt32, AssessmentOutcome, treatmentBegan: Bool)
    /// The person was asked whether to be called while waiting (KT-2, KT-5).
    case askedAboutCalls(UInt32, optsOut: Bool)
    /// Somebody who waits for treatment chooses to be called, or not to be, later than at the start (KT-5).
    case callsChosen(UInt32, wantsCalls: Bool)
    /// Somebody made contact outside the calls, and about what (KT-11): with what a clinician made of it, if one did.
    case contactReceived(UInt32, ReportedMatter, CallOutcome?)
    /// The day has come on which a keeping-in-touch call is to be booked (KT-2).
    case callDue(UInt32)
    /// The call took place (KT-3, KT-4).
    case keptInTouch(UInt32, CallOutcome)
    /// How many sessions the course at the present step is to have, and whether a supervisor agreed to more than usual
    /// (TX-1, TX-2).
    case coursePlanned(UInt32, sessions: UInt8, supervisorAgrees: Bool)
    /// A session was attended (TX-1, TX-2).
    case sessionAttended(UInt32)
    /// The course goes on: another session is to be booked (TX-8, TX-12).
    case courseGoesOn(UInt32)
    /// A booked appointment was missed, or the person came too late (AT-1, AT-3).
    case missed(UInt32, Attendance, exception: Bool)
    /// A person who missed an appointment was in touch in time (AT-4).
    case madeContact(UInt32)
    /// A person who missed an appointment was not in touch in time (AT-4, FA-4).
    case madeNoContact(UInt32)
    /// The person cancelled in advance (FA-5, AT-3).
    case cancelledByPerson(UInt32, rebooks: Bool, exception: Bool)
    /// The person would have cancelled a face-to-face appointment, and keeps the time by telephone or video (AT-6).
    case keptAtADistance(UInt32)
    /// The booked appointment stays when it is, in another room; -1 is by telephone or video (CL-9).
    case venueChanged(UInt32, room: Int32)
    /// A session beyond the next one, by its start, stays when it is, in another room; -1 is by telephone or video.
    case laterVenueChanged(UInt32, CivilMinute, room: Int32)
    /// The service cancelled (AT-10).
    case cancelledByService(UInt32)
    /// Somebody chose this slot for what the person waits for (BK-4, CL-11).
    case chosen(UInt32, SlotOffer)
    /// The booked appointment is moved to this slot, because the person or the service asked (BK-4).
    case moved(UInt32, SlotOffer, byPerson: Bool)
    /// Somebody books this slot for a session of the course beyond the next one, in place of the one with this start
    /// that was given up for it, if any (BK-2, BK-4).
    case laterChosen(UInt32, SlotOffer, insteadOf: CivilMinute? = nil)
    /// A session of the course beyond the next one is cancelled or moved, by its start (BK-2).
    case laterCancelled(UInt32, CivilMinute, LaterEnd)
    /// Somebody who missed a session came to the next one that was booked with the course (AT-4, BK-2).
    case cameToLater(UInt32)
    /// Treatment is put off until a day for somebody who waits for it, or, of somebody on hold, until another day
    /// (PR-3, RF-11).
    case putOnHold(UInt32, until: CivilDay)
    /// The time on hold is over (PR-3).
    case holdEnded(UInt32)
    /// The clinician proposes a step-up (ST-1).
    case stepUpProposed(UInt32)
    /// Supervision agrees the step-up (ST-1).
    case stepUpAgreed(UInt32)
    /// Supervision does not agree the step-up: the course goes on at step 2 (ST-1).
    case stepUpDeclined(UInt32)
    /// What is left of a course at step 3 is to be done at step 2 (ST-2).
    case steppedDown(UInt32)
    /// Supervisors move a case from its clinician to whoever has room (PO-8).
    case caseMoved(UInt32)
    /// The episode ends for a reason that the desk cannot know (ST-6).
    case closed(UInt32, EndReason)
    /// Risk was found at a contact with a clinician, who has to act on it from a minute on; -1 is a clerk (ST-7).
    case riskFound(UInt32, clinician: Int32, from: CivilMinute)
    /// The person takes a seat in the next psycho-educational course (TX-4, PO-4).
    case seatTaken(UInt32)
    /// The person takes a seat in this course (TX-4).
    case seatChosen(UInt32, group: UInt32)
    /// The person gives up the seat in a course (TX-4).
    case seatGivenUp(UInt32)
    /// The person takes computerised CBT while waiting (TX-5, KT-6, PO-4).
    case computerisedTaken(UInt32)
    /// A course that the series of a team has start on a day is to be planned (TX-4).
    case groupPlanned(team: UInt32, CivilDay)
    /// The decision about a course, or its next session, is due (TX-4).
    case groupDue(UInt32)
    /// The next session of a course was not held: nobody was there to lead it (AT-10).
    case groupNotHeld(UInt32)
    /// The next session of a course takes place, and this clinician led it in place of those who were to (TX-4).
    case groupLed(UInt32, clinician: UInt32)
    /// A course will not take place, or not go on, because the service says so (TX-4).
    case groupGivenUp(UInt32)
    /// The person attended a session of a course (TX-4).
    case groupAttended(UInt32)
    /// The person was not at a session of a course (TX-4, AT-3).
    case groupMissed(UInt32, Attendance, exception: Bool)
    /// Freed time of a team is offered again (FA-5, BK-5).
    case backfill(team: UInt32)
    /// The clerk's round through the lists of a team (PO-3, CL-11).
    case bookingRound(team: UInt32)
    /// A clinician will not be there: what is booked on these days is cancelled (BK-6, AT-10).
    case appointmentsCancelled(clinician: UInt32, first: CivilDay, last: CivilDay)
    /// What cannot take place as it was to, because hours changed or a room is closed, is cancelled (BK-6, AT-10).
    case displacedCancelled(Displacement, first: CivilDay, last: CivilDay)
    /// A clinician cannot go on: the caseload is handed over (TX-12).
    case caseloadHandedOver(clinician: UInt32)
    /// What became of a person at a session of a course that began then is told again (BK-4).
    case groupToldAgain(UInt32, session: CivilMinute)
    /// The person could not come at a time: it is not offered to them again.
    case timeGivenUp(UInt32, TimeGivenUp)
    /// Free time is held for an offer, or while somebody chooses: nobody else is booked in it (BK-3).
    case timeHeld(SlotOffer)
    /// Time that was held is free again.
    case timeGivenBack(SlotOffer)
    /// A week is over.
    case weekTurned
}

extension DeskFact {
    /// Whom the fact is about; nil if it is about nobody in particular.
    public var person: UInt32? {
        switch self {
        case .received, .backfill, .bookingRound, .appointmentsCancelled, .displacedCancelled, .caseloadHandedOver,
            .weekTurned, .groupPlanned, .groupDue, .groupGivenUp, .groupNotHeld, .groupLed, .timeHeld, .timeGivenBack:
            nil
        case .shortNotice(let person, _), .screened(let person, _, _), .contactAttempted(let person, _),
            .scores(let person, _, _), .assessed(let person, _, _), .askedAboutCalls(let person, _),
            .callsChosen(let person, _), .contactReceived(let person, _, _),
            .callDue(let person), .keptInTouch(let person, _), .coursePlanned(let person, _, _),
            .sessionAttended(let person), .courseGoesOn(let person), .missed(let person, _, _),
            .madeContact(let person), .madeNoContact(let person), .cancelledByPerson(let person, _, _),
            .cancelledByService(let person), .holdEnded(let person), .stepUpProposed(let person),
            .stepUpAgreed(let person), .stepUpDeclined(let person), .putOnHold(let person, _), .chosen(let person, _),
            .moved(let person, _, _), .closed(let person, _),
            .laterChosen(let person, _, _), .laterCancelled(let person, _, _), .cameToLater(let person),
            .venueChanged(let person, _), .laterVenueChanged(let person, _, _),
            .keptAtADistance(let person), .steppedDown(let person), .caseMoved(let person), .seatTaken(let person),
            .computerisedTaken(let person), .groupAttended(let person), .groupMissed(let person, _, _),
            .riskFound(let person, _, _), .seatChosen(let person, _), .seatGivenUp(let person),
            .groupToldAgain(let person, _), .timeGivenUp(let person, _):
            person
        }
    }
}
