public import CareModel

/// An assessment week of a team, and what it gives to first appointments (PO-1).
public struct AssessmentWeekEntry: Codable, Hashable, Sendable {
    /// The team's number, from 1.
    public var team: Int
    /// The Monday of the week.
    public var monday: CivilDay
    /// Bookable minutes of first appointments in it, over the whole team, whoever is away.
    public var firstMinutes: Int
    /// Bookable minutes of first appointments in a usual week.
    public var usualFirstMinutes: Int
    /// Bookable minutes of treatment sessions in it.
    public var treatmentMinutes: Int
    /// Bookable minutes of treatment sessions in a usual week.
    public var usualTreatmentMinutes: Int
}
