import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Puts a person on the list for a first appointment (PO-3, FA-8, AT-10).
    mutating func joinFirstList(_ person: Int) {
        let episode = episodes[person]
        let priority = people[person].flags.contains(.rebookFirst) ? .rebooking : episode.priority
        let key = WaitingKey(
            person: UInt32(person), priority: priority, since: episode.received,
            due: scenario.standards.firstAppointmentDue(received: episode.received, priority: episode.priority),
            under: practices[team(person)].diary.priorities)
        join(.firstAppointment, person, key: key)
    }

    /// The clerk has the person on the phone: if nobody is before them in the list, they are offered a slot at once.
    mutating func offerFirstAppointmentOnThePhone(_ person: Int) {
        guard firstLists[listIndex(person)][0] == people[person].listKey else { return }
        _ = offerFirstAppointment(person)
    }

    /// Offers free first appointments down the lists of a team. People without wishes are all refused once one of them
    /// is; people with wishes, priority or short notice are still tried.
    mutating func offerFirstAppointments(team: Int) {
        for step in Step.allCases {
            let index = team * 2 + Int(step.rawValue)
            var place = 0
            var refused = RefusedRequests()
            while place < firstLists[index].count {
                let person = Int(firstLists[index][place].person)
                let kind = RefusedRequests.Kind(
                    shortNotice: people[person].flags.contains(.shortNotice), hasWish: hasWish(person),
                    hasPriority: movesAhead(person))
                if refused.contains(kind) {
                    place += 1
                } else if !offerFirstAppointment(person) {
                    refused.insert(kind)
                    place += 1
                }
                if refused.isEverybody { break }
            }
        }
    }

    /// Whether the request of this person differs from everybody's.
    private func hasWish(_ person: Int) -> Bool {
        referrals[person].timeOfDay != .any || isUnder18(person)
    }

    func isUnder18(_ person: Int) -> Bool {
        referrals[person].ageBand == .fourteenToFifteen || referrals[person].ageBand == .sixteenToSeventeen
    }

    private func movesAhead(_ person: Int) -> Bool {
        let priority = episodes[person].priority
        return priority == .perinatal || priority == .risk || people[person].flags.contains(.rebookFirst)
    }

    /// Books the earliest fitting first appointment, if there is one.
    private mutating func offerFirstAppointment(_ person: Int) -> Bool {
        let team = team(person)
        let episode = episodes[person]
        let due = scenario.standards.firstAppointmentDue(received: episode.received, priority: episode.priority)
        let minutes =
            episode.step == .low
            ? practices[team].low.rule.firstAppointmentMinutes : practices[team].high.rule.firstAppointmentMinutes
        var request = SlotRequest(
            kind: .firstAppointment, minutes: minutes, team: team, step: episode.step,
            earliest: earliest(person), latest: now.day + Int32(practices[team].firstAppointments.bookingHorizonDays))
        request.isUnder18 = isUnder18(person)
        // A wish for a time of day gives way once the promise would be broken.
        request.timeOfDay = now.day < due ? referrals[person].timeOfDay : .any
        var offer = capacity.earliestSlot(request, today: now.day)
        // Perinatal people are always an exception (PR-1); others who move ahead only when their promise is at stake.
        if movesAhead(person), episode.priority == .perinatal || (offer?.start.day ?? request.latest) > due {
            request.hasPriority = true
            if let sooner = capacity.earliestSlot(request, today: now.day),
                sooner.start < (offer?.start ?? (request.latest + 1).start)
            {
                offer = sooner
            }
        }
        guard let offer else {
            tellOfWait(person, due: due)
            return false
        }
        if offer.start.day > due { tellOfWait(person, due: due) }
        leaveList(person)
        people[person].flags.remove(.rebookFirst)
        move(person, .firstAppointmentBooked)
        book(person, .firstAppointment, offer)
        return true
    }

    /// Writes to the person and the GP, once, that the wait will exceed the target (FA-6).
    private mutating func tellOfWait(_ person: Int, due: CivilDay) {
        guard !people[person].flags.contains(.toldOfWait) else { return }
        people[person].flags.insert(.toldOfWait)
        count(.waitLetters, team: team(person))
    }

    /// A first appointment was attended (FA-3): scores are taken, treatment may begin, the way forward is agreed.
    mutating func assess(_ person: Int) {
        let team = team(person)
        takeScores(person, isFirst: true)
        random.position(.assessment, people[person].key)
        let input = practices[team].firstAppointments
        let began = random.uniform() < input.treatmentBegins
        let outcome = assessmentOutcome(person, input)
        people[person].assessor = people[person].slotClinician
        events.cancel(people[person].withdrawal)
        recordFirstAppointment(person)
        let before = episodes[person]
        move(person, .assessed(outcome, treatmentBegan: began))
        recordContact(person, before: before)
        if case .end(let reason) = outcome {
            if reason == .referredOn || reason == .signposted { count(.onwardReferrals, team: team) }
            recordEnd(person, reason, team: team)
        } else {
            afterAssessment(person)
        }
    }

    private mutating func assessmentOutcome(_ person: Int, _ input: FirstAppointmentInput) -> AssessmentOutcome {
        let draw = random.uniform()
        let switches = random.uniform()
        let choice = random.uniform()
        let advice = people[person].startScores.isCase ? input.advice : input.adviceBelowCaseness
        var left = draw - advice
        if left < 0 { return .end(.adviceOnly) }
        left -= input.signposted
        if left < 0 { return .end(.signposted) }
        left -= input.referredOn
        if left < 0 { return .end(.referredOn) }
        left -= input.declines
        if left < 0 { return .end(.declinedTreatment) }
        let assessed = episodes[person].step
        let step: Step
        switch assessed {
        case .low: step = switches < input.lowToHigh ? .high : .low
        case .high: step = switches < input.highToLow ? .low : .high
        }
        let modality = therapy(step, draw: choice, team: team(person))
        return isLateInPregnancy(person, input) ? .hold(step, modality) : .treatment(step, modality)
    }

    private func therapy(_ step: Step, draw: Double, team: Int) -> Modality {
        let shares = step == .low ? practices[team].low.modalities : practices[team].high.modalities
        var left = draw * shares.reduce(0, +)
        for modality in Modality.allCases {
            left -= shares[Int(modality.rawValue)]
            if left < 0 { return modality }
        }
        return step == .low ? .guidedSelfHelp : .cognitiveBehaviouralTherapy
    }

    /// Weeks until the birth, counted from now; nil if the person is not pregnant or the baby is born.
    private func weeksUntilBirth(_ person: Int) -> Int? {
        let atReferral = Int(referrals[person].weeksUntilBirth)
        guard atReferral > 0 else { return nil }
        let left = atReferral - Int(now.day - referrals[person].received.day) / 7
        return left > 0 ? left : nil
    }

    private func isLateInPregnancy(_ person: Int, _ input: FirstAppointmentInput) -> Bool {
        guard let weeks = weeksUntilBirth(person) else { return false }
        return weeks <= input.putOffWeeksBeforeBirth
    }

    private mutating func afterAssessment(_ person: Int) {
        people[person].sessionsAtStep = 0
        if episodes[person].state == .onHold {
            let input = practices[team(person)].firstAppointments
            let weeks = (weeksUntilBirth(person) ?? 0) + input.resumeWeeksAfterBirth
            let day = calendar.day(0, workingDaysAfter: now.day + Int32(weeks * 7))
            setTimer(person, .holdEnds, at: CivilMinute(day: day, minuteOfDay: 9 * 60), .deadline)
        } else {
            waitForTreatment(person)
        }
    }

    /// The baby is born and time has passed: treatment can start (PR-3).
    mutating func holdEnds(_ person: Int) {
        move(person, .holdEnded)
        waitForTreatment(person)
    }
}

/// Which kinds of request found nothing in this round, so that the same search is not made again for each person.
struct RefusedRequests {
    struct Kind {
        var bit: UInt8
        init(shortNotice: Bool, hasWish: Bool, hasPriority: Bool) {
            // A wish or a priority is a request of its own kind: it is tried for each person.
            bit = hasWish || hasPriority ? 0 : (shortNotice ? 2 : 1)
        }
    }
    private var bits: UInt8 = 0
    private var triedSinceBothRefused = 0

    mutating func contains(_ kind: Kind) -> Bool {
        if bits == 3 { triedSinceBothRefused += 1 }
        return kind.bit != 0 && bits & kind.bit != 0
    }

    mutating func insert(_ kind: Kind) { bits |= kind.bit }

    /// After both usual kinds have found nothing, so many more are looked at; the rest waits for the next round.
    var isEverybody: Bool { triedSinceBothRefused >= 60 }
}
