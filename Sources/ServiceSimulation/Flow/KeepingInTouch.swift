import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// A person begins to wait for treatment: whoever will wait beyond the interval is told, may opt out, and is called
    /// about 28 days after the first appointment (KT-2, KT-5).
    mutating func startKeepingInTouch(_ person: Int) {
        let team = team(person)
        let input = practices[team].keepingInTouch
        guard input.rule.isOn else { return }
        people[person].lastKeptInTouch = now.day
        if expectedTreatmentWaitDays(team: team, step: episodes[person].step) > Double(input.rule.everyDays) {
            count(.longWaitsTold, team: team)
        }
        random.position(.keepingInTouch, people[person].key)
        if random.uniform() < input.optOut {
            if !people[person].flags.contains(.optedOut) { count(.keepingInTouchOptOuts, team: team) }
            people[person].flags.insert(.optedOut)
        } else {
            planNextCall(person)
        }
    }

    /// The wait that somebody who joins a treatment list today may expect: people before them ÷ people taken on a week.
    func expectedTreatmentWaitDays(team: Int, step: Step) -> Double {
        let waiting = treatmentLists[team * 2 + Int(step.rawValue)].count
        return Double(waiting) * 7 / max(0.25, recentWaits.takenOnPerWeek(team: team, step: step))
    }

    /// Sets the day on which the next call is to be booked: a week ahead of when it is due.
    mutating func planNextCall(_ person: Int) {
        let input = practices[team(person)].keepingInTouch
        guard input.rule.isOn, !people[person].flags.contains(.optedOut) else { return }
        let due = input.rule.nextDue(after: people[person].lastKeptInTouch)
        let bookOn = calendar.day(0, workingDaysAfter: max(due - 7, now.day + 1))
        setTimer(person, .callDue, at: CivilMinute(day: bookOn, minuteOfDay: 9 * 60), .office)
    }

    /// Books the call in the diary of whoever of the step has time first (KT-2, PO-2).
    mutating func callDue(_ person: Int) {
        let team = team(person)
        let rule = practices[team].keepingInTouch.rule
        let due = rule.nextDue(after: people[person].lastKeptInTouch)
        let earliest = max(due, now.day + 1)
        let request = SlotRequest(
            kind: .keepingInTouch, minutes: rule.minutes, team: team, step: episodes[person].step,
            earliest: earliest.start, latest: earliest + 14)
        if let offer = capacity.earliestSlot(request, today: now.day) {
            book(person, .keepingInTouch, offer)
        } else {
            count(.keepingInTouchUnbooked, team: team)
            setTimer(person, .callDue, at: now + 7 * 1440, .office)
        }
    }

    /// The call took place: review only, never a treatment session (KT-3). Scores are taken; the plan may change
    /// (KT-4).
    mutating func keptInTouch(_ person: Int) {
        let team = team(person)
        let input = practices[team].keepingInTouch
        count(.keepingInTouchCalls, team: team)
        people[person].lastKeptInTouch = now.day
        takeScores(person, isFirst: false)
        random.position(.keepingInTouch, people[person].key, occasion: Int(people[person].appointmentCount))
        var draw = random.uniform() - input.noLongerNeeded
        if draw < 0 { return close(person, .noLongerNeeded) }
        draw -= input.riskRisen
        if draw < 0 {
            count(.onwardReferrals, team: team)
            return close(person, .referredOn)
        }
        draw -= input.quicker
        if draw < 0 {
            amendPlan(person, step: episodes[person].step, priority: .risk)
        } else if draw < input.readier, episodes[person].step == .high, !episodes[person].wasSteppedUp {
            amendPlan(person, step: .low, priority: episodes[person].priority)
        }
        planNextCall(person)
    }

    private mutating func amendPlan(_ person: Int, step: Step, priority: PriorityClass) {
        leaveList(person)
        move(person, .planAmended(step, priority))
        joinTreatmentList(person)
    }

    /// A call was missed: the rules on missed appointments hold (KT-5, AT-3); the next call is planned.
    mutating func callMissed(_ person: Int, _ outcome: Attendance, team: Int) {
        people[person].lastKeptInTouch = now.day
        if endsByPolicy(person, outcome) {
            close(person, .withdrewWaitingTreatment)
        } else {
            planNextCall(person)
        }
    }
}
