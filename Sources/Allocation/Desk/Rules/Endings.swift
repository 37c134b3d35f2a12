import CareModel

/// How an episode ends (ST-6).
enum Endings {
    /// Whether an end for this reason, which somebody gives, needs a supervisor's agreement (ST-8).
    static func needsAgreement(_ desk: borrowing DeskState, _ person: Int, _ reason: EndReason) -> Bool {
        desk.rules[desk.team(person)].safeguards.needsAgreement(
            toEnd: reason, in: desk.people.episodes[person].state, desk.people[person].facts.scores)
    }

    /// Ends an episode: the booking is cancelled, every list is left, the caseload is let go (ST-6).
    static func close(_ desk: inout DeskState, _ person: Int, _ reason: EndReason) {
        let before = desk.people.episodes[person].state
        desk.cancelBooking(person, reason.cancels)
        desk.leaveList(person)
        if desk.people[person].flags.contains(.inGroup) { desk.leaveGroup(person) }
        if before.isOnCaseload { desk.letGo(person, reason.cancels) }
        desk.endPlace(person)
        desk.move(person, .closed(reason))
        desk.emit(.closed(UInt32(person), reason, in: before))
        Office.ended(&desk, person, reason)
    }
}
