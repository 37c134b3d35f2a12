import CareModel

/// The clerk's rounds through the lists (PO-3, BK-5).
enum Rounds {
    /// Freed time is offered by priority to the people it fits (FA-5, BK-5).
    static func backfill(_ desk: inout DeskState, team: Int) {
        desk.backfillPending[team] = false
        FirstAppointments.offerAll(&desk, team: team)
    }

    /// The clerk's morning round (PO-3): next sessions first, for people whose appointment the service cancelled lead
    /// their list; then first appointments; then supervisors allocate people to caseloads with room. Under optimised
    /// lists, first appointments and first sessions are placed together.
    static func morning(_ desk: inout DeskState, team: Int) {
        CaseAllocations.round(&desk, team: team)
        for clinician in desk.capacity.range(team: team) where !desk.lists.session[clinician].isEmpty {
            CourseSessions.bookWaiting(&desk, clinician)
        }
        guard desk.rules[team].priorities.order != .optimised else { return BatchRounds.book(&desk, team: team) }
        FirstAppointments.offerAll(&desk, team: team)
        for step in Step.allCases { TreatmentLists.allocate(&desk, team: team, step: step) }
    }
}
