public import CareModel
public import Foundation

extension JSONEncoder {
    /// For what is printed and handed over: minutes as `YYYY-MM-DDTHH:MM`, days as `YYYY-MM-DD`, cases by their names.
    /// The log, and replies that are kept for a key, have the numbers.
    public static var readable: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.userInfo = [.isReadable: true]
        return encoder
    }
}

extension OptionSet where RawValue == UInt8 {
    /// Writes the bits, or the names of those that are set where they are to be read.
    func encode(to encoder: any Encoder, _ names: [(Self, String)]) throws where Element == Self {
        var container = encoder.singleValueContainer()
        guard encoder.isReadable else { return try container.encode(rawValue) }
        try container.encode(names.filter { contains($0.0) }.map(\.1))
    }
}

extension AbsenceReason {
    /// Reads the bits.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(UInt8.self))
    }

    /// Writes the bits, or the reasons by name.
    public func encode(to encoder: any Encoder) throws {
        try encode(
            to: encoder,
            [
                (.leave, "leave"), (.sickness, "sickness"), (.parentalLeave, "parental-leave"), (.duty, "duty"),
                (.training, "training"), (.vacancy, "vacancy"), (.beforeLongAbsence, "before-long-absence"),
            ])
    }
}

extension Consents {
    /// Reads the bits.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(UInt8.self))
    }

    /// Writes the bits, or the consents by name.
    public func encode(to encoder: any Encoder) throws {
        try encode(
            to: encoder,
            [
                (.email, "email"), (.textMessage, "text-message"), (.voicemail, "voicemail"), (.post, "post"),
                (.practitionerLetter, "gp-letter"),
            ])
    }
}

extension MessageChannel {
    /// The name in tables.
    public var name: String {
        switch self {
        case .email: "email"
        case .textMessage: "text-message"
        case .voicemail: "voicemail"
        case .post: "post"
        case .practitionerLetter: "gp-letter"
        }
    }
}
