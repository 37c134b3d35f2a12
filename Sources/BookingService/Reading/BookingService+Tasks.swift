import Allocation
import BookingStore
public import CareModel

extension BookingService {
    /// What is to be done, whatever is due first before the rest (BK-12). Outcomes that nobody recorded on the day are
    /// among it: whoever waits for nothing but an outcome stands on no other list (KP-10).
    /// - Parameter day: only what is due by this day; nil is everything.
    public func tasks(dueBy day: CivilDay? = nil, in context: Context) throws(BookingError) -> [OpenTask] {
        try look(context, .tasks) { step in
            let added = try step.writer.tasks(dueBefore: day.map { ($0 + 1).start }).map { record in
                let clinician = record.task.clinician.map { Int($0) } ?? -1
                return OpenTask(
                    task: record.task.task, kind: record.task.kind, due: record.task.due, person: record.task.person,
                    isOverdue: record.task.due < context.now,
                    clinicianName: step.clinicianName(clinician), about: record.task.about)
            }
            let missing = try step.outcomesMissing().filter { task in day.map { task.due.day <= $0 } ?? true }
            let tasks = (missing + added).enumerated()
                .sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(\.element)
            return try step.writer.named(tasks)
        }
    }

    /// Questions to supervision that nobody has answered, whatever is due first before the rest (ST-9).
    public func tickets(in context: Context) throws(BookingError) -> [OpenTask] {
        try tasks(in: context).filter { TaskKind(rawValue: $0.kind)?.isTicket == true }
    }
}

extension CommandStep {
    /// Contacts of earlier days of which nobody recorded what became, by start.
    fileprivate func outcomesMissing() throws -> [OpenTask] {
        let today = context.now.day
        let alone = try writer.standingAppointments(before: today.start).map { record in
            OpenTask(
                kind: OpenTask.outcome, due: BookingDesk.outcomeDue(ofContactAt: record.placement.start),
                person: record.placement.person, isOverdue: true,
                clinicianName: clinicianName(Int(record.placement.clinician)),
                appointment: record.appointment)
        }
        let sessions = box.desk.groups.enumerated().filter { _, group in
            (group.stage == .confirmed || group.stage == .running) && group.due.day < today
        }
        return alone
            + sessions.map { number, group in
                OpenTask(
                    kind: OpenTask.outcome, due: BookingDesk.outcomeDue(ofContactAt: group.due), isOverdue: true,
                    course: Int64(number + 1))
            }
    }

    /// The name of a clinician; nil if there is none with this number.
    fileprivate func clinicianName(_ clinician: Int) -> String? {
        box.clinicians.indices.contains(clinician) ? box.clinicians[clinician].name : nil
    }
}
