import Allocation
import BookingStore
import CareModel
import Diaries

/// Writes courses in a group: who has a seat, when they meet, whose time they take (TX-4).
struct GroupWriter {
    let log: StepLog

    private var diary: DiaryWriter { DiaryWriter(log: log, why: "") }

    /// A course is planned, or brought in; its seats are taken by entries of their own.
    func open(_ number: Int) throws {
        try log.append(.groupOpened(GroupDetails(log.box.desk.groups[number], number: number)))
    }

    /// The days, the leaders or the stage of a course are others now.
    func change(_ number: Int) throws {
        try log.append(.groupChanged(GroupDetails(log.box.desk.groups[number], number: number)))
    }

    /// The time of a session is somebody's.
    func takeTime(_ number: Int, of clinician: Int, on day: CivilDay) throws {
        try diary.writeTime(of: clinician, on: day, within: DayGrid(sessionTime(number)))
    }

    /// The time of a session is free again.
    func freeTime(_ number: Int, of clinician: Int, on day: CivilDay) throws {
        try diary.cancelTime(of: clinician, on: day, within: sessionTime(number), why: "a course in a group changed")
    }

    private func sessionTime(_ number: Int) -> Range<Int> {
        log.box.desk.sessionTime(of: log.box.desk.groups[number].rule)
    }

    /// A person takes the first seat that nobody has.
    func takeSeat(_ person: Int, in number: Int) throws {
        let group = Int64(number + 1)
        let taken = try log.writer.seatsTaken().filter { $0.taken.group == group }.map(\.taken.seat)
        let seat = (0...taken.count).first { !taken.contains($0) } ?? taken.count
        try log.append(.seatTaken(GroupSeatTaken(group: group, seat: seat, person: Int64(person) + 1)))
    }

    /// A person has no seat any more.
    func leaveSeat(_ person: Int, in number: Int) throws {
        try log.append(.seatLeft(GroupSeatLeft(group: Int64(number + 1), person: Int64(person) + 1)))
    }

    /// What became of somebody at a session (AT-1).
    /// - Returns: the number of the entry.
    func record(
        _ person: Int, in number: Int, session: Int, _ attendance: Attendance, _ scores: Scores?
    ) throws -> Int64 {
        var contact = GroupContact(
            group: Int64(number + 1), session: session, person: Int64(person + 1), attendance: attendance)
        contact.scores = scores
        return try log.append(.groupContact(contact))
    }

    /// A case manager took on somebody who is in a course (CL-1).
    func takeOn(_ person: Int, in number: Int, by manager: Int32) throws {
        try log.append(
            .groupCaseTaken(
                GroupCaseTaken(group: Int64(number + 1), person: Int64(person + 1), clinician: manager)))
    }
}
