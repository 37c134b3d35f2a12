import Allocation
import CareModel
import RandomStreams

extension Treatment {
    /// Whether risk is found at a contact that was attended, and what is done about it that day (ST-7).
    /// - Parameters:
    ///   - contact: the appointment, as it was booked.
    ///   - occasion: its number among the person's appointments.
    static func lookForRisk(_ person: Int, at contact: SlotOffer, occasion: Int, _ service: inout Simulation) {
        let team = service.team(person)
        let (key, risk) = (service.desk.people[person].key, service.inForce.practices[team].risk)
        guard service.random.happens(.riskFound, of: key, occasion, share: risk.foundAtContacts) else { return }
        let isReferredOn = service.random.happens(.riskReferredOn, of: key, occasion, share: risk.referredOn)
        service.count(.riskFound, of: person, team: team)
        let before = service.recording.record.count(.cancelledByProvider, week: service.recording.week, team: team)
        let from = contact.start + Int64(contact.minutes)
        service.hear(.riskFound(UInt32(person), clinician: contact.clinician, from: from))
        service.settle()
        service.count(
            .riskDisplaced, team: team,
            service.recording.record.count(.cancelledByProvider, week: service.recording.week, team: team) - before)
        guard isReferredOn, service.desk.episodes[person].state.isOpen else { return }
        service.count(.onwardReferrals, of: person, team: team)
        service.close(person, .referredOn)
    }
}
