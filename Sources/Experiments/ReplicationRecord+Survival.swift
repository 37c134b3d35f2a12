public import CareModel
public import ServiceSimulation
public import Statistics

extension ReplicationRecord {
    /// How long a wait lasts with those counted who still waited when the record ended, or left before it was over,
    /// each as far as the record saw them wait. Who waited on the first day is counted from the wait so far.
    /// Waits of ``longestWaitDays`` and longer are told apart no more.
    /// - Complexity: O(days · teams).
    public func survival(_ kind: WaitKind, teams: some Sequence<Int>) -> SurvivalCurve {
        var (entered, ended, unended) = (Self.noDays, Self.noDays, Self.noDays)
        for team in teams {
            for (day, people) in waitsEntered(kind, team: team).enumerated() { entered[day] += Int(people) }
            for (day, people) in waits(kind, team: team).enumerated() { ended[day] += Int(people) }
            for (day, people) in waitsUnended(kind, team: team).enumerated() { unended[day] += Int(people) }
        }
        return SurvivalCurve(entered: entered, ended: ended, unended: unended)
    }

    private static var noDays: [Int] { [Int](repeating: 0, count: longestWaitDays + 1) }
}
