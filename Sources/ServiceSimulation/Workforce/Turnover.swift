import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Draws when the holder of a post gives notice (CL-7).
    mutating func scheduleNotice(_ clinician: Int, from day: CivilDay) {
        let post = posts[clinician]
        let workforce = practices[post.team].workforce
        let step = desk.capacity.clinicians[clinician].role.step
        let perYear = step == .low ? workforce.lowLeaversPerYear : workforce.highLeaversPerYear
        guard perYear > 0, !desk.capacity.clinicians[clinician].role.isTrainee, post.staff.until == nil else { return }
        var notices = random.stream(.noticeGiven, of: post.holderKey)
        // A share of p a year leaves when the yearly hazard is −ln(1 − p).
        let days = notices.exponential(mean: 365.25 / -cLog(1 - perYear))
        let notice = day + 1 + wholeDays(days)
        guard notice < lastDay else { return }
        scheduleForHolder(.noticeGiven, clinician, at: CivilMinute(day: notice, minuteOfDay: 9 * 60))
    }

    /// The holder will leave: nobody new near the end, nobody booked after it (CL-7).
    mutating func noticeGiven(_ clinician: Int) {
        guard posts[clinician].vacantUntil == nil, posts[clinician].leavesOn == nil else { return }
        let workforce = practices[posts[clinician].team].workforce
        let last = now.day + Int32(workforce.noticeWeeks * 7)
        leave(clinician, last: last, windsDownFrom: last - Int32(workforce.windDownWeeks * 7))
    }

    /// Sets the last day; appointments beyond it are cancelled now and rebooked (TX-12).
    mutating func leave(_ clinician: Int, last: CivilDay, windsDownFrom: CivilDay) {
        posts[clinician].leavesOn = last
        record.add(
            .leavers, week: week, team: posts[clinician].team, role: desk.capacity.clinicians[clinician].role, 1)
        var known = desk.capacity.clinicians[clinician]
        known.lastDay = last
        known.windsDownFrom = windsDownFrom
        hear(.clinician(clinician, known))
        if last < lastPage { cancelAppointments(clinician, (last + 1)...lastPage) }
        schedule(.postFallsVacant, clinician, at: (last + 1).start, .workforce)
    }

    /// The holder has left: the caseload is handed over, the post is advertised (CL-7, TX-12).
    mutating func postFallsVacant(_ clinician: Int) {
        let post = posts[clinician]
        posts[clinician].leavesOn = nil
        posts[clinician].vacantUntil = Clinician.never
        for event in posts[clinician].holderEvents { events.cancel(event) }
        posts[clinician].holderEvents = []
        handOverCaseload(clinician)
        guard post.staff.until == nil else {
            hear(.absent(clinician: clinician, first: now.day, last: lastPage, .vacancy))
            return
        }
        let workforce = practices[post.team].workforce
        var searches = random.stream(.recruitment, of: post.holderKey)
        let weeks = searches.lognormal(derived[post.team].recruitment) - Double(workforce.noticeWeeks)
        let filled = (now.day + wholeDays(max(0, weeks) * 7) + 6).monday
        posts[clinician].vacantUntil = filled - 1
        if filled > now.day { hear(.absent(clinician: clinician, first: now.day, last: filled - 1, .vacancy)) }
        if filled < lastDay {
            schedule(.postFilled, clinician, at: filled.start, .workforce)
        }
    }

    /// A recruit starts: allocations are metered, leave and luck are the recruit's own (CL-8).
    mutating func postFilled(_ clinician: Int) {
        let today = now.day
        let ended: AbsenceReason = [.leave, .training, .sickness, .parentalLeave, .beforeLongAbsence, .vacancy]
        hear(.back(clinician: clinician, first: today, last: lastPage, ended))
        posts[clinician].holder += 1
        posts[clinician].vacantUntil = nil
        posts[clinician].startedOn = today
        posts[clinician].sickUntil = CivilDay(number: Int32.min)
        posts[clinician].spells = 0
        posts[clinician].leavePlannedThrough = 0
        posts[clinician].declared = 1
        posts[clinician].hadParentalLeave = false
        let fresh = Simulation.clinician(posts[clinician], practice: practices[posts[clinician].team])
        hear(.clinician(clinician, fresh))
        // What the last holder declared does not bind the next (CL-10).
        if practices[posts[clinician].team].workforce.declaredVariation > 0 { layOutWeeks(team: posts[clinician].team) }
        let year = today.date.year
        planLeave(clinician, year: year, from: today)
        if today.date.month >= 10 { planLeave(clinician, year: year + 1, from: today) }
        planTopUp(clinician)
        startHolder(clinician, from: today)
    }

    /// Schedules something that befalls the present holder, and nobody who comes after.
    mutating func scheduleForHolder(_ kind: SimulationEvent.Kind, _ clinician: Int, at minute: CivilMinute) {
        posts[clinician].holderEvents.removeAll { !events.isPending($0) }
        posts[clinician].holderEvents.append(schedule(kind, clinician, at: minute, .workforce))
    }

    /// What may befall a holder from a day on.
    mutating func startHolder(_ clinician: Int, from day: CivilDay) {
        scheduleSickness(clinician, from: day)
        scheduleParentalLeave(clinician, from: day)
        scheduleNotice(clinician, from: day)
    }

    /// Trainees qualify: they stay as qualified staff or leave (CL-3).
    mutating func trainingEnds(_ clinician: Int) {
        let post = posts[clinician]
        guard post.staff.role.isTrainee else { return }
        let share = practices[post.team].workforce.traineesStay
        let stays = random.happens(.traineeStays, of: post.holderKey, share: share)
        posts[clinician].staff.qualify(as: post.staff.role.qualified)
        posts[clinician].known = nil
        let qualified = Simulation.clinician(posts[clinician], practice: practices[post.team])
        var known = desk.capacity.clinicians[clinician]
        known.role = qualified.role
        known.caseloadCap = qualified.caseloadCap
        hear(.clinician(clinician, known))
        if !isAnotherQualifying(inTeam: post.team) { layOutWeeks(team: post.team) }
        if stays {
            scheduleNotice(clinician, from: now.day)
        } else {
            leave(clinician, last: now.day, windsDownFrom: now.day)
        }
    }

    /// Whether somebody else of a team qualifies next, in this same minute: weeks are laid out once for all of them.
    private func isAnotherQualifying(inTeam team: Int) -> Bool {
        guard events.peekTime == events.now, let next = events.peekPayload, next.kind == .trainingEnds else {
            return false
        }
        return posts[Int(next.subject)].team == team
    }

    /// Everyone on a caseload goes back to the list, first in line (TX-12).
    mutating func handOverCaseload(_ clinician: Int) {
        hear(.caseloadHandedOver(clinician: UInt32(clinician)))
        settle()
        // First appointments and calls that are booked after a last day move too.
        if posts[clinician].vacantUntil != nil { cancelAppointments(clinician, now.day...lastPage) }
    }
}
