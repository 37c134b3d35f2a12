import Allocation
import BookingStore
public import CareModel

extension BookingService {
    /// What is to be done, whatever is due first before the rest (BK-12). What is seen in where people are is among it,
    /// so that nobody is forgotten (KP-10): outcomes that nobody recorded on the day, referrals to be screened, people
    /// to be reached, holds and step-ups to be decided, sessions to be booked. Whoever only waits for a first
    /// appointment or for treatment is on the waiting list.
    /// - Parameter day: only what is due by this day; nil is everything.
    public func tasks(dueBy day: CivilDay? = nil, in context: Context) throws(BookingError) -> [OpenTask] {
        try look(context, .tasks, keeping: .tasks(day)) { try WhatIsDue(step: $0).tasks(dueBy: day) }
    }

    /// Questions to supervision that nobody has answered, whatever is due first before the rest (ST-9).
    public func tickets(in context: Context) throws(BookingError) -> [OpenTask] {
        try tasks(in: context).filter { $0.kind.isTicket }
    }
}

/// What is to be done, as it is read.
private struct WhatIsDue: StepPart {
    let step: CommandStep

    /// What somebody added and what is seen in where people are, due by a day, whatever is due first before the rest.
    func tasks(dueBy day: CivilDay?) throws -> [OpenTask] {
        let open = try writer.tasks()
        let added = open.filter { record in day.map { record.task.due.day <= $0 } ?? true }.map { record in
            let clinician = record.task.clinician.map { Int($0) } ?? -1
            return OpenTask(
                task: record.task.task, kind: record.task.kind, due: record.task.due, person: record.task.person,
                isOverdue: record.task.due < context.now,
                clinicianName: clinicianName(clinician), about: record.task.about,
                command: record.task.command)
        }
        let seen = try outcomesMissing() + nextActions(besides: open)
        let tasks = (seen.filter { task in day.map { task.due.day <= $0 } ?? true } + added).enumerated()
            .sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(\.element)
        return try writer.named(tasks)
    }

    /// Contacts of earlier days of which nobody recorded what became, by start.
    private func outcomesMissing() throws -> [OpenTask] {
        let today = context.now.day
        let alone = try writer.standingAppointments(before: today.start).map { record in
            OpenTask(
                kind: .recordOutcome, due: BookingDesk.outcomeDue(ofContactAt: record.placement.start),
                person: record.placement.person, isOverdue: true,
                clinicianName: clinicianName(Int(record.placement.clinician)),
                appointment: record.appointment, command: "attend --appointment \(record.appointment)")
        }
        let sessions = box.desk.groups.enumerated().filter { _, group in
            (group.stage == .confirmed || group.stage == .running) && group.due.day < today
        }
        return alone
            + sessions.map { number, group in
                OpenTask(
                    kind: .recordOutcome, due: BookingDesk.outcomeDue(ofContactAt: group.due), isOverdue: true,
                    course: Int64(number + 1), command: "group attend --course \(number + 1)")
            }
    }

    /// What is to be done next about people, as where they are says it, by their numbers; those whom the waiting list
    /// alone shows are left out, and what is among the tasks already.
    private func nextActions(besides open: [TaskRecord]) -> [OpenTask] {
        var known: Set<String> = []  // lookup only
        for task in open { known.insert("\(task.task.kind) \(task.task.person ?? 0)") }
        return box.desk.episodes.indices.compactMap { index in
            guard let action = box.desk.nextAction(of: index), !action.kind.isOfWaitingList else { return nil }
            let person = Int64(index + 1)
            guard !known.contains("\(action.kind.rawValue) \(person)") else { return nil }
            return OpenTask(
                kind: action.kind, due: action.due, person: person, isOverdue: action.due < context.now,
                clinicianName: clinicianName(Int(box.desk.episodes[index].clinician)),
                command: action.kind.command(person: person))
        }
    }

    /// The name of a clinician; nil if there is none with this number.
    private func clinicianName(_ clinician: Int) -> String? {
        box.clinicians.indices.contains(clinician) ? box.clinicians[clinician].name : nil
    }
}

extension TaskKind {
    /// Whether it is to be done about everybody who waits, in the order of the waiting list.
    fileprivate var isOfWaitingList: Bool { self == .bookFirstAppointment || self == .startTreatment }
}
