public import CareModel
import Diaries

extension BookingDesk {
    // MARK: Planning

    /// Plans the course that the series of a team has start on a day: its days, and the clinicians who lead it, whose
    /// time is booked (TX-4). Without them it is put off, and then cancelled.
    public mutating func planGroup(team: Int, on day: CivilDay) {
        groups.append(GroupCourse(team: team, rule: rules[team].groups, plannedFor: day))
        placeGroup(groups.count - 1, from: day)
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

    /// Books the time of so many facilitators on the days that are still to come; nothing changes if there are not so
    /// many. Whoever leads the fewest courses goes first; ties by index.
    private mutating func bookGroup(_ number: Int, on days: [CivilDay], facilitators: Int) -> Bool {
        let rule = groups[number].rule
        guard let last = days.last, capacity.diary.hasPage(for: last) else { return false }
        let coming = days[groups[number].held...]
        let quanta = quanta(of: rule)
        let able = capacity.range(team: groups[number].team, step: .low)
            .filter { capacity.isFree($0, on: coming, quanta: quanta) }
            .map { clinician in
                (groups.count { $0.isOpen && $0.facilitators.contains(clinician) }, clinician)
            }
            .sorted { $0 < $1 }
        guard able.count >= facilitators else { return false }
        let chosen = able.prefix(facilitators).map(\.1)
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
        let quanta = quanta(of: group.rule)
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
    private func quanta(of rule: GroupRule) -> Range<Int> {
        let start = max(Quanta.minuteOfDay(0), rule.startMinute - rule.preparationMinutes)
        let end = min(Quanta.minuteOfDay(Quanta.perDay), rule.startMinute + rule.sessionMinutes)
        return Quanta.index(minuteOfDay: start)..<Quanta.index(minuteOfDay: end + Quanta.minutes - 1)
    }

    /// Whether the time of the facilitators of a course is theirs on every day that is still to come (BK-1).
    public func holdsTime(_ number: Int) -> Bool {
        let group = groups[number]
        let wanted = DayGrid(quanta(of: group.rule))
        return group.facilitators.allSatisfy { clinician in
            group.days[group.held...].allSatisfy { capacity.diary.booked(clinician, on: $0) & wanted == wanted }
        }
    }

    /// Frees the time of the sessions that are still to come.
    private mutating func releaseGroup(_ number: Int) {
        let group = groups[number]
        for clinician in group.facilitators {
            for day in group.days[group.held...] {
                capacity.releaseTime(clinician, on: day, quanta: quanta(of: group.rule))
            }
        }
        groups[number].facilitators = []
    }

    // MARK: Seats

    /// The next course in which a person could have a seat: of the team, not begun, with a free seat, at a time when
    /// the person can come; nil if there is none, or the person cannot join one (TX-4, PO-4). O(courses).
    public func seatOffer(_ person: Int) -> Int? {
        guard canTakeReadierMode(person), !people[person].flags.contains(.inGroup), !isUnder18(person),
            referrals[person].language == 0
        else { return nil }
        let first = earliest(person).day
        var best: Int?
        for number in groups.indices where groups[number].team == team(person) {
            let group = groups[number]
            guard group.stage == .planned || group.stage == .confirmed, group.members.count < group.rule.largest,
                group.days[0] >= first, group.days[0] >= people[person].notBefore,
                Capacity.grid(for: referrals[person].timeOfDay).contains(
                    Quanta.index(minuteOfDay: group.rule.startMinute))
            else { continue }
            if best.map({ group.days[0] < groups[$0].days[0] }) ?? true { best = number }
        }
        return best
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
        placeGroup(number, from: group.days[0] + Int32(group.rule.putOffWeeks * 7))
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

    private mutating func meetGroup(_ number: Int) {
        let day = groups[number].days[groups[number].held]
        var leaders = groups[number].facilitators.filter { capacity.isThere($0, on: day) }
        if leaders.isEmpty, let other = standsIn(number, on: day) { leaders = [other] }
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
        let quanta = quanta(of: session)
        for clinician in capacity.range(team: groups[number].team, step: .low)
        where capacity.isFree(clinician, on: [day], quanta: quanta) {
            return capacity.bookTime(clinician, on: day, quanta: quanta) ? clinician : nil
        }
        return nil
    }

    /// Nobody can lead a session: what is left of the course is put off by a week, so that nobody loses a session
    /// (AT-10); with nobody to lead that, the course ends.
    private mutating func putOffSession(_ number: Int) {
        let group = groups[number]
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
        people[person].appointmentCount += 1
        emit(.takenOn(UInt32(person)))
        return true
    }

    // MARK: Sessions

    /// Somebody attended a session of the course (TX-4): it counts as a treatment contact.
    public mutating func attendedGroup(_ person: Int) {
        people[person].sessionsAtStep += people[person].sessionsAtStep < UInt8.max ? 1 : 0
        people[person].appointmentCount += 1
        move(person, .sessionAttended)
    }

    /// Somebody was not at a session of the course: they may come to the next, unless the policy ends it (AT-3).
    /// - Parameter exception: the case manager lets it go on at the limit of misses.
    public mutating func missedGroup(_ person: Int, _ outcome: Attendance, exception: Bool) {
        people[person].appointmentCount += 1
        if endsByPolicy(person, outcome, exception: exception) { close(person, .droppedOut) }
    }

    /// Whether a fact about a seat or a session of a course can have happened.
    func isRunningMember(_ person: UInt32) -> Bool {
        guard Int(person) < episodes.count, episodes[Int(person)].state == .inTreatment,
            people[Int(person)].flags.contains(.inGroup), let number = group(of: Int(person))
        else { return false }
        return groups[number].stage == .running || groups[number].stage == .over
    }
}
