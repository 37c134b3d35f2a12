import Allocation
import BookingStore
import CareModel

/// What is to be undone of a person: everything from an entry of the log on.
struct Undoing {
    /// The person's number.
    var person: Int64
    /// The entry that was wrong.
    var from: LogEntry
    /// What was wrong with it.
    var why: String
}

/// What became of a person's appointments when an entry was undone.
struct Undone {
    var restored: [Int64] = []
    var lost: [Int64] = []
    var givenUp: [Int64] = []
}

/// Puts right what was entered wrong, by entries of its own: nothing is deleted (BK-4).
struct Corrections: StepPart {
    let step: CommandStep

    /// The entry that says what became of an appointment, and was not undone.
    func outcomeEntry(of appointment: Int64, _ person: Int64) throws -> LogEntry? {
        try entries(of: person).last { entry in
            if case .attendanceRecorded(let recorded) = entry.event { return recorded.appointment == appointment }
            if case .appointmentCancelled(let cancelled) = entry.event { return cancelled.appointment == appointment }
            return false
        }
    }

    /// Where what followed from an outcome begins: where only scores or lateness were put right since, with the entry
    /// that they replaced.
    func origin(of entry: LogEntry, _ person: Int64) throws -> LogEntry {
        let all = try writer.events(ofPerson: person)
        var origin = entry
        while let place = all.firstIndex(where: { $0.sequence == origin.sequence }), place > 0,
            all[place - 1].sequence == origin.sequence - 1, case .corrected(let corrected) = all[place - 1].event,
            let replaced = all.first(where: { $0.sequence == corrected.sequence }),
            replaced.event.isOutcome
        {
            origin = replaced
        }
        return origin
    }

    /// Whether a person is where they were before an outcome of such an appointment could be recorded.
    func isWhere(_ person: Int64, before record: AppointmentRecord) throws -> Bool {
        guard box.desk.episodes.indices.contains(Int(person - 1)) else { return false }
        let state = box.desk.episodes[Int(person - 1)].state
        switch record.placement.kind {
        case .firstAppointment: return state == .firstAppointmentBooked
        case .treatment: return state == .inTreatment || state == .missedSession || state == .waitingTreatment
        case .keepingInTouch: return state == .waitingTreatment
        }
    }

    /// What is entered with the end of an episode, just before it.
    private static let withTheEnd: [EventKind] = [
        .taskAdded, .taskDone, .messageQueued, .seatLeft, .holdEnded, .linkEnded, .appointmentCancelled,
    ]

    /// Where the end of an episode begins in the log: with what it cancelled, if it cancelled anything.
    /// - Throws: ``BookingError/dependsOn(_:)`` if it followed from an outcome.
    func closingEntry(of person: Int64) throws -> LogEntry? {
        let entries = try entries(of: person)
        let end = entries.lastIndex { entry in
            if case .episodeMoved(let moved) = entry.event { moved.episode.state == .closed } else { false }
        }
        guard var first = end else { return nil }
        let (at, by) = (entries[first].at, entries[first].by)
        while first > 0, entries[first - 1].at == at, entries[first - 1].by == by {
            let earlier = entries[first - 1].event
            if case .attendanceRecorded(let recorded) = earlier {
                throw BookingError.dependsOn(
                    "it ended with the outcome of appointment \(recorded.appointment): that is "
                        + "put right ('correct --appointment \(recorded.appointment)')")
            }
            if case .appointmentCancelled(let cancelled) = earlier, cancelled.because == nil {
                throw BookingError.dependsOn(
                    "it ended with the cancellation of appointment \(cancelled.appointment): "
                        + "that is undone ('correct --appointment \(cancelled.appointment) --undo')")
            }
            guard Corrections.withTheEnd.contains(earlier.kind) else { return entries[first] }
            first -= 1
        }
        return entries[first]
    }

    /// The entries about a person that were not undone, in order.
    func entries(of person: Int64) throws -> [LogEntry] {
        let undone = Set(try writer.corrections().map(\.sequence))  // lookup only
        return try writer.events(ofPerson: person).filter { !undone.contains($0.sequence) }
    }

