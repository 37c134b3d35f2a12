/// What somebody who refers themselves online keeps in hand (BK-11): ten letters and digits that say nothing of who
/// they are. It is the key of the command that received the referral, so that the same form sent twice is one referral,
/// and whoever reads it out on the telephone is found by it.
public struct ReferralReference: Hashable, Sendable {
    /// Ten letters and digits, none of which looks like another.
    public let symbols: String

    /// Without I, L, O and U, as Crockford writes numbers.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let length = 10

    /// The reference of a form, by the secret that each form has.
    public init(ofForm secret: String) {
        var bits = TextDigest.of(secret).compactMap { $0.hexDigitValue }.flatMap { digit in
            (0..<4).reversed().map { digit >> $0 & 1 }
        }[...]
        var symbols = ""
        for _ in 0..<Self.length {
            symbols.append(Self.alphabet[bits.prefix(5).reduce(0) { $0 * 2 + $1 }])
            bits = bits.dropFirst(5)
        }
        self.symbols = symbols
    }

    /// A reference as somebody types it, in small letters, with blanks or without a hyphen; nil if it is none.
    public init?(_ typed: String) {
        let plain = typed.uppercased().filter { $0 != "-" && $0 != " " }
            .map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 }
        guard plain.count == Self.length, plain.allSatisfy({ Self.alphabet.contains($0) }) else { return nil }
        symbols = String(plain)
    }

    /// As it is shown: two groups of five.
    public var text: String { "\(symbols.prefix(5))-\(symbols.suffix(5))" }

    /// The key of the command that received the referral.
    public var key: String { "self-referral \(symbols)" }
}
