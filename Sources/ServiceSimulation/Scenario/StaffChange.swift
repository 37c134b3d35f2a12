public import CareModel

/// What is known to befall one member of a group of staff: a last day, or a planned time away (CL-6, CL-7).
public struct StaffChange: Sendable, Equatable {
    /// Which member of the group, counted from 0.
    public var member: Int
    /// The member's last day at work; nil if the change is a time away.
    public var lastDay: CivilDay?
    /// The days of a planned absence, such as maternity leave; nil if the change is a last day.
    public var away: ClosedRange<CivilDay>?

    /// A change.
    public init(member: Int, lastDay: CivilDay? = nil, away: ClosedRange<CivilDay>? = nil) {
        self.member = member
        self.lastDay = lastDay
        self.away = away
    }
}

extension StaffInput {
    /// What is said of one member of the group.
    func of(member: Int) -> StaffInput {
        guard !changes.isEmpty else { return self }
        var own = self
        own.changes = changes.filter { $0.member == member }
        for change in own.changes {
            guard let last = change.lastDay else { continue }
            own.until = min(own.until ?? last, last)
        }
        return own
    }
}
