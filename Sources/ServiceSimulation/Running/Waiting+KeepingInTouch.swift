import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Waiting {
    /// A person begins to wait for treatment: whoever will wait beyond the interval is told, may opt out, and is called
    /// about 28 days after the first appointment (KT-2, KT-5).
    static func startKeepingInTouch(_ person: Int, _ service: inout Simulation) {
        let team = service.team(person)
        let input = service.inForce.practices[team].keepingInTouch
        guard input.rule.isOn else { return }
        if service.desk.isToldOfLongWait(person) { service.count(.longWaitsTold, of: person, team: team) }
        let optsOut = service.random.happens(.optsOut, of: service.desk.people[person].key, share: input.optOut)
        if optsOut, !service.desk.people[person].flags.contains(.optedOut) {
            service.count(.keepingInTouchOptOuts, of: person, team: team)
        }
        service.hear(.askedAboutCalls(UInt32(person), optsOut: optsOut))
    }

    /// A call is to be booked.
    static func callDue(_ person: Int, _ service: inout Simulation) {
        service.hear(.callDue(UInt32(person)))
        service.settle()
    }

    /// The call took place (KT-3): scores are taken, and the plan may change (KT-4).
    static func keptInTouch(_ person: Int, _ service: inout Simulation) {
        let team = service.team(person)
        service.count(.keepingInTouchCalls, of: person, team: team)
        let last = service.desk.people[person].lastKeptInTouch
        Treatment.takeScores(person, isFirst: false, &service)
        var outcome = callOutcome(person, &service)
        if outcome == .keepsWaiting, let review = CaseReviews.reasons(person, since: last, &service) {
            outcome = CaseReviews.outcome(ofCall: person, review, &service)
        }
        if needsNoMore(person, &service) { outcome = .noLongerNeeded }
        if outcome == .riskRisen { service.count(.onwardReferrals, of: person, team: team) }
        service.hear(.keptInTouch(UInt32(person), outcome))
        service.settle()
        guard outcome == .readier || outcome == .keepsWaiting else { return }
        offerAtCall(person, wants: outcome == .readier, &service)
        service.settle()
    }

    private static func callOutcome(_ person: Int, _ service: inout Simulation) -> CallOutcome {
        let occasion = Int(service.desk.people[person].appointmentCount)
        let drawn = service.random.category(
            .callOutcome, of: service.desk.people[person].key, occasion,
            among: service.inForce.derived[service.team(person)].callOutcome)
        let outcome = Derived.callOutcomes[drawn]
        return outcome == .readier && !service.desk.canTakeReadier(person) ? .keepsWaiting : outcome
    }
}
