public import CareModel

/// What a decision at the desk leads to. Whoever holds the desk acts on it: the simulator draws what the person does
/// about it, the booking service writes it down, and sets a task.
@frozen
public enum DeskEffect: Hashable, Sendable, BitwiseCopyable {
    /// The person is in the service from now on, in this measured queue.
    case arrived(UInt32, in: QueueKind?)
    /// The episode of the person moved by an event, from one measured queue to another or within one (KP-10).
    case moved(UInt32, EpisodeEvent, from: QueueKind?, to: QueueKind?)
    /// An appointment was booked; the desk holds what, when and with whom.
    case booked(UInt32)
    /// A session of the course beyond the next one was booked, at this start (BK-2).
    case laterBooked(UInt32, CivilMinute)
    /// A session of the course beyond the next one will not take place (BK-2).
    case laterCancelled(UInt32, CivilMinute)
    /// A session that was booked with the whole course is the next one now (BK-2).
    case takenUp(UInt32)
    /// The booked appointment will not take place.
    case cancelled(UInt32)
    /// The service cancels the booked appointment, with the state in which it finds the person (AT-10, BK-6).
    case cancelledByService(UInt32)
    /// Time became free in a team: it is offered again, once, at the end of the minute (FA-5, BK-5).
    case timeFreed(team: UInt32)
    /// The person waits for a first appointment from now on.
    case waitsForFirstAppointment(UInt32)
    /// The person and the GP are written to: the wait will exceed the target (FA-6).
    case waitLetter(UInt32)
    /// The clerk will try again after so many days (RF-10).
    case contactAgain(UInt32, days: Int32)
    /// The time to make contact runs (AT-4).
    case awaitsContact(UInt32)
    /// Treatment is put off until a day, because of a birth (PR-3).
    case onHold(UInt32, until: CivilDay)
    /// The person waits for treatment from now on (KT-2, KT-7).
    case waitsForTreatment(UInt32)
    /// The next keeping-in-touch call is to be booked on a day (KT-2).
    case callPlanned(UInt32, bookOn: CivilDay)
    /// Nobody has time for the keeping-in-touch call that is due (KT-2).
    case callNotBooked(UInt32)
    /// A clinician took the person on; the course is to be planned before the first session is booked (CL-11).
    case takenOn(UInt32)
    /// The clinician cannot go on; the person is handed over (TX-12).
    case handedOver(UInt32)
    /// Risk was found: this clinician has the urgent slot of the day, from this minute on; -1 if nobody has time
    /// (ST-7).
    case urgentSlot(UInt32, clinician: Int32, start: CivilMinute)
    /// Something is to be done about a psycho-educational course when it is due: to decide whether it starts, or its
    /// next session (TX-4).
    case groupDue(UInt32)
    /// The start of a course is put off (TX-4).
    case groupPutOff(UInt32)
    /// A course will not take place, or will not go on (TX-4).
    case groupCancelled(UInt32)
    /// A course has started (TX-4).
    case groupStarted(UInt32)
    /// A session of a course takes place: the holder says who came (TX-4).
    case groupMeets(UInt32)
    /// A session of a course is put off for want of somebody to lead it (AT-10).
    case groupSessionPutOff(UInt32)
    /// The person has a seat in a course (TX-4).
    case seatTaken(UInt32, group: UInt32)
    /// The person has no seat any more, and is where they were in the list (TX-4).
    case seatLost(UInt32)
    /// The episode ended in this state for this reason (ST-6).
    case closed(UInt32, EndReason, in: EpisodeState)
}
