import Allocation

/// Books for everybody whom free time fits, in the order of the lists, as the clerk's morning round does (PO-3, CL-11).
public struct Allocate: UseCase {
    /// Index of the team.
    public var team: Int

    /// The command.
    public init(team: Int) {
        self.team = team
    }
}

extension Allocate {
    package static let name = "allocate"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .nobody }
    package var words: String { "allocate" }

    package func perform(in step: CommandStep) throws -> [BookedSlot] {
        let team = try step.index(ofTeam: team)
        try step.require(.bookingRound(team: team), "allocating")
        var decisions = step.decisions()
        step.box.desk.booksByItself = true
        defer { step.box.desk.booksByItself = false }
        try decisions.hear(.bookingRound(team: team))
        return try step.shown.slots(of: decisions.booked)
    }
}
