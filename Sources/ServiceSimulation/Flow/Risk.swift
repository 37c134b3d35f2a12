import Allocation
import CareModel
import RandomStreams

extension Simulation {
    /// Whether risk is found at a contact that was attended, and what is done about it that day (ST-7).
    /// - Parameters:
    ///   - contact: the appointment, as it was booked.
    ///   - occasion: its number among the person's appointments.
    mutating func lookForRisk(_ person: Int, at contact: SlotOffer, occasion: Int) {
        let team = team(person)
        let (key, risk) = (desk.people[person].key, practices[team].risk)
        guard random.happens(.riskFound, of: key, occasion, share: risk.foundAtContacts) else { return }
        let isReferredOn = random.happens(.riskReferredOn, of: key, occasion, share: risk.referredOn)
        count(.riskFound, of: person, team: team)
        let before = record.count(.cancelledByProvider, week: week, team: team)
        let from = contact.start + Int64(contact.minutes)
        hear(.riskFound(UInt32(person), clinician: contact.clinician, from: from))
        settle()
        count(.riskDisplaced, team: team, record.count(.cancelledByProvider, week: week, team: team) - before)
        guard isReferredOn, desk.episodes[person].state.isOpen else { return }
        count(.onwardReferrals, of: person, team: team)
        close(person, .referredOn)
    }
}
