/// Something that was asked of a plan and cannot be taken: what was given, what is wrong, and what is allowed.
public struct PlanFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where it was asked: `target`, `vary`, `budget` …
    public let setting: String
    /// What was given.
    public let given: String
    /// What is wrong with it, and what is allowed.
    public let reason: String

    init(_ setting: String, _ given: String, _ reason: String) {
        self.setting = setting
        self.given = given
        self.reason = reason
    }

    /// `target "acces-rate>=0.25": no measure is called acces-rate (…)`.
    public var description: String { "\(setting) \"\(given)\": \(reason)" }
}
