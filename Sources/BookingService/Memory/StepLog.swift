import Allocation
import BookingStore
import CareModel

/// The log as one step writes it: each entry with its minute and whoever makes it, and with what it makes untrue ended.
struct StepLog {
    let box: DeskBox
    let writer: StoreWriter
    let now: CivilMinute
    let author: Author
    /// Whether facts of a log are told: whoever wrote it had no tasks to end and knew of no times given up.
    let isReplay: Bool

    /// Appends an event to the log.
    /// - Returns: the number of the entry.
    @discardableResult
    func append(_ event: ServiceEvent) throws -> Int64 {
        try makeWay(for: event)
        let entry = try writer.append(event, at: now, by: author)
        box.appointments.note(event)
        try reconcile(after: event)
        return entry
    }

    /// What people are told.
    var messages: MessageWriter { MessageWriter(log: self) }

    /// What somebody is to do.
    var tasks: TaskWriter { TaskWriter(log: self) }

    /// Who is to hand cases over.
    var handovers: HandoverWriter { HandoverWriter(log: self) }

    /// The number of the appointment of a person that has this start, or had it last.
    func appointment(of person: Int, at start: CivilMinute) throws -> Int64? {
        if let number = box.appointments[person, start] { return number }
        return try writer.appointments(ofPerson: Int64(person) + 1).filter { $0.placement.start == start }
            .map(\.appointment).max()
    }
}
