public import BookingStore

/// Adds somebody who may use the service (IG-1). The reply is the user's number.
public struct AddUser: UseCase {
    /// The name.
    public var user: String
    /// What the user may do.
    public var role: UserRole
    /// Index of the clinician who the user is, if one.
    public var clinician: Int32?

    /// The command.
    public init(user: String, role: UserRole, clinician: Int32? = nil) {
        self.user = user
        self.role = role
        self.clinician = clinician
    }
}

extension AddUser {
    package static let name = "add-user"
    package static let right: Permission? = .administer
    package var subject: CommandSubject { .nobody }
    package var words: String { "add user" }

    package func perform(in step: CommandStep) throws -> Int64 {
        // From the first user on, nobody else may do anything: one must be able to add the others.
        guard try role == .administrator || !step.writer.users().isEmpty else {
            throw BookingError.invalid("the first user must be an administrator, who can add the others")
        }
        let name = try NameCheck.checked(user, of: "a user")
        if let clinician { _ = try step.index(ofClinician: clinician) }
        let number = try step.writer.nextNumber(of: .user)
        try step.decisions().append(
            .userAdded(UserDetails(user: number, name: name, role: role, clinician: clinician)))
        return number
    }
}
