import Allocation
import BookingStore
import CareModel

/// Takes back the end of an episode that was a mistake (BK-4): the person is where they were, with what was booked of
/// the course, as far as its time is still free. It is refused if an outcome ended it: that is corrected.
public struct Reopen: UseCase {
    /// The person's number.
    public var person: Int64
    /// What was wrong.
    public var why: String

    /// The command.
    public init(person: Int64, why: String = "") {
        self.person = person
        self.why = why
    }
}

extension Reopen {
    /// Longest time after which an episode can be opened again, days: later, it is a new referral (ST-6).
    static let longest: Int32 = 28

    package static let name = "reopen"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .person(person) }
    package var words: String { "reopen" }

    package func perform(in step: CommandStep) throws -> CorrectionReply {
        let index = try step.index(of: person)
        let episode = step.box.desk.episodes[index]
        guard let known = try step.writer.person(person), known.episode.state == .closed,
            let entry = try step.corrections.closingEntry(of: person)
        else { throw BookingError.impossible(person: person, state: episode.state, command: "opening again") }
        let last = Reopen.longest
        guard step.context.now.day - entry.at.day <= last else {
            throw BookingError.invalid(
                "the episode of person \(person) ended on \(entry.at.day), more than \(last) days ago: who comes "
                    + "back is referred again")
        }
        let undone = try step.corrections.undo(Undoing(person: person, from: entry, why: why), about: nil)
        let again = try step.readAgain()
        if again.box.desk.isPossible(.courseGoesOn(UInt32(index))),
            !again.box.desk.people[index].flags.contains(.inGroup)
        {
            var decisions = again.decisions()
            try decisions.hear(.courseGoesOn(UInt32(index)))
        }
        return CorrectionReply(
            state: try again.state(of: person), restored: undone.restored, lost: undone.lost,
            givenUp: undone.givenUp)
    }
}
