import Allocation
public import BookingStore
public import CareModel

/// What is to be changed of somebody; nil leaves it as it is, an empty text takes it away.
public struct PersonChange: Hashable, Sendable {
    /// The full name.
    public var name: String?
    /// The NHS number.
    public var nhsNumber: String?
    /// Date of birth.
    public var dateOfBirth: CivilDay?
    /// Telephone number.
    public var phone: String?
    /// Email address.
    public var email: String?
    /// Postal address.
    public var address: String?
    /// What the person agreed to (BK-7).
    public var consents: Consents?
    /// How the person wants to hear from the service (BK-8).
    public var preferredChannel: MessageChannel?
    /// The format the person needs (BK-8).
    public var format: String?
    /// Whether the person can come at short notice (BK-5).
    public var acceptsShortNotice: Bool?

    /// No change.
    public init() {}

    /// Somebody new, of whom this is known.
    public func identity(named name: String) -> Identity { applied(to: Identity(name: name)) }

    /// Somebody with the change made.
    func applied(to known: Identity) -> Identity {
        var identity = known
        if let name { identity.name = name }
        if let nhsNumber { identity.nhsNumber = nhsNumber.isEmpty ? nil : nhsNumber }
        if let dateOfBirth { identity.dateOfBirth = dateOfBirth }
        if let phone { identity.phone = phone.isEmpty ? nil : phone }
        if let email { identity.email = email.isEmpty ? nil : email }
        if let address { identity.address = address.isEmpty ? nil : address }
        if let consents { identity.consents = consents }
        if let preferredChannel { identity.preferredChannel = preferredChannel }
        if let format { identity.format = format.isEmpty ? nil : format }
        return identity
    }
}

/// What became of a change of details.
public struct ChangedPerson: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The name, as it is now.
    public var name: String
    /// Whether anything is otherwise than before.
    public var isChanged: Bool
    /// What was left out, or should be looked at, a sentence each.
    public var notes: [String]
}

extension BookingService {
    /// Changes who somebody is said to be, how to reach them, or what they agreed to.
    /// - Throws: ``BookingError/wrongIdentity(_:)``; ``BookingError/duplicateReferral(person:)`` if the NHS number is
    ///   somebody else's.
    public func change(person: Int64, _ change: PersonChange, in context: Context) throws -> ChangedPerson {
        try run(context, .book, KeyedCommand("change person", .person(person), change)) { step in
            let index = try step.index(of: person)
            guard let known = try step.writer.identity(ofPerson: person) else {
                throw BookingError.noSuchPerson(person)
            }
            let (identity, notes) = try step.checked(change.applied(to: known))
            if let number = identity.nhsNumber, number != known.nhsNumber {
                for other in try step.writer.people(withNHSNumber: number)
                where other != person && step.box.desk.episodes[Int(other) - 1].state.isOpen {
                    throw BookingError.duplicateReferral(person: other)
                }
            }
            var decisions = step.decisions()
            if identity.name != known.name { step.box.namesakes = nil }
            if identity != known { try decisions.append(.personChanged(.init(person: person, identity: identity))) }
            let isShort = step.box.desk.people[index].flags.contains(.shortNotice)
            let short = change.acceptsShortNotice ?? isShort
            if short != isShort { try decisions.hear(.shortNotice(UInt32(index), short)) }
            return ChangedPerson(
                person: person, name: identity.name, isChanged: identity != known || short != isShort, notes: notes)
        }
    }

    /// Takes the rights of a user away; what the user did stays in the log (IG-1, IG-4).
    public func removeUser(_ user: Int64, in context: Context) throws -> String {
        try run(context, .administer, KeyedCommand("remove user", .nobody, user)) { step in
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
}

extension BookingService.CommandStep {
    /// Who somebody is as it is kept, and what was left out.
    /// - Throws: ``BookingError/wrongIdentity(_:)``.
    func checked(_ identity: Identity) throws -> (identity: Identity, notes: [String]) {
        do { return try IdentityCheck.checked(identity, today: context.now.day) } catch {
            throw BookingError.wrongIdentity(error)
        }
    }
}
