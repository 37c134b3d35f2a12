import Allocation
public import BookingStore
import CareModel
public import Diaries

/// Reads the service from the store into a desk: the fold of the log, at one minute.
struct ServiceLoader {
    let reader: StoreReader
    let policy: ServicePolicy
    let now: CivilMinute

    /// The desk as it was after the last entry.
    /// - Throws: ``BookingError/notInitialised`` if there is no service; what the store throws.
    func load() throws -> DeskBox {
        guard try reader.service() != nil else { throw BookingError.notInitialised }
        let details = try reader.clinicians()
        let people = try reader.openPeople()
        let booked = try reader.openAppointments(blocksFrom: now.day.start)
        let groups = try reader.groups().map(\.details)
        let box = DeskBox(
            BookingDesk(
                clinicians: details.map(\.clinicianForDesk), rules: policy.rules, standards: policy.standards,
                calendar: calendar(booked, groups), rooms: try rooms(), now: now))
        box.desk.keepsEveryone = true
        box.desk.keepsOffice = true
        box.desk.booksByItself = false
        box.clinicians = details
        for room in try reader.rooms() { box.roomNames[room.room] = room.name }
        try loadDiaries(box)
        load(people, into: box, through: try reader.nextNumber(of: .person) - 1)
        restoreBookings(booked, into: box)
        for hold in try reader.openHolds() where hold.held.expires > now { _ = box.keep(hold.held) }
        for time in try reader.timesGivenUp(after: now) {
            box.desk.hear(
                .timeGivenUp(UInt32(time.person - 1), TimeGivenUp(start: time.start, minutes: time.minutes)))
        }
        try restore(groups, into: box)
        for index in box.desk.episodes.indices { restorePlace(index, box) }
        for person in people {
            guard let since = person.facts.listedAt else { continue }
            box.desk.restoreToSessionList(Int(person.number) - 1, since: since)
        }
        box.nextAppointment = try reader.nextNumber(of: .appointment)
        box.nextTask = try reader.nextNumber(of: .task)
        box.nextAbsence = try reader.nextNumber(of: .absence)
        try restoreRecentWaits(box)
        _ = box.desk.takeEffects()
        return box
    }

    /// The diaries begin with the week of the oldest appointment, or session of a course, whose outcome is not known.
    private func calendar(_ booked: [AppointmentRecord], _ groups: [GroupDetails]) -> WorkingCalendar {
        var oldest = booked.first.map { min($0.placement.start.day, now.day) } ?? now.day
        for group in groups {
            if let next = group.facts.coming.first { oldest = min(oldest, next) }
        }
        let first = max(oldest, now.day - 366).monday
        let days = Int(now.day - first) + policy.diaryDays
        return WorkingCalendar(first: first, dayCount: days, closedDays: policy.closedDays)
    }

    /// The rooms, by number less one; a number that is not used is a room of no team.
    private func rooms() throws -> [Room] {
        var rooms: [Room] = []
        for known in try reader.rooms() {
            while rooms.count < Int(known.room) - 1 { rooms.append(Room(team: -1)) }
            rooms.append(
                Room(
                    team: Int32(known.team), venue: known.venue, isAccessible: known.isAccessible,
                    hours: known.hours ?? MinutesOfDay(start: 0, end: 1440)))
        }
        return rooms
    }

    private func loadDiaries(_ box: DeskBox) throws {
        for (team, days) in policy.releaseDays.enumerated() { box.desk.hear(.releaseDays(team: team, days)) }
        var usual = [WeekTemplate](repeating: WeekTemplate(), count: box.clinicians.count)
        var assessment = usual
        for set in try reader.availability() {
            let week = WeekTemplate(set.stretches)
            if set.week == .usual { usual[Int(set.clinician)] = week } else { assessment[Int(set.clinician)] = week }
        }
        for clinician in usual.indices {
            box.desk.hear(.weeks(clinician: clinician, usual: usual[clinician], assessment: assessment[clinician]))
        }
        try loadHours(box)
        for closed in try reader.roomClosures() where closed.last >= now.day - 31 {
            box.desk.hear(.roomClosed(room: Int(closed.room) - 1, first: closed.first, last: closed.last))
        }
        for absence in try reader.absences(endingFrom: now.day - 31) {
            box.desk.hear(
                .absent(
                    clinician: Int(absence.clinician), first: absence.days.first, last: absence.days.last,
                    absence.days.reason))
        }
        for week in try reader.assessmentWeeks() {
            box.desk.hear(
                .assessmentWeek(team: Int(week.team), monday: week.monday, firstShare: week.firstShare))
        }
    }

    /// Hours that are in force from a day on (CL-3).
    private func loadHours(_ box: DeskBox) throws {
        var place: (clinician: Int32, first: CivilDay)?
        var usual = WeekTemplate()
        for set in try reader.datedAvailability() {
            guard let first = set.from else { continue }
            let week = WeekTemplate(set.stretches)
            if place?.clinician != set.clinician || place?.first != first { usual = week }
            place = (set.clinician, first)
            box.desk.hear(
                .hours(clinician: Int(set.clinician), from: first, usual: usual, assessment: week))
        }
    }

    private func load(_ people: [Person], into box: DeskBox, through last: Int64) {
        var number: Int64 = 1
        for person in people {
            while number < person.number { skip(box, &number) }
            _ = box.desk.add(person)
            number += 1
        }
        while number <= last { skip(box, &number) }
    }

    private func skip(_ box: DeskBox, _ number: inout Int64) {
        box.desk.skipNumber()
        number += 1
    }

