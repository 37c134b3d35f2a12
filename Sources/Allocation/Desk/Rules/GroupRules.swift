import CareModel
import Diaries

/// Psycho-educational courses: their planning, their leaders, their sessions (TX-4).
enum GroupRules {
    /// What became of a person at a session of a course is told again (BK-4): a miss is judged as one of the session
    /// that began then (AT-2, AT-3).
    static func tellAgain(_ desk: inout DeskState, ofSessionAt start: CivilMinute, _ person: Int) {
        desk.tookPlace = start
        guard !desk.people[person].isBooked else { return }
        desk.people[person].attendsGroup(at: start)
    }

    /// Plans the course that the series of a team has start on a day: its days, and the clinicians who lead it, whose
    /// time is booked (TX-4). Without them it is put off, and then cancelled.
    static func plan(_ desk: inout DeskState, team: Int, on day: CivilDay) {
        open(&desk, team: team, desk.rules[team].groups, on: day)
    }

    /// Opens a course of its own kind, beside those of the series (TX-4).
    /// - Parameters:
    ///   - rule: what the course is.
    ///   - asked: the clinicians who are to lead it, if they are free; others go after them.
    static func open(_ desk: inout DeskState, team: Int, _ rule: GroupRule, asked: [Int] = [], on day: CivilDay) {
        let planned = GroupFacts(team: team, rule: rule, plannedFor: day)
        var course = GroupCourse(planned)
        course.asked = asked
        let number = desk.groups.add(course)
        desk.emit(.groupOpened(UInt32(number)))
        place(&desk, number, from: day)
        // It is told of as it is now: only its time is new.
        GroupChanges.emitTime(&desk, number, since: planned)
    }

    /// Who would lead a course that starts on a day; nil if there are not so many who are free on all its days (TX-4).
    static func leaders(_ desk: borrowing DeskState, of rule: GroupRule, team: Int, asked: [Int], from day: CivilDay)
        -> [Int]?
    {
        leaders(
            desk, of: rule, team: team, asked, on: rule.days(from: day, calendar: desk.calendar)[...], rule.facilitators
        )
    }

    private static func place(_ desk: inout DeskState, _ number: Int, from day: CivilDay) {
        var day = day
        let rule = desk.groups[number].rule
        while true {
            let days = rule.days(from: day, calendar: desk.calendar)
            if book(&desk, number, on: days, facilitators: rule.facilitators) {
                return emitDue(&desk, number)
            }
            guard desk.groups[number].putOffs < rule.mostPutOffs else { return cancel(&desk, number) }
            desk.groups[number].putOffs += 1
            desk.emit(.groupPutOff(UInt32(number)))
            day = day + Int32(rule.putOffWeeks * 7)
        }
    }

    /// So many of those who are free on all days, one of them able to lead; nil if there are not so many. Whoever was
    /// asked goes first, then assistants, whose work it is before that of PWPs (CL-15), then whoever leads the fewest
    /// courses; ties by index.
    private static func leaders(
        _ desk: borrowing DeskState, of rule: GroupRule, team: Int, _ asked: [Int], on days: ArraySlice<CivilDay>,
        _ count: Int
    ) -> [Int]? {
        guard let last = days.last, desk.capacity.diary.hasPage(for: last) else { return nil }
        let quanta = rule.sessionTime
        let able = desk.capacity.range(team: team, step: .low)
            .filter { desk.capacity.isFree($0, on: days, quanta: quanta) }
            .map { clinician in
                let leads = desk.groups.all.count { $0.isOpen && $0.facilitators.contains(clinician) }
                let isAssistant = desk.capacity.clinicians[clinician].role.isAssistant
                return (asked.contains(clinician) ? -1 : isAssistant ? 0 : 1 + leads, leads, clinician)
            }
            .sorted { $0 < $1 }
            .map(\.2)
        guard able.count >= count, count > 0,
            let first = able.first(where: { desk.capacity.clinicians[$0].role.leadsGroups })
        else { return nil }
        // A support worker leads with somebody (TX-4).
        let chosen = able.prefix(count)
        return chosen.contains(first) ? Array(chosen) : Array(chosen.dropLast()) + [first]
    }

