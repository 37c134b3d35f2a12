import Allocation
import BookingStore
import CareModel
import Diaries

extension MinutesOfDay {
    /// The quanta of the day that a stretch touches.
    var touched: Range<Int> {
        let first = Quanta.index(minuteOfDay: start)
        return first..<max(first, Quanta.index(minuteOfDay: end + Quanta.minutes - 1))
    }
}

extension DecisionWriter {
    /// Tells the desk of a change in who works when, and writes it.
    mutating func hear(_ change: DeskChange) throws {
        switch change {
        case .absent(let clinician, let first, let last, let reason):
            try append(
                .absenceAdded(
                    AbsenceAdded(
                        absence: box.nextAbsence, clinician: Int32(clinician),
                        days: Absence(first: first, last: last, reason: reason))))
            box.nextAbsence += 1
        case .back(let clinician, let first, let last, let reason):
            try endAbsences(of: clinician, first: first, last: last, reason)
        case .clinician(let clinician, let known):
            let details = box.clinicians[clinician].updated(known)
            box.clinicians[clinician] = details
            try append(.clinicianChanged(details))
        case .weeks(let clinician, let usual, let assessment):
            try write(usual, assessment, of: clinician, from: nil)
        case .hours(let clinician, let first, let usual, let assessment):
            try write(usual, assessment, of: clinician, from: first)
        case .roomClosed(let room, let first, let last): try closeRoom(room, first, last)
        case .roomOpened(let room, let first, let last): try openRoom(room, first, last)
        case .blocked(let clinician, let day, let hours): try block(clinician, day, hours)
        case .assessmentWeek(let team, let monday, _):
            try append(.assessmentWeekDeclared(AssessmentWeekDeclared(team: UInt8(team), monday: monday)))
        case .releaseDays, .rules, .groupOpened: break
        }
        box.desk.hear(change)
    }

    private func write(
        _ usual: WeekTemplate, _ assessment: WeekTemplate, of clinician: Int, from first: CivilDay?
    ) throws {
        for (kind, week) in [(WeekKind.usual, usual), (.assessment, assessment)] {
            try append(
                .availabilitySet(
                    AvailabilitySet(
                        clinician: Int32(clinician), week: kind, stretches: week.stretches, from: first)))
        }
    }

    private func closeRoom(_ room: Int, _ first: CivilDay, _ last: CivilDay) throws {
        let number = try writer.nextNumber(of: .roomClosure)
        try append(
            .roomClosed(RoomClosed(closure: number, room: Int64(room) + 1, first: first, last: last, why: why)))
    }

    /// Closures that reach into days on which a room is open again end; what is left of them is said anew.
    private func openRoom(_ room: Int, _ first: CivilDay, _ last: CivilDay) throws {
        for closed in try writer.roomClosures(endingFrom: first)
        where closed.room == Int64(room) + 1 && closed.first <= last {
            try append(.roomOpened(RoomOpened(closure: closed.closure, why: why)))
            for (from, until) in [(closed.first, first - 1), (last + 1, closed.last)] where from <= until {
                let number = try writer.nextNumber(of: .roomClosure)
                try append(
                    .roomClosed(
                        RoomClosed(closure: number, room: closed.room, first: from, last: until, why: closed.why)))
            }
        }
    }

    /// Absences that reach into days on which the clinician is back are removed; what is left of them is added anew.
    private mutating func endAbsences(
        of clinician: Int, first: CivilDay, last: CivilDay, _ reason: AbsenceReason
    ) throws {
        for record in try writer.absences(endingFrom: first)
        where record.clinician == Int32(clinician) && record.days.first <= last
            && !record.days.reason.isDisjoint(with: reason)
        {
            try append(.absenceRemoved(AbsenceRemoved(absence: record.absence, why: "back")))
            let days = record.days
            let left = days.reason.subtracting(reason)
            if days.first < first { try add(clinician, days.first, first - 1, days.reason) }
            if !left.isEmpty { try add(clinician, max(first, days.first), min(last, days.last), left) }
            if days.last > last { try add(clinician, last + 1, days.last, days.reason) }
        }
    }

    private mutating func add(
        _ clinician: Int, _ first: CivilDay, _ last: CivilDay, _ reason: AbsenceReason
    ) throws {
        let days = Absence(first: first, last: last, reason: reason)
        try append(
            .absenceAdded(AbsenceAdded(absence: box.nextAbsence, clinician: Int32(clinician), days: days)))
        box.nextAbsence += 1
    }

    /// Time for the service's own work is booked without a person, as far as it is free (CL-4).
    private mutating func block(_ clinician: Int, _ day: CivilDay, _ hours: MinutesOfDay) throws {
        guard box.desk.capacity.diary.hasPage(for: day) else { return }
        let wanted = DayGrid(
            Quanta.index(minuteOfDay: hours.start)..<Quanta.index(minuteOfDay: hours.end))
        try write(wanted.subtracting(box.desk.capacity.diary.booked(clinician, on: day)), of: clinician, on: day)
    }

    /// Writes time of a clinician that belongs to no one person.
    private func write(_ grid: DayGrid, of clinician: Int, on day: CivilDay) throws {
        for run in grid.runs {
            let start = CivilMinute(day: day, minuteOfDay: Quanta.minuteOfDay(run.lowerBound))
            let placement = Placement(
                person: nil, clinician: Int32(clinician), kind: .treatment, start: start,
                minutes: run.count * Quanta.minutes)
            try append(.booked(Booking(appointment: box.nextAppointment, placement: placement)))
            box.nextAppointment += 1
        }
    }

    /// Writes the time of a clinician that the desk has taken for no one person, and that the store does not have yet.
    func writeTime(of clinician: Int, on day: CivilDay, within wanted: DayGrid) throws {
        try writer.expireHolds(at: now)
        var taken = box.desk.capacity.diary.booked(clinician, on: day) & wanted
        for run in try writer.taken(.clinician(Int32(clinician)), on: day) {
            taken = taken.subtracting(DayGrid(run.minutes.touched))
        }
        try write(taken, of: clinician, on: day)
    }

    /// Gives back time of a clinician that was written for no one person.
    func cancelTime(of clinician: Int, on day: CivilDay, within quanta: Range<Int>, why: String) throws {
        for run in try writer.taken(.clinician(Int32(clinician)), on: day) {
            guard case .appointment(let number) = run.by, quanta.overlaps(run.minutes.touched),
                try writer.appointment(number)?.placement.person == nil
            else { continue }
            let notice = max(0, CivilMinute(day: day, minuteOfDay: run.minutes.start) - now)
            try append(
                .appointmentCancelled(
                    AppointmentCancelled(appointment: number, by: .provider, noticeMinutes: Int(notice), why: why)))
        }
    }
}
