import Allocation
import CareModel
import Diaries

extension Restoring {
    // MARK: Taking

    /// What the service has in hand.
    static func runningSnapshot(_ service: borrowing Simulation) -> RunningSnapshot {
        var running = RunningSnapshot()
        running.weeksSeen = service.desk.recentWaits.weeksSeen
        running.isWeekToTurn = service.turnedWeek != service.now.day.monday
        running.isDayToStart = service.startedDay != service.now.day
        running.isRotaMade = true
        for team in service.inForce.practices.indices {
            running.recentWaits.append(service.desk.recentWaits.snapshot(team: team))
            running.assessmentWeeks.append(service.desk.capacity.assessmentWeeks(team: team, from: service.now.day))
            running.assessmentShares.append(service.desk.assessmentShares(team: team, from: service.now.day))
            running.cancelledCourses.append(
                (service.groupSessions.givenUp[team]
                    + service.desk.groups.filter { $0.team == team && $0.stage == .cancelled }.map(\.plannedFor))
                    .filter { $0 >= service.now.day }.sorted())
            running.seenSinceLook.append(service.inForce.splits[team].seen)
            running.weeksSinceLook.append(service.inForce.splits[team].weeks)
            running.screeningBusyUntil.append(max(service.screening.desks[team].busyUntil, service.now.day.start))
            running.seniorBusyUntil.append(max(service.screening.seniorDesks[team].busyUntil, service.now.day.start))
            running.clerksBusyUntil.append(service.contact.clerks[team].map(\.busyUntil))
        }
        running.levers = zip(service.scenario.levers, service.inForce.levers).map {
            LeverSnapshot(name: $0.name, teams: $1)
        }
        return running
    }

    /// What is known of the holder of a post beside the post.
    /// - Parameter decided: what will befall the holder, whatever luck comes.
    static func holderSnapshot(_ clinician: Int, decided: [DecidedSnapshot], _ service: borrowing Simulation)
        -> HolderSnapshot
    {
        let post = service.workforce.posts[clinician]
        let known = service.desk.capacity.clinicians[clinician]
        var holder = HolderSnapshot()
        holder.sickUntil = post.sickUntil
        holder.spells = post.spells
        holder.hadParentalLeave = post.hadParentalLeave
        holder.declared = post.declared
        holder.lateNotes = post.lateNotes
        if post.leavesOn != nil || post.vacantUntil != nil {
            holder.lastDay = known.lastDay
            holder.windsDownFrom = known.windsDownFrom
        }
        holder.meteredWeek = known.meteredWeek
        holder.takenThisWeek = known.takenThisWeek
        holder.owesNotes = known.owesNotes
        holder.completedToday = service.recording.completedToday[clinician]
        holder.blocked = service.blockedTime(clinician)
        holder.decided = decided
        return holder
    }

    // MARK: Putting back

    /// Sets the practice that was in force in each team, as far as the scenario still has the same levers there.
    /// - Returns: the teams in which it has others: there it is to be seen now what they do.
    static func restoreLevers(_ running: RunningSnapshot?, _ service: inout Simulation) -> [Int] {
        guard let running else { return Array(service.inForce.practices.indices) }
        let known = Set(running.levers.map(\.name))  // lookup only
        let there = Set(service.scenario.levers.map(\.name))  // lookup only
        var others = Set(service.scenario.levers.filter { !known.contains($0.name) }.flatMap(\.teams))  // lookup only
        for lever in running.levers where !there.contains(lever.name) { others.formUnion(lever.teams) }
        for (index, lever) in service.scenario.levers.enumerated() {
            let before = running.levers.first { $0.name == lever.name }
            service.inForce.levers[index] = lever.teams.filter { before?.teams.contains($0) ?? false }
        }
        PracticeInForce.followLevers(&service)
        return service.inForce.practices.indices.filter { others.contains($0) }
    }

    /// What each team saw in the weeks before the first day.
    static func restoreRecentWaits(_ running: RunningSnapshot, _ service: inout Simulation) {
        service.desk.restoreWeeksSeen(running.weeksSeen)
        for (team, known) in running.recentWaits.enumerated() where team < service.inForce.practices.count {
            service.desk.restoreRecentWaits(known, team: team)
        }
    }

    /// Assessment weeks that are declared (PO-1), and courses that were given up (TX-4).
    static func restoreDeclared(_ running: RunningSnapshot, _ service: inout Simulation) {
        for (team, mondays) in running.assessmentWeeks.enumerated() where team < service.inForce.practices.count {
            for monday in mondays where service.desk.capacity.diary.hasPage(for: monday) {
                let own = team < running.assessmentShares.count ? running.assessmentShares[team] : []
                let share = own.first { $0.monday == monday }?.share
                service.hear(.assessmentWeek(team: team, monday: monday, isFixed: true, firstShare: share))
            }
        }
        for (team, days) in running.cancelledCourses.enumerated() where team < service.inForce.practices.count {
            service.groupSessions.givenUp[team] = days
        }
    }

    /// How far the time of whoever screens and books is used up (RF-5, CL-14).
    static func restoreDesks(_ running: RunningSnapshot, _ service: inout Simulation) {
        for team in service.inForce.practices.indices {
            if team < running.screeningBusyUntil.count {
                service.screening.desks[team].isBusy(until: running.screeningBusyUntil[team])
                service.screening.seniorDesks[team].isBusy(until: running.seniorBusyUntil[team])
            }
            if team < running.clerksBusyUntil.count {
                service.contact.clerks[team] = running.clerksBusyUntil[team].map { minute in
                    var clerk = Desk(from: CivilDay(number: Int32.min / 2))
                    clerk.isBusy(until: minute)
                    return clerk
                }
            }
        }
    }

    /// What is known of the holder of a post beside the post.
    static func restoreHolder(_ clinician: Int, _ known: HolderSnapshot, _ service: inout Simulation) {
        service.workforce.posts[clinician].sickUntil = known.sickUntil
        service.workforce.posts[clinician].spells = known.spells
        service.workforce.posts[clinician].hadParentalLeave = known.hadParentalLeave
        if service.inForce.practices[service.workforce.posts[clinician].team].workforce.declaredVariation > 0 {
            service.workforce.posts[clinician].declared = known.declared
        }
        service.recording.completedToday[clinician] = known.completedToday
        service.workforce.posts[clinician].lateNotes = known.lateNotes
    }

    /// Time that is taken without being an appointment: whatever of it is free.
    static func restoreBlocked(_ clinician: Int, _ known: HolderSnapshot, _ service: inout Simulation) {
        for blocked in known.blocked { service.hear(.blocked(clinician: clinician, blocked.day, blocked.hours)) }
    }
}
