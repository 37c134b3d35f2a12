import Allocation
import CareModel
import Diaries
import EventKernel
import RandomStreams

extension Simulation {
    /// Puts a snapshot into an empty service and starts its clocks. What a snapshot cannot know, such as how long a
    /// person
    /// will be patient, is drawn anew in each replication, given all that has happened so far.
    mutating func restore(_ snapshot: ServiceSnapshot) {
        restorePosts(snapshot)
        for (team, shares) in snapshot.firstShares.enumerated() where team < splits.count && !shares.isEmpty {
            if practices[team].diary.followsDemand { splits[team] = StandingSplit(shares: shares) }
        }
        for team in practices.indices {
            layOutWeeks(team: team)
            declareCapacity(team: team)
        }
        declareFixedAssessmentWeeks()
        for (team, monday) in snapshot.lastAssessmentWeek.enumerated() where team < practices.count {
            desk.lastAssessmentWeek[team] = monday
            if let monday, desk.capacity.diary.hasPage(for: monday) {
                hear(.assessmentWeek(team: team, monday: monday))
            }
        }
        restorePeople(snapshot)
        restoreRotas()
        planFirstGroups()
        restoreEmployment(snapshot.employment)
        for index in record.queues.indices {
            record.queues[index].startLength = record.queues[index].length
            record.queues[index].joined = 0
        }
        applyLevers()
        schedule(.dayStarts, 0, at: firstDay.start, .dayStarts)
        if record.weeks > 1 { schedule(.weekStarts, 0, at: (firstDay + 7).start, .weekStarts) }
    }

    // MARK: Posts

    private mutating func restorePosts(_ snapshot: ServiceSnapshot) {
        var byKey: [UInt64: PostSnapshot] = [:]  // lookup only
        for post in snapshot.posts { byKey[post.key] = post }
        for clinician in posts.indices {
            if posts[clinician].isGone {
                startHandover(clinician)
                continue
            }
            if let known = byKey[posts[clinician].key], isSameEmployment(clinician, known) {
                restorePost(clinician, known)
            }
            planAbsences(clinician)
            startPost(clinician)
        }
    }

    /// Whether what a snapshot knows of a post still holds: not where the scenario has somebody else begin in it, or has
    /// it go on after it had ended.
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
        var fresh = Simulation.clinician(posts[clinician], practice: practices[posts[clinician].team])
        let windDown = practices[posts[clinician].team].workforce.windDownWeeks
        if let last = known.leavesOn {
            fresh.lastDay = last
            if posts[clinician].known == nil { fresh.windsDownFrom = last - Int32(windDown * 7) }
        }
        hear(.clinician(clinician, fresh))
        for absence in known.absences {
            hear(.absent(clinician: clinician, first: absence.first, last: absence.last, absence.reason))
            if absence.reason.contains(.sickness), absence.first <= firstDay {
                posts[clinician].sickUntil = absence.last
            }
            if absence.reason.contains(.parentalLeave), absence.first > firstDay {
                scheduleForHolder(.parentalLeaveStarts, clinician, at: absence.first.start)
            }
        }
    }

    /// Whoever is on the first day's list and not in the scenario has left on the day before: nobody is booked with them
    /// any more, and in the first minute they hand over as every leaver does (CL-7, CL-11, AT-10).
    private mutating func startHandover(_ clinician: Int) {
        hear(.absent(clinician: clinician, first: firstDay, last: lastPage, .vacancy))
        schedule(.postFallsVacant, clinician, at: firstDay.start, .workforce)
    }

    private mutating func planAbsences(_ clinician: Int) {
        if let from = posts[clinician].staff.from, from > firstDay {
            hear(.absent(clinician: clinician, first: firstDay, last: from - 1, .vacancy))
        }
        guard posts[clinician].vacantUntil == nil else { return }
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

    /// The rota and the group supervision of the coming weeks, as far as the snapshot does not have them.
    private mutating func restoreRotas() {
        for team in practices.indices {
            for offset in 0...Simulation.dutyLeadDays where calendar.isWorkingDay(firstDay + offset) {
                assignDuty(team: team, on: firstDay + offset)
            }
        }
        for offset in -Simulation.dutyLeadDays..<0 { blockGroupSupervision(on: firstDay + offset) }
    }
}
