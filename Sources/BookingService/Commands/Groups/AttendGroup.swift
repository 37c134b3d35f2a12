import Allocation
import BookingStore
import CareModel

/// Records a session of a course, and what became of everybody who has a seat (TX-4, AT-1). With the first one
/// everybody is taken on by a case manager. Where nobody was there to lead it, there are no outcomes: what is left of
/// the course is put off by a week.
public struct AttendGroup: UseCase {
    /// The course's number.
    public var group: Int64
    /// What became of each; empty if it was not held.
    public var outcomes: [SeatOutcome]
    /// Who led it in place of those who were to; nil if they led it.
    public var leader: Int32?

    /// The command.
    public init(group: Int64, outcomes: [SeatOutcome], leader: Int32? = nil) {
        self.group = group
        self.outcomes = outcomes
        self.leader = leader
    }
}

extension AttendGroup {
    package static let name = "attend-group"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .nobody }
    package var words: String { "attend group" }

    package func perform(in step: CommandStep) throws -> GroupEntry {
        let number = try step.index(ofGroup: group)
        let course = step.box.desk.groups[number]
        guard course.stage == .confirmed || course.stage == .running else {
            let stage = course.stage.name
            throw BookingError.invalid(
                "course \(group) is \(stage): "
                    + (course.stage == .planned ? "decide first whether it starts" : "it has no session to come"))
        }
        guard course.due <= step.context.now else { throw BookingError.notNow(course.due) }
        defer { step.box.desk.tookPlace = nil }
        step.box.desk.tookPlace = course.due
        var decisions = step.decisions()
        // Without anybody, the session was not held: what is left of the course is put off (AT-10).
        guard !outcomes.isEmpty || course.members.isEmpty else {
            try decisions.hear(.groupNotHeld(UInt32(number)))
            return try step.entry(number)
        }
        try decisions.hear(try step.seats.meeting(of: number, ledBy: leader))
        guard step.box.desk.groups[number].held > course.held else {
            guard outcomes.isEmpty else {
                throw BookingError.invalid(
                    "those who lead course \(group) are away on \(course.due): say who led it (--leader), or that "
                        + "it was not held (without anybody)")
            }
            return try step.entry(number)
        }
        try step.seats.record(outcomes, number, &decisions)
        return try step.entry(number)
    }
}
