import CareModel

/// Teams that a file counts from 0, as older tables did: there is no team 0 by the numbers of today, and one team only
/// that it was by those of old.
enum TeamsFromZero {
    /// What the teams are called in a file whose rows all say team 0; nil if they do not, or if a team is called so.
    /// - Parameter cells: the cells of the column, trimmed.
    static func names(_ teams: TeamNames, cells: [String]) -> (teams: TeamNames, note: String)? {
        let filled = cells.filter { !$0.isEmpty }
        guard let first = teams.teams.first, !filled.isEmpty, filled.allSatisfy({ $0 == "0" }),
            teams.index(of: "0") == nil
        else { return nil }
        return (
            TeamNames(teams.teams, firstNumber: 0),
            "team 0 is read as \(first.name): teams are numbered from 1, and were from 0 in older tables"
        )
    }

    /// What is wrong with a team's cell: a 0 beside other teams may be a slip, or all may be counted from 0.
    static func fault(_ cell: String) -> String {
        cell == "0"
            ? "'0' is no team, and beside others it is not clear whether all are counted from 0"
            : "'\(cell)' is not allowed"
    }
}
