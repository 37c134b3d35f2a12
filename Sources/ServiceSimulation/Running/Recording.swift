import Allocation
import CareModel
import Diaries
import EventKernel

/// Writes down what is counted, and checks that nobody is lost (KP-1 to KP-11).
struct Recording {
    /// What was counted so far.
    var record: ReplicationRecord
    /// The week that is being recorded.
    var week = 0
    /// Minutes of contact that each clinician has completed in this week, and today (KP-11, AT-8).
    var completedThisWeek: [Int32]
    var completedToday: [Int32]

    init(_ scenario: ServiceScenario, from day: CivilDay, weeks: Int, clinicians: Int) {
        record = ReplicationRecord(
            starts: day, weeks: weeks, teams: scenario.teams.count, byGroup: scenario.measuresGroups)
        completedThisWeek = [Int32](repeating: 0, count: clinicians)
        completedToday = completedThisWeek
    }
}

extension Recording {
    /// Writes the numbers of the week's end.
    static func closeLastWeek(_ service: inout Simulation) {
        for team in service.inForce.practices.indices {
            recordStock(team: team, &service)
            recordRoles(team: team, &service)
            checkConservation(team: team, service)
        }
        for clinician in service.recording.completedThisWeek.indices {
            service.recording.completedThisWeek[clinician] = 0
        }
        if service.checksInvariants { checkEverybody(service) }
    }

    private static func recordStock(team: Int, _ service: inout Simulation) {
        for (counter, people) in stocks(team: team, service) { set(counter, team, people, &service) }
        set(.onHold, team, service.desk.people(in: .onHold, team: team), &service)
        let open = EpisodeState.allCases.filter(\.isOpen).reduce(0) { $0 + service.desk.people(in: $1, team: team) }
        set(.inService, team, open, &service)
        set(.firstWaitP90, team, service.desk.recentWaits.firstWait(centile: 0.9, team: team), &service)
        set(
            .expectedFirstWait, team, Int(PracticeInForce.measure(.expectedFirstAppointmentWait, team: team, &service)),
            &service)
        set(.employmentWaiting, team, service.employment.teams[team].waiting.count, &service)
        set(
            .adviserThousandths, team, Int((service.inForce.practices[team].employment.advisers * 1000).rounded()),
            &service)
    }

    private static func set(_ counter: Counter, _ team: Int, _ value: Int, _ service: inout Simulation) {
        service.recording.record.set(counter, week: service.recording.week, team: team, value)
    }

    /// Caseloads, targets and unused time by role (KP-8, CL-12).
    private static func recordRoles(team: Int, _ service: inout Simulation) {
        let monday = service.firstDay + Int32(service.recording.week * 7)
        for clinician in service.desk.capacity.range(team: team) {
            let who = service.desk.capacity.clinicians[clinician]
            // Read in place: a post as a whole is dear to copy.
            let wte = service.workforce.posts[clinician].staff.wte
            if isVacant(clinician, on: monday, &service) {
                add(.vacantThousandths, team, who.role, Int((wte * 1000).rounded()), &service)
            }
            guard service.workforce.posts[clinician].vacantUntil == nil, monday <= who.lastDay,
                hasStarted(clinician, by: monday, &service)
            else { continue }
            recordStrain(clinician, team: team, &service)
            add(.caseload, team, who.role, Int(who.caseload), &service)
            add(.caseloadCap, team, who.role, Int(who.caseloadCap), &service)
            add(.wteThousandths, team, who.role, Int((wte * 1000).rounded()), &service)
            add(
                .targetMinutes, team, who.role, Int(service.workforce.posts[clinician].staff.completedHours * wte * 60),
                &service)
            add(.presentThousandths, team, who.role, presentThousandths(clinician, monday, &service), &service)
            for offset in 0..<Int32(7) where service.desk.capacity.isAtWork(clinician, on: monday + offset) {
                let bookable = service.desk.capacity.bookable(clinician, on: monday + offset)
                let unused = bookable.subtracting(service.desk.capacity.diary.booked(clinician, on: monday + offset))
                add(.bookableMinutes, team, who.role, bookable.count * Quanta.minutes, &service)
                add(.unusedMinutes, team, who.role, unused.count * Quanta.minutes, &service)
            }
        }
    }

    /// A clinician's WTE for the part of the usual week that is not leave, sickness or a holiday.
    private static func presentThousandths(_ clinician: Int, _ monday: CivilDay, _ service: inout Simulation) -> Int {
        let usual = (0..<Int32(7)).count { !service.desk.capacity.bookable(clinician, on: monday + $0).isEmpty }
        guard usual > 0 else { return 0 }
        let present = (0..<Int32(7)).count { service.desk.capacity.isAtWork(clinician, on: monday + $0) }
        return Int((service.workforce.posts[clinician].staff.wte * 1000 * Double(present) / Double(usual)).rounded())
    }

    /// Whether somebody is sought for a post (KP-11).
    private static func isVacant(_ clinician: Int, on monday: CivilDay, _ service: inout Simulation) -> Bool {
        guard service.workforce.posts[clinician].vacantUntil != nil, hasStarted(clinician, by: monday, &service) else {
            return false
        }
        guard let until = service.workforce.posts[clinician].staff.until else { return true }
        return monday <= until
    }

