import CareModel
import GRDB

extension Placement {
    /// The columns of a placement, in a hold's and in an appointment's table.
    static let columns = "person, clinician, room, session, seat, kind, start, minutes"

    func add(to values: inout DirectStatement.Binding) {
        values.add(person)
        values.add(Int64(clinician))
        values.add(room)
        values.add(seat?.session)
        values.add((seat?.number).map { Int64($0) })
        values.add(Int64(kind.rawValue))
        values.add(start.minutes)
        values.add(Int64(minutes))
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
        attendance, depression, anxiety, cancelled_at, notice_minutes, why, item_nine
        """, of: "appointments")

    static let insertSQL = Columns(
        """
        appointment, \(Placement.columns), hold, replaces, channel, reasons, override_reason, booked_at, status
        """, of: "appointments"
    ).insert

    /// Adds an appointment that stands and has no outcome.
    static func insert(_ booking: Booking, at now: CivilMinute, _ statements: WriteStatements) throws {
        try statements(.insertAppointment, insertSQL).run { values in
            values.add(booking.appointment)
            booking.placement.add(to: &values)
            values.add(booking.hold)
            values.add(booking.replaces)
            values.add(Int64(booking.channel.rawValue))
            values.add(booking.reasons)
            values.add(booking.overrideReason)
            values.add(now.minutes)
            values.add(Int64(AppointmentStatus.standing.rawValue))
        }
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
        itemNine = try columns.itemNine()
    }
}

extension HoldRecord {
    static let columns = Columns("hold, \(Placement.columns), expires, placed_at, outcome, ended_at", of: "holds")

    static let insertSQL = Columns("hold, \(Placement.columns), expires, placed_at", of: "holds").insert

    /// Adds a hold that has not ended.
    static func insert(_ held: HoldPlaced, at now: CivilMinute, _ statements: WriteStatements) throws {
        try statements(.insertHold, insertSQL).run { values in
            values.add(held.hold)
            held.placement.add(to: &values)
            values.add(held.expires.minutes)
            values.add(now.minutes)
        }
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
