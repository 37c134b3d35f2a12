import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Workforce {
    /// Draws when the holder of a post gives notice (CL-7).
    static func scheduleNotice(_ clinician: Int, from day: CivilDay, _ service: inout Simulation) {
        let post = service.workforce.posts[clinician]
        let workforce = service.inForce.practices[post.team].workforce
        let step = service.desk.capacity.clinicians[clinician].role.step
        let perYear = step == .low ? workforce.lowLeaversPerYear : workforce.highLeaversPerYear
        guard perYear > 0, !service.desk.capacity.clinicians[clinician].role.isTrainee, post.staff.until == nil else {
            return
        }
        var notices = service.random.stream(.noticeGiven, of: post.holderKey)
        // A share of p a year leaves when the yearly hazard is −ln(1 − p).
        let days = notices.exponential(mean: 365.25 / -cLog(1 - perYear))
        let notice = day + 1 + service.wholeDays(days)
        guard notice < service.lastDay else { return }
        scheduleForHolder(.noticeGiven, clinician, at: CivilMinute(day: notice, minuteOfDay: 9 * 60), &service)
    }

    /// The holder will leave: nobody new near the end, nobody booked after it (CL-7).
    static func noticeGiven(_ clinician: Int, _ service: inout Simulation) {
        guard service.workforce.posts[clinician].vacantUntil == nil, service.workforce.posts[clinician].leavesOn == nil
        else { return }
        let workforce = service.inForce.practices[service.workforce.posts[clinician].team].workforce
        let last = service.now.day + Int32(workforce.noticeWeeks * 7)
        leave(clinician, last: last, windsDownFrom: last - Int32(workforce.windDownWeeks * 7), &service)
    }

    /// Sets the last day; appointments beyond it are cancelled now and rebooked (TX-12).
    static func leave(_ clinician: Int, last: CivilDay, windsDownFrom: CivilDay, _ service: inout Simulation) {
        service.workforce.posts[clinician].leavesOn = last
        service.recording.record.add(
            .leavers, week: service.recording.week, team: service.workforce.posts[clinician].team,
            role: service.desk.capacity.clinicians[clinician].role, 1)
        var known = service.desk.capacity.clinicians[clinician]
        known.lastDay = last
        known.windsDownFrom = windsDownFrom
        service.hear(.clinician(clinician, known))
        if last < service.lastPage { cancelAppointments(clinician, (last + 1)...service.lastPage, &service) }
        service.schedule(.postFallsVacant, clinician, at: (last + 1).start, .workforce)
    }

    /// The holder has left: the caseload is handed over, the post is advertised (CL-7, TX-12).
    static func postFallsVacant(_ clinician: Int, _ service: inout Simulation) {
        let post = service.workforce.posts[clinician]
        service.workforce.posts[clinician].leavesOn = nil
        service.workforce.posts[clinician].vacantUntil = Clinician.never
        for event in service.workforce.posts[clinician].holderEvents { service.events.cancel(event) }
        service.workforce.posts[clinician].holderEvents = []
        handOverCaseload(clinician, &service)
        guard post.staff.until == nil else {
            service.hear(.absent(clinician: clinician, first: service.now.day, last: service.lastPage, .vacancy))
            return
        }
        let workforce = service.inForce.practices[post.team].workforce
        var searches = service.random.stream(.recruitment, of: post.holderKey)
        let weeks = searches.lognormal(service.inForce.derived[post.team].recruitment) - Double(workforce.noticeWeeks)
        let filled = (service.now.day + service.wholeDays(max(0, weeks) * 7) + 6).monday
        service.workforce.posts[clinician].vacantUntil = filled - 1
        if filled > service.now.day {
            service.hear(.absent(clinician: clinician, first: service.now.day, last: filled - 1, .vacancy))
        }
        if filled < service.lastDay {
            service.schedule(.postFilled, clinician, at: filled.start, .workforce)
        }
    }

    /// A recruit starts: allocations are metered, leave and luck are the recruit's own (CL-8).
    static func postFilled(_ clinician: Int, _ service: inout Simulation) {
        let today = service.now.day
        let ended: AbsenceReason = [.leave, .training, .sickness, .parentalLeave, .beforeLongAbsence, .vacancy]
        service.hear(.back(clinician: clinician, first: today, last: service.lastPage, ended))
        service.workforce.posts[clinician].holder += 1
        service.workforce.posts[clinician].vacantUntil = nil
        service.workforce.posts[clinician].startedOn = today
        service.workforce.posts[clinician].sickUntil = CivilDay(number: Int32.min)
        service.workforce.posts[clinician].spells = 0
        service.workforce.posts[clinician].leavePlannedThrough = 0
        service.workforce.posts[clinician].declared = 1
        service.workforce.posts[clinician].hadParentalLeave = false
        service.workforce.posts[clinician].lateNotes = []
        let fresh = Workforce.clinician(
            service.workforce.posts[clinician],
            practice: service.inForce.practices[service.workforce.posts[clinician].team])
        service.hear(.clinician(clinician, fresh))
        // What the last holder declared does not bind the next (CL-10).
        if service.inForce.practices[service.workforce.posts[clinician].team].workforce.declaredVariation > 0 {
            layOutWeeks(team: service.workforce.posts[clinician].team, &service)
        }
        let year = today.date.year
        planLeave(clinician, year: year, from: today, &service)
        if today.date.month >= 10 { planLeave(clinician, year: year + 1, from: today, &service) }
        planTopUp(clinician, &service)
        startHolder(clinician, from: today, &service)
    }

    /// Schedules something that befalls the present holder, and nobody who comes after.
    static func scheduleForHolder(
        _ kind: SimulationEvent.Kind, _ clinician: Int, at minute: CivilMinute, _ service: inout Simulation
    ) {
        service.workforce.posts[clinician].holderEvents.removeAll { !service.events.isPending($0) }
        service.workforce.posts[clinician].holderEvents.append(
            service.schedule(kind, clinician, at: minute, .workforce))
    }

    /// What may befall a holder from a day on.
    static func startHolder(_ clinician: Int, from day: CivilDay, _ service: inout Simulation) {
        scheduleSickness(clinician, from: day, &service)
        scheduleParentalLeave(clinician, from: day, &service)
        scheduleNotice(clinician, from: day, &service)
    }

    /// Trainees qualify: they stay as qualified staff or leave (CL-3).
    static func trainingEnds(_ clinician: Int, _ service: inout Simulation) {
        let post = service.workforce.posts[clinician]
        guard post.staff.role.isTrainee else { return }
        let share = service.inForce.practices[post.team].workforce.traineesStay
        let stays = service.random.happens(.traineeStays, of: post.holderKey, share: share)
        service.workforce.posts[clinician].staff.qualify(as: post.staff.role.qualified)
        service.workforce.posts[clinician].known = nil
        let qualified = Workforce.clinician(
            service.workforce.posts[clinician], practice: service.inForce.practices[post.team])
        var known = service.desk.capacity.clinicians[clinician]
        known.role = qualified.role
        known.caseloadCap = qualified.caseloadCap
        service.hear(.clinician(clinician, known))
        if !isAnotherQualifying(inTeam: post.team, &service) { layOutWeeks(team: post.team, &service) }
        if stays {
            scheduleNotice(clinician, from: service.now.day, &service)
        } else {
            leave(clinician, last: service.now.day, windsDownFrom: service.now.day, &service)
        }
    }

    /// Whether somebody else of a team qualifies next, in this same minute: weeks are laid out once for all of them.
    private static func isAnotherQualifying(inTeam team: Int, _ service: inout Simulation) -> Bool {
        guard service.events.peekTime == service.events.now, let next = service.events.peekPayload,
            next.kind == .trainingEnds
        else {
            return false
        }
        return service.workforce.posts[Int(next.subject)].team == team
    }

    /// Everyone on a caseload goes back to the list, first in line (TX-12).
    static func handOverCaseload(_ clinician: Int, _ service: inout Simulation) {
        service.hear(.caseloadHandedOver(clinician: UInt32(clinician)))
        service.settle()
        // First appointments and calls that are booked after a last day move too.
        if service.workforce.posts[clinician].vacantUntil != nil {
            cancelAppointments(clinician, service.now.day...service.lastPage, &service)
        }
    }
}
