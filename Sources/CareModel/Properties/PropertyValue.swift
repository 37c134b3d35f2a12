/// A value that is kept as one whole number, whatever it is written in.
public protocol PropertyValue: Sendable {
    /// What its number means.
    static var form: PropertyForm { get }
    /// The number.
    var written: Int64 { get }
    /// The value of a number; nil if it means nothing.
    init?(written: Int64)
}

/// What the number of a property means, and so how it is written where people read it.
public enum PropertyForm: Sendable {
    /// Minutes since 2000-01-01 00:00.
    case minute
    /// Minutes since 2000-01-01 00:00 by which something is due: of a day alone, its end.
    case dueMinute
    /// Days since 2000-01-01.
    case day
    /// A whole number.
    case number(ClosedRange<Int64>)
    /// 1 for yes, 0 for no.
    case flag
    /// One of some words.
    case words([PropertyWord])
    /// The index of a team, which people know by its name.
    case team
}

/// A word and the number that is kept for it.
public struct PropertyWord: Sendable, Equatable {
    /// The word.
    public var name: String
    /// The word in sentences.
    public var title: String
    /// The number.
    public var number: Int64
}

extension PropertyValue where Self: FixedWidthInteger {
    /// A whole number.
    public static var form: PropertyForm { .number(Int64(clamping: min)...Int64(clamping: max)) }
    /// Itself.
    public var written: Int64 { Int64(truncatingIfNeeded: self) }
    /// The same number, if it is one of these.
    public init?(written: Int64) { self.init(exactly: written) }
}

extension PropertyValue where Self: NamedCode & CaseIterable {
    /// One of the names.
    public static var form: PropertyForm {
        .words(allCases.map { PropertyWord(name: $0.name, title: $0.title, number: Int64($0.rawValue)) })
    }
    /// The raw value.
    public var written: Int64 { Int64(rawValue) }
    /// The case with a raw value.
    public init?(written: Int64) {
        guard let code = UInt8(exactly: written) else { return nil }
        self.init(rawValue: code)
    }
}

extension UInt8: PropertyValue {}
extension UInt16: PropertyValue {}
extension Int32: PropertyValue {}
extension Int: PropertyValue {}
extension Bool: PropertyValue {
    /// Yes or no.
    public static var form: PropertyForm { .flag }
    /// 1 for yes.
    public var written: Int64 { self ? 1 : 0 }
    /// Yes for anything but 0.
    public init?(written: Int64) { self = written != 0 }
}