    /// What may wear a clinician out: more people than the cap, more hours than the target (KP-11, CL-12).
    private static func recordStrain(_ clinician: Int, team: Int, _ service: inout Simulation) {
        let who = service.desk.capacity.clinicians[clinician]
        let (wte, hours) = (
            service.workforce.posts[clinician].staff.wte, service.workforce.posts[clinician].staff.completedHours
        )
        add(.filledPosts, team, who.role, 1, &service)
        if who.caseload > who.caseloadCap { add(.postsOverCap, team, who.role, 1, &service) }
        let target = Int32(hours * wte * 60)
        if service.recording.completedThisWeek[clinician] > target {
            add(.postsOverTarget, team, who.role, 1, &service)
        }
        service.count(.clinicianThousandths, team: team, Int((wte * 1000).rounded()))
    }

    private static func hasStarted(_ clinician: Int, by day: CivilDay, _ service: inout Simulation) -> Bool {
        guard let from = service.workforce.posts[clinician].staff.from else { return true }
        return day >= from
    }

    private static func add(
        _ counter: RoleCounter, _ team: Int, _ role: Role, _ amount: Int, _ service: inout Simulation
    ) {
        service.recording.record.add(counter, week: service.recording.week, team: team, role: role, amount)
    }

    /// Nobody vanishes: everyone who ever came is in exactly one state (KP-10).
    private static func checkConservation(team: Int, _ service: borrowing Simulation) {
        let somewhere = service.desk.peopleEver(in: team)
        require(
            somewhere == service.desk.everyoneByTeam[team],
            "people have vanished: \(service.desk.everyoneByTeam[team]) came to team \(team), "
                + "\(somewhere) are somewhere"
        )
    }

    /// The expensive check: counts against the people themselves, lists, caseloads and diaries.
    static func checkEverybody(_ service: borrowing Simulation) {
        var counted = [Int32](repeating: 0, count: service.desk.stateCounts.count)
        var caseloads = [Int32](repeating: 0, count: service.workforce.posts.count)
        for person in service.desk.episodes.indices {
            let episode = service.desk.episodes[person]
            counted[service.desk.stateIndex(episode, service.desk.team(person))] += 1
            if episode.state.isOnCaseload { caseloads[Int(episode.clinician)] += 1 }
            checkPlace(person, service)
        }
        for index in counted.indices where service.desk.keepsEveryone || !isClosed(index, service) {
            require(counted[index] == service.desk.stateCounts[index], "the counts of states disagree with the people")
        }
        for clinician in service.workforce.posts.indices {
            require(caseloads[clinician] == service.desk.capacity.clinicians[clinician].caseload, "a caseload is wrong")
            require(caseloads[clinician] == Int32(service.desk.caseloadMembers[clinician].count), "a caseload is wrong")
        }
        checkGroups(service)
    }

    /// Nobody has two seats, no course has more people than seats, and whoever has a seat is known by it (TX-4, BK-1).
    private static func checkGroups(_ service: borrowing Simulation) {
        var seats = 0
        for (number, course) in service.desk.groups.enumerated() {
            require(!course.isOpen || service.desk.holdsTime(number), "a course without its facilitators' time")
            seats += course.members.count
            require(course.members.count <= course.rule.largest, "a course has more people than seats")
            let sorted = course.members.sorted()
            require(zip(sorted, sorted.dropFirst()).allSatisfy { $0 != $1 }, "a seat was given twice")
            require(course.isOpen || course.members.isEmpty, "somebody sits in a course that is over")
            for member in course.members {
                require(service.desk.people[Int(member)].flags.contains(.inGroup), "a seat without a person")
            }
        }
        var people = 0
        for person in service.desk.people.indices where service.desk.people[person].flags.contains(.inGroup) {
            people += 1
        }
        require(people == seats, "\(people) people have \(seats) seats")
    }

    /// Whether a place in the counts of states is of people who have left: they may have given their numbers away.
    private static func isClosed(_ index: Int, _ service: borrowing Simulation) -> Bool {
        index % BookingDesk.statesPerTeam >= Int(EpisodeState.closed.rawValue) * 4
    }

    /// In every state something will happen to the person: nobody is forgotten.
    private static func checkPlace(_ person: Int, _ service: borrowing Simulation) {
        let state = service.people[person]
        let isTimed = service.events.isPending(state.timer)
        let known = service.desk.people[person]
        let isListed = known.list != .none
        let isExpected: Bool
        switch service.desk.episodes[person].state {
        case .awaitingScreening, .awaitingContact, .missedFirstAppointment, .onHold, .missedSession,
            .awaitingSupervision:
            isExpected = isTimed && !isListed && !known.isBooked
        case .waitingFirstAppointment:
            isExpected =
                known.list == .firstAppointment && !known.isBooked && service.events.isPending(state.withdrawal)
        case .firstAppointmentBooked:
            isExpected = known.isBooked && !isListed && service.events.isPending(state.appointmentEvent)
        case .waitingTreatment:
            isExpected =
                (known.list == .treatment) != known.flags.contains(.inGroup)
                && service.events.isPending(state.withdrawal)
        case .inTreatment:
            let isInGroup = known.flags.contains(.inGroup)
            isExpected = isInGroup ? !known.isBooked && !isListed : known.isBooked != (known.list == .nextSession)
        case .closed:
            isExpected = !isListed && !known.isBooked && !isTimed && !service.events.isPending(state.withdrawal)
        }
        require(isExpected, "person \(known.key) is lost in \(service.desk.episodes[person].state.name)")
    }
}

/// Stops the run with what is wrong: a broken invariant is a bug, and its message must survive optimisation.
private func require(_ holds: Bool, _ message: @autoclosure () -> String) {
    guard holds else { fatalError(message()) }
}
