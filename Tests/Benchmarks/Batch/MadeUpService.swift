import Allocation
import CareModel

/// A waiting list of 5,000 and 19,200 free slots, as three teams might have them: 120 clinicians, half of them at each
/// step, 20 slots a week for eight weeks.
///
/// Most people ask for something: a part of the day, a venue, a language; a few for a therapy that few are trained in.
/// So each fits in some 200 slots, and many of those with clinicians whose weeks and caseloads fill up.
struct MadeUpService {
    let problem: BatchProblem

    static let today = CivilDay(number: 9_823)
    static let weeks = 8
    static let cliniciansOfTeam = 40

    init(seed: UInt64) {
        var random = Numbers(state: seed)
        let clinicians = (0..<3).flatMap { team in
            (0..<MadeUpService.cliniciansOfTeam).map { MadeUpService.clinician(team, $0, &random) }
        }
        var slots: [BatchSlot] = []
        var caps: [ClinicianWeekCap] = []
        for clinician in clinicians.indices {
            let venue = random.below(4)
            let language: UInt64 = random.below(5) == 0 ? 16 : 0
            for week in 0..<MadeUpService.weeks {
                let monday = MadeUpService.today + Int32(week * 7)
                for place in 0..<20 {
                    // Four slots a day: two in the morning, two in the afternoon.
                    let minute = [540, 630, 780, 870][place % 4]
                    var slot = BatchSlot(
                        clinician: Int32(clinician), start: (monday + Int32(place / 4)).start + Int64(minute),
                        minutes: 60, kind: .treatment)
                    slot.traits = SlotTraits(rawValue: 1 << UInt64(venue) | language)
                    slot.venue = Int32(venue)
                    slots.append(slot)
                }
                caps.append(
                    ClinicianWeekCap(
                        clinician: Int32(clinician), monday: monday, kind: .treatment, most: Int32(3 + random.below(6)))
                )
            }
        }
        let people = (0..<5_000).map { MadeUpService.person($0, &random) }
        let travel = TravelTimes(minutes: (0..<6).map { _ in (0..<4).map { _ in 5 + random.below(55) } })
        var problem = BatchProblem(
            today: MadeUpService.today, people: people, slots: slots, clinicians: clinicians,
            openings: clinicians.map { _ in Int32(20 + random.below(30)) }, policy: PlacementPolicy(travel: travel))
        problem.weekCaps = caps
        self.problem = problem
    }

    private static func clinician(_ team: Int, _ place: Int, _ random: inout Numbers) -> Clinician {
        let isLow = place < cliniciansOfTeam / 2
        var therapies: [Modality] = isLow ? [.guidedSelfHelp] : [.cognitiveBehaviouralTherapy]
        if !isLow, random.below(4) == 0 { therapies.append(.eyeMovementDesensitisation) }
        if !isLow, random.below(3) == 0 { therapies.append(.counselling) }
        return Clinician(
            team: Int32(team), role: isLow ? .wellbeingPractitioner : .highIntensityTherapist,
            trainedIn: ModalitySet(therapies), seesUnder18: random.below(3) == 0, caseloadCap: 99)
    }

    private static func person(_ number: Int, _ random: inout Numbers) -> BatchPerson {
        let isLow = random.below(10) < 6
        let waited = random.below(50)
        let since = (today - Int32(waited)).start + Int64(random.below(1440))
        let priority: PriorityClass = [.routine, .routine, .routine, .routine, .veteran, .perinatal, .stepUp, .risk][
            random.below(8)]
        var request = SlotRequest(
            kind: .treatment, minutes: 60, team: random.below(3), step: isLow ? .low : .high,
            earliest: (today + Int32(1 + random.below(28))).start, latest: today)
        request.latest = request.earliest.day + 20
        request.isUnder18 = random.below(20) == 0
        request.timeOfDay = [.any, .morning, .afternoon][random.below(3)]
        var person = BatchPerson(
            person: UInt32(number), request: request, modality: isLow ? .guidedSelfHelp : .cognitiveBehaviouralTherapy,
            since: since, priority: priority,
            promises: BatchPromises(treatment: since, priority: priority, standards: Standards()))
        if !isLow, random.below(4) == 0 { person.modality = .eyeMovementDesensitisation }
        if !isLow, random.below(4) == 0 { person.modality = .counselling }
        // Nine in ten ask for one of four venues, one in twenty for a language that a fifth of the clinicians speak.
        if random.below(10) > 0 { person.needs.insert(SlotTraits(rawValue: 1 << UInt64(random.below(4)))) }
        if random.below(20) == 0 { person.needs.insert(SlotTraits(rawValue: 16)) }
        person.wishes = SlotTraits(rawValue: 1 << UInt64(random.below(4)))
        person.preferredTime = [.any, .morning, .afternoon][random.below(3)]
        if random.below(3) == 0 { person.preferred = Int32(random.below(120)) }
        person.locality = Int32(random.below(6))
        return person
    }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014: the same numbers everywhere.
struct Numbers {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) >> 33) % bound
    }
}
