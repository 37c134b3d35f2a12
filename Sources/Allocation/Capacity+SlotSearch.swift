public import CareModel
public import Diaries

extension Capacity {
    /// The earliest slot that fits a request, over all clinicians who may take it.
    ///
    /// Ties between clinicians go in an order that rotates with the day, so that work spreads. O(days · clinicians), but
    /// days known to be full are skipped for first appointments.
    /// - Parameter today: the day on which the question is asked.
    @inlinable
    public mutating func earliestSlot(_ request: SlotRequest, today: CivilDay) -> SlotOffer? {
        let group = request.team * 2 + Int(request.step.rawValue)
        let learns = request.kind == .firstAppointment && !request.hasPriority && !request.isUnder18
            && request.timeOfDay == .any
        if learns, today != advancedTo { advance(to: today) }
        let start = max(request.earliest.day, first)
        var day = start
        while day <= request.latest, diary.hasPage(for: day) {
            if learns { day = fullDays[group].skip(day, minutes: request.minutes) }
            guard day <= request.latest, diary.hasPage(for: day) else { break }
            if !calendar.isHoliday(day), let offer = earliestSlot(request, on: day, today: today) {
                // The first day may be full only for its later hours.
                if learns { fullDays[group].learn(from: start + 1, until: day, minutes: request.minutes) }
                return offer
            }
            day = day + 1
        }
        if learns { fullDays[group].learn(from: start + 1, until: day, minutes: request.minutes) }
        return nil
    }

    /// The earliest slot on one day.
    @inlinable
    mutating func earliestSlot(_ request: SlotRequest, on day: CivilDay, today: CivilDay) -> SlotOffer? {
        var best = Int.max
        var chosen = -1
        search(request, range(team: request.team, step: request.step), on: day, today: today, &best, &chosen)
        // In an assessment week high-intensity therapists see people for step 2 as well (PO-1).
        if request.kind == .firstAppointment, request.step == .low, isAssessmentWeek(team: request.team, day) {
            search(request, range(team: request.team, step: .high), on: day, today: today, &best, &chosen)
        }
        guard chosen >= 0 else { return nil }
        return offer(request, clinician: chosen, day: day, quantum: best, today: today, reasons: .firstThatFits)
    }

    @inlinable
    func search(
        _ request: SlotRequest, _ members: Range<Int>, on day: CivilDay, today: CivilDay, _ best: inout Int,
        _ chosen: inout Int
    ) {
        guard !members.isEmpty else { return }
        let turn = Int(day.number) % members.count
        for position in 0..<members.count {
            var clinician = members.lowerBound + position + turn
            if clinician >= members.upperBound { clinician -= members.count }
            if request.isUnder18, !clinicians[clinician].seesUnder18 { continue }
            if day > clinicians[clinician].lastDay { continue }
            guard let start = firstStart(request, clinician: clinician, on: day, today: today), start < best else {
                continue
            }
            best = start
            chosen = clinician
        }
    }

    /// The earliest slot with one clinician (TX-12). O(days).
    @inlinable
    public func earliestSlot(_ request: SlotRequest, with clinician: Int, today: CivilDay) -> SlotOffer? {
        var day = max(request.earliest.day, first)
        let latest = min(request.latest, clinicians[clinician].lastDay)
        while day <= latest, diary.hasPage(for: day) {
            if !calendar.isHoliday(day),
                let start = firstStart(request, clinician: clinician, on: day, today: today) {
                return offer(
                    request, clinician: clinician, day: day, quantum: start, today: today, reasons: .continuity)
            }
            day = day + 1
        }
        return nil
    }

    /// The first quantum of a day at which a request fits one clinician.
    @inlinable
    func firstStart(_ request: SlotRequest, clinician: Int, on day: CivilDay, today: CivilDay) -> Int? {
        var open = free(
            clinician, on: day, for: SlotPurpose(request.kind), today: today, anyPurpose: request.hasPriority)
        guard !open.isEmpty else { return nil }
        if request.timeOfDay != .any { open = open & Capacity.grid(for: request.timeOfDay) }
        if day == request.earliest.day {
            let quantum = Quanta.index(minuteOfDay: request.earliest.minuteOfDay + Quanta.minutes - 1)
            open = open & DayGrid(quantum..<Quanta.perDay)
        }
        return open.firstRun(Quanta.spanning(minutes: request.minutes))
    }

    @inlinable
    func offer(
        _ request: SlotRequest, clinician: Int, day: CivilDay, quantum: Int, today: CivilDay, reasons: OfferReasons
    ) -> SlotOffer {
        var reasons = reasons
        if request.hasPriority { reasons.insert(.priority) }
        if isAssessmentWeek(team: request.team, day) { reasons.insert(.assessmentWeek) }
        let slot = DayGrid(quantum..<quantum + Quanta.spanning(minutes: request.minutes))
        let setAside = setAside(clinician, on: day, for: SlotPurpose(request.kind))
        if setAside & slot != slot, day - today <= releaseDays[Int(clinicians[clinician].team)] {
            reasons.insert(.released)
        }
        return SlotOffer(
            clinician: Int32(clinician), start: CivilMinute(day: day, minuteOfDay: Quanta.minuteOfDay(quantum)),
            minutes: request.minutes, reasons: reasons)
    }
}
