import Allocation

/// Offers freed time again, by priority, to the people it fits (FA-5, BK-5).
public struct Backfill: UseCase {
    /// Index of the team.
    public var team: Int

    /// The command.
    public init(team: Int) {
        self.team = team
    }
}

extension Backfill {
    package static let name = "backfill"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .nobody }
    package var words: String { "backfill" }

    package func perform(in step: CommandStep) throws -> [BookedSlot] {
        let team = try step.index(ofTeam: team)
        try step.require(.backfill(team: team), "backfilling")
        var decisions = step.decisions()
        step.box.desk.booksByItself = true
        defer { step.box.desk.booksByItself = false }
        try decisions.hear(.backfill(team: team))
        return try step.shown.slots(of: decisions.booked)
    }
}
