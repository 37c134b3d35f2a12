import CareModel
import GRDB

extension Projector {
    func applyToOffice(_ entry: LogEntry) throws {
        switch entry.event {
        case .messageQueued(let message): try queue(message, entry)
        case .messageWithdrawn(let withdrawn):
            try change(
                "UPDATE outbox SET is_withdrawn = 1 WHERE message = ? AND is_withdrawn = 0 AND sent_at IS NULL",
                [withdrawn.message], entry,
                else: "message \(withdrawn.message) is not there, or was sent or withdrawn before")
        case .messageSent(let sent):
            try change(
                "UPDATE outbox SET sent_at = ? WHERE message = ? AND is_withdrawn = 0 AND sent_at IS NULL",
                [entry.at.minutes, sent.message], entry,
                else: "message \(sent.message) is not there, or was sent or withdrawn before")
        case .taskAdded(let task):
            try insert(
                TaskRecord.columns,
                [
                    task.task, task.kind, task.due.minutes, task.person, task.clinician.map { Int64($0) },
                    task.team.map { Int64($0) }, entry.at.minutes, nil, nil,
                ], entry)
        case .taskDone(let done):
            try change(
                "UPDATE tasks SET done_at = ?, note = ? WHERE task = ? AND done_at IS NULL",
                [entry.at.minutes, done.note, done.task], entry,
                else: "there is no task \(done.task), or it was done before")
        case .linkIssued(let link):
            guard link.expires > entry.at else { throw refusal(entry, "the link would end before it begins") }
            try insert(
                LinkRecord.columns,
                [
                    link.link, link.digest, link.person, Int64(link.clinician), link.start.minutes,
                    link.expires.minutes, entry.at.minutes, nil, nil,
                ], entry)
        case .linkEnded(let ended):
            try change(
                "UPDATE links SET outcome = ?, ended_at = ? WHERE link = ? AND outcome IS NULL",
                [Int64(ended.outcome.rawValue), entry.at.minutes, ended.link], entry,
                else: "there is no link \(ended.link), or it ended before")
        default: break
        }
    }

    /// Nothing is queued without the consent that its channel needs (BK-7).
    private func queue(_ message: MessageQueued, _ entry: LogEntry) throws {
        guard message.consent.contains(message.channel.consent) else {
            throw refusal(entry, "person \(message.person) has not agreed to be reached in this way")
        }
        try insert(
            MessageRecord.columns,
            [
                message.message, message.person, Int64(message.channel.rawValue), message.template,
                Int64(message.consent.rawValue), message.appointment, entry.at.minutes, false, nil,
            ], entry)
    }
}

extension TaskRecord {
    static let columns = Columns("task, kind, due, person, clinician, team, added_at, done_at, note", of: "tasks")

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        task = TaskAdded(task: columns.integer(), kind: columns.text(), due: columns.minute())
        task.person = columns.integerIfAny()
        task.clinician = columns.integerIfAny().map(Int32.init(truncatingIfNeeded:))
        task.team = columns.integerIfAny().map(UInt8.init(truncatingIfNeeded:))
        addedAt = columns.minute()
        doneAt = columns.minuteIfAny()
        note = columns.textIfAny()
    }
}

extension MessageRecord {
    static let columns = Columns(
        "message, person, channel, template, consent, appointment, queued_at, is_withdrawn, sent_at", of: "outbox")

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        message = MessageQueued(
            message: columns.integer(), person: columns.integer(), channel: try columns.value(),
            template: columns.text(), consent: Consents(rawValue: try columns.number()))
        message.appointment = columns.integerIfAny()
        queuedAt = columns.minute()
        isWithdrawn = columns.flag()
        sentAt = columns.minuteIfAny()
    }
}