    private func restoreBookings(_ booked: [AppointmentRecord], into box: DeskBox) {
        for record in booked where box.desk.capacity.diary.hasPage(for: record.placement.start.day) {
            if let person = record.placement.person, let snapshot = record.snapshot {
                let index = Int(person) - 1
                box.desk.restoreAppointment(index, snapshot)
                box.appointments.insert(
                    record.appointment, AppointmentKey(person: index, start: snapshot.start))
            } else {
                box.desk.restoreTime(SlotOffer(record.placement))
            }
        }
    }

    /// Courses with their seats; the time of those who lead them is restored with what else is booked (TX-4).
    private func restore(_ groups: [GroupDetails], into box: DeskBox) throws {
        guard !groups.isEmpty else { return }
        let seats = try reader.seatsTaken()
        for group in groups {
            let members = seats.filter { $0.taken.group == group.group }.map { UInt32($0.taken.person - 1) }
            box.desk.restoreGroup(group.facts, members: members, isTimeBooked: true)
        }
    }

    private func restorePlace(_ index: Int, _ box: DeskBox) {
        let state = box.desk.episodes[index].state
        if state.isOnCaseload { box.desk.restoreToCaseload(index) }
        box.desk.restoreList(index)
    }

    /// First waits and people taken on in this week and the three before (KT-2, PO-1).
    private func restoreRecentWaits(_ box: DeskBox) throws {
        let from = now.day.monday - 21
        for seen in try reader.firstAppointmentsSeen(from: from.start) {
            box.desk.restoreFirstWait(
                team: Int(seen.team), days: waitDays(from: seen.received, to: seen.start),
                weeksAgo: Int(now.day.monday - seen.start.day.monday) / 7)
        }
        for taken in try reader.takenOn(from: from.start) {
            box.desk.restoreTakenOn(
                team: Int(taken.team), step: taken.step, weeksAgo: Int(now.day.monday - taken.at.day.monday) / 7)
        }
        for taken in try reader.groupCasesTaken(from: from.start) {
            box.desk.restoreTakenOn(
                team: Int(taken.team), step: .low, weeksAgo: Int(now.day.monday - taken.at.day.monday) / 7)
        }
        guard let service = try reader.service() else { return }
        box.desk.restoreWeeksSeen(Int(max(0, now.day - service.firstDay)) / 7 + 1)
    }
}

extension SlotOffer {
    /// The number of the room, as the store has it: its index, and one; nil if there is none.
    var roomNumber: Int64? { room < 0 ? nil : Int64(room) + 1 }

    /// The slot of a placement.
    init(_ placement: Placement) {
        self.init(
            clinician: placement.clinician, start: placement.start, minutes: placement.minutes, reasons: [])
        room = placement.room.map { Int32(truncatingIfNeeded: $0 - 1) } ?? -1
    }
}

extension WeekTemplate {
    /// A week from its stretches.
    init(_ stretches: [AvailabilityStretch]) {
        self.init()
        for stretch in stretches {
            guard let purpose = SlotPurpose(rawValue: stretch.purpose) else { continue }
            let first = Quanta.index(minuteOfDay: stretch.minutes.start)
            let last = Quanta.index(minuteOfDay: stretch.minutes.end)
            self[stretch.weekday, purpose] = self[stretch.weekday, purpose] | DayGrid(first..<last)
        }
    }

    /// The stretches of a week, day by day.
    public var stretches: [AvailabilityStretch] {
        var found: [AvailabilityStretch] = []
        for weekday in Weekday.allCases {
            for purpose in SlotPurpose.allCases {
                for run in self[weekday, purpose].runs {
                    let minutes = MinutesOfDay(
                        start: Quanta.minuteOfDay(run.lowerBound), end: Quanta.minuteOfDay(run.upperBound))
                    found.append(
                        AvailabilityStretch(weekday: weekday, purpose: purpose.rawValue, minutes: minutes))
                }
            }
        }
        return found
    }
}

extension ClinicianDetails {
    /// What the desk needs to know.
    var clinicianForDesk: Clinician {
        var known = Clinician(
            team: Int32(team), role: role, trainedIn: trainedIn, seesUnder18: seesUnder18,
            caseloadCap: Int32(caseloadCap))
        if let meteredUntil {
            known.meteredUntil = meteredUntil
            known.meteredPerWeek = Int32(meteredPerWeek)
        }
        if let meteredWeek {
            known.meteredWeek = meteredWeek
            known.takenThisWeek = Int32(takenThisWeek)
        }
        known.sex = sex
        known.languages = LanguageSet(languages)
        known.venues = VenueWeek(venues)
        if let windsDownFrom { known.windsDownFrom = windsDownFrom }
        if let lastDay { known.lastDay = lastDay }
        return known
    }

    /// Takes over what the desk says.
    func updated(_ known: Clinician) -> ClinicianDetails {
        var details = self
        details.role = known.role
        details.trainedIn = known.trainedIn
        details.seesUnder18 = known.seesUnder18
        details.sex = known.sex
        if LanguageSet(details.languages) != known.languages { details.languages = known.languages.others }
        if VenueWeek(details.venues) != known.venues { details.venues = known.venues.list }
        details.caseloadCap = Int(known.caseloadCap)
        let isMetered = known.meteredPerWeek < Int32.max
        details.meteredUntil = isMetered ? known.meteredUntil : nil
        details.meteredPerWeek = isMetered ? Int(known.meteredPerWeek) : 0
        details.windsDownFrom = known.windsDownFrom < Clinician.never ? known.windsDownFrom : nil
        details.lastDay = known.lastDay < Clinician.never ? known.lastDay : nil
        if isMetered, known.takenThisWeek > 0 {
            details.meteredWeek = known.meteredWeek
            details.takenThisWeek = Int(known.takenThisWeek)
        }
        return details
    }
}
