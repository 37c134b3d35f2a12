public import CareModel

/// What a decision at the desk leads to: complete, so that whoever acts on it needs to know nothing else of it. The
/// simulator draws what the person does about it; the booking service writes it down.
@frozen
public enum DeskEffect: Hashable, Sendable, BitwiseCopyable {
    // MARK: The way of a person

    /// The person is in the service from now on, in this measured queue.
    case arrived(UInt32, in: QueueKind?)
    /// The episode of the person moved by an event, from one measured queue to another or within one (KP-10).
    case moved(UInt32, EpisodeEvent, from: QueueKind?, to: QueueKind?)
    /// The person has this clinician from now on, until the course ends; -1 is nobody (CL-18).
    case allocated(UInt32, clinician: Int32)
    /// The person waits for a first appointment from now on.
    case waitsForFirstAppointment(UInt32)
    /// The person and the GP are written to: the wait will exceed the target (FA-6).
    case waitLetter(UInt32)
    /// The clerk will try again on this day (RF-10).
    case contactAgain(UInt32, on: CivilDay)
    /// The person has until this minute to be in touch (AT-4).
    case awaitsContact(UInt32, until: CivilMinute)
    /// Treatment is put off until a day, because of a birth (PR-3).
    case onHold(UInt32, until: CivilDay)
    /// The person waits for treatment from now on (KT-2, KT-7).
    case waitsForTreatment(UInt32)
    /// The person wants to be called while waiting, or not to be (KT-5).
    case callsChosen(UInt32, wantsCalls: Bool)
    /// The person made contact outside the calls, about this, and a clinician made this of it, if one did (KT-11).
    case contactReceived(UInt32, ReportedMatter, CallOutcome?)
    /// The next keeping-in-touch call is to be booked on a day (KT-2).
    case callPlanned(UInt32, bookOn: CivilDay)
    /// Nobody has time for the keeping-in-touch call that is due: it is tried again from this minute on (KT-2).
    case callNotBooked(UInt32, again: CivilMinute)
    /// A clinician took the person on, to manage the case in this course in a group, or none: -1; the course is to be
    /// planned before the first session is booked (CL-11, TX-4).
    case takenOn(UInt32, clinician: Int32, group: Int32)
    /// The clinician cannot go on; the person is handed over (TX-12).
    case handedOver(UInt32, from: Int32)
    /// The episode ended in this state for this reason (ST-6).
    case closed(UInt32, EndReason, in: EpisodeState)

    // MARK: Appointments

    /// An appointment was booked, in place of one with this start that is given up just before, and takes the person on
    /// a caseload or not (CL-1).
    case booked(UInt32, DeskAppointment, insteadOf: CivilMinute?, takesOn: Bool)
    /// The booked appointment will not take place.
    case cancelled(UInt32, DeskAppointment, Cancellation)
    /// The booked appointment has this outcome (AT-1).
    case tookPlace(UInt32, DeskAppointment, Attendance)
    /// A session of the course beyond the next one was booked, in place of one with this start (BK-2).
    case laterBooked(UInt32, DeskAppointment, insteadOf: CivilMinute?)
    /// A session of the course beyond the next one will not take place (BK-2).
    case laterCancelled(UInt32, DeskAppointment, Cancellation)
    /// A session that was booked with the whole course is the next one now (BK-2).
    case takenUp(UInt32, DeskAppointment)
    /// Time became free in a team: it is offered again, once, at the end of the minute (FA-5, BK-5).
    case timeFreed(team: UInt32)
    /// Risk was found: this clinician has the urgent slot of the day, from this minute on; -1 if nobody has time
    /// (ST-7).
    case urgentSlot(UInt32, clinician: Int32, start: CivilMinute)

    // MARK: Courses in groups

    /// A course is planned (TX-4).
    case groupOpened(UInt32)
    /// Something is to be done about a course at this minute: to decide whether it starts, or its next session (TX-4).
    case groupDue(UInt32, at: CivilMinute, decides: Bool)
    /// Whether a course starts was decided, which was due at this minute, or it was given up before (TX-4).
    case groupDecided(UInt32, wasDue: CivilMinute)
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
    /// The days, the leaders or the stage of a course are others now (TX-4).
    case groupChanged(UInt32)
    /// The time of a session is somebody's who leads the course (BK-1, TX-4).
    case groupTimeTaken(UInt32, clinician: Int32, on: CivilDay)
    /// The time of a session is free again (TX-4).
    case groupTimeFreed(UInt32, clinician: Int32, on: CivilDay)
    /// The person has a seat in a course (TX-4).
    case seatTaken(UInt32, group: UInt32)
    /// The person has no seat in a course any more (TX-4).
    case seatLeft(UInt32, group: UInt32)
    /// What became of a person at the session of a course that was held last (AT-1, TX-4).
    case groupTookPlace(UInt32, group: UInt32, session: Int32, Attendance)

    // MARK: The office

    /// Somebody is to do something about a person by a minute; a clinician, or whoever comes to it: -1 (BK-12).
    case task(UInt32, TaskKind, due: CivilMinute, clinician: Int32)
    /// The person is told something (BK-7).
    case message(UInt32, DeskMessage)
}

extension DeskEffect {
    /// Whom it is about; nil if it is about nobody in particular.
    public var person: UInt32? {
        switch self {
        case .arrived(let person, _), .moved(let person, _, _, _), .waitsForFirstAppointment(let person),
            .waitLetter(let person), .contactAgain(let person, _), .awaitsContact(let person, _),
            .onHold(let person, _), .waitsForTreatment(let person), .callPlanned(let person, _),
            .callsChosen(let person, _), .allocated(let person, _),
            .contactReceived(let person, _, _),
            .callNotBooked(let person, _), .takenOn(let person, _, _), .handedOver(let person, _),
            .closed(let person, _, _), .booked(let person, _, _, _), .cancelled(let person, _, _),
            .tookPlace(let person, _, _), .laterBooked(let person, _, _), .laterCancelled(let person, _, _),
            .takenUp(let person, _), .urgentSlot(let person, _, _), .seatTaken(let person, _),
            .seatLeft(let person, _), .groupTookPlace(let person, _, _, _), .task(let person, _, _, _),
            .message(let person, _):
            person
        case .timeFreed, .groupOpened, .groupDue, .groupDecided, .groupPutOff, .groupCancelled, .groupStarted,
            .groupMeets, .groupSessionPutOff, .groupChanged, .groupTimeTaken, .groupTimeFreed:
            nil
        }
    }
}
