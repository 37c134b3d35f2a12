/// The people who have one value of one characteristic (EQ-1).
public struct PeopleGroup: Sendable, Hashable {
    /// Such as `sex` or `deprivation`.
    public var characteristic: String
    /// Such as `female` or `most-deprived-fifth`.
    public var value: String

    /// A group.
    public init(characteristic: String, value: String) {
        self.characteristic = characteristic
        self.value = value
    }
}
