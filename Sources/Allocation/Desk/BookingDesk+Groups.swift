public import CareModel
import Diaries

extension BookingDesk {
    // MARK: Planning

    /// Plans the course that the series of a team has start on a day: its days, and the clinicians who lead it, whose
    /// time is booked (TX-4). Without them it is put off, and then cancelled.
    public mutating func planGroup(team: Int, on day: CivilDay) {
        openGroup(team: team, rules[team].groups, on: day)
    }

    /// Opens a course of its own kind, beside those of the series (TX-4).
    /// - Parameters:
    ///   - rule: what the course is.
    ///   - asked: the clinicians who are to lead it, if they are free; others go after them.
    public mutating func openGroup(team: Int, _ rule: GroupRule, asked: [Int] = [], on day: CivilDay) {
        groups.append(GroupCourse(team: team, rule: rule, plannedFor: day))
        groups[groups.count - 1].asked = asked
        placeGroup(groups.count - 1, from: day)
    }

    /// Who would lead a course that starts on a day; nil if there are not so many who are free on all its days (TX-4).
    public func leaders(of rule: GroupRule, team: Int, asked: [Int], from day: CivilDay) -> [Int]? {
        leaders(of: rule, team: team, asked, on: rule.days(from: day, calendar: calendar)[...], rule.facilitators)
    }

    private mutating func placeGroup(_ number: Int, from day: CivilDay) {
        var day = day
        let rule = groups[number].rule
        while true {
            let days = rule.days(from: day, calendar: calendar)
            if bookGroup(number, on: days, facilitators: rule.facilitators) {
                return emit(.groupDue(UInt32(number)))
            }
            guard groups[number].putOffs < rule.mostPutOffs else { return cancelGroup(number) }
            groups[number].putOffs += 1
            emit(.groupPutOff(UInt32(number)))
            day = day + Int32(rule.putOffWeeks * 7)
        }
    }

    /// So many of those who are free on all days; nil if there are not so many. Whoever was asked goes first, then
    /// whoever leads the fewest courses; ties by index.
    private func leaders(
        of rule: GroupRule, team: Int, _ asked: [Int], on days: ArraySlice<CivilDay>, _ count: Int
    ) -> [Int]? {
        guard let last = days.last, capacity.diary.hasPage(for: last) else { return nil }
        let quanta = sessionTime(of: rule)
        let able = capacity.range(team: team, step: .low)
            .filter { capacity.isFree($0, on: days, quanta: quanta) }
            .map { clinician in
                let leads = groups.count { $0.isOpen && $0.facilitators.contains(clinician) }
                return (asked.contains(clinician) ? -1 : leads, clinician)
            }
            .sorted { $0 < $1 }
        return able.count >= count ? able.prefix(count).map(\.1) : nil
    }

    /// Books the time of so many facilitators on the days that are still to come; nothing changes if there are not so
    /// many.
    private mutating func bookGroup(_ number: Int, on days: [CivilDay], facilitators: Int) -> Bool {
        let group = groups[number]
        let coming = days[group.held...]
        let quanta = sessionTime(of: group.rule)
        guard let chosen = leaders(of: group.rule, team: group.team, group.asked, on: coming, facilitators) else {
            return false
        }
        for clinician in chosen {
            for day in coming { _ = capacity.bookTime(clinician, on: day, quanta: quanta) }
        }
        groups[number].days = days
        groups[number].facilitators = chosen
        return true
    }

    /// The facilitators of a restored course whose time is not free on every day, because the service is another now,
    /// do not lead it.
    mutating func bookRestored(_ number: Int) {
        let group = groups[number]
        let quanta = sessionTime(of: group.rule)
        let coming = group.days[group.held...].filter { $0 >= now.day }
        let able = group.facilitators.filter { clinician in
            clinician < capacity.clinicians.count
                && coming.allSatisfy {
                    capacity.diary.hasPage(for: $0)
                        && (capacity.diary.booked(clinician, on: $0) & DayGrid(quanta)).isEmpty
                }
        }
        for clinician in able {
            for day in coming { _ = capacity.bookTime(clinician, on: day, quanta: quanta) }
        }
        groups[number].facilitators = able
    }

