public import CareModel

/// Somebody who uses the service's software, and in which role (IG-1).
public struct UserDetails: Hashable, Sendable, Codable {
    /// The user's number, from 1; 0 is the software itself.
    public var user: Int64
    /// The name the user signs in with.
    public var name: String
    /// What the user may do.
    public var role: UserRole
    /// The clinician who the user is, if any.
    public var clinician: Int32?
    /// Whether the user may sign in.
    public var isActive: Bool

    /// A user as it is from now on.
    public init(user: Int64, name: String, role: UserRole, clinician: Int32? = nil, isActive: Bool = true) {
        self.user = user
        self.name = name
        self.role = role
        self.clinician = clinician
        self.isActive = isActive
    }
}

/// What a user may do (IG-1). Raw values are kept in the log.
public enum UserRole: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// Books for everybody.
    case scheduler = 1
    /// Sees the own caseload.
    case clinician = 2
    /// Sees and changes the whole service.
    case manager = 3
    /// Sees aggregates only.
    case commissioner = 4
    /// Manages users, takes in and keeps copies, and may all that the others may.
    case administrator = 5
}

/// A user was added (IG-1).
struct UserAdded: WholeDetails {
    static let kind = EventKind.userAdded
    var details: UserDetails

    init(_ details: UserDetails) { self.details = details }

    var words: String { "\(details.name) was added as a user (\(details.role.name))" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.insert(UserDetails.columns, [details.user] + details.columnValues, entry)
    }
}

/// What is known of a user changed (IG-1).
struct UserChanged: WholeDetails {
    static let kind = EventKind.userChanged
    var details: UserDetails

    init(_ details: UserDetails) { self.details = details }

    var words: String { "user \(details.name) was changed" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "UPDATE users SET (name, role, clinician, is_active) = (?, ?, ?, ?) WHERE user = ?",
            details.columnValues + [details.user], entry, else: "there is no user \(details.user)")
    }
}
