import Allocation
import CareModel
import Diaries

/// What a naive desk knows of one person.
struct NaivePerson {
    enum Place { case none, first, treatment, session }

    let received: CivilMinute
    var state = EpisodeState.awaitingScreening
    var step = Step.low
    var priority = PriorityClass.routine
    var holder = -1
    /// Who proposed the step-up that waits for supervision.
    var proposer = -1
    var waitingSince: CivilMinute
    var lastTreatment: CivilMinute?
    var misses = 0
    var attempts = 0
    var wasSteppedUp = false
    var rebooksFirst = false
    var hasSeat = false
    var place = Place.none
    var listedAt: CivilMinute
    /// Whether the session list was joined ahead of others.
    var isAhead = false
    var booked: (slot: SlotOffer, kind: AppointmentKind)?
    var later: [SlotOffer] = []

    init(received: CivilMinute) {
        self.received = received
        waitingSince = received
        listedAt = received
    }
}

/// The desk as a clerk would keep it on paper: one sheet for each person, read from top to bottom for every question.
/// It shares no code with the product beyond the words of the field, and chooses no slot: it is told which.
struct NaiveDesk {
    var now: CivilMinute
    var people: [NaivePerson] = []
    /// Time that is taken, whether it is still to come or was used.
    var taken: [SlotOffer] = []
    /// Whether the one course still takes people.
    var courseIsOpen = true

    init(now: CivilMinute) { self.now = now }

    // MARK: Questions

    /// People on a list, in order.
    func list(_ place: NaivePerson.Place, of index: Int) -> [Int] {
        let there = people.indices.filter { person in
            let known = people[person]
            guard known.place == place else { return false }
            return place == .session ? known.holder == index : (known.step == .low ? 0 : 1) == index
        }
        return there.sorted { one, other in
            let (left, right) = (turn(one, place), turn(other, place))
            return left == right ? one < other : left < right
        }
    }

    private func turn(_ person: Int, _ place: NaivePerson.Place) -> (Int, Int64) {
        let known = people[person]
        switch place {
        case .first:
            return (rank(known.rebooksFirst ? .rebooking : known.priority), known.received.minutes)
        case .treatment: return (rank(known.priority), known.waitingSince.minutes)
        case .session, .none: return (known.isAhead ? 0 : 1, known.listedAt.minutes)
        }
    }

    private func rank(_ priority: PriorityClass) -> Int {
        switch priority {
        case .rebooking: 0
        case .risk: 1
        case .perinatal: 2
        case .stepUp: 3
        case .veteran: 4
        default: 5
        }
    }

    /// Who is held by a clinician.
    func caseload(_ clinician: Int) -> [Int] {
        people.indices.filter { people[$0].holder == clinician }
    }

    /// The quanta of a clinician's day that are taken.
    func taken(_ clinician: Int, on day: CivilDay) -> [Bool] {
        (0..<192).map { quantum in
            let minute = 360 + quantum * 5
            return taken.contains {
                Int($0.clinician) == clinician && $0.start.day == day && $0.start.minuteOfDay <= minute
                    && minute < $0.start.minuteOfDay + $0.minutes
            }
        }
    }

    // MARK: What happens

