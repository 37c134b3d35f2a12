import Allocation
import CareModel
import Diaries
import EventKernel
import RandomStreams

/// Puts a snapshot into an empty service, and says what one holds beside the desk.
enum Restoring {}

extension Restoring {
    /// Puts a snapshot into an empty service and starts its clocks. With the luck of the run that it was taken from,
    /// the run goes on as if it had never stopped. With other luck what a snapshot cannot know, such as how long a
    /// person will be patient, is drawn anew, given all that has happened so far.
    static func restore(_ snapshot: ServiceSnapshot, _ service: inout Simulation) {
        let goesOn = goesOn(from: snapshot, service)
        let newlyLed = restoreLevers(snapshot.running, &service)
        let places = restorePosts(snapshot, goesOn: goesOn, &service)
        restoreSplits(snapshot, &service)
        layOutFirstWeeks(snapshot, places: places, &service)
        restoreAssessmentWeeks(snapshot, &service)
        for closed in snapshot.closedRooms where service.desk.capacity.rooms.indices.contains(closed.room) {
            service.hear(.roomClosed(room: closed.room, first: closed.first, last: closed.last))
        }
        if let running = snapshot.running {
            restoreRecentWaits(running, &service)
            restoreDeclared(running, &service)
        }
        restorePeople(snapshot, goesOn: goesOn, &service)
        Returns.restore(snapshot.former, &service)
        for (post, place) in zip(snapshot.posts, places) {
            if let place, let known = post.running { restoreBlocked(place, known, &service) }
        }
        for time in snapshot.blocked where service.workforce.posts.indices.contains(Int(time.clinician)) {
            service.hear(.blocked(clinician: Int(time.clinician), time.day, time.hours))
        }
        if let running = snapshot.running { restoreDesks(running, &service) }
        if !goesOn {
            restoreRotas(
                of: service.inForce.practices.indices.filter { !isRotaMade(team: $0, snapshot, service) }, &service)
            GroupSessions.planFirstGroups(&service)
        }
        Employment.restoreEmployment(snapshot.employment, &service)
        for index in service.recording.record.queues.indices {
            service.recording.record.queues[index].startLength = service.recording.record.queues[index].length
            service.recording.record.queues[index].joined = 0
        }
        if !newlyLed.isEmpty { PracticeInForce.applyLevers(in: newlyLed, &service) }
        if goesOn, let coming = snapshot.coming {
            restoreComing(coming, people: snapshot.people, &service)
        } else {
            restoreDecided(snapshot.posts, places: places, &service)
        }
        startClocks(snapshot.running, &service)
    }

    /// Days and weeks begin by themselves; what was done already at the beginning of the first is not done again.
    private static func startClocks(_ running: RunningSnapshot?, _ service: inout Simulation) {
        if running?.isDayToStart ?? true {
            service.schedule(.dayStarts, 0, at: service.firstDay.start, .dayStarts)
        } else {
            service.startedDay = service.firstDay
            if service.firstDay + 1 < service.lastDay {
                service.schedule(.dayStarts, 0, at: (service.firstDay + 1).start, .dayStarts)
            }
        }
        if running?.isWeekToTurn ?? false {
            service.turnedWeek = service.firstDay.monday - 7
            service.schedule(.weekStarts, 0, at: service.firstDay.start, .weekStarts)
        } else {
            service.scheduleWeek(after: service.firstDay)
        }
    }

    private static func restoreSplits(_ snapshot: ServiceSnapshot, _ service: inout Simulation) {
        for team in service.inForce.splits.indices {
            var shares = service.inForce.splits[team].shares
            if service.inForce.practices[team].diary.followsDemand, team < snapshot.firstShares.count,
                !snapshot.firstShares[team].isEmpty
            {
                shares = snapshot.firstShares[team]
            }
            service.inForce.splits[team] = StandingSplit(shares: shares)
            guard let running = snapshot.running, team < running.seenSinceLook.count,
                running.seenSinceLook[team].count == Step.allCases.count
            else { continue }
            service.inForce.splits[team] = StandingSplit(
                shares: shares, seen: running.seenSinceLook[team], weeks: running.weeksSinceLook[team])
        }
    }

