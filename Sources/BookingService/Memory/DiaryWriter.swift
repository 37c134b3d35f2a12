import Allocation
import BookingStore
import CareModel
import Diaries

/// Writes who works when, which rooms are closed, and time of clinicians that belongs to no one person.
struct DiaryWriter {
    let log: StepLog
    /// Why, in somebody's words.
    let why: String

    /// Writes a change in who works when, before the desk hears of it.
    func write(_ change: DeskChange) throws {
        switch change {
        case .absent(let clinician, let first, let last, let reason):
            try log.append(
                .absenceAdded(
                    AbsenceAdded(
                        absence: log.box.nextAbsence, clinician: Int32(clinician),
                        days: Absence(first: first, last: last, reason: reason))))
            log.box.nextAbsence += 1
        case .back(let clinician, let first, let last, let reason):
            try endAbsences(of: clinician, first: first, last: last, reason)
        case .clinician(let clinician, let known):
            let details = log.box.clinicians[clinician].updated(known)
            log.box.clinicians[clinician] = details
            try log.append(.clinicianChanged(details))
        case .weeks(let clinician, let usual, let assessment):
            try write(usual, assessment, of: clinician, from: nil)
        case .hours(let clinician, let first, let usual, let assessment):
            try write(usual, assessment, of: clinician, from: first)
        case .roomClosed(let room, let first, let last): try closeRoom(room, first, last)
        case .roomOpened(let room, let first, let last): try openRoom(room, first, last)
        case .blocked(let clinician, let day, let hours): try block(clinician, day, hours)
        case .assessmentWeek(let team, let monday, _, let share):
            let declared = AssessmentWeekDeclared(
                team: UInt8(team), monday: monday, why: why.isEmpty ? nil : why, firstShare: share)
            try log.append(.assessmentWeekDeclared(declared))
        case .assessmentWeekCalledOff(let team, let monday):
            try log.append(
                .assessmentWeekCalledOff(AssessmentWeekCalledOff(team: UInt8(team), monday: monday, why: why)))
        case .releaseDays, .rules, .groupOpened: break
        }
    }

    private func write(
        _ usual: WeekTemplate, _ assessment: WeekTemplate, of clinician: Int, from first: CivilDay?
    ) throws {
        for (kind, week) in [(WeekKind.usual, usual), (.assessment, assessment)] {
            try log.append(
                .availabilitySet(
                    AvailabilitySet(
                        clinician: Int32(clinician), week: kind, stretches: week.stretches, from: first)))
        }
    }

    private func closeRoom(_ room: Int, _ first: CivilDay, _ last: CivilDay) throws {
        let number = try log.writer.nextNumber(of: .roomClosure)
        try log.append(
            .roomClosed(RoomClosed(closure: number, room: Int64(room) + 1, first: first, last: last, why: why)))
    }

    /// Closures that reach into days on which a room is open again end; what is left of them is said anew.
    private func openRoom(_ room: Int, _ first: CivilDay, _ last: CivilDay) throws {
        for closed in try log.writer.roomClosures(endingFrom: first)
        where closed.room == Int64(room) + 1 && closed.first <= last {
            try log.append(.roomOpened(RoomOpened(closure: closed.closure, why: why)))
            for (from, until) in [(closed.first, first - 1), (last + 1, closed.last)] where from <= until {
                let number = try log.writer.nextNumber(of: .roomClosure)
                try log.append(
                    .roomClosed(
                        RoomClosed(closure: number, room: closed.room, first: from, last: until, why: closed.why)))
            }
        }
    }

