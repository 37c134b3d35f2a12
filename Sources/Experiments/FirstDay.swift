public import CareModel
public import ServiceSimulation

/// Who is there on a first day of a forecast, part by part: services of many teams have parts that cannot meet.
public struct FirstDay: Sendable {
    /// Each part's; one, if it is known as a whole.
    public let parts: [ServiceSnapshot]

    /// A day of which the parts are known.
    /// - Precondition: there is one at least, and each says which its teams are.
    init(parts: [ServiceSnapshot]) {
        precondition(!parts.isEmpty, "a first day of nothing")
        self.parts = parts
    }

    /// A day that is known as a whole.
    /// - Parameters:
    ///   - whole: who is there.
    ///   - scenario: whose lists of teams and rooms it stands for where it does not name them.
    public init(_ whole: ServiceSnapshot, of scenario: ServiceScenario) {
        var named = whole
        if named.teams.isEmpty { named.teams = scenario.teamKeys }
        if named.rooms.isEmpty { named.rooms = scenario.roomKeys }
        parts = [named]
    }

    /// The whole service. O(people · log parts).
    public var whole: ServiceSnapshot { Self.joined(parts[...]) }

    /// Halves are joined with halves, so that nobody is copied often.
    private static func joined(_ parts: ArraySlice<ServiceSnapshot>) -> ServiceSnapshot {
        guard parts.count > 1 else { return parts[parts.startIndex] }
        let middle = parts.startIndex + parts.count / 2
        return joined(parts[..<middle]).joined(with: joined(parts[middle...]))
    }

    /// What a service with some teams begins with: the parts that have any of them, or, for teams that nothing is known
    /// of, any. Whoever is of another team is left out when the service begins.
    /// - Parameter teams: who the teams are (``StableKey``).
    public func of(teams: [UInt64]) -> ServiceSnapshot {
        guard parts.count > 1 else { return parts[0] }
        let known = parts.filter { part in part.teams.contains { teams.contains($0) } }
        return known.isEmpty ? parts[0] : Self.joined(known[...])
    }
}
