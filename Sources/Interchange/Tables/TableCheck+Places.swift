import Allocation
import BookingStore
import CareModel

/// What stands for a person whose outcome is not known: what the desk holds for them.
private struct Standing {
    var kinds: [AppointmentKind] = []
}

extension TableCheck {
    /// State and appointments go together: what stands without an outcome is what the state allows (KP-10).
    func checkPlaces(_ files: inout TableFiles) {
        var states: [Int64: EpisodeRow] = [:]  // lookup only
        for row in files.episodes.rows where !row.hasFault("state") && !row.hasFault("person") {
            states[row.row.person] = row.row
        }
        let path = files.appointments.path
        for index in files.appointments.rows.indices {
            let record = files.appointments.rows[index].row.record
            guard record.status == .standing, record.attendance == nil, let person = record.placement.person,
                !["status", "attendance", "kind", "person"].contains(where: files.appointments.rows[index].hasFault)
            else { continue }
            checkReach(&files.appointments.rows[index], path)
            if record.placement.seat != nil {
                files.appointments.rows[index].fail(
                    once: "seat", "a seat in a course without an outcome, and the tables have no courses",
                    "an outcome, or no row: the person is given a seat again", file: path)
                continue
            }
            guard let place = states[person] else { continue }
            let allowed = place.mayHave
            guard !allowed.contains(record.placement.kind) else { continue }
            files.appointments.rows[index].fail(
                once: "kind",
                "person \(person) is \(place.episode.state.name), and a \(record.placement.kind.name) has no outcome",
                allowed.isEmpty
                    ? "an outcome, a cancellation, or another state in \(EpisodeRow.fileName)"
                    : "an outcome, or \(allowed.map(\.name).joined(separator: ", "))", file: path)
        }
    }

    /// The diaries of the desk reach a year back and a year ahead: what stands beyond them is held by nobody.
    private func checkReach(_ row: inout PlacedRow<AppointmentRow>, _ path: String) {
        guard let now, !row.hasFault("start") else { return }
        let (first, last) = (now.day - TableCheck.diaryReachDays, now.day + TableCheck.diaryReachDays)
        let day = row.row.record.placement.start.day
        if day < first || day > last {
            row.fail(
                "start", "it has no outcome, and the diaries do not reach so far", "a day from \(first) to \(last)",
                file: path)
        }
    }

    /// Days before and after the present that diaries have pages for whatever else is booked.
    private static var diaryReachDays: Int32 { 360 }

    /// Nobody vanishes (KP-10): whoever has a first appointment has a row for it. While good rows are taken, whoever
    /// lost it with a bad row waits for another.
    func checkNobodyIsLost(_ files: inout TableFiles) {
        var kinds: [Int64: Standing] = [:]  // lookup only
        var unread: Set<Int64> = []  // lookup only
        for row in files.appointments.rows {
            let record = row.row.record
            guard let person = record.placement.person else { continue }
            if row.faults.isEmpty, record.status == .standing, record.attendance == nil {
                kinds[person, default: Standing()].kinds.append(record.placement.kind)
            } else if !row.faults.isEmpty {
                unread.insert(person)
            }
        }
        for index in files.episodes.rows.indices where files.episodes.rows[index].faults.isEmpty {
            let place = files.episodes.rows[index].row
            let standing = kinds[place.person]?.kinds ?? []
            if place.episode.state == .firstAppointmentBooked, !standing.contains(.firstAppointment) {
                if acceptValid {
                    files.episodes.rows[index].row.episode.state = .waitingFirstAppointment
                    files.lostBookings.append(place.person)
                } else if !unread.contains(place.person), !files.isUnreadable {
                    // A row of theirs that cannot be read is one fault already.
                    files.episodes.rows[index].fail(
                        "state", "person \(place.person) has no first appointment",
                        "one in \(AppointmentRow.fileName) without an outcome, or waiting-first-appointment",
                        file: files.episodes.path)
                }
            }
            guard place.facts.listedAt != nil, place.episode.state == .inTreatment, !standing.isEmpty else { continue }
            if acceptValid {
                files.episodes.rows[index].row.facts.listedAt = nil
            } else {
                files.episodes.rows[index].fail(
                    "listed-at", "person \(place.person) waits for a next session, and has one",
                    "an empty cell while a session stands without an outcome", file: files.episodes.path)
            }
        }
    }
}

extension TableCheck {
    /// A seat is of a session that is taken too; whatever replaced something that is not taken stands by itself.
    func checkSessions(_ file: inout TableFile<AppointmentRow>) {
        guard acceptValid else { return }
        let good = Set(file.rows.filter(\.faults.isEmpty).map(\.row.record.appointment))  // lookup only
        for index in file.rows.indices where file.rows[index].faults.isEmpty {
            let booking = file.rows[index].row.record.booking
            if let session = booking.placement.seat?.session, !good.contains(session) {
                file.rows[index].fail(
                    "session", "session \(session) is not taken", "a session that is", file: file.path)
            }
            if let replaced = booking.replaces, !good.contains(replaced) {
                file.rows[index].row.record.booking.replaces = nil
            }
        }
    }
}

extension EpisodeRow {
    /// What may stand without an outcome in this state.
    fileprivate var mayHave: [AppointmentKind] {
        switch episode.state {
        case .firstAppointmentBooked: [.firstAppointment]
        case .waitingTreatment:
            facts.supportContactsLeft == nil ? [.keepingInTouch] : [.keepingInTouch, .treatment]
        case .inTreatment, .missedSession: [.treatment]
        case .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .missedFirstAppointment, .onHold,
            .awaitingSupervision, .closed:
            []
        }
    }
}
