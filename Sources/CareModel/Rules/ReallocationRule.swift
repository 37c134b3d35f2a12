/// When cases move from full clinicians to emptier ones (PO-8).
public struct ReallocationRule: Sendable, Equatable {
    /// Whether supervisors move cases at all.
    public var isOn = false
    /// Share of the cap from which a caseload is full, 0 … 1.
    public var fullShare = 0.95
    /// Share of the cap below which a caseload has room for somebody else's cases, 0 … 1.
    public var emptyShare = 0.8
    /// Most cases that a team moves in a week.
    public var mostPerWeek = 10

    /// Nobody is moved.
    public init() {}

    /// Whether a caseload is full.
    @inlinable
    public func isFull(caseload: Int, cap: Int) -> Bool { Double(caseload) >= fullShare * Double(cap) }

    /// Whether a caseload has room for other people's cases.
    @inlinable
    public func isEmpty(caseload: Int, cap: Int) -> Bool { Double(caseload) < emptyShare * Double(cap) }
}
