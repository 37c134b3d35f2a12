public import CareModel
public import Diaries

extension Capacity {
    /// Books a slot. Nothing changes if any of it is taken (BK-1).
    /// - Returns: whether it was booked.
    public mutating func book(_ offer: SlotOffer) -> Bool {
        guard diary.book(Int(offer.clinician), on: offer.start.day, quanta: offer.quanta) else { return false }
        guard offer.room >= 0, !roomBook.take(offer, clinicianDay: page(Int(offer.clinician), offer.start.day)) else {
            return true
        }
        diary.release(Int(offer.clinician), on: offer.start.day, quanta: offer.quanta)
        return false
    }

    /// Whether nothing is booked in a slot, with its clinician and in its room, so that it can be booked. O(1).
    /// - Parameter slot: within a day of the diaries.
    func isUntaken(_ slot: SlotOffer) -> Bool {
        let wanted = DayGrid(slot.quanta)
        guard (diary.booked(Int(slot.clinician), on: slot.start.day) & wanted).isEmpty else { return false }
        return slot.room < 0 || (roomBook.diary.booked(Int(slot.room), on: slot.start.day) & wanted).isEmpty
    }

    /// Frees a slot that was booked (FA-5).
    public mutating func release(_ offer: SlotOffer) {
        diary.release(Int(offer.clinician), on: offer.start.day, quanta: offer.quanta)
        if offer.room >= 0 { roomBook.leave(offer, clinicianDay: page(Int(offer.clinician), offer.start.day)) }
        reopen(Int(offer.clinician), on: offer.start.day)
    }

    /// Something became free for a clinician on a day: forget what was found full.
    @inlinable
    mutating func reopen(_ clinician: Int, on day: CivilDay) {
        let who = clinicians[clinician]
        fullDays.forget(Int(who.team) * 2, day)
        fullDays.forget(Int(who.team) * 2 + 1, day)
        fullPages[page(clinician, day)] = 0
        fullDiaries[clinician] = FullDiary()
    }

    /// The shape of a team's weeks changed: nothing is known of its full days any more.
    mutating func forgetFullDays(team: Int) {
        fullDays.forget(team * 2)
        fullDays.forget(team * 2 + 1)
        for clinician in range(team: team) { forgetFullPages(clinician) }
    }

    /// Anything may have become free for a clinician: nothing is known of the pages of that diary, and of the team's
    /// full days, any more.
    mutating func forgetFullDays(clinician: Int) {
        fullDays.forget(Int(clinicians[clinician].team) * 2)
        fullDays.forget(Int(clinicians[clinician].team) * 2 + 1)
        forgetFullPages(clinician)
    }

    private mutating func forgetFullPages(_ clinician: Int) {
        fullDiaries[clinician] = FullDiary()
        fullPages.advanced(by: page(clinician, first)).update(repeating: 0, count: diary.dayCount)
    }

    /// Sets the days ahead at which unused time is released in a team (PO-2).
    public mutating func setReleaseDays(_ days: Int, team: Int) {
        releaseDays[team] = Int32(days)
        forgetFullDays(team: team)
    }

    /// Days ahead at which unused time is released in a team (PO-2).
    public func releaseDays(team: Int) -> Int { Int(releaseDays[team]) }

    /// Declares the week of a day an assessment week of a team (PO-1). Bookings stand.
    public mutating func declareAssessmentWeek(team: Int, _ day: CivilDay) {
        weeks.setAssessmentWeek(true, team: team, day)
        forgetFullDays(team: team)
    }

    /// The week of a day is a usual week of a team again (PO-1). Bookings stand.
    public mutating func callOffAssessmentWeek(team: Int, _ day: CivilDay) {
        weeks.setAssessmentWeek(false, team: team, day)
        forgetFullDays(team: team)
    }

    /// Lays an assessment week of a clinician out as no others are (PO-1); nil is as the others. Bookings stand.
    mutating func setOwnAssessmentWeek(_ week: WeekTemplate?, of clinician: Int, _ monday: CivilDay) {
        weeks.setOwn(week, of: clinician, monday)
        forgetFullDays(clinician: clinician)
    }

    /// Sets a clinician's usual week and the week while an assessment week is on (CL-3). Bookings stay until the caller
    /// moves them (BK-6).
    /// - Parameter first: from this day on, until the next on which hours are said to change; nil is as long as no
    ///   other hours are said.
    public mutating func setWeeks(
        _ clinician: Int, usual: WeekTemplate, assessment: WeekTemplate, from first: CivilDay? = nil
    ) {
        weeks.set(clinician, usual: usual, assessment: assessment, from: first)
        forgetFullDays(clinician: clinician)
    }

    /// Adds a reason for absence on a range of days; bookings stay until the caller moves them (BK-6).
    public mutating func addAbsence(_ clinician: Int, _ days: ClosedRange<CivilDay>, _ reason: AbsenceReason) {
        var day = max(days.lowerBound, first)
        while day <= days.upperBound, diary.hasPage(for: day) {
            absences[page(clinician, day)].insert(reason)
            day = day + 1
        }
    }

    /// Removes a reason for absence from a range of days.
    public mutating func removeAbsence(_ clinician: Int, _ days: ClosedRange<CivilDay>, _ reason: AbsenceReason) {
        var day = max(days.lowerBound, first)
        while day <= days.upperBound, diary.hasPage(for: day) {
            absences[page(clinician, day)].remove(reason)
            reopen(clinician, on: day)
            day = day + 1
        }
    }

    /// Changes what is known of a clinician, but for the team, the step and who is on the caseload.
    public mutating func update(_ clinician: Int, _ change: (inout Clinician) -> Void) {
        let before = clinicians[clinician]
        change(&clinicians[clinician])
        clinicians[clinician].team = before.team
        clinicians[clinician].caseload = before.caseload
        clinicians[clinician].promised = before.promised
        precondition(clinicians[clinician].role.step == before.role.step, "a post stays at its step")
        forgetFullDays(clinician: clinician)
    }

    /// Blocks time for supervision or a meeting, as far as it is not booked already (CL-4).
    public mutating func block(_ clinician: Int, on day: CivilDay, _ hours: MinutesOfDay) {
        guard diary.hasPage(for: day) else { return }
        let range = Quanta.index(minuteOfDay: hours.start)..<Quanta.index(minuteOfDay: hours.end)
        for quantum in range { _ = diary.book(clinician, on: day, quanta: quantum..<quantum + 1) }
    }
}
