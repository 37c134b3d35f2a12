import BookingStore
import CareModel

extension TableCheck {
    /// Rooms are numbered from 1 without gaps, belong to a team, and close after they open; appointments are in rooms
    /// that are there (CL-9).
    func checkRooms(_ rooms: inout TableFile<RoomRow>, _ appointments: inout TableFile<AppointmentRow>) {
        let count = Int64(rooms.rows.count)
        for index in rooms.rows.indices {
            let row = rooms.rows[index].row
            if !rooms.rows[index].hasFault("room"), row.room > count {
                rooms.rows[index].fail(
                    "room", "\(row.room) leaves a gap", "1 to \(count), one for each row", file: rooms.path)
            }
            refer(&rooms.rows[index], "team", Int64(row.team), teams, TeamRow.fileName, rooms.path)
            if (row.opens == nil) != (row.closes == nil) {
                rooms.rows[index].fail(
                    row.opens == nil ? "opens" : "closes", "only one of the two is there",
                    "both opens and closes, or neither", file: rooms.path)
            } else if let opens = row.opens, let closes = row.closes, closes <= opens {
                rooms.rows[index].fail("closes", "it closes before it opens", "a time after opens", file: rooms.path)
            }
        }
        let known = numbers(of: &rooms, "room", \.room)
        for index in appointments.rows.indices {
            let room = appointments.rows[index].row.record.placement.room
            refer(&appointments.rows[index], "room", room, known, RoomRow.fileName, appointments.path)
        }
    }

    /// Somebody has one appointment to come, beside the sessions of a course with the clinician who holds them (BK-2).
    func checkCourses(_ files: inout TableFiles) {
        var holders: [Int64: Int32] = [:]  // lookup only
        for row in files.episodes.rows where row.row.episode.state.isOnCaseload {
            holders[row.row.person] = row.row.episode.clinician
        }
        var lines: [Int64: Int] = [:]  // lookup only
        for index in files.appointments.rows.indices where files.appointments.rows[index].faults.isEmpty {
            let record = files.appointments.rows[index].row.record
            guard record.status == .standing, record.attendance == nil, let person = record.placement.person else {
                continue
            }
            guard record.placement.kind != .treatment || holders[person] != record.placement.clinician else { continue }
            if let line = lines[person] {
                files.appointments.rows[index].fail(
                    "person", "person \(person) has another appointment to come, on line \(line)",
                    "one appointment to come, and sessions with the clinician who holds the person",
                    file: files.appointments.path)
            }
            lines[person] = files.appointments.rows[index].record.line
        }
    }
}
