import Allocation
import CareModel
import Diaries
import EventKernel
import RandomStreams

extension Simulation {
    /// Puts a snapshot into an empty service and starts its clocks. With the luck of the run that it was taken from,
    /// the run goes on as if it had never stopped. With other luck what a snapshot cannot know, such as how long a
    /// person will be patient, is drawn anew, given all that has happened so far.
    mutating func restore(_ snapshot: ServiceSnapshot) {
        let goesOn = goesOn(from: snapshot)
        let newlyLed = restoreLevers(snapshot.running)
        let places = restorePosts(snapshot, goesOn: goesOn)
        restoreSplits(snapshot)
        layOutFirstWeeks(snapshot, places: places)
        restoreAssessmentWeeks(snapshot)
        for closed in snapshot.closedRooms where desk.capacity.rooms.indices.contains(closed.room) {
            hear(.roomClosed(room: closed.room, first: closed.first, last: closed.last))
        }
        if let running = snapshot.running {
            restoreRecentWaits(running)
            restoreDeclared(running)
        }
        restorePeople(snapshot, goesOn: goesOn)
        for (post, place) in zip(snapshot.posts, places) {
            if let place, let known = post.running { restoreBlocked(place, known) }
        }
        for time in snapshot.blocked where posts.indices.contains(Int(time.clinician)) {
            hear(.blocked(clinician: Int(time.clinician), time.day, time.hours))
        }
        if let running = snapshot.running { restoreDesks(running) }
        if !goesOn {
            restoreRotas(of: practices.indices.filter { !isRotaMade(team: $0, snapshot) })
            planFirstGroups()
        }
        restoreEmployment(snapshot.employment)
        for index in record.queues.indices {
            record.queues[index].startLength = record.queues[index].length
            record.queues[index].joined = 0
        }
        if !newlyLed.isEmpty { applyLevers(in: newlyLed) }
        if goesOn, let coming = snapshot.coming {
            restoreComing(coming, people: snapshot.people)
        } else {
            restoreDecided(snapshot.posts, places: places)
        }
        startClocks(snapshot.running)
    }

    /// Days and weeks begin by themselves; what was done already at the beginning of the first is not done again.
    private mutating func startClocks(_ running: RunningSnapshot?) {
        if running?.isDayToStart ?? true {
            schedule(.dayStarts, 0, at: firstDay.start, .dayStarts)
        } else {
            startedDay = firstDay
            if firstDay + 1 < lastDay { schedule(.dayStarts, 0, at: (firstDay + 1).start, .dayStarts) }
        }
        if running?.isWeekToTurn ?? false {
            turnedWeek = firstDay.monday - 7
            schedule(.weekStarts, 0, at: firstDay.start, .weekStarts)
        } else {
            scheduleWeek(after: firstDay)
        }
    }

    private mutating func restoreSplits(_ snapshot: ServiceSnapshot) {
        for team in splits.indices {
            var shares = splits[team].shares
            if practices[team].diary.followsDemand, team < snapshot.firstShares.count,
                !snapshot.firstShares[team].isEmpty
            {
                shares = snapshot.firstShares[team]
            }
            splits[team] = StandingSplit(shares: shares)
            guard let running = snapshot.running, team < running.seenSinceLook.count,
                running.seenSinceLook[team].count == Step.allCases.count
            else { continue }
            splits[team] = StandingSplit(
                shares: shares, seen: running.seenSinceLook[team], weeks: running.weeksSinceLook[team])
        }
    }

    /// The weeks of everybody; who has not declared a number of people before declares one (CL-10).
    private mutating func layOutFirstWeeks(_ snapshot: ServiceSnapshot, places: [Int?]) {
        var hasDeclared = [Bool](repeating: false, count: posts.count)
        for (post, place) in zip(snapshot.posts, places) where post.running != nil {
            if let place { hasDeclared[place] = true }
        }
        for team in practices.indices {
            layOutWeeks(team: team)
            declareCapacity(team: team, except: hasDeclared)
        }
    }

    private mutating func restoreAssessmentWeeks(_ snapshot: ServiceSnapshot) {
        declareFixedAssessmentWeeks()
        for (team, monday) in snapshot.lastAssessmentWeek.enumerated() where team < practices.count {
            guard let monday else { continue }
            // One that is over still counts for when the next may be.
            if desk.capacity.diary.hasPage(for: monday) {
                hear(.assessmentWeek(team: team, monday: monday))
            } else {
                desk.hear(.assessmentWeek(team: team, monday: monday))
            }
        }
    }

    // MARK: Posts

    /// - Returns: the clinician of each post of the snapshot; nil where the post is no more.
    private mutating func restorePosts(_ snapshot: ServiceSnapshot, goesOn: Bool) -> [Int?] {
        var byKey: [UInt64: Int] = [:]  // lookup only
        for (place, post) in snapshot.posts.enumerated() { byKey[post.key] = place }
        var places = [Int?](repeating: nil, count: snapshot.posts.count)
        for clinician in posts.indices {
            if posts[clinician].isGone {
                startHandover(clinician)
                continue
            }
            if let place = byKey[posts[clinician].key], isSameEmployment(clinician, snapshot.posts[place]) {
                places[place] = clinician
                restorePost(clinician, snapshot.posts[place])
            }
            guard !goesOn else { continue }
            planAbsences(clinician)
            startPost(clinician)
        }
        return places
    }

