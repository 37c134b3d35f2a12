public import CareModel

extension BookingDesk {
    /// The wait that somebody who joins a treatment list today may expect, days: people before them over the pace at
    /// which people are taken on (KT-2). O(1).
    @inline(__always)
    public func expectedTreatmentWaitDays(team: Int, step: Step) -> Double {
        let waiting = treatmentLists[team * 2 + Int(step.rawValue)].count
        return Double(waiting) * 7 / max(0.25, recentWaits.takenOnPerWeek(team: team, step: step))
    }

    /// Whether a person who starts to wait for treatment now is to be told that it will be longer than the interval of
    /// the calls (KT-2).
    @inline(__always)
    public func isToldOfLongWait(_ person: Int) -> Bool {
        let team = team(person)
        return expectedTreatmentWaitDays(team: team, step: episodes[person].step)
            > Double(rules[team].keepingInTouch.everyDays)
    }

    /// The person is asked, at the start of the wait, whether to be called (KT-2, KT-5).
    public mutating func askedAboutCalls(_ person: Int, optsOut: Bool) {
        people[person].lastKeptInTouch = (tookPlace ?? now).day
        if optsOut {
            people[person].flags.insert(.optedOut)
        } else {
            planNextCall(person)
        }
    }

    /// Sets the day on which the next call, or support contact, is to be booked: a week ahead of when it is due.
    public mutating func planNextCall(_ person: Int) {
        guard let due = nextContact(person)?.due else { return }
        let bookOn = calendar.day(0, workingDaysAfter: max(due - 7, now.day + 1))
        emit(.callPlanned(UInt32(person), bookOn: bookOn))
    }

    /// Books the call, or the support contact, in the diary of whoever of the step has time first (KT-2, PO-2).
    public mutating func bookCall(_ person: Int) {
        let team = team(person)
        let contact = nextContact(person)
        let kind = contact?.kind ?? .keepingInTouch
        let rule = rules[team].keepingInTouch
        let due = contact?.due ?? rule.nextDue(after: people[person].lastKeptInTouch)
        let earliest = max(due, now.day + 1)
        let isSupport = kind == .treatment
        let request = SlotRequest(
            kind: kind, minutes: isSupport ? rules[team].computerised.minutes : rule.minutes, team: team,
            step: isSupport ? .low : episodes[person].step, earliest: earliest.start, latest: earliest + 14)
        if let offer = earliestSlot(request, for: person) {
            book(person, kind, offer)
        } else {
            emit(.callNotBooked(UInt32(person)))
        }
    }

    /// What a keeping-in-touch call came to (KT-4).
    @frozen
    public enum CallOutcome: UInt8, CaseIterable, Sendable {
        /// Keeps waiting.
        case keepsWaiting
        /// Circumstances changed: moves forward in the list.
        case quicker
        /// Takes a readier intervention at step 2 instead.
        case readier
        /// No longer needs treatment.
        case noLongerNeeded
        /// Risk has risen: referred on.
        case riskRisen
    }

    /// A call took place: review only, never a treatment session (KT-3). The plan may change (KT-4).
    public mutating func keptInTouch(_ person: Int, _ outcome: CallOutcome) {
        useUpBooking(person)
        people[person].lastKeptInTouch = (tookPlace ?? now).day
        switch outcome {
        case .noLongerNeeded: return close(person, .noLongerNeeded)
        case .riskRisen: return close(person, .referredOn)
        case .quicker: amendPlan(person, step: episodes[person].step, priority: .risk)
        case .readier: amendPlan(person, step: .low, priority: episodes[person].priority)
        case .keepsWaiting: break
        }
        planNextCall(person)
    }

    /// Whether the person could take a readier intervention: waits for step 3, and was not stepped up (KT-4).
    @inline(__always)
    public func canTakeReadier(_ person: Int) -> Bool {
        episodes[person].step == .high && !episodes[person].wasSteppedUp
    }

    private mutating func amendPlan(_ person: Int, step: Step, priority: PriorityClass) {
        leaveList(person)
        move(person, .planAmended(step, priority))
        joinTreatmentList(person)
    }
}
