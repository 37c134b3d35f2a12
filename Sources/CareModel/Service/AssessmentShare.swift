/// The share of bookable time that first appointments have in one assessment week of a team, where it was declared with
/// one of its own (PO-1).
public struct AssessmentShare: Hashable, Sendable, BitwiseCopyable {
    /// The Monday of the week.
    public var monday: CivilDay
    /// The share, over 0 and up to 1.
    public var share: Double

    /// The share of one week.
    public init(monday: CivilDay, share: Double) {
        self.monday = monday
        self.share = share
    }
}
