public import Allocation
public import BookingStore
public import CareModel

extension BookingService {
    /// Tells the desk one fact as it is, without asking anybody's leave: for records that are brought in, and for
    /// replaying a log.
    /// - Returns: what the desk decided, in order.
    /// - Throws: ``BookingError/impossible(person:state:command:)`` if it cannot have happened;
    ///   ``BookingError/store(_:)``.
    public func replay(
        _ facts: [TimedFact], booksByItself: Bool, author: Author = .software
    ) throws(BookingError) -> [[DeskEffect]] {
        guard let last = facts.last else { return [] }
        return try runUnanswered(Context(now: last.at, author: author)) { step in
            step.box.desk.booksByItself = booksByItself
            defer { step.box.desk.booksByItself = false }
            // Whoever wrote the log knew of no times that people had given up.
            step.box.desk.heedsTimesGivenUp = false
            defer { step.box.desk.heedsTimesGivenUp = true }
            var scores: ScoresTaken?
            return try facts.map { fact in try BookingService.replay(fact, &scores, in: step) }
        }
    }

    private static func replay(
        _ told: TimedFact, _ scores: inout ScoresTaken?, in step: CommandStep
    ) throws -> [DeskEffect] {
        var decisions = DecisionWriter(
            box: step.box, writer: step.writer, now: told.at, author: step.context.author)
        decisions.isReplay = true
        decisions.scoresTaken = scores
        defer { scores = decisions.scoresTaken }
        switch told.told {
        case .change(let change):
            try decisions.hear(change)
        case .fact(let fact):
            try step.require(fact, "replay")
            if case .received(let referral, _) = fact {
                try decisions.receive(referral, Identity(name: ""))
            } else if case .weekTurned = fact {
                // The desk has heard of the new week from the clock.
            } else {
                try decisions.hear(fact)
            }
        }
        return decisions.decided
    }
}

/// Something that the desk is told, with its minute.
public struct TimedFact: Sendable {
    /// When.
    public var at: CivilMinute
    /// What.
    public var told: Told

    /// A fact or a change.
    public enum Told: Sendable {
        /// Something that happened to a person.
        case fact(DeskFact)
        /// A change in who works when.
        case change(DeskChange)
    }

    /// Something that the desk is told.
    public init(at: CivilMinute, told: Told) {
        self.at = at
        self.told = told
    }
}
