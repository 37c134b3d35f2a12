import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// A first appointment was attended (FA-3): scores are taken, treatment may begin, the way forward is agreed.
    mutating func assess(_ person: Int) {
        let team = team(person)
        takeScores(person, isFirst: true)
        var draws = random.stream(.assessment, of: desk.people[person].key)
        let input = practices[team].firstAppointments
        let began = draws.uniform() < input.treatmentBegins
        let outcome = assessmentOutcome(person, input, &draws)
        events.cancel(people[person].withdrawal)
        recordFirstAppointment(person)
        splits[team].wasSeen(desk.episodes[person].step)
        let before = desk.episodes[person]
        hear(.assessed(UInt32(person), outcome, treatmentBegan: began))
        recordContact(person, before: before)
        if case .end(let reason) = outcome, reason == .referredOn || reason == .signposted {
            count(.onwardReferrals, of: person, team: team)
        }
        settle()
    }

    private mutating func assessmentOutcome(
        _ person: Int, _ input: FirstAppointmentInput, _ draws: inout RandomStream
    ) -> AssessmentOutcome {
        let draw = draws.uniform()
        let switches = draws.uniform()
        let choice = draws.uniform()
        let advice = desk.people[person].startScores.isCase ? input.advice : input.adviceBelowCaseness
        var left = draw - advice
        if left < 0 { return .end(.adviceOnly) }
        left -= input.signposted
        if left < 0 { return .end(.signposted) }
        left -= input.referredOn
        if left < 0 { return .end(.referredOn) }
        left -= input.declines
        if left < 0 { return .end(.declinedTreatment) }
        if input.stepsByScore {
            let step = input.thresholds.level(for: desk.people[person].startScores).step
            return .treatment(step, therapy(step, draw: choice, team: team(person)))
        }
        let assessed = desk.episodes[person].step
        let step: Step
        switch assessed {
        case .low: step = switches < input.lowToHigh ? .high : .low
        case .high: step = switches < input.highToLow ? .low : .high
        }
        if step == .high, input.selfHelpFirst > 0, takesSelfHelpFirst(person, input) {
            return .treatment(.low, .guidedSelfHelp)
        }
        return .treatment(step, therapy(step, draw: choice, team: team(person)))
    }

    /// Whether somebody takes guided self-help before anything that takes longer to come (PO-4).
    private mutating func takesSelfHelpFirst(_ person: Int, _ input: FirstAppointmentInput) -> Bool {
        var draws = random.stream(.groups, of: desk.people[person].key, Simulation.selfHelpOccasion)
        return draws.uniform() < input.selfHelpFirst
    }

    private mutating func therapy(_ step: Step, draw: Double, team: Int) -> Modality {
        let shares = step == .low ? practices[team].low.modalities : practices[team].high.modalities
        var left = draw * shares.reduce(0, +)
        for modality in Modality.individual {
            left -= shares[Int(modality.rawValue)]
            if left < 0 { return modality }
        }
        return step == .low ? .guidedSelfHelp : .cognitiveBehaviouralTherapy
    }

    /// The baby is born and time has passed: treatment can start (PR-3).
    mutating func holdEnds(_ person: Int) {
        hear(.holdEnded(UInt32(person)))
        settle()
    }
}