    mutating func hear(_ fact: DeskFact) {
        switch fact {
        case .received(let referral, _): people.append(NaivePerson(received: referral.received))
        case .screened(let person, let facts, let isDiverted): screened(Int(person), facts, isDiverted)
        case .contactAttempted(let person, let answer): contacted(Int(person), answer)
        case .assessed(let person, let outcome, let began): assessed(Int(person), outcome, began)
        case .holdEnded(let person):
            people[Int(person)].waitingSince = now
            waits(Int(person))
        case .chosen(let person, let slot): chosen(Int(person), slot)
        case .moved(let person, let slot, _):
            guard let kind = people[Int(person)].booked?.kind else { return }
            cancel(Int(person))
            book(Int(person), slot, kind)
        case .sessionAttended(let person):
            people[Int(person)].booked = nil
            people[Int(person)].lastTreatment = now
        case .courseGoesOn(let person): goesOn(Int(person))
        case .missed(let person, _, let exception): missed(Int(person), exception)
        case .madeContact(let person): madeContact(Int(person))
        case .madeNoContact(let person), .closed(let person, _): close(Int(person))
        case .cancelledByPerson(let person, let rebooks, let exception): cancelled(Int(person), rebooks, exception)
        case .cancelledByService(let person): cancelledByService(Int(person))
        case .laterChosen(let person, let slot, _):
            taken.append(slot)
            people[Int(person)].later.append(slot)
            people[Int(person)].later.sort { $0.start < $1.start }
        case .laterCancelled(let person, let start, let end): laterCancelled(Int(person), start, end)
        case .cameToLater(let person):
            people[Int(person)].state = .inTreatment
            takeUp(Int(person))
        case .putOnHold(let person, _):
            people[Int(person)].state = .onHold
            people[Int(person)].place = .none
        case .stepUpProposed(let person):
            people[Int(person)].proposer = people[Int(person)].holder
            leaveCaseload(Int(person))
            people[Int(person)].state = .awaitingSupervision
        case .stepUpAgreed(let person): steppedUp(Int(person))
        case .stepUpDeclined(let person): stayedAtStep(Int(person))
        case .steppedDown(let person): steppedDown(Int(person))
        case .caseMoved(let person): handOver(Int(person))
        case .caseloadHandedOver(let clinician): for person in caseload(Int(clinician)) { handOver(person) }
        case .appointmentsCancelled(let clinician, let first, let last): away(Int(clinician), first...last)
        case .seatChosen(let person, _):
            people[Int(person)].hasSeat = true
            people[Int(person)].place = .none
        case .seatGivenUp(let person): leaveSeat(Int(person))
        case .groupGivenUp:
            courseIsOpen = false
            for person in people.indices where people[person].hasSeat { leaveSeat(person) }
        case .timeHeld(let slot): taken.append(slot)
        case .timeGivenBack(let slot): free(slot)
        default: break
        }
    }

    private mutating func screened(_ person: Int, _ facts: ScreeningFacts, _ isDiverted: Bool) {
        if facts.isExcluded || facts.isUnderAge || isDiverted { return close(person) }
        people[person].step = facts.looksLikeHighIntensity ? .high : .low
        people[person].priority = facts.mentionsRisk ? .risk : .routine
        people[person].state = .awaitingContact
    }

    private mutating func contacted(_ person: Int, _ answer: ContactAnswer) {
        people[person].attempts += 1
        switch answer {
        case .declines: close(person)
        case .notReached: if people[person].attempts >= 3 { close(person) }
        case .wantsAppointment: waitsForFirst(person)
        }
    }

    private mutating func waitsForFirst(_ person: Int) {
        people[person].state = .waitingFirstAppointment
        people[person].place = .first
    }

    private mutating func waits(_ person: Int) {
        people[person].state = .waitingTreatment
        if !people[person].hasSeat { people[person].place = .treatment }
    }

    private mutating func assessed(_ person: Int, _ outcome: AssessmentOutcome, _ began: Bool) {
        people[person].booked = nil
        if began { people[person].lastTreatment = now }
        switch outcome {
        case .treatment(let step, _):
            people[person].step = step
            people[person].waitingSince = now
            waits(person)
        case .hold(let step, _):
            people[person].step = step
            people[person].state = .onHold
        case .end: close(person)
        }
    }

    private mutating func chosen(_ person: Int, _ slot: SlotOffer) {
        switch people[person].state {
        case .waitingFirstAppointment:
            people[person].place = .none
            people[person].rebooksFirst = false
            people[person].state = .firstAppointmentBooked
            book(person, slot, .firstAppointment)
        case .waitingTreatment:
            people[person].place = .none
            people[person].holder = Int(slot.clinician)
            people[person].state = .inTreatment
            book(person, slot, .treatment)
        default:
            people[person].place = .none
            people[person].rebooksFirst = false
            book(person, slot, .treatment)
        }
    }

    private mutating func goesOn(_ person: Int) {
        if !people[person].later.isEmpty { return takeUp(person) }
        people[person].place = .session
        people[person].listedAt = now
        people[person].isAhead = people[person].rebooksFirst
    }

    private mutating func takeUp(_ person: Int) {
        people[person].place = .none
        people[person].booked = (people[person].later.removeFirst(), .treatment)
    }