    /// Whether what a snapshot knows of a post still holds: not where the scenario has somebody else begin in it, or
    /// has it go on after it had ended.
    private func isSameEmployment(_ clinician: Int, _ known: PostSnapshot) -> Bool {
        let staff = posts[clinician].staff
        if known.startedOn > firstDay { return known.startedOn == posts[clinician].startedOn }
        return known.vacantUntil != Clinician.never || staff.until.map { $0 < firstDay } ?? false
    }

    private mutating func restorePost(_ clinician: Int, _ known: PostSnapshot) {
        if known.role != posts[clinician].staff.role, known.role == posts[clinician].staff.role.qualified {
            posts[clinician].staff.qualify(as: known.role)
        }
        posts[clinician].holder = known.holder
        posts[clinician].startedOn = known.startedOn
        posts[clinician].leavesOn = known.leavesOn
        posts[clinician].vacantUntil = known.vacantUntil
        posts[clinician].leavePlannedThrough = known.leavePlannedThrough
        if let running = known.running { restoreHolder(clinician, running) }
        var fresh = Simulation.clinician(posts[clinician], practice: practices[posts[clinician].team])
        let windDown = practices[posts[clinician].team].workforce.windDownWeeks
        if let last = known.leavesOn {
            fresh.lastDay = last
            if posts[clinician].known == nil { fresh.windsDownFrom = last - Int32(windDown * 7) }
        }
        if let running = known.running {
            fresh.lastDay = running.lastDay ?? fresh.lastDay
            fresh.windsDownFrom = running.windsDownFrom ?? fresh.windsDownFrom
            fresh.meteredWeek = running.meteredWeek
            fresh.takenThisWeek = running.takenThisWeek
        }
        hear(.clinician(clinician, fresh))
        for absence in known.absences {
            hear(.absent(clinician: clinician, first: absence.first, last: absence.last, absence.reason))
            guard known.running == nil else { continue }
            if absence.reason.contains(.sickness), absence.first <= firstDay {
                posts[clinician].sickUntil = absence.last
            }
            if absence.reason.contains(.parentalLeave), absence.first > firstDay {
                scheduleForHolder(.parentalLeaveStarts, clinician, at: absence.first.start)
            }
        }
    }

    /// Whoever is on the first day's list and not in the scenario has left on the day before: nobody is booked with
    /// them any more, and in the first minute they hand over as every leaver does (CL-7, CL-11, AT-10).
    private mutating func startHandover(_ clinician: Int) {
        hear(.absent(clinician: clinician, first: firstDay, last: lastPage, .vacancy))
        schedule(.postFallsVacant, clinician, at: firstDay.start, .workforce)
    }

    private mutating func planAbsences(_ clinician: Int) {
        if let from = posts[clinician].staff.from, from > firstDay {
            hear(.absent(clinician: clinician, first: firstDay, last: from - 1, .vacancy))
        }
        guard posts[clinician].vacantUntil == nil else { return }
        planTimesAway(clinician)
        let date = firstDay.date
        planLeave(clinician, year: date.year, from: firstDay)
        if date.month >= 10 { planLeave(clinician, year: date.year + 1, from: firstDay) }
        planTopUp(clinician)
    }

    private mutating func startPost(_ clinician: Int) {
        let post = posts[clinician]
        if let vacantUntil = post.vacantUntil {
            guard vacantUntil < lastDay else { return }
            schedule(.postFilled, clinician, at: (vacantUntil + 1).start, .workforce)
            return
        }
        if let leaves = post.leavesOn {
            schedule(.postFallsVacant, clinician, at: (leaves + 1).start, .workforce)
        }
        if let until = post.staff.until {
            schedule(.postFallsVacant, clinician, at: (until + 1).start, .workforce)
        }
        if let qualifies = post.staff.qualifies, post.staff.role.isTrainee, qualifies < lastDay {
            schedule(.trainingEnds, clinician, at: max(qualifies, firstDay).start, .workforce)
        }
        startHolder(clinician, from: max(post.staff.from ?? firstDay, max(firstDay, post.sickUntil)))
    }

    /// Whether the rota of a team's coming weeks is made already, for those who work there now.
    private func isRotaMade(team: Int, _ snapshot: ServiceSnapshot) -> Bool {
        guard snapshot.running?.isRotaMade == true else { return false }
        let known = Set(snapshot.posts.filter { $0.team == team }.map(\.key))  // lookup only
        return desk.capacity.range(team: team).allSatisfy { known.contains(posts[$0].key) && !posts[$0].isGone }
    }

    /// The rota and the group supervision of some teams' coming weeks, as far as the snapshot does not have them.
    private mutating func restoreRotas(of teams: [Int]) {
        for team in teams {
            for offset in 0...Simulation.dutyLeadDays where calendar.isWorkingDay(firstDay + offset) {
                assignDuty(team: team, on: firstDay + offset)
            }
        }
        for offset in -Simulation.dutyLeadDays..<0 { blockGroupSupervision(on: firstDay + offset, of: teams) }
    }
}
