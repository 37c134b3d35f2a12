/// A setting that is out of range.
public struct SettingFault: Hashable, Sendable, CustomStringConvertible {
    /// Its name, such as `weeks`.
    public let setting: String
    /// What was given.
    public let given: String
    /// What is allowed.
    public let allowed: String

    init(setting: String, given: String, allowed: String) {
        self.setting = setting
        self.given = given
        self.allowed = allowed
    }

    /// The fault of a number; nil if it is allowed.
    init?(_ setting: String, _ number: Int, allowed: ClosedRange<Int>) {
        guard !allowed.contains(number) else { return nil }
        self.init(
            setting: setting, given: String(number), allowed: "\(allowed.lowerBound) to \(allowed.upperBound)")
    }

    /// `weeks is 1 to 520, not 0`.
    public var description: String { "\(setting) is \(allowed), not \(given)" }
}
