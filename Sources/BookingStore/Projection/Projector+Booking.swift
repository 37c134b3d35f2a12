import CareModel
import GRDB

extension Projector {
    func place(_ held: HoldPlaced, _ entry: LogEntry) throws {
        guard held.hold > 0 else { throw refusal(entry, "numbers of holds start at 1") }
        guard held.expires > entry.at else { throw refusal(entry, "the hold would end before it begins") }
        try check(held.placement, entry)
        if claimsTime { try ClaimTable(statements: statements).claim(held.placement, for: .hold(held.hold)) }
        try inserting(entry) { try HoldRecord.insert(held, at: entry.at, statements) }
    }

    func end(_ ended: HoldEnded, _ entry: LogEntry) throws {
        guard let hold = try hold(ended.hold) else { throw refusal(entry, "there is no hold \(ended.hold)") }
        guard hold.outcome == nil else { throw refusal(entry, "hold \(ended.hold) ended before") }
        switch ended.outcome {
        case .confirmed where entry.at >= hold.held.expires:
            throw refusal(entry, "hold \(ended.hold) expired at \(hold.held.expires)")
        case .expired where entry.at < hold.held.expires:
            throw refusal(entry, "hold \(ended.hold) does not expire until \(hold.held.expires)")
        default: break
        }
        try run(
            "UPDATE holds SET outcome = ?, ended_at = ? WHERE hold = ?",
            [Int64(ended.outcome.rawValue), entry.at.minutes, ended.hold])
        if claimsTime { try ClaimTable(statements: statements).free(hold.placement, of: .hold(ended.hold)) }
    }

    func book(_ booking: Booking, _ entry: LogEntry) throws {
        guard booking.appointment > 0 else { throw refusal(entry, "numbers of appointments start at 1") }
        if let number = booking.hold {
            guard let hold = try hold(number), hold.outcome == .confirmed, hold.placement == booking.placement else {
                throw refusal(entry, "hold \(number) was not confirmed for the same time and people")
            }
        }
        try check(booking.placement, entry)
        if claimsTime {
            try ClaimTable(statements: statements).claim(booking.placement, for: .appointment(booking.appointment))
        }
        try inserting(entry) { try AppointmentRecord.insert(booking, at: entry.at, statements) }
    }

    func cancel(_ cancelled: AppointmentCancelled, _ entry: LogEntry) throws {
        let record = try standing(cancelled.appointment, entry)
        guard record.attendance == nil else {
            throw refusal(entry, "appointment \(cancelled.appointment) has an outcome already")
        }
        try run(
            """
            UPDATE appointments SET status = ?, attendance = ?, cancelled_at = ?, notice_minutes = ?, why = ?
            WHERE appointment = ?
            """,
            [
                Int64(AppointmentStatus.cancelled.rawValue), Int64(cancelled.by.attendance.rawValue),
                entry.at.minutes, cancelled.noticeMinutes, cancelled.why, cancelled.appointment,
            ])
        try free(record, entry)
    }

    func record(_ recorded: AttendanceRecorded, _ entry: LogEntry) throws {
        let record = try standing(recorded.appointment, entry)
        guard record.attendance == nil else {
            throw refusal(entry, "appointment \(recorded.appointment) has an outcome already")
        }
        guard ![.cancelledByPatient, .cancelledByProvider].contains(recorded.attendance) else {
            throw refusal(entry, "a cancellation is recorded as one")
        }
        try run(
            "UPDATE appointments SET attendance = ?, depression = ?, anxiety = ? WHERE appointment = ?",
            [
                Int64(recorded.attendance.rawValue), (recorded.scores?.depression).map { Int64($0) },
                (recorded.scores?.anxiety).map { Int64($0) }, recorded.appointment,
            ])
    }

    /// The appointment, which must hold its time.
    func standing(_ number: Int64, _ entry: LogEntry) throws -> AppointmentRecord {
        guard let record = try appointment(number) else { throw refusal(entry, "there is no appointment \(number)") }
        guard record.status == .standing else { throw refusal(entry, "appointment \(number) does not stand") }
        return record
    }

    /// Gives an appointment's time back. A session of a group keeps it while a seat of it is taken.
    func free(_ record: AppointmentRecord, _ entry: LogEntry) throws {
        let seats = try Int.fetchOne(
            database.cachedStatement(
                sql: "SELECT count(*) FROM appointments WHERE session = ? AND session IS NOT NULL AND status = 0"),
            arguments: [record.appointment])
        guard seats == 0 else {
            throw refusal(entry, "\(seats ?? 0) people have a seat in session \(record.appointment)")
        }
        if claimsTime {
            try ClaimTable(statements: statements).free(record.placement, of: .appointment(record.appointment))
        }
    }

    /// A placement takes somebody's time; a seat is one of its session, at the session's time.
    private func check(_ placement: Placement, _ entry: LogEntry) throws {
        _ = try placement.quanta()
        guard let seat = placement.seat else { return }
        guard placement.person != nil, placement.room == nil, (0..<QuantumKey.seats).contains(seat.number) else {
            throw refusal(entry, "a seat is for a person, has a number from 0 to 63, and no room of its own")
        }
        guard let session = try appointment(seat.session), session.status == .standing,
            session.placement.person == nil, session.placement.start == placement.start,
            session.placement.minutes == placement.minutes, session.placement.clinician == placement.clinician
        else { throw refusal(entry, "appointment \(seat.session) is no session at that time with that clinician") }
    }

    func appointment(_ number: Int64) throws -> AppointmentRecord? {
        let statement = try database.cachedStatement(sql: AppointmentRecord.columns.select + " WHERE appointment = ?")
        return try Row.fetchOne(statement, arguments: [number]).map(AppointmentRecord.init)
    }

    func hold(_ number: Int64) throws -> HoldRecord? {
        let statement = try database.cachedStatement(sql: HoldRecord.columns.select + " WHERE hold = ?")
        return try Row.fetchOne(statement, arguments: [number]).map(HoldRecord.init)
    }
}
