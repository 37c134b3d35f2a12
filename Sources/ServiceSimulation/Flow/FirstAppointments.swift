import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// A first appointment was attended (FA-3): scores are taken, treatment may begin, the way forward is agreed.
    mutating func assess(_ person: Int) {
        let team = team(person)
        takeScores(person, isFirst: true)
        let input = practices[team].firstAppointments
        let began = random.happens(.treatmentBegins, of: desk.people[person].key, share: input.treatmentBegins)
        let outcome = assessmentOutcome(person, input)
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

    private func assessmentOutcome(_ person: Int, _ input: FirstAppointmentInput) -> AssessmentOutcome {
        let (key, team) = (desk.people[person].key, team(person))
        let isCase = desk.people[person].startScores.isCase
        let ends = isCase ? derived[team].endsOfCases : derived[team].endsBelowCaseness
        if let end = Derived.ends[random.category(.assessmentOutcome, of: key, among: ends)] { return .end(end) }
        if input.stepsByScore {
            let step = input.thresholds.level(for: desk.people[person].startScores).step
            return .treatment(step, therapy(step, person))
        }
        let step: Step
        switch desk.episodes[person].step {
        case .low: step = random.happens(.stepChange, of: key, share: input.lowToHigh) ? .high : .low
        case .high: step = random.happens(.stepChange, of: key, share: input.highToLow) ? .low : .high
        }
        // Guided self-help before anything that takes longer to come (PO-4).
        if step == .high, random.happens(.selfHelpFirst, of: key, share: input.selfHelpFirst) {
            return .treatment(.low, .guidedSelfHelp)
        }
        return .treatment(step, therapy(step, person))
    }

    private func therapy(_ step: Step, _ person: Int) -> Modality {
        let therapies = derived[team(person)].therapies[Int(step.rawValue)]
        guard let therapies else { return step == .low ? .guidedSelfHelp : .cognitiveBehaviouralTherapy }
        return Modality.individual[random.category(.therapy, of: desk.people[person].key, among: therapies)]
    }

    /// The baby is born and time has passed: treatment can start (PR-3).
    mutating func holdEnds(_ person: Int) {
        hear(.holdEnded(UInt32(person)))
        settle()
    }
}
