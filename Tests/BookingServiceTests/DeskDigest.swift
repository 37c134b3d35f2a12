import BookingStore
import CareModel
import Diaries

@testable import Allocation
@testable import BookingService

/// Everything that a desk decides by, compared with what the store has.
enum DeskDigest {
    /// How the desk in memory differs from the log: from a desk that is read anew, and from the table of keys.
    static func fault(
        in step: CommandStep, taken: [[CivilDay: DayGrid]], now: CivilMinute
    ) throws -> String? {
        let anew = try ServiceLoader(reader: step.writer, policy: ServiceFixture.policy, now: now).load()
        let days = (1...Int32(60)).map { now.day + $0 }
        let (kept, read) = (DeskFields.lines(of: step.box), DeskFields.lines(of: anew))
        let stored = try storedFault(step)
        for (one, other) in zip(kept, read) where one != other {
            let lines = zip(one.split(separator: "\n"), other.split(separator: "\n")).first { $0 != $1 }
            return "the desk in memory has\n  \(lines?.0 ?? "")\nand after a reload\n  \(lines?.1 ?? "")\nin "
                + "\(one.prefix { $0 != ":" })"
        }
        if kept.count != read.count { return "the desk in memory and after a reload are of different lengths" }
        if let fault = stored ?? laterFault(step.box) { return fault }
        for team in step.box.desk.rules.indices
        where step.box.desk.peopleEver(in: team) != step.box.desk.everyoneByTeam[team] {
            return "the states of team \(team) do not add up"
        }
        for clinician in taken.indices {
            for day in days where step.box.desk.capacity.diary.hasPage(for: day) {
                let booked = step.box.desk.capacity.diary.booked(clinician, on: day)
                if booked != taken[clinician][day] ?? DayGrid() {
                    return "the diary of clinician \(clinician) on \(day) is not what the keys say"
                }
            }
        }
        return nil
    }

    /// Sessions beyond the next one belong to a course that has a next one, and each has its number (BK-2).
    private static func laterFault(_ box: DeskBox) -> String? {
        for session in box.desk.laterSessions {
            let index = Int(session.person)
            let isOrdered = box.desk.people[index].isBooked && box.desk.people[index].slotStart < session.slot.start
            guard isOrdered || box.desk.episodes[index].state == .missedSession else {
                return "person \(index + 1) has a later session at \(session.slot.start), and no next one before it"
            }
            guard box.appointments[index, session.slot.start] != nil else {
                return "the later session of person \(index + 1) at \(session.slot.start) has no number"
            }
        }
        let next = box.desk.episodes.indices.count { box.desk.people[$0].isBooked }
        let count = box.desk.laterSessions.count + next
        return box.appointments.count == count ? nil : "\(count) appointments, other numbers of them"
    }

    /// What the store knows is what the desk knows.
    private static func storedFault(_ step: CommandStep) throws -> String? {
        let box = step.box
        for index in box.desk.episodes.indices where box.desk.episodes[index].state.isOpen {
            let known = try step.writer.person(Int64(index) + 1)
            if box.facts(index) != known?.facts || box.desk.episodes[index] != known?.episode {
                return "person \(index + 1): what is stored is not what the desk knows"
            }
        }
        let stored = try step.writer.groups().map(\.details)
        let seats = try step.writer.seatsTaken()
        for (number, group) in box.desk.groups.enumerated() {
            let mine = seats.filter { $0.taken.group == Int64(number) + 1 }
            let seated: [UInt32] = mine.map { UInt32($0.taken.person - 1) }
            let isSame = stored[number] == GroupDetails(group, number: number)
            if !isSame || seated.sorted() != group.members.sorted() {
                return "course \(number + 1): not as it is stored"
            }
        }
        return nil
    }
}