    /// The part of a day that a session takes, preparation included.
    public func sessionTime(of rule: GroupRule) -> Range<Int> {
        let start = max(Quanta.minuteOfDay(0), rule.startMinute - rule.preparationMinutes)
        let end = min(Quanta.minuteOfDay(Quanta.perDay), rule.startMinute + rule.sessionMinutes)
        return Quanta.index(minuteOfDay: start)..<Quanta.index(minuteOfDay: end + Quanta.minutes - 1)
    }

    /// Whether the time of the facilitators of a course is theirs on every day that is still to come (BK-1).
    public func holdsTime(_ number: Int) -> Bool {
        let group = groups[number]
        let wanted = DayGrid(sessionTime(of: group.rule))
        return group.facilitators.allSatisfy { clinician in
            group.days[group.held...].allSatisfy { capacity.diary.booked(clinician, on: $0) & wanted == wanted }
        }
    }

    /// Frees the time of the sessions that are still to come; that of days which are past is spent.
    private mutating func releaseGroup(_ number: Int) {
        let group = groups[number]
        for clinician in group.facilitators {
            for day in group.days[group.held...] where day >= now.day {
                capacity.releaseTime(clinician, on: day, quanta: sessionTime(of: group.rule))
            }
        }
        groups[number].facilitators = []
    }

    // MARK: Seats

    /// The next course in which a person could have a seat: of the team, not begun, with a free seat, at a time when
    /// the person can come; nil if there is none, or the person cannot join one (TX-4, PO-4). O(courses).
    public func seatOffer(_ person: Int) -> Int? {
        guard seatRefusal(person) == nil else { return nil }
        let first = earliest(person).day
        var best: Int?
        for number in groups.indices where groups[number].team == team(person) {
            guard seatRefusal(person, group: number, first) == nil else { continue }
            if best.map({ groups[number].days[0] < groups[$0].days[0] }) ?? true { best = number }
        }
        return best
    }

    /// What speaks against a seat for a person in a course; nil if they may take it (TX-4, BK-1). O(1).
    public func seatRefusal(_ person: Int, group number: Int) -> SeatRefusal? {
        seatRefusal(person) ?? seatRefusal(person, group: number, earliest(person).day)
    }

    /// What speaks against a seat in any course.
    private func seatRefusal(_ person: Int) -> SeatRefusal? {
        if people[person].flags.contains(.inGroup) { return .hasSeat }
        if !canTakeReadierMode(person) { return .notWaiting }
        if isUnder18(person) { return .under18 }
        return referrals[person].language == 0 ? nil : .language
    }

    /// What speaks against a seat in one course.
    private func seatRefusal(_ person: Int, group number: Int, _ first: CivilDay) -> SeatRefusal? {
        let group = groups[number]
        if group.team != team(person) { return .anotherTeam }
        if !group.isToCome { return .begun }
        if group.members.count >= group.rule.largest { return .full }
        if group.days[0] < first { return .tooSoon }
        if group.days[0] < people[person].notBefore { return .beforeReady }
        let start = Quanta.index(minuteOfDay: group.rule.startMinute)
        return Capacity.grid(for: referrals[person].timeOfDay).contains(start) ? nil : .timeOfDay
    }

    /// Whether a person could take something readier than the therapy that was agreed: waits for a first course, and
    /// was not stepped up (PO-4, KT-4).
    public func canTakeReadierMode(_ person: Int) -> Bool {
        episodes[person].state == .waitingTreatment && !episodes[person].wasSteppedUp
            && people[person].sessionsAtStep == 0 && episodes[person].priority != .rebooking
    }

    /// The person takes a seat in the next course (TX-4, BK-1): nobody offers them anything else, but the wait goes on
    /// until the course starts.
    public mutating func takeSeat(_ person: Int) {
        guard let number = seatOffer(person) else { return }
        takeSeat(person, in: number)
    }

    /// The person takes a seat in this course, in which they may have one (TX-4, BK-1).
    public mutating func takeSeat(_ person: Int, in number: Int) {
        leaveList(person)
        people[person].flags.insert(.inGroup)
        groups[number].members.append(UInt32(person))
        emit(.seatTaken(UInt32(person), group: UInt32(number)))
    }