    /// Whether scores, or whether somebody was late, are all that was wrong; then they are written, and what was
    /// agreed stays.
    func amend(
        _ record: AppointmentRecord, _ outcome: Attendance, _ contact: ContactRecord, _ entry: LogEntry, _ why: String
    ) throws -> Bool {
        guard case .attendanceRecorded = entry.event, outcome.wasSeen == contact.attendance.wasSeen,
            contact.parts.allSatisfy({ $0 == .scores }), let person = record.placement.person
        else { return false }
        if let fault = contact.contradiction { throw BookingError.invalid(fault) }
        try decisions().append(.corrected(Corrected(sequence: entry.sequence, why: why)))
        let scores = contact.scores ?? record.scores
        try decisions().append(
            .attendanceRecorded(
                AttendanceRecorded(
                    appointment: record.appointment, attendance: contact.attendance, scores: scores,
                    itemNine: record.itemNine)))
        if let new = contact.scores, var facts = try writer.person(person)?.facts {
            let known = facts
            if record.placement.kind == .firstAppointment { facts.startScores = new }
            if try !isFollowed(record, person) { facts.scores = new }
            if facts != known {
                try decisions().append(.personFactsChanged(PersonFactsChanged(person: person, facts: facts)))
            }
        }
        box.isStale = true
        return true
    }

    /// Whether a later contact with the person has an outcome, and so later scores.
    private func isFollowed(_ record: AppointmentRecord, _ person: Int64) throws -> Bool {
        let later = try writer.appointments(ofPerson: person).contains {
            $0.placement.start > record.placement.start && $0.attendance?.wasSeen == true
        }
        return try later
            || entries(of: person).contains { entry in
                guard case .groupContact(let contact) = entry.event else { return false }
                return contact.attendance.wasSeen && entry.at > record.placement.start
            }
    }

    /// Undoes everything about a person from an entry on (BK-4): outcomes, what they cancelled, what was booked on
    /// them, tasks and messages; the person is where they were before it.
    /// - Parameter record: the appointment whose outcome was wrong; nil if it was no outcome.
    func undo(_ undoing: Undoing, about record: AppointmentRecord?) throws -> Undone {
        let all = try entries(of: undoing.person)
        let later = all.filter { $0.sequence >= undoing.from.sequence }
        try checkNothingDepends(later, on: undoing, record)
        let before = try before(undoing, all)
        // What stands again goes before what was only held for the person meanwhile.
        _ = try step.holds.end(of: undoing.person)
        var undone = Undone()
        for entry in later { try undo(entry, undoing, before.episode, &undone) }
        var back = EpisodeMoved(person: undoing.person, event: nil, episode: before.episode, facts: before.facts)
        back.undoes = undoing.from.sequence
        try decisions().append(.episodeMoved(back))
        for task in try writer.tasks() where task.task.person == undoing.person {
            let isOfLater = later.contains { entry in
                if case .taskAdded(let added) = entry.event { added.task == task.task.task } else { false }
            }
            if isOfLater, task.task.kind != .dutyCall {
                try decisions().append(.taskDone(TaskDone(task: task.task.task, note: "what it was for was corrected")))
            }
        }
        return undone
    }

    /// Later outcomes build on the wrong one: they are corrected first.
    private func checkNothingDepends(
        _ later: [LogEntry], on undoing: Undoing, _ record: AppointmentRecord?
    ) throws {
        for entry in later where entry.sequence > undoing.from.sequence {
            if case .attendanceRecorded(let other) = entry.event, other.appointment != record?.appointment {
                throw BookingError.dependsOn(
                    "the outcome of appointment \(other.appointment) was recorded since: correct that first ('correct "
                        + "--appointment \(other.appointment)')")
            }
            if case .groupContact(let contact) = entry.event {
                throw BookingError.dependsOn(
                    "session \(contact.session) of course \(contact.group) was recorded since: correct that first "
                        + "('group correct --course \(contact.group) --session \(contact.session) --person "
                        + "\(contact.person) --undo')")
            }
            if case .appointmentCancelled(let other) = entry.event, other.by == .patient, other.because == nil,
                !other.isMove
            {
                throw BookingError.dependsOn(
                    "appointment \(other.appointment) was cancelled since: undo that first ('correct --appointment "
                        + "\(other.appointment) --undo')")
            }
            if case .booked(let booking) = entry.event, let known = try writer.appointment(booking.appointment),
                known.status == .standing, known.attendance == nil, known.placement.start <= context.now
            {
                throw BookingError.begun(
                    person: undoing.person, appointment: booking.appointment, start: known.placement.start)
            }
        }
    }

