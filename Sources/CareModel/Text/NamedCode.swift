/// A case that is kept as its number, and that people and other software read by its name.
public protocol NamedCode: RawRepresentable, Codable where RawValue == UInt8 {
    /// The name, in the words of the scenario files and tables.
    var name: String { get }
    /// The name in sentences, as whoever works at a desk says it.
    var title: String { get }
}

extension NamedCode {
    /// The name of the case, in lower case with hyphens between its words.
    public var name: String {
        "\(self)".reduce(into: "") { text, letter in
            text += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
        }
    }

    /// The name with blanks between its words, where no sentence needs other words.
    public var title: String { name.spelledOut }

    /// Writes the number, or the name where it is to be read.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if encoder.isReadable { try container.encode(name) } else { try container.encode(rawValue) }
    }
}

extension CodingUserInfoKey {
    /// Set while something is written to be read by people and other software, not kept.
    public static let isReadable: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "stepcare.readable") else {
            preconditionFailure("any text is a key")
        }
        return key
    }()
}

extension Encoder {
    /// Whether what is written is to be read by people and other software, not kept.
    public var isReadable: Bool { userInfo[.isReadable] != nil }
}

extension String {
    /// A name with hyphens between its words, with blanks.
    public var spelledOut: String { String(map { $0 == "-" ? " " : $0 }) }
}
