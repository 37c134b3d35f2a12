import CareModel
import Diaries

/// The slots that can be offered to a person, why none is sooner, and the people who could have a slot (BK-3, BK-5).
enum SlotSearch {
    /// The slots that can be offered to a person, best first (BK-3): each clinician's earliest, then their later ones.
    /// - Parameters:
    ///   - kind: what for; the person must wait for it, or be booked for it and want to move.
    ///   - limit: slots at most.
    ///   - wish: what is looked for beside what the person asks for.
    ///
    /// O(clinicians · days), but days known to be full are skipped.
    static func offers(
        _ desk: inout DeskState, for person: Int, kind: AppointmentKind, limit: Int, _ wish: SlotWish
    ) -> OfferList {
        let request = request(desk, of: kind, for: person)
        var slots = slots(&desk, wish.applied(to: request), for: person, kind: kind, limit: limit, wish)
        let first = slots.first?.start ?? (request.latest + 1).start
        let delays = delays(&desk, of: request, for: person, kind: kind, than: first)
        for index in slots.indices where desk.movesAhead(person) { slots[index].reasons.insert(.priority) }
        return OfferList(
            kind: kind, due: NextAppointment.due(desk, of: kind, for: person), slots: slots, delays: delays)
    }

    private static func request(_ desk: borrowing DeskState, of kind: AppointmentKind, for person: Int) -> SlotRequest {
        switch kind {
        case .firstAppointment:
            var request = FirstAppointments.request(desk, person)
            request.hasPriority = desk.movesAhead(person)
            return request
        case .treatment:
            return desk.isHeld(person)
                ? CourseSessions.request(desk, person) : TreatmentLists.request(desk, person).session
        case .keepingInTouch:
            let due = NextAppointment.due(desk, of: .keepingInTouch, for: person)
            var request = Calls.request(desk, person, due: due)
            request.needs = desk.needs(person, .keepingInTouch)
            return request
        }
    }

    /// Whether a clinician may take this appointment of a person at all.
    private static func mayOffer(_ desk: borrowing DeskState, _ clinician: Int, _ person: Int, _ kind: AppointmentKind)
        -> Bool
    {
        if desk.isUnder18(person), !desk.capacity.clinicians[clinician].seesUnder18 { return false }
        guard desk.capacity.clinicians[clinician].role.takes(kind) else { return false }
        let isAllocated = desk.allocated(person) == clinician
        if kind == .firstAppointment, desk.capacity.clinicians[clinician].owesNotes, !isAllocated { return false }
        if kind == .firstAppointment, CaseAllocations.waitsForClinician(desk, person) {
            return desk.capacity.mayTakeOn(clinician, today: desk.now.day)
        }
        if kind != .keepingInTouch, let own = desk.allocated(person) { return clinician == own }
        guard kind == .treatment else { return true }
        if desk.isHeld(person) { return Int32(clinician) == desk.people.episodes[person].clinician }
        return desk.capacity.mayTakeOn(clinician, today: desk.now.day)
            && desk.capacity.clinicians[clinician].trainedIn.contains(desk.people.episodes[person].modality)
    }

    private static func slots(
        _ desk: inout DeskState, _ request: SlotRequest, for person: Int, kind: AppointmentKind, limit: Int,
        _ wish: SlotWish
    ) -> [SlotOffer] {
        var slots: [SlotOffer] = []
        for clinician in desk.capacity.range(team: request.team)
        where wish.admits(clinician: clinician) && mayOffer(desk, clinician, person, kind) {
            let isStep = desk.capacity.clinicians[clinician].role.step == request.step
            guard isStep || kind == .firstAppointment else { continue }
            var search = request
            var found = 0
            while found < SlotSearch.slotsOfEach {
                guard let slot = desk.earliestSlot(search, for: person, with: clinician) else { break }
                guard wish.admits(slot.start.day) else {
                    search.earliest = (slot.start.day + 1).start
                    continue
                }
                found += 1
                search.earliest = slot.start + 1
                if isStep || desk.capacity.isAssessmentWeek(team: request.team, slot.start.day) { slots.append(slot) }
            }
        }
        let knows = desk.isHeld(person) ? desk.people.episodes[person].clinician : desk.people[person].assessor
        for index in slots.indices {
            slots[index].reasons.remove(.continuity)
            if kind != .keepingInTouch, slots[index].clinician == knows { slots[index].reasons.insert(.continuity) }
        }
        let policy = BatchRounds.policy(desk, team: request.team)
        let entry = BatchRounds.entry(desk, person, request)
        let today = desk.now.day
        slots.sort { rank($0, entry, policy, today: today) < rank($1, entry, policy, today: today) }
        if !slots.isEmpty { slots[0].reasons.insert(.firstThatFits) }
        return Array(slots.prefix(limit))
    }

