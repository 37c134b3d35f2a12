import Foundation

/// A name as it is compared with others: its words without capitals, accents, hyphens and apostrophes, so that
/// "Zoë O'Nail-Example" is found by "zoe onail example".
public struct NameWords: Hashable, Sendable {
    /// The words, in order.
    public let words: [String]

    /// The words of a name.
    public init(_ name: String) {
        let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        words = plain.filter { $0 != "'" && $0 != "\u{2019}" }
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Whether each of some words begins a word of the name: "fo ex" finds "Example Forename".
    /// Complexity: O(n · m) in the numbers of words.
    public func matches(_ sought: NameWords) -> Bool {
        !sought.words.isEmpty && sought.words.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }
}

/// A telephone number as it is compared with others: its last ten digits, so that +44 7700 900123 is 07700 900123.
public struct PhoneDigits: Hashable, Sendable {
    /// The digits that are compared.
    public let digits: String

    /// The digits of a number as somebody wrote it; nil if there are fewer than six.
    public init?(_ text: String) {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard digits.count >= 6 else { return nil }
        self.digits = String(digits.suffix(10))
    }
}
