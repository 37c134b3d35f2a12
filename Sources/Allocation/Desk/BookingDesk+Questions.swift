public import CareModel

// What can be asked of the desk. Nothing changes by a question.

extension BookingDesk {
    // MARK: What can have happened

    /// Whether a fact can have happened, as far as the desk knows: the people, clinicians and teams are there, and the
    /// states allow it. Whoever hears facts from people asks this before ``hear(_:)-(DeskFact)``.
    public func isPossible(_ fact: DeskFact) -> Bool { PossibleFacts.isPossible(state.pointee, fact) }

    /// What a fact would give up although it has begun; nil if nothing: its outcome has to be recorded first.
    public func begun(givenUpBy fact: DeskFact) -> BegunContact? { BegunContacts.begun(state.pointee, givenUpBy: fact) }

    /// The earliest contact with a person that has begun and has no outcome; nil if there is none. O(log booked), and
    /// O(courses · seats) for whoever has a seat.
    public func begunContact(of person: Int) -> BegunContact? { BegunContacts.first(state.pointee, of: person) }

    /// Whether the booked appointment of a person has begun. O(1).
    public func hasBegun(_ person: Int) -> Bool { state.pointee.hasBegun(person) }

    /// The farthest day, from today, until which treatment is put off (RF-11).
    public static var longestHoldDays: Int32 { PutOff.longestDays }

    // MARK: Slots

    /// No appointment is made longer than this, in minutes, but one that is as long as usual, with an interpreter.
    public static var longestMinutes: Int { SlotRefusals.longestMinutes }

    /// What a person would be booked for next; nil if the person waits for nothing that can be booked.
    public func nextKind(of person: Int) -> AppointmentKind? { NextAppointment.kind(state.pointee, of: person) }

    /// The last day that keeps the promise made to a person for an appointment of a kind (FA-1, KT-1, KT-2, PR-1).
    public func due(of kind: AppointmentKind, for person: Int) -> CivilDay {
        NextAppointment.due(state.pointee, of: kind, for: person)
    }

    /// A slot as it would be for a person: as long as the appointment is with that clinician, and with a room if one is
    /// needed and free. A length or a room that is given stays.
    /// - Parameter isMove: the person's present appointment is given up for it.
    public func fitted(
        _ slot: SlotOffer, for person: Int, kind: AppointmentKind, isMove: Bool = false
    ) -> SlotOffer {
        NextAppointment.fitted(state.pointee, slot, for: person, kind: kind, isMove: isMove)
    }

    /// Everything that speaks against a slot for a person; empty if it may be booked.
    /// - Parameters:
    ///   - kind: what it would be for.
    ///   - isMove: the person's present appointment is given up for it.
    public func refusals(
        of slot: SlotOffer, for person: Int, kind: AppointmentKind, isMove: Bool = false
    ) -> [BookingRefusal] {
        SlotRefusals.refusals(state.pointee, of: slot, for: person, kind: kind, isMove: isMove)
    }

    /// What speaks against a slot as a session beyond the next one, beside what speaks against any (BK-2): it is with
    /// the clinician who holds the person, and comes after the next one.
    public func laterRefusals(of slot: SlotOffer, for person: Int) -> [BookingRefusal] {
        LaterSessionRules.refusals(state.pointee, of: slot, for: person)
    }

    /// What speaks against another room for what is booked, at the time at which it is booked; empty if nothing does
    /// (CL-9, EQ-5, BK-9).
    /// - Parameters:
    ///   - room: index of the room.
    ///   - own: what is booked.
    ///   - kind: what for.
    public func roomRefusals(
        _ room: Int, insteadOf own: SlotOffer, for person: Int, kind: AppointmentKind
    ) -> [BookingRefusal] {
        VenueChanges.roomRefusals(state.pointee, room, insteadOf: own, for: person, kind: kind)
    }

    /// The slots that can be offered to a person, best first (BK-3): each clinician's earliest, then their later ones.
    /// - Parameters:
    ///   - kind: what for; the person must wait for it, or be booked for it and want to move.
    ///   - limit: slots at most.
    ///   - wish: what is looked for beside what the person asks for.
    ///
    /// O(clinicians · days), but days known to be full are skipped.
    public func offers(
        for person: Int, kind: AppointmentKind, limit: Int, wish: SlotWish = SlotWish()
    ) -> OfferList {
        SlotSearch.offers(&state.pointee, for: person, kind: kind, limit: limit, wish)
    }

    /// The people who could be given a slot, in the order of the lists (PO-3, BK-5): those who wait for a first
    /// appointment, and those who wait for treatment.
    /// - Parameters:
    ///   - kinds: what the slot may be used for.
    ///   - limit: people at most.
    public func candidates(for slot: SlotOffer, kinds: [AppointmentKind], limit: Int) -> [Int] {
        SlotSearch.candidates(state.pointee, for: slot, kinds: kinds, limit: limit)
    }

    /// Whether a slot is at a time that a person gave up: it is not offered again, though it may be asked for.
    public func isGivenUp(_ slot: SlotOffer, by person: Int) -> Bool { state.pointee.isGivenUp(slot, by: person) }

