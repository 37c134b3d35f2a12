import Allocation
import BookingStore
import CareModel

/// Writes what somebody is to do, and that nobody need do it any more (BK-12).
struct TaskWriter {
    let log: StepLog

    /// Tasks that are about the way of a person through the service: they end with it.
    private static let ofTheWay: [TaskKind] =
        ofMissing + [
            .welcomeMessage, .waitLetter, .tellOfLongWait, .confirmedOrCancel, .reviewProgress, .reviewException,
            .handOver, .agreeDischarge, .warnOfDischarge, .callAboutChange, .practiceProgressLetter,
        ]

    /// What follows a missed appointment until the person is in touch (AT-4).
    private static let ofMissing: [TaskKind] = [
        .missedAppointmentLetter, .reviewRisk, .messageWithDischargeDate, .finalMessage, .discussDischarge,
    ]

    /// Adds a task about a person.
    /// - Parameter about: what it is about, in words; empty if there is no more to say.
    func add(_ kind: TaskKind, due: CivilMinute, person: Int, clinician: Int? = nil, about: String = "") throws {
        try add(
            TaskAdded(
                task: log.box.nextTask, kind: kind, due: due, person: Int64(person + 1),
                clinician: clinician.map { Int32($0) }, about: about.isEmpty ? nil : about))
    }

    /// Somebody must decide in time whether a course starts (TX-4).
    func addDecision(on group: GroupCourse, due: CivilMinute) throws {
        try add(
            TaskAdded(
                task: log.box.nextTask, kind: .decideGroup, due: due,
                team: UInt8(truncatingIfNeeded: group.team)))
    }

    private func add(_ task: TaskAdded) throws {
        try log.append(.taskAdded(task))
        log.box.nextTask += 1
    }

    /// A supervisor agrees that somebody who has not recovered is discharged, whether or not one was asked (ST-8).
    func agreeDischarge(of person: Int, _ note: String) throws {
        let kind = TaskKind.agreeDischarge
        let isAsked = try log.writer.tasks(of: Int64(person + 1)).contains { $0.task.kind == kind }
        if !isAsked { try add(kind, due: log.now, person: person) }
        try end(of: person, [kind], note)
    }

    /// Whether a course starts was decided, or it was given up: nobody need decide it any more.
    func endDecision(on group: GroupCourse, due: CivilMinute) throws {
        guard !log.isReplay else { return }
        let team = UInt8(truncatingIfNeeded: group.team)
        let mine = try log.writer.tasks().first {
            $0.task.kind == .decideGroup && $0.task.due == due && $0.task.team == team
        }
        guard let mine else { return }
        try log.append(.taskDone(TaskDone(task: mine.task.task, note: "it was decided")))
    }

    /// The episode of a person is over: nothing is held for them, no link books for them, and nobody need do any more
    /// what was about their way.
    func endWhatBelongs(to person: Int) throws {
        guard !log.isReplay else { return }
        try end(of: person, TaskWriter.ofTheWay, "the episode ended")
        for link in try log.writer.openLinks(ofPerson: Int64(person + 1)) {
            try log.append(.linkEnded(LinkEnded(link: link.link.link, outcome: .withdrawn)))
        }
    }

    /// The time to make contact is over: nobody need write to the person any more because of what they missed.
    func endMissing(of person: Int, _ why: String) throws {
        guard !log.isReplay else { return }
        try end(of: person, TaskWriter.ofMissing, why)
    }

    /// The appointment is given up, or has an outcome: nobody need see that it is confirmed (FA-7).
    func endConfirmation(of person: Int, _ note: String) throws {
        let box = log.box
        guard !log.isReplay, box.desk.rules[box.desk.team(person)].attendance.confirmationHours > 0 else { return }
        try end(of: person, [.confirmedOrCancel], note)
    }

    /// The person has a time, or a seat: nobody need tell them how long they will wait for a first appointment, nor for
    /// treatment that begins before a call would be due (FA-6, KT-2).
    func endWaiting(of person: Int, _ kind: AppointmentKind, until day: CivilDay) throws {
        guard !log.isReplay else { return }
        switch kind {
        case .firstAppointment: try end(of: person, [.waitLetter], "a time was booked")
        case .treatment:
            let days = Int32(log.box.desk.rules[log.box.desk.team(person)].keepingInTouch.everyDays)
            guard day - log.now.day <= days else { return }
            try end(of: person, [.tellOfLongWait], "the wait is short")
        case .keepingInTouch: return
        }
    }

    /// Ends open tasks about a person.
    /// - Parameter kinds: those of which kinds; nil is all.
    func end(of person: Int, _ kinds: [TaskKind]?, _ note: String) throws {
        for record in try log.writer.tasks(of: Int64(person + 1)) where kinds?.contains(record.task.kind) ?? true {
            try log.append(.taskDone(TaskDone(task: record.task.task, note: note)))
        }
    }
}
