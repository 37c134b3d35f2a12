import CareModel
import Diaries

/// A team's lists and free time as one question to the matching, and its answer (PO-3).
enum BatchRounds {
    /// How places are compared for a team: by a batch, and when a clerk is offered slots for one person (PO-3).
    static func policy(_ desk: borrowing DeskState, team: Int) -> PlacementPolicy {
        PlacementPolicy(order: desk.rules[team].priorities)
    }

    /// A person as places are compared for them.
    /// - Parameter request: what the appointment must be.
    static func entry(_ desk: borrowing DeskState, _ person: Int, _ request: SlotRequest) -> BatchPerson {
        let episode = desk.people.episodes[person]
        let isFirst = request.kind == .firstAppointment
        let since = isFirst ? episode.received : episode.waitingSince
        let priority = isFirst && desk.people[person].flags.contains(.rebookFirst) ? .rebooking : episode.priority
        var entry = BatchPerson(
            person: UInt32(person), request: request, modality: isFirst ? nil : episode.modality, since: since,
            priority: priority,
            promises: isFirst
                ? BatchPromises(firstAppointment: since, priority: episode.priority, standards: desk.standards)
                : BatchPromises(treatment: since, priority: episode.priority, standards: desk.standards))
        if !isFirst { entry.preferred = desk.isHeld(person) ? episode.clinician : desk.people[person].assessor }
        return entry
    }

    /// Everybody on the lists of a team, and all its free time in the days that are booked ahead: the question that a
    /// batch answers (PO-3). Nothing that is booked is in it, and nobody who is placed alone. O(people + clinicians ·
    /// days).
    static func problem(_ desk: inout DeskState, team: Int) -> BatchProblem {
        var people: [BatchPerson] = []
        for step in Step.allCases {
            let index = team * 2 + Int(step.rawValue)
            for place in 0..<desk.lists.first[index].count {
                let person = Int(desk.lists.first[index][place].person)
                guard !isPlacedAlone(desk, person, .firstAppointment) else { continue }
                people.append(entry(desk, person, firstRequest(&desk, person)))
            }
            for place in 0..<desk.lists.treatment[index].count {
                let person = Int(desk.lists.treatment[index][place].person)
                guard !isPlacedAlone(desk, person, .treatment) else { continue }
                people.append(entry(desk, person, TreatmentLists.request(desk, person).session))
            }
        }
        return BatchProblem(
            today: desk.now.day, people: people, slots: slots(desk, team: team), capacity: desk.capacity,
            policy: policy(desk, team: team))
    }

    /// What a first appointment must be; time set aside for others only for whom the lists would give it to (FA-8).
    private static func firstRequest(_ desk: inout DeskState, _ person: Int) -> SlotRequest {
        var request = FirstAppointments.request(desk, person)
        request.hasPriority = desk.movesAhead(person) && FirstAppointments.needsPriority(&desk, person, request)
        return request
    }

    private static func slots(_ desk: borrowing DeskState, team: Int) -> [BatchSlot] {
        var slots: [BatchSlot] = []
        for step in Step.allCases {
            let rule = desk.course(team, step)
            let first = SlotCut(kind: .firstAppointment, step: step, minutes: rule.firstAppointmentMinutes)
            let session = SlotCut(kind: .treatment, step: step, minutes: rule.sessionMinutes)
            let horizon = step == .low ? desk.rules[team].lowHorizonDays : desk.rules[team].highHorizonDays
            let last = desk.now.day + Int32(max(horizon, desk.rules[team].firstAppointmentHorizonDays))
            for clinician in desk.capacity.range(team: team, step: step)
            where !desk.capacity.clinicians[clinician].owesNotes {
                let cuts = desk.capacity.mayTakeOn(clinician, today: desk.now.day) ? [first, session] : [first]
                slots += SlotCut.freeSlots(
                    cuts, of: desk.capacity, with: clinician..<clinician + 1, days: desk.now.day...last,
                    today: desk.now.day)
            }
        }
        guard desk.rules[team].assessesNobodyBeforeLeave else { return slots }
        slots.removeAll { slot in
            slot.kind == .firstAppointment
                && desk.capacity.absence(Int(slot.clinician), on: slot.start.day).contains(.beforeLongAbsence)
        }
        return slots
    }

