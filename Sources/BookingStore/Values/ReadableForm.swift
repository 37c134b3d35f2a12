public import CareModel
public import Foundation

/// A case that the log keeps as its number, and that people and other software read by its name.
public protocol NamedCode: RawRepresentable, Codable where RawValue == UInt8 {
    /// The name, in the words of the scenario files and tables.
    var name: String { get }
}

extension NamedCode {
    /// The name of the case, in lower case with hyphens between its words.
    public var name: String {
        "\(self)".reduce(into: "") { text, letter in
            text += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
        }
    }

    /// Writes the number, or the name where it is to be read.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if encoder.isReadable { try container.encode(name) } else { try container.encode(rawValue) }
    }
}

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

extension CodingUserInfoKey {
    /// Set while something is written to be read.
    static let isReadable: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "stepcare.readable") else {
            preconditionFailure("any text is a key")
        }
        return key
    }()
}

extension Encoder {
    /// Whether what is written is to be read by people and other software, not kept.
    var isReadable: Bool { userInfo[.isReadable] != nil }
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

extension AgeBand {
    /// The name in tables.
    public var name: String {
        switch self {
        case .unknown: "unknown"
        case .fourteenToFifteen: "14-15"
        case .sixteenToSeventeen: "16-17"
        case .eighteenToTwentyFive: "18-25"
        case .twentySixToSixtyFour: "26-64"
        case .sixtyFiveAndOver: "65-and-over"
        }
    }
}
