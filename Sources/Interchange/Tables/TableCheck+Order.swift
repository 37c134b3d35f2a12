import BookingStore
import CareModel
import Diaries

extension TableCheck {
    /// Clinicians are numbered team by team, and within a team those of step 2 first: the desk finds them so.
    func checkOrder(_ file: inout TableFile<ClinicianRow>) {
        guard file.allFaults.isEmpty else { return }
        let order = file.rows.indices.sorted {
            file.rows[$0].row.details.clinician < file.rows[$1].row.details.clinician
        }
        for (earlier, later) in zip(order, order.dropFirst()) {
            let (one, other) = (file.rows[earlier].row.details, file.rows[later].row.details)
            guard (other.team, other.role.step.rawValue) < (one.team, one.role.step.rawValue) else { continue }
            let what = "\(other.clinician) is of an earlier team or step than \(one.clinician)"
            file.rows[later].fail(
                "clinician", what, "numbers by team, and in a team step 2 before step 3", file: file.path)
        }
    }

    /// Nothing that is yet to come has happened.
    func checkMinutes(_ files: inout TableFiles) {
        guard let now else { return }
        func check<Row: TableRow>(_ file: inout TableFile<Row>, _ key: String, _ minute: (Row) -> CivilMinute?) {
            for index in file.rows.indices where !file.rows[index].hasFault(key) {
                guard let minute = minute(file.rows[index].row), minute > now else { continue }
                file.rows[index].fail(key, "\(minute) is after now", "a minute up to \(now)", file: file.path)
            }
        }
        check(&files.people, "received") { $0.referral.received }
        check(&files.episodes, "received") { $0.episode.received }
        for key in EpisodeRow.milestoneKeys {
            check(&files.episodes, key) { row in milestones(of: row).first { $0.key == key }?.minute ?? nil }
        }
        check(&files.episodes, "reached-at") { $0.facts.reachedAt }
        check(&files.episodes, "listed-at") { $0.facts.listedAt }
        check(&files.appointments, "booked-at") { $0.record.bookedAt }
        check(&files.appointments, "cancelled-at") { $0.record.cancelledAt }
        for index in files.appointments.rows.indices {
            let record = files.appointments.rows[index].row.record
            guard record.status == .standing, record.attendance != nil, record.placement.start > now,
                !files.appointments.rows[index].hasFault("attendance")
            else { continue }
            files.appointments.rows[index].fail(
                "attendance", "the appointment is after now", "an empty cell until it was",
                file: files.appointments.path)
        }
    }

    /// Nobody is in two places: the appointments of a clinician, of a person, or in a room, that take their time do not
    /// overlap (BK-1).
    func checkTimes(_ file: inout TableFile<AppointmentRow>) {
        // A seat is at the time of its session, which has the clinician.
        check(&file) {
            $0.seat == nil ? Int64($0.clinician) : nil
        } _: {
            "clinician \($0)"
        }
        check(&file) {
            $0.person
        } _: {
            "person \($0)"
        }
        check(&file) {
            $0.room
        } _: {
            "room \($0)"
        }
    }

    private func check(
        _ file: inout TableFile<AppointmentRow>, _ owner: (Placement) -> Int64?, _ name: (Int64) -> String
    ) {
        let standing = file.rows.indices.filter {
            file.rows[$0].faults.isEmpty && file.rows[$0].row.record.status == .standing
                && owner(file.rows[$0].row.record.placement) != nil
        }
        let order = standing.sorted {
            let (one, other) = (file.rows[$0].row.record, file.rows[$1].row.record)
            return (owner(one.placement) ?? 0, one.placement.start, one.appointment)
                < (owner(other.placement) ?? 0, other.placement.start, other.appointment)
        }
        var last: (row: Int, end: CivilMinute)?
        for index in order {
            let placement = file.rows[index].row.record.placement
            let taken = Quanta.spanning(minutes: placement.minutes) * Quanta.minutes
            let end = placement.start + Int64(taken)
            guard let before = last, let who = owner(placement),
                owner(file.rows[before.row].row.record.placement) == who, placement.start < before.end
            else {
                last = (index, end)
                continue
            }
            let holder = file.rows[before.row]
            file.rows[index].fail(
                "start",
                "\(name(who)) is taken by appointment \(holder.row.record.appointment) on line \(holder.record.line)",
                "a time at which nobody is booked twice", file: file.path)
        }
    }
}
