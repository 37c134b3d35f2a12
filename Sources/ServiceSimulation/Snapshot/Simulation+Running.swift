import Allocation
import CareModel
import Diaries

extension Simulation {
    // MARK: Taking

    /// What the service has in hand.
    func runningSnapshot() -> RunningSnapshot {
        var running = RunningSnapshot()
        running.weeksSeen = desk.recentWaits.weeksSeen
        running.isWeekToTurn = turnedWeek != now.day.monday
        running.isDayToStart = startedDay != now.day
        running.isRotaMade = true
        for team in practices.indices {
            running.recentWaits.append(desk.recentWaits.snapshot(team: team))
            running.assessmentWeeks.append(desk.capacity.assessmentWeeks(team: team, from: now.day))
            running.cancelledCourses.append(
                (givenUpCourses[team]
                    + desk.groups.filter { $0.team == team && $0.stage == .cancelled }.map(\.plannedFor))
                    .filter { $0 >= now.day }.sorted())
            running.seenSinceLook.append(splits[team].seen)
            running.weeksSinceLook.append(splits[team].weeks)
            running.screeningBusyUntil.append(max(desks[team].busyUntil, now.day.start))
            running.seniorBusyUntil.append(max(seniorDesks[team].busyUntil, now.day.start))
            running.clerksBusyUntil.append(clerks[team].map(\.busyUntil))
        }
        running.levers = zip(scenario.levers, activeLevers).map { LeverSnapshot(name: $0.name, teams: $1) }
        return running
    }

    /// What is known of the holder of a post beside the post.
    /// - Parameter decided: what will befall the holder, whatever luck comes.
    func holderSnapshot(_ clinician: Int, decided: [DecidedSnapshot]) -> HolderSnapshot {
        let post = posts[clinician]
        let known = desk.capacity.clinicians[clinician]
        var holder = HolderSnapshot()
        holder.sickUntil = post.sickUntil
        holder.spells = post.spells
        holder.hadParentalLeave = post.hadParentalLeave
        holder.declared = post.declared
        if post.leavesOn != nil || post.vacantUntil != nil {
            holder.lastDay = known.lastDay
            holder.windsDownFrom = known.windsDownFrom
        }
        holder.meteredWeek = known.meteredWeek
        holder.takenThisWeek = known.takenThisWeek
        holder.completedToday = completedToday[clinician]
        holder.blocked = blockedTime(clinician)
        holder.decided = decided
        return holder
    }

    // MARK: Putting back

    /// Sets the practice that was in force in each team, as far as the scenario still has the same levers there.
    /// - Returns: the teams in which it has others: there it is to be seen now what they do.
    mutating func restoreLevers(_ running: RunningSnapshot?) -> [Int] {
        guard let running else { return Array(practices.indices) }
        let known = Set(running.levers.map(\.name))  // lookup only
        let there = Set(scenario.levers.map(\.name))  // lookup only
        var others = Set(scenario.levers.filter { !known.contains($0.name) }.flatMap(\.teams))  // lookup only
        for lever in running.levers where !there.contains(lever.name) { others.formUnion(lever.teams) }
        for (index, lever) in scenario.levers.enumerated() {
            let before = running.levers.first { $0.name == lever.name }
            activeLevers[index] = lever.teams.filter { before?.teams.contains($0) ?? false }
        }
        followLevers()
        return practices.indices.filter { others.contains($0) }
    }

    /// What each team saw in the weeks before the first day.
    mutating func restoreRecentWaits(_ running: RunningSnapshot) {
        desk.restoreWeeksSeen(running.weeksSeen)
        for (team, known) in running.recentWaits.enumerated() where team < practices.count {
            desk.restoreRecentWaits(known, team: team)
        }
    }

    /// Assessment weeks that are declared (PO-1), and courses that were given up (TX-4).
    mutating func restoreDeclared(_ running: RunningSnapshot) {
        for (team, mondays) in running.assessmentWeeks.enumerated() where team < practices.count {
            for monday in mondays where desk.capacity.diary.hasPage(for: monday) {
                hear(.assessmentWeek(team: team, monday: monday, isFixed: true))
            }
        }
        for (team, days) in running.cancelledCourses.enumerated() where team < practices.count {
            givenUpCourses[team] = days
        }
    }

    /// How far the time of whoever screens and books is used up (RF-5, CL-14).
    mutating func restoreDesks(_ running: RunningSnapshot) {
        for team in practices.indices {
            if team < running.screeningBusyUntil.count {
                desks[team].isBusy(until: running.screeningBusyUntil[team])
                seniorDesks[team].isBusy(until: running.seniorBusyUntil[team])
            }
            if team < running.clerksBusyUntil.count {
                clerks[team] = running.clerksBusyUntil[team].map { minute in
                    var clerk = Desk(from: CivilDay(number: Int32.min / 2))
                    clerk.isBusy(until: minute)
                    return clerk
                }
            }
        }
    }

    /// What is known of the holder of a post beside the post.
    mutating func restoreHolder(_ clinician: Int, _ known: HolderSnapshot) {
        posts[clinician].sickUntil = known.sickUntil
        posts[clinician].spells = known.spells
        posts[clinician].hadParentalLeave = known.hadParentalLeave
        if practices[posts[clinician].team].workforce.declaredVariation > 0 {
            posts[clinician].declared = known.declared
        }
        completedToday[clinician] = known.completedToday
    }

    /// Time that is taken without being an appointment: whatever of it is free.
    mutating func restoreBlocked(_ clinician: Int, _ known: HolderSnapshot) {
        for blocked in known.blocked { hear(.blocked(clinician: clinician, blocked.day, blocked.hours)) }
    }
}
