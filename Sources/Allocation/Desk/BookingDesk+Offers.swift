public import CareModel

/// The slots that can be offered to a person, best first, and why none is sooner (BK-3).
public struct OfferList: Equatable, Sendable {
    /// What for.
    public var kind: AppointmentKind
    /// The last day that keeps the promise made to the person (FA-1, KT-1, PR-1).
    public var due: CivilDay
    /// The slots, best first; empty if there is none in the days that are booked ahead.
    public var slots: [SlotOffer]
    /// What stands in the way of something sooner than the first.
    public var delays: [OfferDelay]
}

/// One thing that stands in the way of a sooner slot, and what would be possible without it.
public struct OfferDelay: Equatable, Sendable {
    /// What stands in the way.
    @frozen
    public enum Cause: UInt8, CaseIterable, Sendable {
        /// The notice that the person needs.
        case notice
        /// The time of day that the person wishes.
        case timeOfDay
        /// Time set aside for other appointments, not released yet (PO-2).
        case setAside
        /// Those who have time have full caseloads, or take nobody new (CL-1, CL-6).
        case caseload
        /// The course stays with one clinician (TX-12).
        case continuity
        /// The sessions of the course are spaced (TX-1, TX-2, TX-8), or treatment is put off (PR-3).
        case spacing
        /// Everybody who could is booked or away on every day before.
        case booked
        /// The person asks for a language, a therapist's sex or a venue, or needs a room (KT-10, EQ-2, CL-9).
        case needs
    }

    /// What stands in the way.
    public var cause: Cause
    /// The start that would be possible without it; nil for ``Cause/booked``.
    public var without: CivilMinute?
}

extension BookingDesk {
    /// The slots that can be offered to a person, best first (BK-3): each clinician's earliest, then their later ones.
    /// - Parameters:
    ///   - kind: what for; the person must wait for it, or be booked for it and want to move.
    ///   - limit: slots at most.
    ///
    /// O(clinicians · days), but days known to be full are skipped.
    public mutating func offers(for person: Int, kind: AppointmentKind, limit: Int) -> OfferList {
        let request = request(of: kind, for: person)
        var slots = slots(request, for: person, kind: kind, limit: limit)
        let first = slots.first?.start ?? (request.latest + 1).start
        let delays = delays(of: request, for: person, kind: kind, than: first)
        for index in slots.indices where movesAhead(person) { slots[index].reasons.insert(.priority) }
        return OfferList(kind: kind, due: due(of: kind, for: person), slots: slots, delays: delays)
    }

    /// The last day that keeps the promise made to a person for an appointment of a kind (FA-1, KT-1, KT-2, PR-1).
    public func due(of kind: AppointmentKind, for person: Int) -> CivilDay {
        let episode = episodes[person]
        switch kind {
        case .firstAppointment:
            return standards.firstAppointmentDue(received: episode.received, priority: episode.priority)
        case .keepingInTouch:
            return rules[team(person)].keepingInTouch.nextDue(after: people[person].lastKeptInTouch)
        case .treatment:
            let isNext = episode.state.isOnCaseload && episode.lastTreatment != Episode.never
            let since = isNext ? episode.lastTreatment : episode.waitingSince
            return standards.treatmentDue(waitingSince: since, priority: episode.priority)
        }
    }

    private func request(of kind: AppointmentKind, for person: Int) -> SlotRequest {
        switch kind {
        case .firstAppointment:
            var request = firstAppointmentRequest(person)
            request.hasPriority = movesAhead(person)
            return request
        case .treatment: return isHeld(person) ? nextSessionRequest(person) : courseRequest(person).session
        case .keepingInTouch:
            let rule = rules[team(person)].keepingInTouch
            let earliest = max(rule.nextDue(after: people[person].lastKeptInTouch), now.day + 1)
            var request = SlotRequest(
                kind: .keepingInTouch, minutes: rule.minutes, team: team(person), step: episodes[person].step,
                earliest: earliest.start, latest: earliest + 14)
            request.needs = needs(person, .keepingInTouch)
            return request
        }
    }

    /// Whether a clinician may take this appointment of a person at all.
    private func mayOffer(_ clinician: Int, _ person: Int, _ kind: AppointmentKind) -> Bool {
        if isUnder18(person), !capacity.clinicians[clinician].seesUnder18 { return false }
        guard kind == .treatment else { return true }
        if isHeld(person) { return Int32(clinician) == episodes[person].clinician }
        return capacity.mayTakeOn(clinician, today: now.day)
            && capacity.clinicians[clinician].trainedIn.contains(episodes[person].modality)
    }