    /// Where the person was before an entry, scores that were taken with it left out.
    private func before(_ undoing: Undoing, _ all: [LogEntry]) throws -> (episode: Episode, facts: PersonFacts) {
        var episode: Episode?
        var facts: PersonFacts?
        for entry in all where entry.sequence < undoing.from.sequence {
            if case .referralReceived(let received) = entry.event {
                episode = Episode(received: received.referral.received)
                facts = received.facts
            }
            if case .episodeMoved(let moved) = entry.event {
                episode = moved.episode
                facts = moved.facts ?? facts
            }
            if case .personFactsChanged(let changed) = entry.event {
                // Scores are told just before the outcome that they belong to.
                if entry.sequence == undoing.from.sequence - 1, let taken = undoing.from.event.scoresTaken,
                    taken == changed.facts.scores
                {
                    continue
                }
                facts = changed.facts
            }
        }
        guard let episode, let facts else { throw BookingError.noSuchPerson(undoing.person) }
        return (episode, facts)
    }

    /// Undoes one entry, as far as it can be undone.
    private func undo(
        _ entry: LogEntry, _ undoing: Undoing, _ before: Episode, _ undone: inout Undone
    ) throws {
        let correction = ServiceEvent.corrected(Corrected(sequence: entry.sequence, why: undoing.why))
        if entry.event.isOutcome { try decisions().append(correction) }
        if case .seatLeft = entry.event {
            do { try decisions().append(correction) } catch StoreError.refused(_, _) {}
        }
        if case .messageQueued(let message) = entry.event {
            let waits = try writer.outbox(ofPerson: undoing.person).contains {
                $0.message.message == message.message && !$0.isWithdrawn
            }
            if waits { try decisions().append(correction) }
        }
        if case .appointmentCancelled(let cancelled) = entry.event {
            let isItself = entry.sequence == undoing.from.sequence
            guard isItself || (cancelled.because ?? 0) >= undoing.from.sequence else { return }
            guard let known = try writer.appointment(cancelled.appointment),
                isItself || known.placement.start > context.now
            else { return undone.lost.append(cancelled.appointment) }
            do {
                try decisions().append(correction)
                undone.restored.append(cancelled.appointment)
            } catch StoreError.doubleBooking(_) {
                guard !isItself else {
                    throw BookingError.invalid(
                        "appointment \(cancelled.appointment) cannot stand again: its time was taken meanwhile")
                }
                undone.lost.append(cancelled.appointment)
            }
        }
        if case .booked(let booking) = entry.event {
            guard let known = try writer.appointment(booking.appointment), known.status == .standing,
                known.attendance == nil
            else { return }
            let goesOn = before.state.isOnCaseload && before.clinician == known.placement.clinician
            guard !goesOn else { return }
            try decisions().append(correction)
            undone.givenUp.append(booking.appointment)
        }
    }
}

extension ServiceEvent {
    /// Whether it says what became of a person at a contact.
    fileprivate var isOutcome: Bool {
        kind == .attendanceRecorded || kind == .groupContact
    }

    /// The scores that were taken at a contact; nil if none were, or it is about none.
    fileprivate var scoresTaken: Scores? {
        if case .attendanceRecorded(let recorded) = self { return recorded.scores }
        if case .groupContact(let contact) = self { return contact.scores }
        return nil
    }
}

extension CommandStep {
    /// Puts right what was entered wrong.
    var corrections: Corrections { Corrections(step: self) }

    /// The same step with a desk that is read anew, for what was undone it cannot have heard.
    func readAgain() throws -> CommandStep {
        box.isStale = true
        let read = try ServiceLoader(reader: writer, policy: policy, now: context.now).load()
        return CommandStep(box: read, writer: writer, context: context, policy: policy)
    }
}
