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
        if desk.isToldOfLongWait(person) { count(.longWaitsTold, of: person, team: team) }
        let optsOut = random.happens(.optsOut, of: desk.people[person].key, share: input.optOut)
        if optsOut, !desk.people[person].flags.contains(.optedOut) {
            count(.keepingInTouchOptOuts, of: person, team: team)
        }
        hear(.askedAboutCalls(UInt32(person), optsOut: optsOut))
    }

    /// A call is to be booked.
    mutating func callDue(_ person: Int) {
        hear(.callDue(UInt32(person)))
        settle()
    }

    /// The call took place (KT-3): scores are taken, and the plan may change (KT-4).
    mutating func keptInTouch(_ person: Int) {
        let team = team(person)
        count(.keepingInTouchCalls, of: person, team: team)
        takeScores(person, isFirst: false)
        var outcome = callOutcome(person)
        if needsNoMore(person) { outcome = .noLongerNeeded }
        if outcome == .riskRisen { count(.onwardReferrals, of: person, team: team) }
        hear(.keptInTouch(UInt32(person), outcome))
        settle()
        guard outcome == .readier || outcome == .keepsWaiting else { return }
        offerAtCall(person, wants: outcome == .readier)
        settle()
    }

    private func callOutcome(_ person: Int) -> CallOutcome {
        let occasion = Int(desk.people[person].appointmentCount)
        let drawn = random.category(
            .callOutcome, of: desk.people[person].key, occasion, among: derived[team(person)].callOutcome)
        let outcome = Derived.callOutcomes[drawn]
        return outcome == .readier && !desk.canTakeReadier(person) ? .keepsWaiting : outcome
    }
}
