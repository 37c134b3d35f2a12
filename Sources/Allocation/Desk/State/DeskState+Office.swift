import CareModel

// What somebody is to do and what people are told is said with what it follows from. A desk without an office has
// nobody to do it.

extension DeskState {
    /// Somebody is to do something about a person (BK-12).
    mutating func addTask(_ kind: TaskKind, _ person: Int, due: CivilMinute, clinician: Int32 = -1) {
        guard keepsOffice else { return }
        emit(.task(UInt32(person), kind, due: due, clinician: clinician))
    }

    /// A person is told something (BK-7).
    mutating func tell(
        _ person: Int, _ template: MessageTemplate, about start: CivilMinute? = nil, ifTold: Bool = false
    ) {
        guard keepsOffice else { return }
        emit(.message(UInt32(person), DeskMessage(template: template, about: start, ifTold: ifTold)))
    }

    /// An appointment was booked: where it must be confirmed, one that is not is cancelled at the last minute for it
    /// (FA-7).
    mutating func tellOfBooking(_ person: Int, isMove: Bool) {
        let start = people[person].slotStart
        if let latest = rules[team(person)].attendance.confirmBy(start: start, bookedAt: now) {
            addTask(.confirmedOrCancel, person, due: latest)
        }
        tell(person, isMove ? .appointmentMoved : .appointmentBooked, about: start)
    }

    /// Whoever was told of an appointment is told that it does not stand, whoever gave it up; what the service takes
    /// away, everybody is told.
    mutating func tellOfCancelling(_ person: Int, _ start: CivilMinute, _ cause: CancellationCause) {
        guard start > now, !cause.isMove else { return }
        tell(person, .appointmentCancelled, about: start, ifTold: cause.isByPerson)
    }

    /// Somebody was seen: where a team asks for it, the clinician writes the notes in time (CL-17).
    mutating func addNotesTask(_ person: Int) {
        let end = people[person].slotStart + Int64(people[person].slotMinutes)
        guard let due = rules[team(person)].safeguards.notesDue(after: end) else { return }
        addTask(.clinicalNotes, person, due: due, clinician: people[person].slotClinician)
    }
}