    private mutating func slots(
        _ request: SlotRequest, for person: Int, kind: AppointmentKind, limit: Int
    ) -> [SlotOffer] {
        var slots: [SlotOffer] = []
        for clinician in capacity.range(team: request.team) where mayOffer(clinician, person, kind) {
            let isStep = capacity.clinicians[clinician].role.step == request.step
            guard isStep || kind == .firstAppointment else { continue }
            var search = request
            for _ in 0..<BookingDesk.slotsOfEach {
                guard let slot = earliestSlot(search, for: person, with: clinician) else { break }
                search.earliest = slot.start + 1
                if isStep || capacity.isAssessmentWeek(team: request.team, slot.start.day) { slots.append(slot) }
            }
        }
        let knows = isHeld(person) ? episodes[person].clinician : people[person].assessor
        for index in slots.indices {
            slots[index].reasons.remove(.continuity)
            if kind != .keepingInTouch, slots[index].clinician == knows { slots[index].reasons.insert(.continuity) }
        }
        let policy = placementPolicy(team: request.team)
        let entry = batchPerson(person, request)
        slots.sort { rank($0, entry, policy) < rank($1, entry, policy) }
        if !slots.isEmpty { slots[0].reasons.insert(.firstThatFits) }
        return Array(slots.prefix(limit))
    }

    /// How many slots of one clinician are looked at.
    private static var slotsOfEach: Int { 3 }

    /// What the place costs, by the measure of a batch; then the earliest, then the first clinician.
    private func rank(_ slot: SlotOffer, _ person: BatchPerson, _ policy: PlacementPolicy) -> (Int64, Int64, Int32) {
        let cost = policy.placementCost(person, BatchSlot(slot, kind: person.request.kind), today: now.day)
        return (cost.rank(under: policy), slot.start.minutes, slot.clinician)
    }

    /// What would be possible sooner, were it not for one thing: each is left out in turn, and the search made again.
    private mutating func delays(
        of request: SlotRequest, for person: Int, kind: AppointmentKind, than first: CivilMinute
    ) -> [OfferDelay] {
        var delays: [OfferDelay] = []
        func note(_ cause: OfferDelay.Cause, _ start: CivilMinute?) {
            if let start, start < first { delays.append(OfferDelay(cause: cause, without: start)) }
        }
        var sooner = request
        sooner.earliest = now + 1
        if sooner.earliest < request.earliest {
            let isSpaced = kind == .treatment && isHeld(person) || people[person].notBefore > now.day
            note(isSpaced ? .spacing : .notice, start(sooner, person, kind, anybody: false))
        }
        if request.timeOfDay != .any {
            var anyTime = request
            anyTime.timeOfDay = .any
            note(.timeOfDay, start(anyTime, person, kind, anybody: false))
        }
        if !request.hasPriority {
            var anyPurpose = request
            anyPurpose.hasPriority = true
            note(.setAside, start(anyPurpose, person, kind, anybody: false))
        }
        if !request.needs.isNone {
            var plain = request
            plain.needs = PersonNeeds()
            note(.needs, start(plain, person, kind, anybody: false))
        }
        if kind == .treatment {
            note(isHeld(person) ? .continuity : .caseload, start(request, person, kind, anybody: true))
        }
        if delays.isEmpty { delays.append(OfferDelay(cause: .booked, without: nil)) }
        return delays
    }

    /// The earliest start of a request among those who may take it, or among everybody who is trained.
    private mutating func start(
        _ request: SlotRequest, _ person: Int, _ kind: AppointmentKind, anybody: Bool
    ) -> CivilMinute? {
        guard kind == .treatment else { return earliestSlot(request, for: person)?.start }
        var best: CivilMinute?
        for clinician in capacity.range(team: request.team, step: request.step) {
            let isTrained = capacity.clinicians[clinician].trainedIn.contains(episodes[person].modality)
            guard anybody ? isTrained : mayOffer(clinician, person, kind),
                let slot = earliestSlot(request, for: person, with: clinician)
            else { continue }
            if slot.start < best ?? (request.latest + 1).start { best = slot.start }
        }
        return best
    }

    /// The people who could be given a slot, in the order of the lists (PO-3, BK-5): those who wait for a first
    /// appointment, and those who wait for treatment.
    /// - Parameters:
    ///   - purposes: what the slot may be used for.
    ///   - limit: people at most.
    public func candidates(for slot: SlotOffer, kinds: [AppointmentKind], limit: Int) -> [Int] {
        let who = capacity.clinicians[Int(slot.clinician)]
        var found: [Int] = []
        for kind in kinds {
            let group = Int(who.team) * 2 + Int(who.role.step.rawValue)
            let list = kind == .firstAppointment ? firstLists[group] : treatmentLists[group]
            for place in 0..<list.count where found.count < limit {
                let person = Int(list[place].person)
                let fitted = fitted(slot, for: person, kind: kind)
                let isSoon = slot.start < earliest(person) && !people[person].flags.contains(.shortNotice)
                if !isSoon, !isGivenUp(fitted, by: person), refusals(of: fitted, for: person, kind: kind).isEmpty {
                    found.append(person)
                }
            }
        }
        return found
    }
}
