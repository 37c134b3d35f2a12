import Allocation
import CareModel
import RandomStreams

/// The monthly case-management review (CL-16): a clinician brings the cases that the desk would list, and what is
/// decided of a case is done at the next contact.
enum CaseReviews {
    /// Why the case of somebody who is seen now was brought to the review since the last contact; nil where courses do
    /// not follow the review.
    /// - Parameter last: the day of the contact before this one; the lowest day there is if there was none.
    static func reasons(_ person: Int, since last: CivilDay, _ service: inout Simulation) -> CaseReasons? {
        let team = service.team(person)
        guard service.inForce.practices[team].caseManagement.rule.isOn else { return nil }
        let first = service.desk.episodes[person].firstAppointment
        guard first != Episode.never else { return [] }
        let rule = service.inForce.practices[team].caseManagement.rule
        let isReviewed = rule.isReviewed(after: last, by: service.now.day, from: first.day)
        return isReviewed ? service.desk.caseReasons(person) : []
    }

    /// Whether the case of somebody who missed appointments, or who has been open for long, is ended.
    static func ends(_ person: Int, _ review: CaseReasons?, _ service: inout Simulation) -> Bool {
        guard let review, !review.isEmpty else { return false }
        let input = service.inForce.practices[service.team(person)].caseManagement
        let (key, occasion) = (service.desk.people[person].key, Int(service.desk.people[person].appointmentCount))
        if review.contains(.missedOrCancelled),
            service.random.happens(.endsAfterMisses, of: key, occasion, share: input.endsAfterMisses)
        {
            return true
        }
        return review.contains(.openLong)
            && service.random.happens(.endsOpenLong, of: key, occasion, share: input.endsOpenLong)
    }

    /// What was decided of somebody who waits for treatment, and is called (KT-4): whoever is no case needs no more;
    /// whoever waits for step 3 and can do with step 2 takes that.
    static func outcome(ofCall person: Int, _ review: CaseReasons, _ service: inout Simulation) -> CallOutcome {
        let practice = service.inForce.practices[service.team(person)]
        let (key, occasion) = (service.desk.people[person].key, Int(service.desk.people[person].appointmentCount))
        let isLow = service.desk.episodes[person].step == .low
        let ends = isLow ? practice.low.endsWhenRecovered : practice.high.endsWhenRecovered
        if review.contains(.inRecovery) || review.contains(.notACase),
            service.random.happens(.endsBeforeCourse, of: key, occasion, share: ends)
        {
            return .noLongerNeeded
        }
        if review.contains(.anotherStep), service.desk.canTakeReadier(person),
            service.random.happens(
                .stepsDown, of: key, referredIn: service.people[person].origin, share: practice.stepUp.downAtReview)
        {
            return .readier
        }
        return .keepsWaiting
    }
}
