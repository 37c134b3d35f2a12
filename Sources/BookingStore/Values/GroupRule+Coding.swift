public import CareModel

extension GroupRule: Codable {
    /// Reads every number: what such a course is may not change because a default does.
    public init(from decoder: any Decoder) throws { self = try GroupRule.decodeProperties(from: decoder) }

    /// Writes every number.
    public func encode(to encoder: any Encoder) throws { try encodeProperties(to: encoder) }
}
