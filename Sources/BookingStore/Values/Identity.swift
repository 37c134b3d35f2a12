public import CareModel

/// Who a person is and how to reach them. Kept apart from everything else, so that no forecast reads it (IG-2).
public struct Identity: Hashable, Sendable, Codable {
    /// The full name.
    public var name: String
    /// The ten digits of the NHS number; nil if unknown.
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
    public var consents: Consents
    /// How the person wants to hear from the service (BK-8).
    public var preferredChannel: MessageChannel?
    /// The format the person needs, such as large print (BK-8); nil if none is recorded.
    public var format: String?

    /// A person of whom only the name is known, and who agreed to nothing.
    public init(name: String) {
        self.name = name
        consents = []
    }
}
