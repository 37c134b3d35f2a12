import CareModel
import GRDB

extension Projector {
    /// The appointment, which must hold its time.
    func standing(_ number: Int64, _ entry: EntryHead) throws -> AppointmentRecord {
        guard let record = try appointment(number) else { throw refusal(entry, "there is no appointment \(number)") }
        guard record.status == .standing else { throw refusal(entry, "appointment \(number) does not stand") }
        return record
    }

    /// The appointment, which must hold its time, and of which nobody said yet what became.
    func withoutOutcome(_ number: Int64, _ entry: EntryHead) throws -> AppointmentRecord {
        let record = try standing(number, entry)
        guard record.attendance == nil else { throw refusal(entry, "appointment \(number) has an outcome already") }
        return record
    }

    /// Gives an appointment's time back. A session of a group keeps it while a seat of it is taken.
    func free(_ record: AppointmentRecord, _ entry: EntryHead) throws {
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
    func check(_ placement: Placement, _ entry: EntryHead) throws {
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
