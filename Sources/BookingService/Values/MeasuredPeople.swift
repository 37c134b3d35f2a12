public import CareModel

/// A measure of a service over a period, of everybody or of some (KP-12, IG-5).
public struct MeasuredPeople: Hashable, Sendable {
    /// Its row.
    public var measure: String
    /// What its number counts.
    public var unit: MeasureUnit
    /// Of one team only, by its name; nil for all.
    public var team: String?
    /// Of those at one step only; nil for all.
    public var step: Step?
    /// Of those only who have one value of one characteristic (EQ-1); nil for all.
    public var group: EquityGroup?
    /// The number; a count of a group of people is rounded to 5.
    public var value: Double
    /// Of how many people, or courses, it speaks: of those over whom a mean or a share is taken.
    public var people: Int
}
