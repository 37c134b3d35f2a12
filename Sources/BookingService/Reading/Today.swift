import Allocation
import BookingStore
import CareModel

/// Today as a forecast needs it, without names (IG-2).
struct Today: StepPart {
    let step: CommandStep

    /// Who is there, who holds whom, and what is booked, from the first minute of the day on.
    func snapshot() throws -> ServiceSnapshot {
        let today = context.now.day.start
        var snapshot = ServiceSnapshot(taken: today)
        for record in try writer.openAppointments(blocksFrom: today)
        where record.placement.start.day >= context.now.day {
            if let appointment = record.snapshot { snapshot.appointments.append(appointment) }
            if let blocked = ownWork(record.placement) { snapshot.blocked.append(blocked) }
        }
        let booked = Set(snapshot.appointments.map(\.person))
        var times: [Int64: ContactTime] = [:]  // lookup only
        for time in try writer.contactTimes(ofOpenOnly: true) { times[time.person] = time }
        for person in try writer.openPeople() {
            var known = person
            // Nobody knows what became of an appointment that is past: the person waits for another.
            if known.episode.state == .firstAppointmentBooked, !booked.contains(known.key) {
                try known.episode.apply(.firstAppointmentCancelled, at: context.now)
            }
            let earlier = try known.earlier == nil ? [] : step.earlier.before(Int64(known.key))
            known.history = step.earlier.history(of: known, times[Int64(known.key)], after: earlier)
            snapshot.people.append(known)
        }
        // Whoever has a seat in a course is in it in the forecast too (TX-4).
        for number in box.desk.groups.indices where box.desk.groups[number].isOpen {
            let group = box.desk.groups[number]
            snapshot.groups.append(
                group.snapshot(today: context.now.day, keys: group.members.map { UInt64($0) + 1 }))
        }
        snapshot.closedRooms = try writer.roomClosures(endingFrom: context.now.day).map {
            RoomClosure(room: Int($0.room) - 1, first: $0.first, last: $0.last)
        }
        snapshot.running = Today.running(box.desk, today: context.now.day)
        snapshot.lastAssessmentWeek = (0..<box.desk.rules.count).map { box.desk.lastAssessmentWeek[$0] }
        return snapshot
    }

    /// What the service saw in the weeks before, by which it decides: the part of it that is written down.
    private static func running(_ desk: borrowing BookingDesk, today: CivilDay) -> RunningSnapshot {
        var running = RunningSnapshot()
        running.weeksSeen = desk.recentWaits.weeksSeen
        for team in 0..<desk.rules.count {
            running.recentWaits.append(desk.recentWaits.snapshot(team: team))
            running.assessmentWeeks.append(desk.capacity.assessmentWeeks(team: team, from: today))
            running.assessmentShares.append(desk.assessmentShares(team: team, from: today))
        }
        return running
    }

    /// The time of a placement of no one person that is no session of a course in a group (CL-4); nil if it is another.
    func ownWork(_ placement: Placement) -> OwnWork? {
        guard placement.person == nil, placement.seat == nil else { return nil }
        let start = placement.start.minuteOfDay
        let hours = MinutesOfDay(start: start, end: min(1440, start + placement.minutes))
        let isCourse = box.desk.groups.contains { group in
            group.isOpen && group.days.contains(placement.start.day)
                && group.facilitators.contains(Int(placement.clinician))
                && box.desk.sessionTime(of: group.rule).overlaps(hours.touched)
        }
        return isCourse ? nil : OwnWork(clinician: placement.clinician, day: placement.start.day, hours: hours)
    }
}