    /// The weeks of everybody; who has not declared a number of people before declares one (CL-10).
    private static func layOutFirstWeeks(_ snapshot: ServiceSnapshot, places: [Int?], _ service: inout Simulation) {
        var hasDeclared = [Bool](repeating: false, count: service.workforce.posts.count)
        for (post, place) in zip(snapshot.posts, places) where post.running != nil {
            if let place { hasDeclared[place] = true }
        }
        for team in service.inForce.practices.indices {
            Workforce.layOutWeeks(team: team, &service)
            Workforce.declareCapacity(team: team, except: hasDeclared, &service)
        }
    }

    private static func restoreAssessmentWeeks(_ snapshot: ServiceSnapshot, _ service: inout Simulation) {
        PracticeInForce.declareFixedAssessmentWeeks(&service)
        for (team, monday) in snapshot.lastAssessmentWeek.enumerated() where team < service.inForce.practices.count {
            guard let monday else { continue }
            // One that is over still counts for when the next may be.
            if service.desk.capacity.diary.hasPage(for: monday) {
                service.hear(.assessmentWeek(team: team, monday: monday))
            } else {
                service.desk.hear(.assessmentWeek(team: team, monday: monday))
            }
        }
    }

    // MARK: Posts

    /// - Returns: the clinician of each post of the snapshot; nil where the post is no more.
    private static func restorePosts(_ snapshot: ServiceSnapshot, goesOn: Bool, _ service: inout Simulation) -> [Int?] {
        var byKey: [UInt64: Int] = [:]  // lookup only
        for (place, post) in snapshot.posts.enumerated() { byKey[post.key] = place }
        var places = [Int?](repeating: nil, count: snapshot.posts.count)
        for clinician in service.workforce.posts.indices {
            if service.workforce.posts[clinician].isGone {
                startHandover(clinician, &service)
                continue
            }
            if let place = byKey[service.workforce.posts[clinician].key],
                isSameEmployment(clinician, snapshot.posts[place], service)
            {
                places[place] = clinician
                restorePost(clinician, snapshot.posts[place], &service)
            }
            guard !goesOn else { continue }
            planAbsences(clinician, &service)
            startPost(clinician, &service)
        }
        return places
    }

    /// Whether what a snapshot knows of a post still holds: not where the scenario has somebody else begin in it, or
    /// has it go on after it had ended.
    private static func isSameEmployment(_ clinician: Int, _ known: PostSnapshot, _ service: borrowing Simulation)
        -> Bool
    {
        let staff = service.workforce.posts[clinician].staff
        if known.startedOn > service.firstDay { return known.startedOn == service.workforce.posts[clinician].startedOn }
        return known.vacantUntil != Clinician.never || staff.until.map { $0 < service.firstDay } ?? false
    }

    private static func restorePost(_ clinician: Int, _ known: PostSnapshot, _ service: inout Simulation) {
        if known.role != service.workforce.posts[clinician].staff.role,
            known.role == service.workforce.posts[clinician].staff.role.qualified
        {
            service.workforce.posts[clinician].staff.qualify(as: known.role)
        }
        service.workforce.posts[clinician].holder = known.holder
        service.workforce.posts[clinician].startedOn = known.startedOn
        service.workforce.posts[clinician].leavesOn = known.leavesOn
        service.workforce.posts[clinician].vacantUntil = known.vacantUntil
        service.workforce.posts[clinician].leavePlannedThrough = known.leavePlannedThrough
        if let running = known.running { restoreHolder(clinician, running, &service) }
        var fresh = Workforce.clinician(
            service.workforce.posts[clinician],
            practice: service.inForce.practices[service.workforce.posts[clinician].team])
        let windDown = service.inForce.practices[service.workforce.posts[clinician].team].workforce.windDownWeeks
        if let last = known.leavesOn {
            fresh.lastDay = last
            if service.workforce.posts[clinician].known == nil { fresh.windsDownFrom = last - Int32(windDown * 7) }
        }
        if let running = known.running {
            fresh.lastDay = running.lastDay ?? fresh.lastDay
            fresh.windsDownFrom = running.windsDownFrom ?? fresh.windsDownFrom
            fresh.meteredWeek = running.meteredWeek
            fresh.takenThisWeek = running.takenThisWeek
            fresh.owesNotes = running.owesNotes
        }
        service.hear(.clinician(clinician, fresh))
        for absence in known.absences {
            service.hear(.absent(clinician: clinician, first: absence.first, last: absence.last, absence.reason))
            guard known.running == nil else { continue }
            if absence.reason.contains(.sickness), absence.first <= service.firstDay {
                service.workforce.posts[clinician].sickUntil = absence.last
            }
            if absence.reason.contains(.parentalLeave), absence.first > service.firstDay {
                Workforce.scheduleForHolder(.parentalLeaveStarts, clinician, at: absence.first.start, &service)
            }
        }
    }

