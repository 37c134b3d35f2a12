import Allocation
import BookingStore
import CareModel

/// What a correction came to (BK-4).
public struct CorrectionReply: Codable, Hashable, Sendable {
    /// Where the person is now.
    public var state: PersonStanding
    /// Appointments that stand again.
    public var restored: [Int64] = []
    /// Appointments that cannot stand again: their time was taken meanwhile, or is over.
    public var lost: [Int64] = []
    /// Appointments that were booked on what was wrong, and are given up.
    public var givenUp: [Int64] = []
}

extension BookingService {
    /// Longest time after which an episode can be opened again, days: later, it is a new referral (ST-6).
    static var longestReopening: Int32 { 28 }

    /// Puts the outcome of an appointment right (BK-4): the wrong one is undone by an entry, with everything that
    /// followed from it, and the right one is recorded as if it had been at first. Where only the scores, or whether
    /// somebody was late, were wrong, what was agreed stays.
    /// - Parameters:
    ///   - contact: the right outcome; nil leaves the appointment without one. A cancellation that is undone leaves it
    ///     standing, if its time is still free.
    ///   - why: what was wrong.
    /// - Throws: ``BookingError/dependsOn(_:)`` where something later depends on it, and is corrected first.
    public func correct(
        appointment: Int64, _ contact: ContactRecord?, why: String = "", in context: Context
    ) throws -> CorrectionReply {
        let policy = policy
        let command = KeyedCommand("correct", .appointment(appointment), contact, why)
        return try run(context, .recordContact, command) { step in
            guard let record = try step.writer.appointment(appointment), let person = record.placement.person,
                let outcome = record.attendance, let entry = try step.outcomeEntry(of: appointment, person)
            else { throw BookingError.nothingToCorrect(appointment) }
            if let contact, try step.amend(record, outcome, contact, entry, why) {
                return CorrectionReply(state: try step.state(of: person))
            }
            let undoing = Undoing(person: person, from: try step.origin(of: entry, person), why: why)
            let undone = try step.undo(undoing, about: record)
            let again = try step.readAgain(policy)
            guard try again.isWhere(person, before: record) else {
                throw BookingError.dependsOn(
                    "the log does not say where person \(person) was before appointment \(appointment), so that only "
                        + "its scores, or whether somebody was late, can be put right")
            }
            var reply = CorrectionReply(
                state: try again.state(of: person), restored: undone.restored, lost: undone.lost,
                givenUp: undone.givenUp)
            if let contact {
                var decisions = again.decisions()
                defer { again.box.desk.tookPlace = nil }
                reply.state = try again.record(appointment, contact, &decisions)
            }
            return reply
        }
    }

    /// Takes back the end of an episode that was a mistake (BK-4): the person is where they were, with what was booked
    /// of the course, as far as its time is still free.
    /// - Throws: ``BookingError/dependsOn(_:)`` if an outcome ended it: that is corrected.
    public func reopen(person: Int64, why: String = "", in context: Context) throws -> CorrectionReply {
        let policy = policy
        return try run(context, .recordContact, KeyedCommand("reopen", .person(person), why)) { step in
            let index = try step.index(of: person)
            let episode = step.box.desk.episodes[index]
            guard let known = try step.writer.person(person), known.episode.state == .closed,
                let entry = try step.closingEntry(of: person)
            else { throw BookingError.impossible(person: person, state: episode.state, command: "opening again") }
            let last = BookingService.longestReopening
            guard step.context.now.day - entry.at.day <= last else {
                throw BookingError.invalid(
                    "the episode of person \(person) ended on \(entry.at.day), more than \(last) days ago: who comes "
                        + "back is referred again")
            }
            let undone = try step.undo(Undoing(person: person, from: entry, why: why), about: nil)
            let again = try step.readAgain(policy)
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
}
