import Allocation
import BookingStore
import CareModel

extension DecisionWriter {
    /// Tasks that are about the way of a person through the service: they end with it.
    private static let ofTheWay = [
        "missed-appointment-letter", "message-with-discharge-date", "final-message", "welcome-message", "wait-letter",
        "tell-of-long-wait", confirmation, "review-progress", "review-exception", "hand-over",
    ]

    /// What follows a missed appointment until the person is in touch (AT-4).
    private static let ofMissing = ["missed-appointment-letter", "message-with-discharge-date", "final-message"]

    /// The episode of a person is over: nothing is held for them, no link books for them, and nobody need do any more
    /// what was about their way.
    func endWhatBelongs(to person: Int) throws {
        guard !isReplay else { return }
        let number = Int64(person + 1)
        try endTasks(of: person, DecisionWriter.ofTheWay, "the episode ended")
        for link in try writer.openLinks(ofPerson: number) {
            try append(.linkEnded(LinkEnded(link: link.link.link, outcome: .withdrawn)))
        }
    }

    /// Appends that an appointment was cancelled, with what it followed from.
    mutating func append(cancelled appointment: Int64, of person: Int, noticeMinutes: Int, why: String) throws {
        var event = AppointmentCancelled(
            appointment: appointment, by: canceller, noticeMinutes: noticeMinutes, why: why)
        if let cause, cause.person == person { event.because = cause.entry }
        let entry = try append(.appointmentCancelled(event))
        if personCancels == person, cause?.person != person { cause = (person, entry) }
    }

    /// Whether an appointment was cancelled only to be had at another time, or in another way.
    static func isMove(_ why: String) -> Bool { why == "moved" || why == atADistance || why == anotherRoom }

    /// Why an appointment was cancelled that is kept at its time in another way.
    static let atADistance = "kept by telephone or video"
    static let anotherRoom = "kept in another room"

    /// The time to make contact is over: nobody need write to the person any more because of what they missed.
    func endMissing(of person: Int, _ why: String) throws {
        guard !isReplay else { return }
        try endTasks(of: person, DecisionWriter.ofMissing, why)
    }

    /// The appointment is given up, or has an outcome: nobody need see that it is confirmed (FA-7).
    func endConfirmation(of person: Int, _ note: String = "the appointment was given up") throws {
        guard !isReplay, box.desk.rules[box.desk.team(person)].attendance.confirmationHours > 0 else { return }
        try endTasks(of: person, [DecisionWriter.confirmation], note)
    }

    /// The case has another clinician: nobody need hand it over.
    func endHandover(of person: Int) throws {
        guard !isReplay else { return }
        try endTasks(of: person, ["hand-over"], "the case was handed over")
    }

    /// Adds a task about a person (BK-12).
    func addTask(_ kind: String, due: CivilMinute, person: Int, clinician: Int? = nil) throws {
        try append(
            .taskAdded(
                TaskAdded(
                    task: box.nextTask, kind: kind, due: due, person: Int64(person + 1),
                    clinician: clinician.map { Int32($0) })))
        box.nextTask += 1
    }

    /// The person has a time, or a seat: nobody need tell them how long they will wait for a first appointment, nor for
    /// treatment that begins before a call would be due (FA-6, KT-2).
    func endWaiting(of person: Int, _ kind: AppointmentKind, until day: CivilDay) throws {
        guard !isReplay else { return }
        switch kind {
        case .firstAppointment: try endTasks(of: person, ["wait-letter"], "a time was booked")
        case .treatment:
            let days = Int32(box.desk.rules[box.desk.team(person)].keepingInTouch.everyDays)
            guard day - now.day <= days else { return }
            try endTasks(of: person, ["tell-of-long-wait"], "the wait is short")
        case .keepingInTouch: return
        }
    }

    /// Ends open tasks about a person.
    /// - Parameter kinds: those of which kinds; nil is all.
    func endTasks(of person: Int, _ kinds: [String]?, _ note: String) throws {
        for record in try writer.tasks()
        where record.task.person == Int64(person + 1) && kinds?.contains(record.task.kind) ?? true {
            try append(.taskDone(TaskDone(task: record.task.task, note: note)))
        }
    }
}
