public import BookingStore
public import CareModel

/// What is to be changed of somebody; nil leaves it as it is, an empty text takes it away.
public struct PersonChange: Codable, Hashable, Sendable {
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
