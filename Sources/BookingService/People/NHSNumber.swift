/// An NHS number: ten digits, of which the last checks the others.
public struct NHSNumber: Hashable, Sendable {
    /// Ten digits without spaces.
    public let digits: String

    /// Reads a number, with or without spaces; nil if it is none: the check digit is 11 less the sum of the first nine
    /// digits, weighted 10 … 2, modulo 11; 11 is written 0, and 10 is never given out. Ten noughts pass, as other
    /// numbers do that only hold a place (``isPlaceholder``).
    public init?(_ text: String) {
        let digits = text.filter { $0 != " " && $0 != "-" }
        let values = digits.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        guard values.count == 10, digits.count == 10 else { return nil }
        let sum = values.prefix(9).enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element }
        let check = (11 - sum % 11) % 11
        guard check == values[9] else { return nil }
        self.digits = digits
    }
}