    /// What a batch proposes for a team (PO-3). The matching knows people and the time of clinicians; a room that
    /// several share (CL-9), and an appointment that an interpreter makes longer than others (EQ-2), are beyond it. The
    /// few who need them are placed first, one after another in the order of the lists, as the live search does.
    /// Nothing is booked.
    public func teamBatch(team: Int) -> TeamBatch { BatchRounds.teamBatch(&state.pointee, team: team) }

    /// The slot of a place: it starts where the free time was cut, and is as long as the person's appointment.
    public func slot(of placement: BatchPlacement) -> SlotOffer { BatchRounds.slot(state.pointee, of: placement) }

    // MARK: What is booked

    /// Who is booked with a clinician on a day, by start, then number (BK-6): what has begun is not to come any more.
    public func booked(with clinician: Int, on day: CivilDay) -> [Int] {
        state.pointee.booked(with: clinician, on: day)
    }

    /// The sessions of a person's course that are booked beyond the next one, by start (BK-2). O(log booked).
    public func laterSessions(of person: Int) -> ArraySlice<LaterSession> { state.pointee.laterSessions(of: person) }

    /// The later session of a person that starts at a minute; nil if none does.
    public func laterSession(of person: Int, at start: CivilMinute) -> LaterSession? {
        state.pointee.laterSession(of: person, at: start)
    }

    /// The later sessions with a clinician on a range of days, by person, then start (BK-6). O(booked).
    public func laterSessions(with clinician: Int, on days: ClosedRange<CivilDay>) -> [LaterSession] {
        state.pointee.laterSessions(with: clinician, on: days)
    }

    /// Whether a slot of a person lies in the clinician's hours on its day, whatever is booked; an interpreter's
    /// minutes may overrun what lies between two appointments (EQ-2). O(1).
    /// - Parameter slot: on a day of the diaries.
    public func isBookable(_ slot: SlotOffer, for person: Int) -> Bool {
        Cancellations.isBookable(state.pointee, slot, for: person)
    }

    /// Who is booked and cannot be seen as they were to be on a range of days, by start, then number (BK-6). O(people).
    public func displaced(_ why: Displacement, on days: ClosedRange<CivilDay>) -> [Int] {
        Cancellations.displaced(state.pointee, why, on: days)
    }

    /// The sessions beyond the next one that cannot take place as they were to on a range of days, by person, then
    /// start (BK-2, BK-6). O(booked).
    public func displacedLater(_ why: Displacement, on days: ClosedRange<CivilDay>) -> [LaterSession] {
        Cancellations.displacedLater(state.pointee, why, on: days)
    }

    // MARK: Missed appointments

    /// Whether one more such outcome would end the episode, were it not for an exception (AT-3, PO-5).
    public func isAtLimit(_ person: Int, _ outcome: Attendance) -> Bool {
        MissedAppointments.isAtLimit(state.pointee, person, outcome)
    }

    /// Whether such an outcome ends the episode by the rule, were it not for an exception (AT-3): of a session of a
    /// course, whichever of those that are booked, or of a call that was missed.
    /// - Parameters:
    ///   - noticeMinutes: how long before its start it is given up.
    ///   - isLater: it is a session beyond the next one (BK-2).
    public func endsEpisode(
        _ person: Int, _ outcome: Attendance, noticeMinutes: Int64, isLater: Bool = false
    ) -> Bool {
        MissedAppointments.endsEpisode(state.pointee, person, outcome, noticeMinutes: noticeMinutes, isLater: isLater)
    }

    /// How long before its start the booking of a person that is being cancelled, or was just, is given up (AT-2).
    public func noticeMinutes(_ person: Int) -> Int64 { state.pointee.noticeMinutes(person) }

    /// The days before the stretch in which a clinician is away around a day, on which nobody new is taken on; nil if
    /// it is not planned, or not long (CL-6). O(days).
    /// - Parameter earliest: no day before this one is closed.
    public func quietDays(_ clinician: Int, around day: CivilDay, from earliest: CivilDay) -> ClosedRange<CivilDay>? {
        LongAbsences.quietDays(state.pointee, clinician, around: day, from: earliest)
    }

    /// The first day on which another attempt in vain to reach a person counts (RF-10, FA-7); nil if one counts now.
    public func nextAttemptCounts(_ person: Int) -> CivilDay? { Intake.nextAttemptCounts(state.pointee, person) }

    /// What is to be done next about a person, and by when (KP-10); nil if something is booked that comes first, or the
    /// person has left. O(1).
    public func nextAction(of person: Int) -> NextAction? { NextActions.next(state.pointee, person) }

    /// When something is due for a person next: an attempt to reach them, the end of the time to be in touch, a call to
    /// be booked, the end of a hold; nil if nothing is. O(1).
    public func nextDue(of person: Int) -> CivilMinute? {
        let due = state.pointee.people.nextDues[person]
        return due == Episode.never ? nil : due
    }
}