    /// Books the time of so many facilitators on the days that are still to come; nothing changes if there are not so
    /// many.
    private static func book(_ desk: inout DeskState, _ number: Int, on days: [CivilDay], facilitators: Int) -> Bool {
        let group = desk.groups[number]
        let coming = days[group.held...]
        let quanta = group.rule.sessionTime
        guard let chosen = leaders(desk, of: group.rule, team: group.team, group.asked, on: coming, facilitators) else {
            return false
        }
        for clinician in chosen {
            for day in coming { _ = desk.capacity.bookTime(clinician, on: day, quanta: quanta) }
        }
        desk.groups[number].days = days
        desk.groups[number].facilitators = chosen
        return true
    }

    /// The facilitators of a restored course whose time is not free on every day, because the service is another now,
    /// do not lead it.
    static func bookRestored(_ desk: inout DeskState, _ number: Int) {
        let group = desk.groups[number]
        let quanta = group.rule.sessionTime
        let coming = group.days[group.held...].filter { $0 >= desk.now.day }
        let able = group.facilitators.filter { clinician in
            clinician < desk.capacity.clinicians.count
                && coming.allSatisfy {
                    desk.capacity.diary.hasPage(for: $0)
                        && (desk.capacity.diary.booked(clinician, on: $0) & DayGrid(quanta)).isEmpty
                }
        }
        for clinician in able {
            for day in coming { _ = desk.capacity.bookTime(clinician, on: day, quanta: quanta) }
        }
        desk.groups[number].facilitators = able
    }

    /// Whether the time of the facilitators of a course is theirs on every day that is still to come (BK-1).
    static func holdsTime(_ desk: borrowing DeskState, _ number: Int) -> Bool {
        let group = desk.groups[number]
        let wanted = DayGrid(group.rule.sessionTime)
        return group.facilitators.allSatisfy { clinician in
            group.days[group.held...].allSatisfy { desk.capacity.diary.booked(clinician, on: $0) & wanted == wanted }
        }
    }

    /// Frees the time of the sessions that are still to come; that of days which are past is spent.
    private static func release(_ desk: inout DeskState, _ number: Int) {
        let group = desk.groups[number]
        for clinician in group.facilitators {
            for day in group.days[group.held...] where day >= desk.now.day {
                desk.capacity.releaseTime(clinician, on: day, quanta: group.rule.sessionTime)
            }
        }
        desk.groups[number].facilitators = []
    }

    /// The decision about a course, or its next session, is due (TX-4).
    static func due(_ desk: inout DeskState, _ number: Int) {
        let before = desk.groups[number].facts
        switch before.stage {
        case .planned:
            decide(&desk, number)
            GroupChanges.tellOfPutOff(&desk, number, since: before)
        case .confirmed, .running: meet(&desk, number)
        case .over, .cancelled: return
        }
        GroupChanges.emit(&desk, number, since: before)
    }

    /// A session was not held: nobody was there to lead it (AT-10).
    static func notHeld(_ desk: inout DeskState, _ number: Int) {
        let before = desk.groups[number].facts
        putOffSession(&desk, number)
        GroupChanges.emit(&desk, number, since: before)
    }

    /// A session takes place, led by somebody in place of those who were to (TX-4).
    static func led(_ desk: inout DeskState, _ number: Int, by standIn: Int) {
        let before = desk.groups[number].facts
        meet(&desk, number, ledBy: standIn)
        GroupChanges.emit(&desk, number, since: before)
    }

    /// Something is to be done about a course next, and when.
    private static func emitDue(_ desk: inout DeskState, _ number: Int) {
        let (due, decides) = (desk.groups[number].due, desk.groups[number].stage == .planned)
        desk.emit(.groupDue(UInt32(number), at: due, decides: decides))
    }

    /// With too few people a course is put off, and then cancelled: nobody loses their place in the list (TX-4).
    private static func decide(_ desk: inout DeskState, _ number: Int) {
        let group = desk.groups[number]
        desk.emit(.groupDecided(UInt32(number), wasDue: group.due))
        guard group.members.count < group.rule.smallest else {
            desk.groups[number].stage = .confirmed
            return emitDue(&desk, number)
        }
        release(&desk, number)
        guard group.putOffs < group.rule.mostPutOffs else { return cancel(&desk, number) }
        desk.groups[number].putOffs += 1
        desk.emit(.groupPutOff(UInt32(number)))
        var day = group.days[0] + Int32(group.rule.putOffWeeks * 7)
        // Where nobody decided in time, the next start is in the future all the same.
        while day <= desk.now.day { day = day + 7 }
        place(&desk, number, from: day)
    }

