import Allocation
import CareModel
import Diaries
import EventKernel

extension Simulation {
    /// Writes the numbers of the week's end.
    mutating func closeLastWeek() {
        for team in practices.indices {
            recordStock(team: team)
            recordRoles(team: team)
            checkConservation(team: team)
        }
        for clinician in completedThisWeek.indices { completedThisWeek[clinician] = 0 }
        if checksInvariants { checkEverybody() }
    }

    private mutating func recordStock(team: Int) {
        set(.waitingFirstAppointment, team, desk.people(in: .waitingFirstAppointment, team: team))
        set(.firstAppointmentBooked, team, desk.people(in: .firstAppointmentBooked, team: team))
        for (counter, people) in queues(team: team) { set(counter, team, people) }
        for (counter, step) in [(Counter.inTreatmentLow, Step.low), (.inTreatmentHigh, .high)] {
            var people = 0
            for state in [EpisodeState.inTreatment, .missedSession] {
                people += desk.people(in: state, team: team, step: step, steppedUp: false)
                people += desk.people(in: state, team: team, step: step, steppedUp: true)
            }
            set(counter, team, people)
        }
        set(.onHold, team, desk.people(in: .onHold, team: team))
        let open = EpisodeState.allCases.filter(\.isOpen).reduce(0) { $0 + desk.people(in: $1, team: team) }
        set(.inService, team, open)
        set(.firstWaitP90, team, desk.recentWaits.firstWait(centile: 0.9, team: team))
        set(.expectedFirstWait, team, Int(measure(.expectedFirstAppointmentWait, team: team)))
        set(.employmentWaiting, team, employment[team].waiting.count)
        set(.adviserThousandths, team, Int((practices[team].employment.advisers * 1000).rounded()))
    }

    private mutating func set(_ counter: Counter, _ team: Int, _ value: Int) {
        record.set(counter, week: week, team: team, value)
    }

    /// Caseloads, targets and unused time by role (KP-8, CL-12).
    private mutating func recordRoles(team: Int) {
        let monday = firstDay + Int32(week * 7)
        for clinician in desk.capacity.range(team: team) {
            let who = desk.capacity.clinicians[clinician]
            // Read in place: a post as a whole is dear to copy.
            let wte = posts[clinician].staff.wte
            if isVacant(clinician, on: monday) {
                add(.vacantThousandths, team, who.role, Int((wte * 1000).rounded()))
            }
            guard posts[clinician].vacantUntil == nil, monday <= who.lastDay, hasStarted(clinician, by: monday)
            else { continue }
            recordStrain(clinician, team: team)
            add(.caseload, team, who.role, Int(who.caseload))
            add(.caseloadCap, team, who.role, Int(who.caseloadCap))
            add(.wteThousandths, team, who.role, Int((wte * 1000).rounded()))
            add(.targetMinutes, team, who.role, Int(posts[clinician].staff.completedHours * wte * 60))
            add(.presentThousandths, team, who.role, presentThousandths(clinician, monday))
            for offset in 0..<Int32(7) where desk.capacity.isAtWork(clinician, on: monday + offset) {
                let bookable = desk.capacity.bookable(clinician, on: monday + offset)
                let unused = bookable.subtracting(desk.capacity.diary.booked(clinician, on: monday + offset))
                add(.bookableMinutes, team, who.role, bookable.count * Quanta.minutes)
                add(.unusedMinutes, team, who.role, unused.count * Quanta.minutes)
            }
        }
    }

    /// A clinician's WTE for the part of the usual week that is not leave, sickness or a holiday.
    private func presentThousandths(_ clinician: Int, _ monday: CivilDay) -> Int {
        let usual = (0..<Int32(7)).count { !desk.capacity.bookable(clinician, on: monday + $0).isEmpty }
        guard usual > 0 else { return 0 }
        let present = (0..<Int32(7)).count { desk.capacity.isAtWork(clinician, on: monday + $0) }
        return Int((posts[clinician].staff.wte * 1000 * Double(present) / Double(usual)).rounded())
    }

    /// Whether somebody is sought for a post (KP-11).
    private mutating func isVacant(_ clinician: Int, on monday: CivilDay) -> Bool {
        guard posts[clinician].vacantUntil != nil, hasStarted(clinician, by: monday) else { return false }
        guard let until = posts[clinician].staff.until else { return true }
        return monday <= until
    }

    /// What may wear a clinician out: more people than the cap, more hours than the target (KP-11, CL-12).
    private mutating func recordStrain(_ clinician: Int, team: Int) {
        let who = desk.capacity.clinicians[clinician]
        let (wte, hours) = (posts[clinician].staff.wte, posts[clinician].staff.completedHours)
        add(.filledPosts, team, who.role, 1)
        if who.caseload > who.caseloadCap { add(.postsOverCap, team, who.role, 1) }
        let target = Int32(hours * wte * 60)
        if completedThisWeek[clinician] > target { add(.postsOverTarget, team, who.role, 1) }
        count(.clinicianThousandths, team: team, Int((wte * 1000).rounded()))
    }

