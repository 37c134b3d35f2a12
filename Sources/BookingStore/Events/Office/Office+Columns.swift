import CareModel
import GRDB

extension TaskRecord {
    static let columns = Columns(
        "task, kind, due, person, clinician, team, added_at, done_at, note, about", of: "tasks")

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        task = TaskAdded(task: columns.integer(), kind: try columns.word(), due: columns.minute())
        task.person = columns.integerIfAny()
        task.clinician = columns.integerIfAny().map(Int32.init(truncatingIfNeeded:))
        task.team = columns.integerIfAny().map(UInt8.init(truncatingIfNeeded:))
        addedAt = columns.minute()
        doneAt = columns.minuteIfAny()
        note = columns.textIfAny()
        task.about = columns.textIfAny()
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