    /// Books what a batch would place, for a round under an order of optimised lists; whoever finds no place stays on
    /// the list, and is told that the wait will be long (FA-6).
    static func book(_ desk: inout DeskState, team: Int) {
        let batch = teamBatch(&desk, team: team)
        for placed in batch.alone { ChosenSlots.book(&desk, placed.person, placed.slot) }
        let places = BatchAllocation.places(batch.problem)
        for placed in places.placed { accept(&desk, placed.slot, for: Int(placed.person)) }
        for person in places.left where desk.people.episodes[Int(person)].state == .waitingFirstAppointment {
            FirstAppointments.tellOfWait(&desk, Int(person))
        }
    }

    private static func accept(_ desk: inout DeskState, _ place: BatchSlot, for person: Int) {
        let slot = slot(desk, of: place, for: person, reasons: place.reasons)
        // Lists were long when it was proposed; what was booked meanwhile by this round cannot be in the way.
        guard SlotRefusals.refusals(desk, of: slot, for: person, kind: place.kind).allSatisfy({ $0 == .setAside })
        else { return }
        if place.kind == .firstAppointment,
            slot.start.day > NextAppointment.due(desk, of: .firstAppointment, for: person)
        {
            FirstAppointments.tellOfWait(&desk, person)
        }
        ChosenSlots.book(&desk, person, slot)
    }

    /// The slot of a place: it starts where the free time was cut, and is as long as the person's appointment.
    static func slot(_ desk: borrowing DeskState, of placement: BatchPlacement) -> SlotOffer {
        slot(desk, of: placement.slot, for: Int(placement.person), reasons: placement.reasons)
    }

    private static func slot(_ desk: borrowing DeskState, of place: BatchSlot, for person: Int, reasons: OfferReasons)
        -> SlotOffer
    {
        SlotOffer(
            clinician: place.clinician, start: place.start,
            minutes: NextAppointment.minutes(desk, of: place.kind, for: person),
            reasons: reasons)
    }

    /// What a batch proposes for a team (PO-3). The matching knows people and the time of clinicians; a room that
    /// several share (CL-9), and an appointment that an interpreter makes longer than others (EQ-2), are beyond it. The
    /// few who need them are placed first, one after another in the order of the lists, as the live search does.
    /// Nothing is booked.
    static func teamBatch(_ desk: inout DeskState, team: Int) -> TeamBatch {
        let clinicians = desk.capacity.clinicians
        var alone: [AlonePlacement] = []
        for step in Step.allCases {
            let index = team * 2 + Int(step.rawValue)
            for place in 0..<desk.lists.first[index].count {
                placeAlone(&desk, Int(desk.lists.first[index][place].person), .firstAppointment, &alone)
            }
            for place in 0..<desk.lists.treatment[index].count {
                placeAlone(&desk, Int(desk.lists.treatment[index][place].person), .treatment, &alone)
            }
        }
        let problem = problem(&desk, team: team)
        for placed in alone { desk.capacity.release(placed.slot) }
        desk.capacity.restoreCaseloads(clinicians)
        return TeamBatch(alone: alone, problem: problem)
    }

    /// Whether a person needs a room, or an interpreter, or has a clinician or waits for one (CL-18).
    static func isPlacedAlone(_ desk: borrowing DeskState, _ person: Int, _ kind: AppointmentKind) -> Bool {
        if desk.allocated(person) != nil || CaseAllocations.waitsForClinician(desk, person) {
            return true
        }
        guard desk.asksForMore(person) else { return false }
        let needs = desk.needs(person, kind)
        return desk.needsRoom(needs, person) || needs.language != 0 && needs.interpreterMinutes >= 0
    }

    /// Finds a place, and takes it until the batch is put together.
    private static func placeAlone(
        _ desk: inout DeskState, _ person: Int, _ kind: AppointmentKind, _ alone: inout [AlonePlacement]
    ) {
        guard isPlacedAlone(desk, person, kind),
            let slot = kind == .firstAppointment
                ? FirstAppointments.soonest(&desk, person) : TreatmentLists.soonest(&desk, person),
            desk.capacity.book(slot)
        else { return }
        let isKept = desk.allocated(person) != nil
        if kind == .treatment, !isKept { desk.capacity.takeOn(Int(slot.clinician), today: desk.now.day) }
        alone.append(AlonePlacement(person: person, kind: kind, slot: slot))
    }
}
