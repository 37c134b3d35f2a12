import Allocation
import CareModel

extension DecisionWriter {
    /// What has begun is not still to come: whatever would give it up waits for its outcome (AT-1).
    /// - Throws: ``BookingError/begun(person:appointment:start:)``, ``BookingError/groupBegun(_:start:)``.
    func checkBegun(_ fact: DeskFact) throws {
        if let begun = box.desk.begun(givenUpBy: fact) { throw box.error(begun) }
    }
}

extension DeskBox {
    /// A contact that has begun, as the reason why something is refused.
    func error(_ begun: BegunContact) -> BookingError {
        if let group = begun.group { return .groupBegun(Int64(group) + 1, start: begun.start) }
        let person = Int(begun.person)
        return .begun(
            person: Int64(person) + 1, appointment: appointments[person, begun.start] ?? 0, start: begun.start)
    }
}

extension DeskFact {
    /// Whether it ends an episode, or gives a case to somebody else, by itself: what is cancelled then follows from it.
    var endsWithoutOutcome: Bool {
        switch self {
        case .closed, .madeNoContact, .caseMoved: true
        case .contactReceived(_, _, let outcome): outcome?.endsEpisode ?? false
        case .received, .shortNotice, .screened, .contactAttempted, .scores, .assessed, .askedAboutCalls,
            .callsChosen, .callDue, .keptInTouch, .coursePlanned, .sessionAttended, .courseGoesOn, .missed,
            .madeContact, .cancelledByPerson, .keptAtADistance, .venueChanged, .laterVenueChanged,
            .cancelledByService, .chosen, .moved, .laterChosen, .laterCancelled, .cameToLater, .putOnHold, .holdEnded,
            .stepUpProposed, .stepUpAgreed, .stepUpDeclined, .steppedDown, .riskFound, .seatTaken, .seatChosen,
            .seatGivenUp,
            .computerisedTaken, .groupPlanned, .groupDue, .groupNotHeld, .groupLed, .groupGivenUp, .groupAttended,
            .groupMissed, .backfill, .bookingRound, .appointmentsCancelled, .displacedCancelled, .caseloadHandedOver,
            .groupToldAgain, .timeGivenUp, .timeHeld, .timeGivenBack, .weekTurned:
            false
        }
    }
}
