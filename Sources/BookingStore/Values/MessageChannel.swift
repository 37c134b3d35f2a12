public import CareModel

/// A way for a message to reach somebody (BK-7, BK-8). Raw values are kept in the log.
public enum MessageChannel: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// Email.
    case email = 1
    /// Text message.
    case textMessage = 2
    /// A message left on an answering machine.
    case voicemail = 3
    /// Letter.
    case post = 4
    /// A letter to the general practitioner.
    case practitionerLetter = 5

    /// The consent that it needs.
    public var consent: Consents {
        switch self {
        case .email: .email
        case .textMessage: .textMessage
        case .voicemail: .voicemail
        case .post: .post
        case .practitionerLetter: .practitionerLetter
        }
    }

    /// The name in sentences.
    public var title: String {
        switch self {
        case .email: "email"
        case .textMessage: "text message"
        case .voicemail: "voicemail"
        case .post: "letter"
        case .practitionerLetter: "letter to the GP"
        }
    }
}
