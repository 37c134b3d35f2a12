import CareModel
import GRDB

extension Projector {
    /// Undoes an earlier entry (BK-4): the tables become what they would be without it. The entry stays in the log.
    func correct(_ corrected: Corrected, _ entry: LogEntry) throws {
        guard let wrong = try LogTable(database: database).entry(corrected.sequence), wrong.sequence < entry.sequence
        else { throw refusal(entry, "there is no entry \(corrected.sequence)") }
        try insert(Projector.corrections, [corrected.sequence, entry.sequence], entry)
        switch wrong.event {
        case .booked(let booking): try undo(booking, corrected, entry)
        case .appointmentCancelled(let cancelled): try undo(cancelled, entry)
        case .attendanceRecorded(let recorded):
            try change(
                """
                UPDATE appointments SET attendance = NULL, depression = NULL, anxiety = NULL
                WHERE appointment = ? AND status = 0
                """, [recorded.appointment], entry, else: "appointment \(recorded.appointment) does not stand")
        case .episodeMoved(let moved): try refold(moved.person, wrong, entry)
        case .personFactsChanged(let changed): try refold(changed.person, wrong, entry)
        case .personChanged(let changed): try refold(changed.person, wrong, entry)
        case .absenceAdded(let added):
            try change(
                "UPDATE absences SET is_removed = 1 WHERE absence = ? AND is_removed = 0", [added.absence], entry,
                else: "absence \(added.absence) was removed before")
        case .groupContact:
            try change(
                "DELETE FROM group_contacts WHERE entry = ?", [wrong.sequence], entry,
                else: "entry \(wrong.sequence) was undone before")
        case .seatLeft(let left): try undo(left, entry)
        case .absenceRemoved(let removed):
            try run("UPDATE absences SET is_removed = 0 WHERE absence = ?", [removed.absence])
        case .taskDone(let done):
            try run("UPDATE tasks SET done_at = NULL, note = NULL WHERE task = ?", [done.task])
        case .messageQueued(let message):
            try run("UPDATE outbox SET is_withdrawn = 1 WHERE message = ?", [message.message])
        default:
            throw refusal(entry, "an entry of kind \(wrong.event.kind.rawValue) is changed by a new one, not undone")
        }
    }

    private static let corrections = Columns("sequence, corrected_by", of: "corrections")

    private func undo(_ booking: Booking, _ corrected: Corrected, _ entry: LogEntry) throws {
        let record = try standing(booking.appointment, entry)
        guard record.attendance == nil else {
            throw refusal(entry, "undo the outcome of appointment \(booking.appointment) first")
        }
        try run(
            "UPDATE appointments SET status = ?, cancelled_at = ?, why = ? WHERE appointment = ?",
            [
                Int64(AppointmentStatus.undone.rawValue), entry.at.minutes, corrected.why, booking.appointment,
            ])
        try free(record, entry)
    }

    /// The person has the seat again that was left last, if nobody else has it.
    private func undo(_ left: GroupSeatLeft, _ entry: LogEntry) throws {
        do {
            try change(
                """
                UPDATE group_seats SET left_at = NULL WHERE entry = (SELECT max(entry) FROM group_seats
                WHERE group_number = ? AND person = ?) AND left_at IS NOT NULL
                AND EXISTS (SELECT 1 FROM groups WHERE number = group_number AND stage <= 3)
                """, [left.group, left.person], entry,
                else: "person \(left.person) has no seat in course \(left.group) that could be given back")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw refusal(entry, "the seat of person \(left.person) in course \(left.group) is taken")
        }
    }

    /// The appointment stands again, if nobody has taken its time meanwhile.
    private func undo(_ cancelled: AppointmentCancelled, _ entry: LogEntry) throws {
        guard let record = try appointment(cancelled.appointment), record.status == .cancelled else {
            throw refusal(entry, "appointment \(cancelled.appointment) is not cancelled")
        }
        if claimsTime {
            try ClaimTable(statements: statements).claim(record.placement, for: .appointment(record.appointment))
        }
        try run(
            """
            UPDATE appointments
            SET status = 0, attendance = NULL, cancelled_at = NULL, notice_minutes = NULL, why = NULL
            WHERE appointment = ?
            """, [cancelled.appointment])
    }

    /// Sets a person to what the last entries that were not undone say. Only the latest entry of its kind can be
    /// undone, so that later ones that built on it stay true.
    private func refold(_ person: Int64, _ wrong: LogEntry, _ entry: LogEntry) throws {
        var latestOfKind = true
        var episode: Episode?
        var facts: PersonFacts?
        var identity: Identity?
        try LogTable(database: database).entriesBackwards(of: person, before: entry.sequence) { earlier in
            if earlier.sequence > wrong.sequence, earlier.event.kind == wrong.event.kind { latestOfKind = false }
            switch earlier.event {
            case .episodeMoved(let moved):
                if episode == nil { episode = moved.episode }
                if facts == nil { facts = moved.facts }
            case .personFactsChanged(let changed): if facts == nil { facts = changed.facts }
            case .personChanged(let changed): if identity == nil { identity = changed.identity }
            case .referralReceived(let received):
                episode = episode ?? Episode(received: received.referral.received)
                facts = facts ?? received.facts
                identity = identity ?? received.identity
            default: break
            }
        }
        guard latestOfKind else { throw refusal(entry, "undo the later entries about person \(person) first") }
        guard let episode, let facts, let identity else {
            throw refusal(entry, "the referral of person \(person) is not in the log")
        }
        try set(episode, facts, of: person, entry)
        try set(identity, of: person, entry)
    }
}
