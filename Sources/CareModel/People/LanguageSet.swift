/// Languages by their index, as in ``Referral/language``; English, 0, is in every set (EQ-2).
@frozen
public struct LanguageSet: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline var words: (UInt64, UInt64, UInt64, UInt64) = (1, 0, 0, 0)

    /// English alone.
    @inlinable
    public init() {}

    /// English and others.
    public init(_ languages: some Sequence<UInt8>) {
        for language in languages { insert(language) }
    }

    /// Adds a language.
    public mutating func insert(_ language: UInt8) {
        let bit = UInt64(1) << UInt64(language % 64)
        switch language / 64 {
        case 0: words.0 |= bit
        case 1: words.1 |= bit
        case 2: words.2 |= bit
        default: words.3 |= bit
        }
    }

    /// The languages but English, by number.
    public var others: [UInt8] { (UInt8(1)...255).filter { contains($0) } }

    /// Whether a language is in the set. O(1).
    @inlinable
    public func contains(_ language: UInt8) -> Bool {
        let bit = UInt64(1) << UInt64(language % 64)
        let word =
            switch language / 64 {
            case 0: words.0
            case 1: words.1
            case 2: words.2
            default: words.3
            }
        return word & bit != 0
    }

    /// The same languages, whatever order they were given in.
    @inlinable
    public static func == (one: LanguageSet, other: LanguageSet) -> Bool { one.words == other.words }

    /// Hashes what ``==(_:_:)`` compares.
    @inlinable
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}