    /// The course in which a person has a seat; nil if in none. O(courses · seats).
    public func group(of person: Int) -> Int? {
        groups.lastIndex { $0.members.contains(UInt32(person)) }
    }

    /// The person gives up the seat, whatever comes next.
    mutating func leaveGroup(_ person: Int) {
        people[person].flags.remove(.inGroup)
        guard let number = group(of: person) else { return }
        groups[number].members.removeAll { $0 == UInt32(person) }
    }

    /// The person does not want the seat (TX-4): who waits is where they were in the list; who had begun goes on alone
    /// with the case manager.
    public mutating func giveUpSeat(_ person: Int) {
        guard episodes[person].state == .waitingTreatment else { return bookNextSession(person) }
        leaveGroup(person)
        joinTreatmentList(person)
        emit(.seatLost(UInt32(person)))
    }

    // MARK: What is due

    /// The decision about a course, or its next session, is due (TX-4).
    public mutating func groupDue(_ number: Int) {
        switch groups[number].stage {
        case .planned: decideGroup(number)
        case .confirmed, .running: meetGroup(number)
        case .over, .cancelled: break
        }
    }

    /// With too few people a course is put off, and then cancelled: nobody loses their place in the list (TX-4).
    private mutating func decideGroup(_ number: Int) {
        let group = groups[number]
        guard group.members.count < group.rule.smallest else {
            groups[number].stage = .confirmed
            return emit(.groupDue(UInt32(number)))
        }
        releaseGroup(number)
        guard group.putOffs < group.rule.mostPutOffs else { return cancelGroup(number) }
        groups[number].putOffs += 1
        emit(.groupPutOff(UInt32(number)))
        var day = group.days[0] + Int32(group.rule.putOffWeeks * 7)
        // Where nobody decided in time, the next start is in the future all the same.
        while day <= now.day { day = day + 7 }
        placeGroup(number, from: day)
    }

    /// The service gives a course up: the time of its sessions is free, and nobody loses their place in the list
    /// (TX-4).
    public mutating func giveUpGroup(_ number: Int) {
        releaseGroup(number)
        cancelGroup(number)
    }

    private mutating func cancelGroup(_ number: Int) {
        let members = groups[number].members
        groups[number].stage = .cancelled
        groups[number].members = []
        emit(.groupCancelled(UInt32(number)))
        for member in members {
            let person = Int(member)
            people[person].flags.remove(.inGroup)
            if episodes[person].state == .waitingTreatment {
                joinTreatmentList(person)
                emit(.seatLost(member))
            } else {
                returnFromGroup(person)
            }
        }
    }

    /// A course that had begun cannot go on: the person goes back to the list, first in line, for guided self-help.
    private mutating func returnFromGroup(_ person: Int) {
        letGo(person)
        move(person, .handedOver)
        move(person, .therapyChanged(.guidedSelfHelp))
        people[person].assessor = -1
        emit(.handedOver(UInt32(person)))
        waitForTreatment(person)
    }

    /// - Parameter standIn: who led it in place of those who were to, as somebody says; nil if nobody says so. Where
    ///   nobody chooses, whoever is free stands in: at a desk nobody is made to have led what they did not.
    mutating func meetGroup(_ number: Int, ledBy standIn: Int? = nil) {
        let day = groups[number].days[groups[number].held]
        var leaders = groups[number].facilitators.filter { capacity.isThere($0, on: day) }
        if let standIn {
            var session = groups[number].rule
            session.preparationMinutes = 0
            _ = capacity.bookTime(standIn, on: day, quanta: sessionTime(of: session))
            leaders = [standIn]
        } else if booksByItself, leaders.isEmpty, let other = standsIn(number, on: day) {
            leaders = [other]
        }
        guard !leaders.isEmpty else { return putOffSession(number) }
        if groups[number].stage == .confirmed { startGroup(number) }
        groups[number].held += 1
        groups[number].leaders = leaders
        // Misses are judged as those of a session that begins now (AT-2, AT-3).
        for member in groups[number].members {
            people[Int(member)].slotStart = CivilMinute(day: day, minuteOfDay: groups[number].rule.startMinute)
            people[Int(member)].slotKind = .treatment
        }
        emit(.groupMeets(UInt32(number)))
        if groups[number].held < groups[number].days.count {
            emit(.groupDue(UInt32(number)))
        } else {
            groups[number].stage = .over
        }
    }

