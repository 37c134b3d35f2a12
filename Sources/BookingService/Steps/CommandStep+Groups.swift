import Allocation
import BookingStore
import CareModel

extension CommandStep {
    /// The index of a course at the desk.
    /// - Throws: ``BookingError/noSuchGroup(_:)``.
    func index(ofGroup group: Int64) throws -> Int {
        guard group > 0, group <= box.desk.groups.count else { throw BookingError.noSuchGroup(group) }
        return Int(group - 1)
    }

    /// What is to be known of a course.
    func entry(_ number: Int) throws -> GroupEntry {
        let course = box.desk.groups[number]
        var entry = GroupEntry(
            group: Int64(number + 1), team: try writer.teams()[course.team].name, stage: course.stage,
            sessions: course.days.map { CivilMinute(day: $0, minuteOfDay: course.rule.startMinute) },
            minutes: course.rule.sessionMinutes, held: course.held,
            leaders: course.facilitators.map { box.clinicians[$0].name }, seats: course.rule.largest,
            free: course.isToCome ? course.rule.largest - course.members.count : 0, smallest: course.rule.smallest,
            people: course.members.map { Int64($0) + 1 })
        let nameOf = try writer.names(ofPeople: entry.people)
        entry.names = entry.people.map { nameOf[$0] ?? "" }
        guard course.isOpen else { return entry }
        entry.next = course.stage == .planned ? "decide whether it starts" : "session \(course.held + 1)"
        entry.due = course.due
        return entry
    }
}
