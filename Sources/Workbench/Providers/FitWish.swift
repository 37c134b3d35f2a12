/// A fit that is asked for: a provider, and the last month that is looked at.
public struct FitWish: Hashable, Sendable, Codable {
    /// The provider's code.
    public var code: String
    /// The last month, as `YYYY-MM`.
    public var until: String
    /// Names the random numbers.
    public var seed: UInt64 = 1

    /// A fit of the usual seed.
    public init(code: String, until: String) { (self.code, self.until) = (code, until) }
}
