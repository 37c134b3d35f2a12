import CareModel

extension BookingDesk {
    /// How places are compared for a team: by a batch, and when a clerk is offered slots for one person (PO-3).
    func placementPolicy(team: Int) -> PlacementPolicy { PlacementPolicy(order: rules[team].priorities) }

    /// A person as places are compared for them.
    /// - Parameter request: what the appointment must be.
    func batchPerson(_ person: Int, _ request: SlotRequest) -> BatchPerson {
        let episode = episodes[person]
        let isFirst = request.kind == .firstAppointment
        let since = isFirst ? episode.received : episode.waitingSince
        let priority = isFirst && people[person].flags.contains(.rebookFirst) ? .rebooking : episode.priority
        var entry = BatchPerson(
            person: UInt32(person), request: request, modality: isFirst ? nil : episode.modality, since: since,
            priority: priority,
            promises: isFirst
                ? BatchPromises(firstAppointment: since, priority: episode.priority, standards: standards)
                : BatchPromises(treatment: since, priority: episode.priority, standards: standards))
        if !isFirst { entry.preferred = isHeld(person) ? episode.clinician : people[person].assessor }
        return entry
    }

    /// Whether the person is on a caseload, so that a course is under way (TX-12).
    func isHeld(_ person: Int) -> Bool { episodes[person].state.isOnCaseload }

    /// Everybody on the lists of a team, and all its free time in the days that are booked ahead: the question that a
    /// batch answers (PO-3). Nothing that is booked is in it, and nobody who is placed alone. O(people + clinicians ·
    /// days).
    public mutating func batchProblem(team: Int) -> BatchProblem {
        var people: [BatchPerson] = []
        for step in Step.allCases {
            let index = team * 2 + Int(step.rawValue)
            for place in 0..<firstLists[index].count {
                let person = Int(firstLists[index][place].person)
                guard !isPlacedAlone(person, .firstAppointment) else { continue }
                people.append(batchPerson(person, firstRequestInBatch(person)))
            }
            for place in 0..<treatmentLists[index].count {
                let person = Int(treatmentLists[index][place].person)
                guard !isPlacedAlone(person, .treatment) else { continue }
                people.append(batchPerson(person, courseRequest(person).session))
            }
        }
        return BatchProblem(
            today: now.day, people: people, slots: batchSlots(team: team), capacity: capacity,
            policy: placementPolicy(team: team))
    }

    /// What a first appointment must be; time set aside for others only for whom the lists would give it to (FA-8).
    private mutating func firstRequestInBatch(_ person: Int) -> SlotRequest {
        var request = firstAppointmentRequest(person)
        request.hasPriority = movesAhead(person) && needsPriority(person, request)
        return request
    }

    private func batchSlots(team: Int) -> [BatchSlot] {
        var slots: [BatchSlot] = []
        for step in Step.allCases {
            let rule = course(team, step)
            let first = SlotCut(kind: .firstAppointment, step: step, minutes: rule.firstAppointmentMinutes)
            let session = SlotCut(kind: .treatment, step: step, minutes: rule.sessionMinutes)
            let horizon = step == .low ? rules[team].lowHorizonDays : rules[team].highHorizonDays
            let last = now.day + Int32(max(horizon, rules[team].firstAppointmentHorizonDays))
            for clinician in capacity.range(team: team, step: step) {
                let cuts = capacity.mayTakeOn(clinician, today: now.day) ? [first, session] : [first]
                slots += capacity.freeSlots(
                    cuts, with: clinician..<clinician + 1, days: now.day...last, today: now.day)
            }
        }
        return slots
    }

    /// Books what a batch would place, for a round under an order of optimised lists; whoever finds no place stays on
    /// the list, and is told that the wait will be long (FA-6).
    mutating func bookBatch(team: Int) {
        let batch = teamBatch(team: team)
        for placed in batch.alone { bookChosen(placed.person, placed.slot) }
        let places = BatchAllocation.places(batch.problem)
        for placed in places.placed { accept(placed.slot, for: Int(placed.person)) }
        for person in places.left where episodes[Int(person)].state == .waitingFirstAppointment {
            tellOfWait(Int(person))
        }
    }

    private mutating func accept(_ place: BatchSlot, for person: Int) {
        let slot = slot(of: place, for: person, reasons: place.reasons)
        // Lists were long when it was proposed; what was booked meanwhile by this round cannot be in the way.
        guard refusals(of: slot, for: person, kind: place.kind).allSatisfy({ $0 == .setAside }) else { return }
        if place.kind == .firstAppointment, slot.start.day > due(of: .firstAppointment, for: person) {
            tellOfWait(person)
        }
        bookChosen(person, slot)
    }

    /// The slot of a place: it starts where the free time was cut, and is as long as the person's appointment.
    public func slot(of placement: BatchPlacement) -> SlotOffer {
        slot(of: placement.slot, for: Int(placement.person), reasons: placement.reasons)
    }

    private func slot(of place: BatchSlot, for person: Int, reasons: OfferReasons) -> SlotOffer {
        SlotOffer(
            clinician: place.clinician, start: place.start, minutes: minutes(of: place.kind, for: person),
            reasons: reasons)
    }
}
