import BookingStore

/// Takes the rights of a user away; what the user did stays in the log (IG-1, IG-4). The reply is the user's name.
public struct RemoveUser: UseCase {
    /// The user's number.
    public var user: Int64

    /// The command.
    public init(user: Int64) {
        self.user = user
    }
}

extension RemoveUser {
    package static let name = "remove-user"
    package static let right: Permission? = .administer
    package var subject: CommandSubject { .nobody }
    package var words: String { "remove user" }

    package func perform(in step: CommandStep) throws -> String {
        let users = try step.writer.users()
        guard var known = users.first(where: { $0.user == user }) else {
            throw BookingError.invalid("there is no user \(user)")
        }
        guard known.isActive else { throw BookingError.invalid("user \(user), \(known.name), was removed before") }
        let others = users.filter { $0.user != user && $0.isActive && $0.role == .administrator }
        guard known.role != .administrator || !others.isEmpty else {
            throw BookingError.invalid("user \(user) is the last administrator: nobody could add another")
        }
        known.isActive = false
        try step.decisions().append(.userChanged(known))
        return known.name
    }
}
