import Allocation
import CareModel
import TestSupport

/// Small batches: two teams with three clinicians each, a few weeks, half hours between nine and five.
enum BatchFixture {
    static let monday = Twin.first

    static func clinician(team: Int32 = 0, _ role: Role = .highIntensityTherapist) -> Clinician {
        Clinician(
            team: team, role: role, trainedIn: ModalitySet(Modality.allCases), seesUnder18: true, caseloadCap: 40)
    }

    static func slot(_ day: Int32, _ clinician: Int32 = 0, hour: Int64 = 9, _ kind: AppointmentKind = .treatment)
        -> BatchSlot
    {
        BatchSlot(clinician: clinician, start: (monday + day).start + hour * 60, minutes: 60, kind: kind)
    }

    /// Somebody who waits for CBT, due some days from today.
    static func person(_ number: UInt32, due: Int32, _ kind: AppointmentKind = .treatment, team: Int = 0)
        -> BatchPerson
    {
        let request = SlotRequest(
            kind: kind, minutes: 60, team: team, step: .high, earliest: monday.start, latest: monday + 1000)
        return BatchPerson(
            person: number, request: request, modality: kind == .treatment ? .cognitiveBehaviouralTherapy : nil,
            since: (monday + due - 28).start, priority: .routine, promises: BatchPromises(due: monday + due))
    }

    static func problem(
        _ people: [BatchPerson], _ slots: [BatchSlot], clinicians: Int = 1, openings: Int32 = 99,
        order: ListOrder = .earliestDueDate
    ) -> BatchProblem {
        BatchProblem(
            today: monday, people: people, slots: slots,
            clinicians: [Clinician](repeating: clinician(), count: clinicians),
            openings: [Int32](repeating: openings, count: clinicians),
            policy: PlacementPolicy(order: PriorityOrder(order: order, classes: PriorityOrder.standard.classes)))
    }

    /// A batch in which everything happens: kinds, needs, wishes, travel, groups, caps, openings, classes.
    static func random(_ random: inout SplitMix, people: Int, slots: Int) -> BatchProblem {
        let clinicians = (0..<6).map { index in
            var clinician = Twin.clinician(&random, team: index / 3, step: .high)
            if random.below(2) == 0 { clinician.trainedIn = ModalitySet(Modality.allCases) }
            return clinician
        }
        let order = ListOrder.allCases[random.below(3)]
        let travel = TravelTimes(minutes: (0..<3).map { _ in (0..<3).map { _ in random.below(60) } })
        var problem = BatchProblem(
            today: monday, people: (0..<people).map { person($0, &random) }, slots: [], clinicians: clinicians,
            openings: clinicians.map { _ in Int32(random.below(people + 1)) },
            policy: PlacementPolicy(
                order: PriorityOrder(order: order, classes: PriorityOrder.standard.classes), travel: travel))
        for _ in 0..<slots {
            let slot = slot(&random)
            let isNew = problem.slots.allSatisfy { $0.clinician != slot.clinician || $0.start != slot.start }
            if isNew { problem.slots.append(slot) }
        }
        for _ in 0..<random.below(6) {
            problem.weekCaps.append(
                ClinicianWeekCap(
                    clinician: Int32(random.below(6)), monday: monday + Int32(7 * random.below(3)),
                    kind: random.below(2) == 0 ? .treatment : .firstAppointment, most: Int32(random.below(3))))
        }
        return problem
    }

    private static func person(_ index: Int, _ random: inout SplitMix) -> BatchPerson {
        let kind: AppointmentKind = random.below(4) == 0 ? .firstAppointment : .treatment
        // Numbers are in no order.
        let number = UInt32(index) &* 2_654_435_761
        var person = person(number, due: Int32(random.below(30)) - 8, kind, team: random.below(4) == 0 ? 1 : 0)
        if random.below(2) == 0 {
            let due = person.due
            person.promises = BatchPromises(due: due, second: due + 4, third: due + 9)
        }
        if kind == .treatment, random.below(3) == 0 { person.modality = .eyeMovementDesensitisation }
        person.priority = random.below(3) == 0 ? PriorityClass.allCases[random.below(6)] : .routine
        person.request.hasPriority = person.priority != .routine
        person.request.isUnder18 = random.below(6) == 0
        if random.below(4) == 0 { person.request.timeOfDay = [.morning, .afternoon][random.below(2)] }
        if random.below(4) == 0 { person.request.latest = monday + Int32(random.below(20)) }
        if random.below(4) == 0 { person.request.earliest = (monday + Int32(random.below(10))).start + 660 }
        if random.below(4) == 0 { person.preferredTime = .morning }
        if random.below(3) == 0 { person.preferred = Int32(random.below(6)) }
        person.needs = SlotTraits(rawValue: random.below(4) == 0 ? 1 : 0)
        person.wishes = SlotTraits(rawValue: UInt64(random.below(8)))
        person.locality = Int32(random.below(4)) - 1
        return person
    }

    private static func slot(_ random: inout SplitMix) -> BatchSlot {
        var slot = slot(
            Int32(random.below(20)), Int32(random.below(6)), hour: Int64(9 + random.below(8)),
            random.below(4) == 0 ? .firstAppointment : .treatment)
        slot.traits = SlotTraits(rawValue: UInt64(random.below(8)))
        slot.venue = Int32(random.below(4)) - 1
        slot.isOnlyForPriority = random.below(8) == 0
        if random.below(8) == 0 { slot.seats = 2 }
        return slot
    }
}

/// What a proposal must be, whatever it proposes: complete, fitting, and within every limit.
func faults(of proposal: BatchProposal, for problem: BatchProblem) -> [String] {
    var faults: [String] = []
    let seen = proposal.placements.map(\.person) + proposal.unplaced.map(\.person)
    if seen.sorted() != problem.people.map(\.person).sorted() { faults.append("not everybody once") }
    for placement in proposal.placements {
        guard let person = problem.people.first(where: { $0.person == placement.person }) else { continue }
        if problem.misfit(person, placement.slot) != nil { faults.append("\(person.person) does not fit") }
        if !problem.slots.contains(placement.slot) { faults.append("no such slot") }
    }
    for slot in problem.slots where proposal.placements.filter({ $0.slot == slot }).count > slot.seats {
        faults.append("slot \(slot.start) over its seats")
    }
    for (clinician, openings) in problem.openings.enumerated() {
        let taken = proposal.placements.filter { $0.slot.clinician == clinician && $0.slot.kind == .treatment }
        if taken.count > openings { faults.append("clinician \(clinician) over the openings") }
    }
    for cap in problem.weekCaps {
        let count = proposal.placements.filter {
            $0.slot.clinician == cap.clinician && $0.slot.kind == cap.kind && $0.slot.start.day.monday == cap.monday
        }.count
        if count > cap.most { faults.append("week of \(cap.clinician) over its cap") }
    }
    return faults
}
