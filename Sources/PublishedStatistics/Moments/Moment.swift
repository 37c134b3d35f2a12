/// An estimate of one number from published months.
public struct Moment: Hashable, Sendable {
    /// The estimate, in the unit of its quantity.
    public let value: Double
    /// Its standard error, in the same unit: how far another such span of months would be from it, with the correlation
    /// of each month with the next allowed for.
    public let standardError: Double
    /// How many months it rests on.
    public let months: Int

    /// A moment.
    public init(value: Double, standardError: Double, months: Int) {
        self.value = value
        self.standardError = standardError
        self.months = months
    }
}

/// Why a number cannot be estimated.
public struct NotEstimable: Error, Hashable, Sendable, CustomStringConvertible {
    /// In words.
    public let description: String

    /// A reason.
    public init(_ description: String) { self.description = description }
}

/// A number, or why there is none.
public typealias Estimate = Result<Moment, NotEstimable>
