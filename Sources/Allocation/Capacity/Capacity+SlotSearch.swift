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
        guard request.needs.isNone else { return NarrowSearch(request, today: today).earliest(&self) }
        let group = request.team * 2 + Int(request.step.rawValue)
        let memory = memory(for: request)
        let search = DaySearch(request, releasedUntil: today + releaseDays[request.team], memory: memory)
        let bits = memory.contains(.uses) ? FullDays.bits(request, anyPurpose: false) : 0
        let releasedBits = memory.contains(.uses) ? FullDays.bits(request, anyPurpose: true) : 0
        let latest = min(request.latest, lastPage)
        var day = max(request.earliest.day, first)
        while day <= latest {
            let anyPurpose = search.isReleased(day)
            if !fullDays.isFull(group, day, anyPurpose ? releasedBits : bits), !calendar.isHoliday(day) {
                if let offer = earliestSlot(request, search, on: day, today: today) { return offer }
                // The first day may be full only for its later hours.
                let isWhole = day > request.earliest.day || !search.isBounded
                if isWhole, memory.contains(.learns), let bit = FullDays.bit(request, anyPurpose: anyPurpose) {
                    fullDays.learn(group, day, bit)
                }
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
        _ request: SlotRequest, _ search: DaySearch, on day: CivilDay, today: CivilDay
    ) -> SlotOffer? {
        var best = Int.max
        var chosen = -1
        look(request, search, range(team: request.team, step: request.step), on: day, &best, &chosen)
        // In an assessment week high-intensity therapists see people for step 2 as well (PO-1). Their own sessions have
        // another length, so that what is known of their days does not count.
        if request.step == .low, servesStepBelow(request.kind, step: .high, team: request.team, on: day) {
            let afresh = DaySearch(request, releasedUntil: today + releaseDays[request.team], memory: [])
            look(request, afresh, range(team: request.team, step: .high), on: day, &best, &chosen)
        }
        guard chosen >= 0 else { return nil }
        return offer(request, clinician: chosen, day: day, quantum: best, today: today, reasons: .firstThatFits)
    }

    /// Whether appointments of a kind with clinicians of a step are for people of the step below as well: first
    /// appointments at step 3 in an assessment week (PO-1). O(1).
    @inlinable
    func servesStepBelow(_ kind: AppointmentKind, step: Step, team: Int, on day: CivilDay) -> Bool {
        kind == .firstAppointment && step == .high && isAssessmentWeek(team: team, day)
    }

    /// Looks for an earlier start than `best` among some clinicians on one day.
    @inlinable @inline(__always)
    mutating func look(
        _ request: SlotRequest, _ search: DaySearch, _ members: Range<Int>, on day: CivilDay, _ best: inout Int,
        _ chosen: inout Int
    ) {
        guard !members.isEmpty else { return }
        let bits = search.fullBits(on: day)
        var turn = UInt32.min
        for clinician in members {
            // Most diaries are full: one word says so.
            if fullPages[page(clinician, day)] & bits != 0 { continue }
            guard clinicians[clinician].mayTake(request, on: day) else { continue }
            guard let start = firstStart(search, clinician: clinician, on: day), start <= best else { continue }
            let own = Capacity.turn(clinician - members.lowerBound, on: day)
            guard start < best || own < turn else { continue }
            best = start
            turn = own
            chosen = clinician
        }
    }

    /// Who goes first on a day of those with the same start: the lowest, never 0. Another clinician in the team changes
    /// nothing between two who are there already.
    @inlinable @inline(__always)
    static func turn(_ member: Int, on day: CivilDay) -> UInt32 {
        let place = UInt64(truncatingIfNeeded: member) << 32 | UInt64(UInt32(bitPattern: day.number))
        return UInt32(truncatingIfNeeded: StableKey.of(0, place) >> 33) + 1
    }

    /// The earliest slot with one clinician (TX-12). O(days).
    @inlinable
    public mutating func earliestSlot(_ request: SlotRequest, with clinician: Int, today: CivilDay) -> SlotOffer? {
        guard request.needs.isNone else {
            return NarrowSearch(request, today: today).earliest(with: clinician, &self)
        }
        let team = Int(clinicians[clinician].team)
        let isOwnStep = clinicians[clinician].role.step == request.step && team == request.team
        let releasedUntil = today + max(releaseDays[request.team], releaseDays[team])
        let search = DaySearch(
            request, releasedUntil: releasedUntil, memory: isOwnStep ? memory(for: request) : [])
        let latest = min(request.latest, clinicians[clinician].lastDay, lastPage)
        var day = max(request.earliest.day, first)
        while day <= latest {
            if fullPages[page(clinician, day)] & search.fullBits(on: day) == 0, !calendar.isHoliday(day),
                let start = firstStart(search, clinician: clinician, on: day)
            {
                return offer(
                    request, clinician: clinician, day: day, quantum: start, today: today, reasons: .continuity)
            }
            day = day + 1
        }
        return nil
    }

    /// The first quantum of a day at which a search finds time with one clinician, whose page is not known to be full.
    ///
    /// It changes nothing but what is known of full pages; like everything that runs at each step of a search it takes
    /// capacity `inout`, because a borrow of a value of this size is a copy of its words.
    @inlinable @inline(__always)
    mutating func firstStart(_ search: DaySearch, clinician: Int, on day: CivilDay) -> Int? {
        let page = page(clinician, day)
        let isReleased = search.isReleased(day)
        let isPart = search.isBounded && day == search.firstDay
        let open =
            open(
                clinician, on: day, isReleased ? WorkingWeeks.anyPurpose : Int(search.purpose.rawValue),
                closing: search.closing)
            & (isPart ? search.firstWishes : search.wishes)
        if !open.isEmpty, let start = open.firstRun(search.length) { return start }
        if !isPart { fullPages[page] |= isReleased ? search.releasedLearnedBits : search.learnedBits }
        return nil
    }

    @inlinable
    func offer(
        _ request: SlotRequest, clinician: Int, day: CivilDay, quantum: Int, today: CivilDay, reasons: OfferReasons
    ) -> SlotOffer {
        var reasons = reasons
        if request.hasPriority { reasons.insert(.priority) }
        if weeks.isAssessmentDay(team: request.team, day) { reasons.insert(.assessmentWeek) }
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
