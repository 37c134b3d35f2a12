import CareModel

/// Somebody's time for screening: so many minutes of each working day, used in the order of arrival (RF-5, CL-5).
struct Desk: Sendable {
    /// Work is done up to here: minutes are used from the start of the desk's time on each day.
    private(set) var busyUntil: CivilMinute

    /// A desk with nothing to do.
    init(from day: CivilDay) { busyUntil = day.start }

    /// Work that was taken before lasts until this minute.
    mutating func isBusy(until minute: CivilMinute) { busyUntil = max(busyUntil, minute) }

    /// Queues a piece of work and says when it is done.
    /// - Parameters:
    ///   - minutes: what it takes.
    ///   - now: when it arrives.
    ///   - opening: the desk's time on a working day.
    ///   - isUrgent: done at once while the desk is open, and others wait (RF-3).
    mutating func take(
        minutes: Int, at now: CivilMinute, opening: MinutesOfDay, calendar: WorkingCalendar, isUrgent: Bool
    ) -> CivilMinute {
        if isUrgent {
            let start = Desk.firstOpenMinute(from: now, opening: opening, calendar: calendar)
            busyUntil = finish(minutes, from: max(busyUntil, start), opening: opening, calendar: calendar)
            return start + Int64(minutes)
        }
        busyUntil = finish(minutes, from: max(now, busyUntil), opening: opening, calendar: calendar)
        return busyUntil
    }

    private func finish(
        _ minutes: Int, from start: CivilMinute, opening: MinutesOfDay, calendar: WorkingCalendar
    ) -> CivilMinute {
        var cursor = Desk.firstOpenMinute(from: start, opening: opening, calendar: calendar)
        var left = Int64(minutes)
        while true {
            let today = CivilMinute(day: cursor.day, minuteOfDay: opening.end) - cursor
            if left <= today { return cursor + left }
            left -= today
            cursor = Desk.firstOpenMinute(from: cursor + today, opening: opening, calendar: calendar)
        }
    }

    /// The first minute from `minute` on at which a desk with this opening works.
    static func firstOpenMinute(
        from minute: CivilMinute, opening: MinutesOfDay, calendar: WorkingCalendar
    ) -> CivilMinute {
        let isOpenToday = calendar.isWorkingDay(minute.day)
        if isOpenToday, minute.minuteOfDay < opening.start {
            return CivilMinute(day: minute.day, minuteOfDay: opening.start)
        }
        if isOpenToday, minute.minuteOfDay < opening.end { return minute }
        return CivilMinute(day: calendar.day(0, workingDaysAfter: minute.day + 1), minuteOfDay: opening.start)
    }
}