    /// How many slots of one clinician are looked at.
    private static var slotsOfEach: Int { 3 }

    /// What the place costs, by the measure of a batch; then the earliest, then the first clinician.
    private static func rank(
        _ slot: SlotOffer, _ person: BatchPerson, _ policy: PlacementPolicy, today: CivilDay
    ) -> (Int64, Int64, Int32) {
        let cost = policy.placementCost(person, BatchSlot(slot, kind: person.request.kind), today: today)
        return (cost.rank(under: policy), slot.start.minutes, slot.clinician)
    }

    /// What would be possible sooner, were it not for one thing: each is left out in turn, and the search made again.
    private static func delays(
        _ desk: inout DeskState, of request: SlotRequest, for person: Int, kind: AppointmentKind,
        than first: CivilMinute
    ) -> [OfferDelay] {
        var delays: [OfferDelay] = []
        func note(_ cause: OfferDelay.Cause, _ start: CivilMinute?) {
            if let start, start < first { delays.append(OfferDelay(cause: cause, without: start)) }
        }
        var sooner = request
        sooner.earliest = desk.now + 1
        if sooner.earliest < request.earliest {
            let isSpaced = kind == .treatment && desk.isHeld(person) || desk.people[person].notBefore > desk.now.day
            note(isSpaced ? .spacing : .notice, start(&desk, sooner, person, kind, anybody: false))
        }
        if request.timeOfDay != .any {
            var anyTime = request
            anyTime.timeOfDay = .any
            note(.timeOfDay, start(&desk, anyTime, person, kind, anybody: false))
        }
        if !request.hasPriority {
            var anyPurpose = request
            anyPurpose.hasPriority = true
            note(.setAside, start(&desk, anyPurpose, person, kind, anybody: false))
        }
        if !request.needs.isNone {
            var plain = request
            plain.needs = PersonNeeds()
            note(.needs, start(&desk, plain, person, kind, anybody: false))
        }
        if kind == .treatment {
            let hasClinician = desk.isHeld(person) || desk.allocated(person) != nil
            note(hasClinician ? .continuity : .caseload, start(&desk, request, person, kind, anybody: true))
        } else if kind == .firstAppointment, CaseAllocations.isOn(desk, team: request.team) {
            let hasClinician = desk.allocated(person) != nil
            note(hasClinician ? .continuity : .caseload, desk.earliestSlot(request, for: person)?.start)
        }
        if delays.isEmpty { delays.append(OfferDelay(cause: .booked, without: nil)) }
        return delays
    }

    /// The earliest start of a request among those who may take it, or among everybody who is trained.
    private static func start(
        _ desk: inout DeskState, _ request: SlotRequest, _ person: Int, _ kind: AppointmentKind, anybody: Bool
    ) -> CivilMinute? {
        if kind == .firstAppointment, CaseAllocations.waitsForClinician(desk, person) { return nil }
        guard kind == .treatment else {
            let own = kind == .firstAppointment ? desk.allocated(person) : nil
            return desk.earliestSlot(request, for: person, with: own)?.start
        }
        var best: CivilMinute?
        for clinician in desk.capacity.range(team: request.team, step: request.step) {
            let isTrained = desk.capacity.clinicians[clinician].trainedIn.contains(
                desk.people.episodes[person].modality)
            guard anybody ? isTrained : mayOffer(desk, clinician, person, kind),
                let slot = desk.earliestSlot(request, for: person, with: clinician)
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
    static func candidates(_ desk: borrowing DeskState, for slot: SlotOffer, kinds: [AppointmentKind], limit: Int)
        -> [Int]
    {
        let who = desk.capacity.clinicians[Int(slot.clinician)]
        var found: [Int] = []
        for kind in kinds {
            let group = Int(who.team) * 2 + Int(who.role.step.rawValue)
            let list = kind == .firstAppointment ? desk.lists.first[group] : desk.lists.treatment[group]
            for place in 0..<list.count where found.count < limit {
                let person = Int(list[place].person)
                let fitted = NextAppointment.fitted(desk, slot, for: person, kind: kind)
                let isSoon = slot.start < desk.earliest(person) && !desk.people[person].flags.contains(.shortNotice)
                if !isSoon, !desk.isGivenUp(fitted, by: person),
                    SlotRefusals.refusals(desk, of: fitted, for: person, kind: kind).isEmpty
                {
                    found.append(person)
                }
            }
        }
        return found
    }
}