    /// Absences that reach into days on which the clinician is back are removed; what is left of them is added anew.
    private func endAbsences(
        of clinician: Int, first: CivilDay, last: CivilDay, _ reason: AbsenceReason
    ) throws {
        for record in try log.writer.absences(endingFrom: first)
        where record.clinician == Int32(clinician) && record.days.first <= last
            && !record.days.reason.isDisjoint(with: reason)
        {
            try log.append(.absenceRemoved(AbsenceRemoved(absence: record.absence, why: "back")))
            let days = record.days
            let left = days.reason.subtracting(reason)
            if days.first < first { try add(clinician, days.first, first - 1, days.reason) }
            if !left.isEmpty { try add(clinician, max(first, days.first), min(last, days.last), left) }
            if days.last > last { try add(clinician, last + 1, days.last, days.reason) }
        }
    }

    private func add(
        _ clinician: Int, _ first: CivilDay, _ last: CivilDay, _ reason: AbsenceReason
    ) throws {
        let days = Absence(first: first, last: last, reason: reason)
        try log.append(
            .absenceAdded(AbsenceAdded(absence: log.box.nextAbsence, clinician: Int32(clinician), days: days)))
        log.box.nextAbsence += 1
    }

    /// Time for the service's own work is booked without a person, as far as it is free (CL-4).
    private func block(_ clinician: Int, _ day: CivilDay, _ hours: MinutesOfDay) throws {
        guard log.box.desk.capacity.diary.hasPage(for: day) else { return }
        let wanted = DayGrid(
            Quanta.index(minuteOfDay: hours.start)..<Quanta.index(minuteOfDay: hours.end))
        try write(wanted.subtracting(log.box.desk.capacity.diary.booked(clinician, on: day)), of: clinician, on: day)
    }

    /// Writes time of a clinician that belongs to no one person.
    private func write(_ grid: DayGrid, of clinician: Int, on day: CivilDay) throws {
        for run in grid.runs {
            let start = CivilMinute(day: day, minuteOfDay: Quanta.minuteOfDay(run.lowerBound))
            let placement = Placement(
                person: nil, clinician: Int32(clinician), kind: .treatment, start: start,
                minutes: run.count * Quanta.minutes)
            try log.append(.booked(Booking(appointment: log.box.nextAppointment, placement: placement)))
            log.box.nextAppointment += 1
        }
    }

    /// Writes the time of a clinician that the desk has taken for no one person, and that the store does not have yet.
    func writeTime(of clinician: Int, on day: CivilDay, within wanted: DayGrid) throws {
        try log.writer.expireHolds(at: log.now)
        var taken = log.box.desk.capacity.diary.booked(clinician, on: day) & wanted
        for run in try log.writer.taken(.clinician(Int32(clinician)), on: day) {
            taken = taken.subtracting(DayGrid(run.minutes.touched))
        }
        try write(taken, of: clinician, on: day)
    }

    /// Writes the time of an urgent slot, which is booked for nobody by name (ST-7).
    func writeUrgentSlot(of clinician: Int, _ start: CivilMinute, minutes: Int) throws {
        let end = min(start.minuteOfDay + minutes, 1440)
        let hours = MinutesOfDay(start: start.minuteOfDay, end: max(start.minuteOfDay, end))
        try writeTime(of: clinician, on: start.day, within: DayGrid(hours.touched))
    }

    /// Gives back time of a clinician that was written for no one person.
    func cancelTime(of clinician: Int, on day: CivilDay, within quanta: Range<Int>, why: String) throws {
        for run in try log.writer.taken(.clinician(Int32(clinician)), on: day) {
            guard case .appointment(let number) = run.by, quanta.overlaps(run.minutes.touched),
                try log.writer.appointment(number)?.placement.person == nil
            else { continue }
            let notice = max(0, CivilMinute(day: day, minuteOfDay: run.minutes.start) - log.now)
            try log.append(
                .appointmentCancelled(
                    AppointmentCancelled(appointment: number, by: .provider, noticeMinutes: Int(notice), why: why)))
        }
    }
}

extension MinutesOfDay {
    /// The quanta of the day that a stretch touches.
    var touched: Range<Int> {
        let first = Quanta.index(minuteOfDay: start)
        return first..<max(first, Quanta.index(minuteOfDay: end + Quanta.minutes - 1))
    }
}
