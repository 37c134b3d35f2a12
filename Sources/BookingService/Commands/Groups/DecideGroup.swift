import Allocation
import BookingStore
import CareModel

/// Decides whether a course has enough people to start (TX-4): else it is put off, and then cancelled.
public struct DecideGroup: UseCase {
    /// The course's number.
    public var group: Int64

    /// The command.
    public init(group: Int64) {
        self.group = group
    }
}

extension DecideGroup {
    package static let name = "decide-group"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .nobody }
    package var words: String { "decide group" }

    package func perform(in step: CommandStep) throws -> GroupEntry {
        let number = try step.index(ofGroup: group)
        let course = step.box.desk.groups[number]
        guard course.stage == .planned else {
            throw BookingError.invalid("course \(group) is \(course.stage.name)")
        }
        guard course.due <= step.context.now else {
            throw BookingError.invalid("whether course \(group) starts is decided from \(course.due) on")
        }
        var decisions = step.decisions()
        try decisions.hear(.groupDue(UInt32(number)))
        return try step.entry(number)
    }
}
