public import CareModel
public import Diaries

extension Capacity {
    /// The earliest slot that fits a request, over all clinicians who may take it.
    ///
    /// Ties between clinicians go in an order that rotates with the day, so that work spreads. O(days · clinicians),
    /// but
    /// days known to be full are skipped.
    /// - Parameter today: the day on which the question is asked.
    @inlinable
    public mutating func earliestSlot(_ request: SlotRequest, today: CivilDay) -> SlotOffer? {
        let group = request.team * 2 + Int(request.step.rawValue)
        let memory = memory(for: request)
        var day = max(request.earliest.day, first)
        while day <= request.latest, diary.hasPage(for: day) {
            let anyPurpose = request.hasPriority || day - today <= releaseDays[request.team]
            let bit = FullDays.bit(request, anyPurpose: anyPurpose) ?? 0
            let known = bit == 0 ? 0 : bit | FullDays.withoutWishes(request, anyPurpose: anyPurpose)
            if !(memory.contains(.uses) && fullDays.isFull(group, day, known)), !calendar.isHoliday(day) {
                if let offer = earliestSlot(request, on: day, today: today, memory) { return offer }
                // The first day may be full only for its later hours.
                let isWhole = day > request.earliest.day || request.earliest.minuteOfDay == 0
                if isWhole, memory.contains(.learns) { fullDays.learn(group, day, bit) }
            }
            day = day + 1
        }
        return nil
    }

    /// What a search may do with what is known of full days: what was full for one length is full for a longer one, and
    /// says nothing of a shorter one.
    @usableFromInline
    mutating func memory(for request: SlotRequest) -> SearchMemory {
        let index = (request.team * 2 + Int(request.step.rawValue)) * 3 + Int(request.kind.rawValue)
        if request.minutes == learnedMinutes[index] { return [.uses, .learns] }
        if request.minutes > learnedMinutes[index] { return .uses }
        learnedMinutes[index] = request.minutes
        forgetFullDays(team: request.team)
        return [.uses, .learns]
    }

    /// The earliest slot on one day.
    @inlinable
    mutating func earliestSlot(
        _ request: SlotRequest, on day: CivilDay, today: CivilDay, _ memory: SearchMemory
    ) -> SlotOffer? {
        var best = Int.max
        var chosen = -1
        search(request, range(team: request.team, step: request.step), on: day, today: today, memory, &best, &chosen)
        // In an assessment week high-intensity therapists see people for step 2 as well (PO-1). Their own sessions have
        // another length, so that what is known of their days does not count.
        if request.kind == .firstAppointment, request.step == .low, isAssessmentWeek(team: request.team, day) {
            search(request, range(team: request.team, step: .high), on: day, today: today, [], &best, &chosen)
        }
        guard chosen >= 0 else { return nil }
        return offer(request, clinician: chosen, day: day, quantum: best, today: today, reasons: .firstThatFits)
    }

    /// Looks for an earlier start than `best` among some clinicians on one day.
    @inlinable
    func search(
        _ request: SlotRequest, _ members: Range<Int>, on day: CivilDay, today: CivilDay, _ memory: SearchMemory,
        _ best: inout Int, _ chosen: inout Int
    ) {
        guard !members.isEmpty else { return }
        let bit = memory.contains(.uses) ? fullBit(request, on: day, today: today) : 0
        let offset = Int(day - diary.first)
        let turn = Int(day.number) % members.count
        for position in 0..<members.count {
            var clinician = members.lowerBound + position + turn
            if clinician >= members.upperBound { clinician -= members.count }
            // Most diaries are full: one byte says so.
            if fullPages[clinician * diary.dayCount + offset] & bit != 0 { continue }
            if request.isUnder18, !clinicians[clinician].seesUnder18 { continue }
            if day > clinicians[clinician].lastDay { continue }
            guard let start = firstStart(request, clinician: clinician, on: day, today: today, memory), start < best
            else { continue }
            best = start
            chosen = clinician
        }
    }

    /// The bit by which a clinician's day remembers that this kind of search finds nothing.
    @inlinable @inline(__always)
    func fullBit(_ request: SlotRequest, on day: CivilDay, today: CivilDay) -> UInt8 {
        let anyPurpose = request.hasPriority || day - today <= releaseDays[request.team]
        return 1 << (SlotPurpose(request.kind).rawValue * 2 + (anyPurpose ? 1 : 0))
    }

    /// The earliest slot with one clinician (TX-12). O(days).
    @inlinable
    public mutating func earliestSlot(_ request: SlotRequest, with clinician: Int, today: CivilDay) -> SlotOffer? {
        let isOwnStep =
            clinicians[clinician].role.step == request.step
            && Int(clinicians[clinician].team) == request.team
        let memory = isOwnStep ? memory(for: request) : []
        var day = max(request.earliest.day, first)
        let latest = min(request.latest, clinicians[clinician].lastDay)
        while day <= latest, diary.hasPage(for: day) {
            if !calendar.isHoliday(day),
                let start = firstStart(request, clinician: clinician, on: day, today: today, memory)
            {
                return offer(
                    request, clinician: clinician, day: day, quantum: start, today: today, reasons: .continuity)
            }
            day = day + 1
        }
        return nil
    }

    /// The first quantum of a day at which a request fits one clinician.
    @inlinable
    func firstStart(
        _ request: SlotRequest, clinician: Int, on day: CivilDay, today: CivilDay, _ memory: SearchMemory
    ) -> Int? {
        let page = page(clinician, day)
        let purpose = SlotPurpose(request.kind)
        let anyPurpose = request.hasPriority || day - today <= releaseDays[request.team]
        let bit = fullBit(request, on: day, today: today)
        if memory.contains(.uses), fullPages[page] & bit != 0 { return nil }
        var open = free(clinician, on: day, for: purpose, today: today, anyPurpose: anyPurpose)
        let isBounded = day == request.earliest.day && request.earliest.minuteOfDay > 0
        if request.timeOfDay != .any { open = open & Capacity.grid(for: request.timeOfDay) }
        if isBounded {
            let quantum = Quanta.index(minuteOfDay: request.earliest.minuteOfDay + Quanta.minutes - 1)
            open = open & DayGrid(quantum..<Quanta.perDay)
        }
        let start = open.isEmpty ? nil : open.firstRun(Quanta.spanning(minutes: request.minutes))
        if start == nil, memory.contains(.learns), request.timeOfDay == .any, !isBounded { fullPages[page] |= bit }
        return start
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
