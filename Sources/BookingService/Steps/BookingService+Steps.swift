import Allocation
import BookingStore
import CareModel
import Foundation

extension BookingService {
    /// Runs a command as one step; a reply that was given to the same key before is given again. One that changes
    /// nothing was a look at whoever the reply names, and is entered in the access log (IG-1).
    /// - Parameters:
    ///   - permission: what the author must be allowed to do; nil if anybody may.
    ///   - command: all of the command, so that a key cannot be used for another.
    func run<Reply: Codable & Sendable>(
        _ context: Context, _ permission: Permission?, _ command: KeyedCommand,
        _ body: @escaping @Sendable (CommandStep) throws -> Reply
    ) throws -> Reply {
        try noticingRefusals(context, command) {
            try runUnanswered(context, permission) { step in
                let before = step.writer.lastSequence
                let reply = try BookingService.answer(context, command, step, body)
                if step.writer.lastSequence == before { try BookingService.notice(command, context, step.writer) }
                return reply
            }
        }
    }

    private static func answer<Reply: Codable & Sendable>(
        _ context: Context, _ command: KeyedCommand, _ step: CommandStep, _ body: (CommandStep) throws -> Reply
    ) throws -> Reply {
        guard let key = context.key else { return try body(step) }
        let fingerprint = command.fingerprint(by: context.author)
        if let known = try step.writer.reply(forKey: key, fingerprint: fingerprint) {
            return try JSONDecoder().decode(Reply.self, from: known)
        }
        let reply = try body(step)
        try step.writer.remember(reply: JSONEncoder().encode(reply), forKey: key, fingerprint: fingerprint)
        return reply
    }

    /// Runs a step that changes something, and whose answer stays within this process.
    func runUnanswered<Answer: Sendable>(
        _ context: Context, _ permission: Permission? = nil, _ body: @escaping @Sendable (CommandStep) throws -> Answer
    ) throws -> Answer {
        try step(context) { writer in
            if let permission { try BookingService.check(permission, context.author, writer) }
            return try StepMinute.of(context, last: writer.lastMinute)
        } body: {
            try body($0)
        }
    }

    /// Looks at something: nothing is changed by it, and nothing is entered in the log, whatever the minute is. That
    /// somebody looked is entered in the access log (IG-1).
    /// - Parameters:
    ///   - permission: what the author must be allowed to do; nil if anybody may.
    ///   - seen: what is looked at; nil for what is about nobody, such as rooms.
    func look<Answer: Sendable>(
        _ context: Context, _ permission: Permission?, _ seen: KeyedCommand?,
        _ body: @escaping @Sendable (CommandStep) throws -> Answer
    ) throws -> Answer {
        try noticingRefusals(context, seen) {
            try step(context) { writer in
                if let permission { try BookingService.check(permission, context.author, writer) }
                return context.now
            } body: { step in
                let before = step.writer.lastSequence
                if let seen { try BookingService.notice(seen, context, step.writer) }
                let answer = try body(step)
                guard step.writer.lastSequence == before else {
                    throw BookingError.invalid("a look may not change anything")
                }
                return answer
            }
        }
    }

    /// Looks at what is stored, as ``look(_:_:_:_:)`` does, without the desk.
    func glance<Answer: Sendable>(
        _ context: Context, _ permission: Permission, _ seen: KeyedCommand,
        _ body: @escaping @Sendable (StoreReader) throws -> Answer
    ) throws -> Answer {
        try noticingRefusals(context, seen) {
            try store.writeBlocking { writer in
                try BookingService.check(permission, context.author, writer)
                try BookingService.notice(seen, context, writer)
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
            do {
                let answer = try body(CommandStep(box: box, writer: writer, context: context))
                memory.sequence = writer.lastSequence
                return answer
            } catch {
                memory.forget()
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
