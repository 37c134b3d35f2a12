import CareModel
import GRDB

extension Placement {
    /// The columns of a placement, in a hold's and in an appointment's table.
    static let columns = "person, clinician, room, session, seat, kind, start, minutes"

    var columnValues: [(any DatabaseValueConvertible)?] {
        [
            person, Int64(clinician), room, seat?.session, seat?.number, Int64(kind.rawValue), start.minutes, minutes,
        ]
    }

    init(_ columns: inout ColumnReader) throws {
        person = columns.integerIfAny()
        clinician = try columns.number()
        room = columns.integerIfAny()
        let session = columns.integerIfAny()
        let number = columns.integerIfAny()
        seat = if let session, let number { GroupSeat(session: session, number: Int(number)) } else { nil }
        kind = try columns.value()
        start = columns.minute()
        minutes = try columns.number()
    }
}

extension AppointmentRecord {
    static let columns = Columns(
        """
        appointment, \(Placement.columns), hold, replaces, channel, reasons, override_reason, booked_at, status, \
        attendance, depression, anxiety, cancelled_at, notice_minutes, why
        """, of: "appointments")

    var columnValues: [(any DatabaseValueConvertible)?] {
        let first: [(any DatabaseValueConvertible)?] = [appointment]
        let rest: [(any DatabaseValueConvertible)?] = [
            booking.hold, booking.replaces, Int64(booking.channel.rawValue), booking.reasons, booking.overrideReason,
            bookedAt.minutes, Int64(status.rawValue), (attendance?.rawValue).map { Int64($0) },
            (scores?.depression).map { Int64($0) }, (scores?.anxiety).map { Int64($0) }, cancelledAt?.minutes,
            noticeMinutes, why,
        ]
        return first + placement.columnValues + rest
    }

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        booking = Booking(appointment: columns.integer(), placement: try Placement(&columns))
        booking.hold = columns.integerIfAny()
        booking.replaces = columns.integerIfAny()
        booking.channel = try columns.value()
        booking.reasons = columns.integer()
        booking.overrideReason = columns.textIfAny()
        bookedAt = columns.minute()
        status = try columns.value()
        attendance = try columns.valueIfAny()
        scores = try columns.scoresIfAny()
        cancelledAt = columns.minuteIfAny()
        noticeMinutes = columns.integerIfAny().map(Int.init)
        why = columns.textIfAny()
    }
}

extension HoldRecord {
    static let columns = Columns("hold, \(Placement.columns), expires, placed_at, outcome, ended_at", of: "holds")

    var columnValues: [(any DatabaseValueConvertible)?] {
        let first: [(any DatabaseValueConvertible)?] = [hold]
        let rest: [(any DatabaseValueConvertible)?] = [
            held.expires.minutes, placedAt.minutes, (outcome?.rawValue).map { Int64($0) }, endedAt?.minutes,
        ]
        return first + placement.columnValues + rest
    }

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        let number = columns.integer()
        let placement = try Placement(&columns)
        held = HoldPlaced(hold: number, placement: placement, expires: columns.minute())
        placedAt = columns.minute()
        outcome = try columns.valueIfAny()
        endedAt = columns.minuteIfAny()
    }
}
