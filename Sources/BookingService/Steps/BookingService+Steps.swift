import Allocation
import BookingStore
import CareModel
import Foundation

extension BookingService {
    /// Does what a command says, as one step; a reply that was given to the same key before is given again. One that
    /// changes nothing was a look at whoever it names, and is entered in the access log, as a refusal is (IG-1).
    /// - Throws: whatever stands against it, as ``BookingError`` says.
    package func perform<Command: UseCase>(
        _ command: Command, in given: Context
    ) throws(BookingError) -> Command.Reply {
        let context = Command.comesByLink ? BookingService.stranger(given) : given
        return try noticingRefusals(context, command.subject, command.words) {
            try runUnanswered(context, Command.right) { step in
                let before = step.writer.lastSequence
                let reply = try BookingService.answer(context, command, step)
                if step.writer.lastSequence == before {
                    try AccessRules.notice(command.subject, command.words, context, step.writer)
                }
                return reply
            }
        }
    }

    private static func answer<Command: UseCase>(
        _ context: Context, _ command: Command, _ step: CommandStep
    ) throws -> Command.Reply {
        guard let key = context.key else { return try command.perform(in: step) }
        if let known = try CommandKey.reply(to: command, key, by: context.author, step.writer) {
            return try JSONDecoder().decode(Command.Reply.self, from: known)
        }
        let reply = try command.perform(in: step)
        let fingerprint = try CommandKey.fingerprint(of: command, by: context.author)
        try step.writer.remember(
            reply: JSONEncoder().encode(Command.kept(reply)), forKey: key, fingerprint: fingerprint)
        return reply
    }

    /// Whoever comes by a link is no user.
    static func stranger(_ context: Context) -> Context {
        var stranger = context
        stranger.author = Author(user: 0, origin: "link")
        return stranger
    }

    /// Runs a step that changes something, and whose answer stays within this process.
    func runUnanswered<Answer: Sendable>(
        _ context: Context, _ permission: Permission? = nil, _ body: @escaping @Sendable (CommandStep) throws -> Answer
    ) throws(BookingError) -> Answer {
        do {
            return try step(context) { writer in
                if let permission { try AccessRules.check(permission, context, writer) }
                return try StepMinute.of(context, last: writer.lastMinute)
            } body: {
                try body($0)
            }
        } catch { throw BookingError(error) }
    }

    /// Answers a question: nothing is changed by it, and nothing is entered in the log, whatever the minute is. That
    /// somebody looked is entered in the access log (IG-1), as a refusal is.
    /// - Throws: ``BookingError/forbidden(_:_:)`` if the author may not ask; what the body throws.
    func look<Answer: Sendable>(
        _ context: Context, _ question: BookingQuestion, _ body: @escaping @Sendable (CommandStep) throws -> Answer
    ) throws(BookingError) -> Answer {
        try noticingRefusals(context, question.subject, question.words) {
            try step(context) { writer in
                if let right = question.right { try AccessRules.check(right, context, writer) }
                try AccessRules.checkRelationship(question, context, writer)
                return context.now
            } body: { step in
                let before = step.writer.lastSequence
                try AccessRules.notice(question.subject, question.words, context, step.writer)
                let answer = try body(step)
                guard step.writer.lastSequence == before else {
                    throw BookingError.invalid("a look may not change anything")
                }
                return answer
            }
        }
    }

    /// Answers a question as ``look(_:_:_:)`` does. What is answered is the same for whoever may ask, so it is worked
    /// out once for all who ask before something happens.
    func look<Answer: Sendable>(
        _ context: Context, _ question: BookingQuestion, keeping kept: KeptAnswers.Question,
        _ body: @escaping @Sendable (CommandStep) throws -> Answer
    ) throws(BookingError) -> Answer {
        try look(context, question) { step in
            try step.box.kept.answer(kept, after: step.writer.lastSequence, at: context.now) { try body(step) }
        }
    }

    /// Answers a question from what is stored, as ``look(_:_:_:)`` does, without the desk.
    /// - Throws: ``BookingError/forbidden(_:_:)`` if the author may not ask; what the body throws.
    func glance<Answer: Sendable>(
        _ context: Context, _ question: BookingQuestion, _ body: @escaping @Sendable (StoreReader) throws -> Answer
    ) throws(BookingError) -> Answer {
        try noticingRefusals(context, question.subject, question.words) {
            try store.writeBlocking { writer in
                if let right = question.right { try AccessRules.check(right, context, writer) }
                try AccessRules.checkRelationship(question, context, writer)
                try AccessRules.notice(question.subject, question.words, context, writer)
                return try body(writer)
            }
        }
    }

    /// One step on the desk as it is at a minute.
    private func step<Answer: Sendable>(
        _ context: Context, at minute: @escaping @Sendable (StoreWriter) throws -> CivilMinute,
        body: @escaping @Sendable (CommandStep) throws -> Answer
    ) throws -> Answer {
        let memory = memory
        let policy = policy
        return try store.writeBlocking { writer in
            var context = context
            context.now = try minute(writer)
            let box = try BookingService.current(memory, policy, writer, context.now)
            box.decided.removeAll(keepingCapacity: true)
            let before = (facts: box.desk.factsHeard, entries: writer.lastSequence)
            do {
                try LateNotes.heed(box, policy, writer, context.now)
                let answer = try body(CommandStep(box: box, writer: writer, context: context, policy: policy))
                memory.sequence = writer.lastSequence
                return answer
            } catch {
                // What is refused before the desk heard of anything leaves it as it was.
                let isAsBefore =
                    box.desk.factsHeard == before.facts && box.desk.tookPlace == nil
                    && writer.lastSequence == before.entries
                if !isAsBefore { memory.forget() }
                throw error
            }
        }
    }

    /// The desk as it is after the log's last entry: kept, or read again if another process wrote, a group of steps was
    /// lost, or the minute is before the one for which it was read, or far after.
    private static func current(
        _ memory: ServiceMemory, _ policy: ServicePolicy, _ writer: StoreWriter, _ now: CivilMinute
    ) throws -> DeskBox {
        if let box = memory.desk, !box.isStale, memory.sequence == writer.lastSequence,
            memory.generation == writer.generation,
            now.day < box.desk.calendar.first + Int32(policy.diaryDays / 2), now >= box.desk.now
        {
            box.goOn(to: now)
            return box
        }
        let box = try ServiceLoader(reader: writer, policy: policy, now: now).load()
        memory.desk = box
        memory.sequence = writer.lastSequence
        memory.generation = writer.generation
        return box
    }
}