    /// Somebody of the step who is free takes a session that nobody can lead.
    private mutating func standsIn(_ number: Int, on day: CivilDay) -> Int? {
        var session = groups[number].rule
        session.preparationMinutes = 0
        let quanta = sessionTime(of: session)
        for clinician in capacity.range(team: groups[number].team, step: .low)
        where capacity.isFree(clinician, on: [day], quanta: quanta) {
            return capacity.bookTime(clinician, on: day, quanta: quanta) ? clinician : nil
        }
        return nil
    }

    /// Nobody can lead a session: what is left of the course is put off by a week, so that nobody loses a session
    /// (AT-10); with nobody to lead that, the course ends.
    mutating func putOffSession(_ number: Int) {
        let group = groups[number]
        // Where somebody chooses, those who led it go on, if they are free.
        if !booksByItself, group.asked.isEmpty { groups[number].asked = group.facilitators }
        releaseGroup(number)
        groups[number].sessionPutOffs += 1
        emit(.groupSessionPutOff(UInt32(number)))
        var left = group.rule
        left.sessions = group.days.count - group.held
        let days = group.days[..<group.held] + left.days(from: group.days[group.held] + 7, calendar: calendar)
        let isPlaced =
            group.sessionPutOffs < BookingDesk.mostSessionPutOffs
            && (bookGroup(number, on: Array(days), facilitators: group.rule.facilitators)
                || bookGroup(number, on: Array(days), facilitators: 1))
        if isPlaced { emit(.groupDue(UInt32(number))) } else { cancelGroup(number) }
    }

    /// Weeks by which the sessions of one course are put off at most.
    private static var mostSessionPutOffs: Int { 4 }

    /// The course starts: everybody with a seat leaves the waiting list for it, with a case manager (TX-4).
    private mutating func startGroup(_ number: Int) {
        groups[number].stage = .running
        for member in groups[number].members {
            let person = Int(member)
            cancelBooking(person)
            stopSupport(person)
            move(person, .therapyChanged(.psychoEducation))
            giveCaseManager(person, except: -1)
        }
        emit(.groupStarted(UInt32(number)))
    }

    /// Somebody of step 2 manages the case of a person in a group; the caseload counts it (TX-4, CL-1).
    /// - Returns: whether there was anybody.
    @discardableResult
    mutating func giveCaseManager(_ person: Int, except: Int) -> Bool {
        let team = team(person)
        guard let manager = capacity.caseManager(team: team, today: now.day, except: except) else {
            leaveGroup(person)
            joinTreatmentList(person)
            emit(.seatLost(UInt32(person)))
            return false
        }
        capacity.takeOn(manager, today: now.day)
        caseloadMembers[manager].append(Int32(person))
        recentWaits.addTakenOn(team: team, step: .low)
        move(person, .allocated(clinician: Int32(manager)))
        people[person].countAppointment()
        emit(.takenOn(UInt32(person)))
        return true
    }

    // MARK: Sessions

    /// Somebody attended a session of the course (TX-4): it counts as a treatment contact.
    public mutating func attendedGroup(_ person: Int) {
        people[person].sessionsAtStep += people[person].sessionsAtStep < UInt8.max ? 1 : 0
        people[person].countAppointment()
        move(person, .sessionAttended)
    }

    /// Somebody was not at a session of the course: they may come to the next, unless the policy ends it (AT-3).
    /// - Parameter exception: the case manager lets it go on at the limit of misses.
    public mutating func missedGroup(_ person: Int, _ outcome: Attendance, exception: Bool) {
        people[person].countAppointment()
        if endsByPolicy(person, outcome, exception: exception) { closeByRule(person, .droppedOut) }
    }

    /// Whether a fact about a seat or a session of a course can have happened.
    func isRunningMember(_ person: UInt32) -> Bool {
        guard Int(person) < episodes.count, episodes[Int(person)].state == .inTreatment,
            people[Int(person)].flags.contains(.inGroup), let number = group(of: Int(person))
        else { return false }
        return groups[number].stage == .running || groups[number].stage == .over
    }
}