    private mutating func missed(_ person: Int, _ exception: Bool) {
        let kind = people[person].booked?.kind
        people[person].booked = nil
        if kind == .firstAppointment {
            people[person].state = .missedFirstAppointment
        } else if counts(person, exception) {
            close(person)
        } else {
            people[person].state = .missedSession
        }
    }

    /// Counts a miss, and says whether it is the last.
    private mutating func counts(_ person: Int, _ exception: Bool) -> Bool {
        people[person].misses += 1
        return people[person].misses >= 2 && !exception
    }

    private mutating func madeContact(_ person: Int) {
        if people[person].state == .missedFirstAppointment { return waitsForFirst(person) }
        people[person].state = .inTreatment
        while let first = people[person].later.first, first.start <= now {
            free(first)
            people[person].later.removeFirst()
        }
        goesOn(person)
    }

    private mutating func cancelled(_ person: Int, _ rebooks: Bool, _ exception: Bool) {
        let kind = people[person].booked?.kind
        cancel(person)
        if kind == .firstAppointment {
            people[person].state = .waitingFirstAppointment
            if rebooks { people[person].place = .first } else { close(person) }
        } else if !rebooks || counts(person, exception) {
            close(person)
        } else {
            goesOn(person)
        }
    }

    private mutating func cancelledByService(_ person: Int) {
        let kind = people[person].booked?.kind
        cancel(person)
        people[person].rebooksFirst = true
        if kind == .firstAppointment { waitsForFirst(person) } else { goesOn(person) }
    }

    private mutating func laterCancelled(_ person: Int, _ start: CivilMinute, _ end: LaterEnd) {
        for slot in people[person].later where slot.start == start { free(slot) }
        people[person].later.removeAll { $0.start == start }
        switch end {
        case .moved: break
        case .byService: people[person].rebooksFirst = true
        case .byPerson(let exception): if counts(person, exception) { close(person) }
        }
    }

    private mutating func steppedUp(_ person: Int) {
        people[person].step = .high
        people[person].priority = .stepUp
        people[person].wasSteppedUp = true
        people[person].misses = 0
        people[person].waitingSince = people[person].lastTreatment ?? now
        waits(person)
    }

    private mutating func stayedAtStep(_ person: Int) {
        people[person].priority = .rebooking
        people[person].waitingSince = people[person].lastTreatment ?? now
        people[person].holder = people[person].proposer
        people[person].state = .inTreatment
        goesOn(person)
    }

    private mutating func steppedDown(_ person: Int) {
        handOver(person)
        people[person].step = .low
    }

    private mutating func handOver(_ person: Int) {
        cancel(person)
        people[person].place = .none
        leaveCaseload(person)
        people[person].priority = .rebooking
        people[person].waitingSince = now
        waits(person)
    }

    private mutating func away(_ clinician: Int, _ days: ClosedRange<CivilDay>) {
        func isMeant(_ slot: SlotOffer) -> Bool {
            Int(slot.clinician) == clinician && days.contains(slot.start.day) && slot.start > now
        }
        for person in people.indices {
            for slot in people[person].later where isMeant(slot) { laterCancelled(person, slot.start, .byService) }
        }
        let booked = people.indices.filter { people[$0].booked.map { isMeant($0.slot) } ?? false }
        for person in booked { cancelledByService(person) }
    }

    private mutating func leaveSeat(_ person: Int) {
        people[person].hasSeat = false
        waits(person)
    }

    private mutating func leaveCaseload(_ person: Int) {
        for slot in people[person].later { free(slot) }
        people[person].later = []
        people[person].holder = -1
    }

    private mutating func close(_ person: Int) {
        cancel(person)
        people[person].place = .none
        people[person].hasSeat = false
        if people[person].holder >= 0 { leaveCaseload(person) }
        people[person].state = .closed
    }

    private mutating func book(_ person: Int, _ slot: SlotOffer, _ kind: AppointmentKind) {
        taken.append(slot)
        people[person].booked = (slot, kind)
    }

    private mutating func cancel(_ person: Int) {
        guard let slot = people[person].booked?.slot else { return }
        free(slot)
        people[person].booked = nil
    }

    private mutating func free(_ slot: SlotOffer) {
        let place = taken.firstIndex {
            $0.clinician == slot.clinician && $0.start == slot.start && $0.minutes == slot.minutes
        }
        if let place { taken.remove(at: place) }
    }
}