    private mutating func hasStarted(_ clinician: Int, by day: CivilDay) -> Bool {
        guard let from = posts[clinician].staff.from else { return true }
        return day >= from
    }

    private mutating func add(_ counter: RoleCounter, _ team: Int, _ role: Role, _ amount: Int) {
        record.add(counter, week: week, team: team, role: role, amount)
    }

    /// Nobody vanishes: everyone who ever came is in exactly one state (KP-10).
    private func checkConservation(team: Int) {
        let somewhere = desk.peopleEver(in: team)
        require(
            somewhere == desk.everyoneByTeam[team],
            "people have vanished: \(desk.everyoneByTeam[team]) came to team \(team), \(somewhere) are somewhere")
    }

    /// The expensive check: counts against the people themselves, lists, caseloads and diaries.
    func checkEverybody() {
        var counted = [Int32](repeating: 0, count: desk.stateCounts.count)
        var caseloads = [Int32](repeating: 0, count: posts.count)
        for person in desk.episodes.indices {
            let episode = desk.episodes[person]
            counted[desk.stateIndex(episode, desk.team(person))] += 1
            if episode.state.isOnCaseload { caseloads[Int(episode.clinician)] += 1 }
            checkPlace(person)
        }
        for index in counted.indices where desk.keepsEveryone || !isClosed(index) {
            require(counted[index] == desk.stateCounts[index], "the counts of states disagree with the people")
        }
        for clinician in posts.indices {
            require(caseloads[clinician] == desk.capacity.clinicians[clinician].caseload, "a caseload is wrong")
            require(caseloads[clinician] == Int32(desk.caseloadMembers[clinician].count), "a caseload is wrong")
        }
        checkGroups()
    }

    /// Nobody has two seats, no course has more people than seats, and whoever has a seat is known by it (TX-4, BK-1).
    private func checkGroups() {
        var seats = 0
        for (number, course) in desk.groups.enumerated() {
            require(!course.isOpen || desk.holdsTime(number), "a course without its facilitators' time")
            seats += course.members.count
            require(course.members.count <= course.rule.largest, "a course has more people than seats")
            let sorted = course.members.sorted()
            require(zip(sorted, sorted.dropFirst()).allSatisfy { $0 != $1 }, "a seat was given twice")
            require(course.isOpen || course.members.isEmpty, "somebody sits in a course that is over")
            for member in course.members {
                require(desk.people[Int(member)].flags.contains(.inGroup), "a seat without a person")
            }
        }
        var people = 0
        for person in desk.people.indices where desk.people[person].flags.contains(.inGroup) { people += 1 }
        require(people == seats, "\(people) people have \(seats) seats")
    }

    /// Whether a place in the counts of states is of people who have left: they may have given their numbers away.
    private func isClosed(_ index: Int) -> Bool {
        index % BookingDesk.statesPerTeam >= Int(EpisodeState.closed.rawValue) * 4
    }

    /// In every state something will happen to the person: nobody is forgotten.
    private func checkPlace(_ person: Int) {
        let state = people[person]
        let isTimed = events.isPending(state.timer)
        let known = desk.people[person]
        let isListed = known.list != .none
        let isExpected: Bool
        switch desk.episodes[person].state {
        case .awaitingScreening, .awaitingContact, .missedFirstAppointment, .onHold, .missedSession,
            .awaitingSupervision:
            isExpected = isTimed && !isListed && !known.isBooked
        case .waitingFirstAppointment:
            isExpected = known.list == .firstAppointment && !known.isBooked && events.isPending(state.withdrawal)
        case .firstAppointmentBooked:
            isExpected = known.isBooked && !isListed && events.isPending(state.appointmentEvent)
        case .waitingTreatment:
            isExpected =
                (known.list == .treatment) != known.flags.contains(.inGroup) && events.isPending(state.withdrawal)
        case .inTreatment:
            let isInGroup = known.flags.contains(.inGroup)
            isExpected = isInGroup ? !known.isBooked && !isListed : known.isBooked != (known.list == .nextSession)
        case .closed:
            isExpected = !isListed && !known.isBooked && !isTimed && !events.isPending(state.withdrawal)
        }
        require(isExpected, "person \(known.key) is lost in \(desk.episodes[person].state.name)")
    }
}

/// Stops the run with what is wrong: a broken invariant is a bug, and its message must survive optimisation.
private func require(_ holds: Bool, _ message: @autoclosure () -> String) {
    guard holds else { fatalError(message()) }
}
