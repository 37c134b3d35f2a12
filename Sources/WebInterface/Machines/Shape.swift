import CareModel

/// What JSON may stand somewhere: as it is written for people and other software, days as `YYYY-MM-DD`, cases by their
/// names. By it a body is checked and brought into the form that commands are kept in, and the description of the
/// interface is made.
indirect enum Shape: Hashable, Sendable {
    /// Text of so many characters at most.
    case text(most: Int)
    case flag
    case whole(ClosedRange<Int64>)
    case decimal
    /// `YYYY-MM-DD`.
    case day
    /// `YYYY-MM-DDTHH:MM`, by clocks in London.
    case minute
    /// One of some words.
    case word([ShapeWord])
    /// Some of some words, each a bit.
    case words([ShapeWord])
    /// One of some words, kept as text.
    case named([String])
    case list(Shape)
    case nullable(Shape)
    /// Parts by name; the name of the type is that of its schema.
    case object(String, [ShapePart])
    /// Exactly one of the parts.
    case one(String, [ShapePart])
    /// The one value of a case, which is kept under the name `_0`.
    case unnamed(Shape)
    /// An object with anything in it: it is told elsewhere what.
    case anything

    /// Whole numbers that every reader of JSON keeps exactly (RFC 8259).
    static let exact: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991
    /// Characters of a text at most.
    static let mostText = 4000
    /// Entries of a list at most.
    static let mostEntries = 1000
    /// First and last day that can be said.
    static let days = CivilDay(number: 0)...(CivilDay(year: 2199, month: 12, day: 31) ?? CivilDay(number: 0))
}

/// A word and the number that is kept for it.
struct ShapeWord: Hashable, Sendable {
    var name: String
    var number: Int64
}

/// A part of an object.
struct ShapePart: Hashable, Sendable {
    var name: String
    var shape: Shape
    /// Whether it must be there.
    var isRequired = true
    /// What stands for one that is not there, in the form that is kept.
    var absent: AnyJSON?
    /// What it means.
    var meaning: String?

    init(_ name: String, _ shape: Shape, isRequired: Bool = true, absent: AnyJSON? = nil, _ meaning: String? = nil) {
        (self.name, self.shape, self.isRequired, self.absent, self.meaning) = (name, shape, isRequired, absent, meaning)
    }

    /// Whether whoever sends it may leave it out.
    var mayBeLeftOut: Bool { !isRequired || absent != nil }
}
