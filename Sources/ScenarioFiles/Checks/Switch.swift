internal import CareModel
internal import ServiceSimulation

/// Keys that act only while something else is so: while they do not, whoever gives them is warned.
struct Switch: Sendable {
    /// What decides: the practice with or without a lever, of a team, of a service.
    struct Situation {
        var practice: Practice
        var team: TeamScenario
        var service: ServiceScenario
    }

    /// The keys, as they stand in a team or at the top: a section speaks for all in it.
    var keys: [String]
    /// Keys of those sections that act all the same: the switch itself first of all.
    var except: [String] = []
    /// What must be otherwise, in words that follow `does nothing`.
    var because: String
    /// What would make them act.
    var allowed: String
    /// Whether they act.
    var acts: @Sendable (Situation) -> Bool

    /// Whether it decides about a key.
    func decides(_ path: String) -> Bool {
        func isIn(_ list: [String]) -> Bool { list.contains { path == $0 || path.hasPrefix($0 + ".") } }
        return isIn(keys) && !isIn(except)
    }

    /// A rule that is off: all keys of its section, and some beside it.
    static func rule(
        _ section: String, beside: [String] = [], _ isOn: @escaping @Sendable (Practice) -> Bool
    ) -> Switch {
        Switch(
            keys: [section] + beside, except: ["\(section).is-on"], because: "while \(section).is-on is false",
            allowed: "\(section).is-on: true", acts: { isOn($0.practice) })
    }

    /// A number that is 0.
    static func number(
        _ key: String, _ keys: [String], _ isPositive: @escaping @Sendable (Practice) -> Bool
    ) -> Switch {
        Switch(
            keys: keys, except: [key], because: "while \(key) is 0", allowed: "\(key) above 0",
            acts: { isPositive($0.practice) })
    }

    /// Whether anybody's referral has such a number above 0.
    static func referral(
        _ key: String, _ keys: [String], _ isPositive: @escaping @Sendable (ReferralInput) -> Bool
    ) -> Switch {
        Switch(
            keys: keys, except: ["referrals.\(key)"], because: "while referrals.\(key) is 0, or empty",
            allowed: "referrals.\(key) above 0", acts: { isPositive($0.team.referrals) })
    }
}