    /// Whoever is on the first day's list and not in the scenario has left on the day before: nobody is booked with
    /// them any more, and in the first minute they hand over as every leaver does (CL-7, CL-11, AT-10).
    private static func startHandover(_ clinician: Int, _ service: inout Simulation) {
        service.hear(.absent(clinician: clinician, first: service.firstDay, last: service.lastPage, .vacancy))
        service.schedule(.postFallsVacant, clinician, at: service.firstDay.start, .workforce)
    }

    private static func planAbsences(_ clinician: Int, _ service: inout Simulation) {
        if let from = service.workforce.posts[clinician].staff.from, from > service.firstDay {
            service.hear(.absent(clinician: clinician, first: service.firstDay, last: from - 1, .vacancy))
        }
        guard service.workforce.posts[clinician].vacantUntil == nil else { return }
        Workforce.planTimesAway(clinician, &service)
        let date = service.firstDay.date
        Workforce.planLeave(clinician, year: date.year, from: service.firstDay, &service)
        if date.month >= 10 { Workforce.planLeave(clinician, year: date.year + 1, from: service.firstDay, &service) }
        Workforce.planTopUp(clinician, &service)
    }

    private static func startPost(_ clinician: Int, _ service: inout Simulation) {
        let post = service.workforce.posts[clinician]
        if let vacantUntil = post.vacantUntil {
            guard vacantUntil < service.lastDay else { return }
            service.schedule(.postFilled, clinician, at: (vacantUntil + 1).start, .workforce)
            return
        }
        if let leaves = post.leavesOn {
            service.schedule(.postFallsVacant, clinician, at: (leaves + 1).start, .workforce)
        }
        if let until = post.staff.until {
            service.schedule(.postFallsVacant, clinician, at: (until + 1).start, .workforce)
        }
        if let qualifies = post.staff.qualifies, post.staff.role.isTrainee, qualifies < service.lastDay {
            service.schedule(.trainingEnds, clinician, at: max(qualifies, service.firstDay).start, .workforce)
        }
        Workforce.startHolder(
            clinician, from: max(post.staff.from ?? service.firstDay, max(service.firstDay, post.sickUntil)), &service)
    }

    /// Whether the rota of a team's coming weeks is made already, for those who work there now.
    private static func isRotaMade(team: Int, _ snapshot: ServiceSnapshot, _ service: borrowing Simulation) -> Bool {
        guard snapshot.running?.isRotaMade == true else { return false }
        let known = Set(snapshot.posts.filter { $0.team == team }.map(\.key))  // lookup only
        return service.desk.capacity.range(team: team).allSatisfy {
            known.contains(service.workforce.posts[$0].key) && !service.workforce.posts[$0].isGone
        }
    }

    /// The rota and the group supervision of some teams' coming weeks, as far as the snapshot does not have them.
    private static func restoreRotas(of teams: [Int], _ service: inout Simulation) {
        for team in teams {
            for offset in 0...Workforce.dutyLeadDays where service.calendar.isWorkingDay(service.firstDay + offset) {
                Workforce.assignDuty(team: team, on: service.firstDay + offset, &service)
            }
        }
        for offset in -Workforce.dutyLeadDays..<0 {
            Workforce.blockGroupSupervision(on: service.firstDay + offset, of: teams, &service)
        }
    }
}
