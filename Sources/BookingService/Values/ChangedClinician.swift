public import BookingStore

/// What became of a change of a clinician.
public struct ChangedClinician: Codable, Hashable, Sendable {
    /// What is known of the clinician from now on.
    public var details: ClinicianDetails
    /// Who was booked after the last day, with the best new slots.
    public var affected: [AffectedBooking] = []
    /// Numbers of the people on the caseload, who are to be handed over by the last day.
    public var caseload: [Int64] = []
    /// The same people with their names; nil in an answer that was kept before names were.
    public var toHandOver: [PersonToHandOver]?
}