    /// The service gives a course up: the time of its sessions is free, and nobody loses their place in the list
    /// (TX-4).
    static func giveUp(_ desk: inout DeskState, _ number: Int) {
        let before = desk.groups[number].facts
        if before.stage == .planned { desk.emit(.groupDecided(UInt32(number), wasDue: before.due)) }
        release(&desk, number)
        cancel(&desk, number)
        GroupChanges.emit(&desk, number, since: before)
    }

    private static func cancel(_ desk: inout DeskState, _ number: Int) {
        let members = desk.groups.unseatAll(number, &desk.people)
        desk.groups[number].stage = .cancelled
        desk.emit(.groupCancelled(UInt32(number)))
        for member in members {
            let person = Int(member)
            desk.emit(.seatLeft(member, group: UInt32(number)))
            if desk.people.episodes[person].state == .waitingTreatment {
                TreatmentLists.join(&desk, person)
                desk.tell(person, .seatLost)
            } else {
                returnFrom(&desk, person)
            }
        }
    }

    /// A course that had begun cannot go on: the person goes back to the list, first in line, for guided self-help.
    private static func returnFrom(_ desk: inout DeskState, _ person: Int) {
        let clinician = desk.people.episodes[person].clinician
        desk.letGo(person, .handedOver)
        desk.move(person, .handedOver)
        desk.move(person, .therapyChanged(.guidedSelfHelp))
        desk.people[person].assessor = -1
        desk.emit(.handedOver(UInt32(person), from: clinician))
        TreatmentLists.wait(&desk, person)
    }

    /// - Parameter standIn: who led it in place of those who were to, as somebody says; nil if nobody says so. Where
    ///   nobody chooses, whoever is free stands in: at a desk nobody is made to have led what they did not.
    static func meet(_ desk: inout DeskState, _ number: Int, ledBy standIn: Int? = nil) {
        let day = desk.groups[number].days[desk.groups[number].held]
        var leaders = desk.groups[number].facilitators.filter { desk.capacity.isThere($0, on: day) }
        // A support worker holds no session alone (CL-15).
        if !leaders.contains(where: { desk.capacity.clinicians[$0].role.leadsGroups }) { leaders = [] }
        if let standIn {
            var session = desk.groups[number].rule
            session.preparationMinutes = 0
            _ = desk.capacity.bookTime(standIn, on: day, quanta: session.sessionTime)
            leaders = [standIn]
        } else if desk.booksByItself, leaders.isEmpty, let other = standsIn(&desk, number, on: day) {
            leaders = [other]
        }
        guard !leaders.isEmpty else { return putOffSession(&desk, number) }
        if desk.groups[number].stage == .confirmed { start(&desk, number) }
        desk.groups[number].held += 1
        desk.groups[number].leaders = leaders
        // Misses are judged as those of a session that begins now (AT-2, AT-3).
        for member in desk.groups[number].members {
            desk.people[Int(member)].attendsGroup(
                at: CivilMinute(day: day, minuteOfDay: desk.groups[number].rule.startMinute))
        }
        desk.emit(.groupMeets(UInt32(number)))
        if desk.groups[number].held < desk.groups[number].days.count {
            emitDue(&desk, number)
        } else {
            desk.groups[number].stage = .over
        }
    }

    /// Somebody of the step who is free takes a session that nobody can lead.
    private static func standsIn(_ desk: inout DeskState, _ number: Int, on day: CivilDay) -> Int? {
        var session = desk.groups[number].rule
        session.preparationMinutes = 0
        let quanta = session.sessionTime
        for clinician in desk.capacity.range(team: desk.groups[number].team, step: .low)
        where desk.capacity.clinicians[clinician].role.leadsGroups
            && desk.capacity.isFree(clinician, on: [day], quanta: quanta)
        {
            return desk.capacity.bookTime(clinician, on: day, quanta: quanta) ? clinician : nil
        }
        return nil
    }

