import Allocation
import CareModel
import EventKernel
import RandomStreams

/// What follows a first appointment (FA-3, PO-4, PR-3).
enum Assessment {}

extension Assessment {
    /// A first appointment was attended (FA-3): scores are taken, treatment may begin, the way forward is agreed.
    static func assess(_ person: Int, _ service: inout Simulation) {
        let team = service.team(person)
        Treatment.takeScores(person, isFirst: true, &service)
        let input = service.inForce.practices[team].firstAppointments
        let began = service.random.happens(
            .treatmentBegins, of: service.desk.people[person].key, share: input.treatmentBegins)
        let outcome = assessmentOutcome(person, input, &service)
        service.events.cancel(service.people[person].withdrawal)
        Recording.recordFirstAppointment(person, &service)
        service.inForce.splits[team].wasSeen(service.desk.episodes[person].step)
        let before = service.desk.episodes[person]
        service.hear(.assessed(UInt32(person), outcome, treatmentBegan: began))
        Recording.recordContact(person, before: before, &service)
        if case .end(let reason) = outcome, reason == .referredOn || reason == .signposted {
            service.count(.onwardReferrals, of: person, team: team)
        }
        service.settle()
    }

    private static func assessmentOutcome(
        _ person: Int, _ input: FirstAppointmentInput, _ service: inout Simulation
    ) -> AssessmentOutcome {
        let (key, team) = (service.desk.people[person].key, service.team(person))
        let isCase = service.desk.people[person].startScores.isCase
        let ends = isCase ? service.inForce.derived[team].endsOfCases : service.inForce.derived[team].endsBelowCaseness
        if let end = Derived.ends[service.random.category(.assessmentOutcome, of: key, among: ends)] {
            return .end(end)
        }
        if let level = service.desk.careLevel(person, service.desk.people[person].startScores) {
            // Below what step 2 treats nobody is treated (ST-4): self-help and discharge, as below caseness (RF-9).
            guard level != .belowStepTwo else { return .end(.adviceOnly) }
            return .treatment(level.step, therapy(level.step, person, &service))
        }
        let step: Step
        switch service.desk.episodes[person].step {
        case .low: step = service.random.happens(.stepChange, of: key, share: input.lowToHigh) ? .high : .low
        case .high: step = service.random.happens(.stepChange, of: key, share: input.highToLow) ? .low : .high
        }
        // Guided self-help before anything that takes longer to come (PO-4).
        if step == .high, service.random.happens(.selfHelpFirst, of: key, share: input.selfHelpFirst) {
            return .treatment(.low, Step.low.usualTherapy)
        }
        return .treatment(step, therapy(step, person, &service))
    }

    private static func therapy(_ step: Step, _ person: Int, _ service: inout Simulation) -> Modality {
        let therapies = service.inForce.derived[service.team(person)].therapies[Int(step.rawValue)]
        guard let therapies else { return step.usualTherapy }
        return Modality.individual[
            service.random.category(.therapy, of: service.desk.people[person].key, among: therapies)]
    }

    /// The baby is born and time has passed: treatment can start (PR-3).
    static func holdEnds(_ person: Int, _ service: inout Simulation) {
        service.hear(.holdEnded(UInt32(person)))
        service.settle()
    }
}
