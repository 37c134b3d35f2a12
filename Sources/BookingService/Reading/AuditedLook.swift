import BookingStore
public import CareModel

/// A look at a record, with who looked at whose (IG-1).
public struct AuditedLook: Encodable, Hashable, Sendable {
    /// When.
    public var at: CivilMinute
    /// Whose record; 0 for a whole list, and for what is about nobody in particular.
    public var person: Int64
    /// The person's name; nil for a list.
    public var name: String?
    /// Who looked, by number among the users; 0 in a service without users.
    public var user: Int64
    /// What that user is called.
    public var userName: String?
    /// From where.
    public var origin: String
    /// What was looked at.
    public var what: String
    /// Whether it was refused.
    public var isRefused: Bool
    /// Why, where whoever looked said so (IG-1).
    public var reason: String?

    init(_ access: AccessRecord, name: String?, userName: String?) {
        at = access.at
        person = access.person
        self.name = name
        user = access.by.user
        self.userName = userName
        origin = access.by.origin
        what = access.what
        isRefused = access.isRefused
        reason = access.reason
    }
}