    /// Nobody can lead a session: what is left of the course is put off by a week, so that nobody loses a session
    /// (AT-10); with nobody to lead that, the course ends.
    static func putOffSession(_ desk: inout DeskState, _ number: Int) {
        let group = desk.groups[number]
        // Where somebody chooses, those who led it go on, if they are free.
        if !desk.booksByItself, group.asked.isEmpty { desk.groups[number].asked = group.facilitators }
        release(&desk, number)
        desk.groups[number].sessionPutOffs += 1
        desk.emit(.groupSessionPutOff(UInt32(number)))
        var left = group.rule
        left.sessions = group.days.count - group.held
        let days = group.days[..<group.held] + left.days(from: group.days[group.held] + 7, calendar: desk.calendar)
        let isPlaced =
            group.sessionPutOffs < GroupRules.mostSessionPutOffs
            && (book(&desk, number, on: Array(days), facilitators: group.rule.facilitators)
                || book(&desk, number, on: Array(days), facilitators: 1))
        guard isPlaced else { return cancel(&desk, number) }
        for member in desk.groups[number].members { desk.tell(Int(member), .groupPutOff) }
        emitDue(&desk, number)
    }

    /// Weeks by which the sessions of one course are put off at most.
    private static var mostSessionPutOffs: Int { 4 }

    /// The course starts: everybody with a seat leaves the waiting list for it, with a case manager (TX-4).
    private static func start(_ desk: inout DeskState, _ number: Int) {
        desk.groups[number].stage = .running
        for member in desk.groups[number].members {
            let person = Int(member)
            desk.cancelBooking(person, .treatmentBegins)
            ComputerisedSupport.stop(&desk, person)
            desk.move(person, .therapyChanged(.psychoEducation))
            giveCaseManager(&desk, person, except: -1)
        }
        desk.emit(.groupStarted(UInt32(number)))
    }

    /// Somebody of step 2 manages the case of a person in a group; the caseload counts it (TX-4, CL-1).
    /// - Returns: whether there was anybody.
    @discardableResult
    static func giveCaseManager(_ desk: inout DeskState, _ person: Int, except: Int) -> Bool {
        let team = desk.team(person)
        // Whoever is allocated has a clinician, who manages the case (CL-18).
        let own = desk.allocated(person)
        guard let manager = own ?? desk.capacity.caseManager(team: team, today: desk.now.day, except: except) else {
            desk.leaveGroup(person)
            TreatmentLists.join(&desk, person)
            desk.tell(person, .seatLost)
            return false
        }
        desk.join(caseloadOf: manager, person, step: .low)
        desk.move(person, .allocated(clinician: Int32(manager)))
        desk.people[person].countAppointment()
        desk.people.setNextDue(person, Episode.never)
        let number = Int32(desk.group(of: person) ?? -1)
        desk.emit(.takenOn(UInt32(person), clinician: Int32(manager), group: number))
        return true
    }

    /// Somebody attended a session of the course (TX-4): it counts as a treatment contact.
    static func attended(_ desk: inout DeskState, _ person: Int) {
        GroupChanges.emitOutcome(&desk, person, .attendedOnTime)
        desk.people[person].flags.remove(.returnedAfterMiss)
        desk.people[person].sessionsAtStep += desk.people[person].sessionsAtStep < UInt8.max ? 1 : 0
        desk.people[person].countAppointment()
        desk.move(person, .sessionAttended)
    }

    /// Somebody was not at a session of the course: they may come to the next, unless the policy ends it (AT-3).
    /// - Parameter exception: the case manager lets it go on at the limit of misses.
    static func missed(_ desk: inout DeskState, _ person: Int, _ outcome: Attendance, exception: Bool) {
        GroupChanges.emitOutcome(&desk, person, outcome)
        desk.people[person].countAppointment()
        if MissedAppointments.endsByPolicy(&desk, person, outcome, exception: exception) {
            MissedAppointments.closeByRule(&desk, person, .droppedOut)
        }
    }

    /// Whether a fact about a seat or a session of a course can have happened.
    static func isRunningMember(_ desk: borrowing DeskState, _ person: UInt32) -> Bool {
        guard Int(person) < desk.people.episodes.count, desk.people.episodes[Int(person)].state == .inTreatment,
            desk.people[Int(person)].flags.contains(.inGroup), let number = desk.group(of: Int(person))
        else { return false }
        return desk.groups[number].stage == .running || desk.groups[number].stage == .over
    }
}
