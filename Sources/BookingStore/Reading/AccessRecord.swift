public import CareModel

/// Somebody looked at a person's record (IG-1).
public struct AccessRecord: Hashable, Sendable {
    /// Its place, from 1.
    public var entry: Int64
    /// When.
    public var at: CivilMinute
    /// Who, and from where.
    public var by: Author
    /// Whose record; 0 is a whole list, or nobody in particular.
    public var person: Int64
    /// What was looked at.
    public var what: String
    /// Whether the look was refused.
    public var isRefused: Bool

    /// Why, where whoever looked said so; nil if they need not, or did not.
    public var reason: String?

    /// A look.
    public init(
        entry: Int64, at: CivilMinute, by: Author, person: Int64, what: String, isRefused: Bool = false,
        reason: String? = nil
    ) {
        self.entry = entry
        self.at = at
        self.by = by
        self.person = person
        self.what = what
        self.isRefused = isRefused
        self.reason = reason
    }
}
