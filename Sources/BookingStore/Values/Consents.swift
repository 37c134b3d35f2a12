/// What a person agreed to receive (BK-7). Bits are kept in the log.
public struct Consents: OptionSet, Hashable, Sendable, Codable {
    /// The bits.
    public let rawValue: UInt8

    /// From bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Email.
    public static let email = Consents(rawValue: 1)
    /// Text messages.
    public static let textMessage = Consents(rawValue: 2)
    /// Messages left on an answering machine.
    public static let voicemail = Consents(rawValue: 4)
    /// Letters.
    public static let post = Consents(rawValue: 8)
    /// Letters to the general practitioner.
    public static let practitionerLetter = Consents(rawValue: 16)
}
