import Allocation

/// The service gives a course up (TX-4): nobody loses their place in the list.
public struct CancelGroup: UseCase {
    /// The course's number.
    public var group: Int64

    /// The command.
    public init(group: Int64) {
        self.group = group
    }
}

extension CancelGroup {
    package static let name = "cancel-group"
    package static let right: Permission? = .changeStaff
    package var subject: CommandSubject { .nobody }
    package var words: String { "cancel group" }

    package func perform(in step: CommandStep) throws -> GroupEntry {
        let number = try step.index(ofGroup: group)
        guard step.box.desk.isPossible(.groupGivenUp(UInt32(number))) else {
            throw BookingError.invalid("course \(group) is over, or was cancelled before")
        }
        var decisions = step.decisions()
        try decisions.hear(.groupGivenUp(UInt32(number)))
        return try step.entry(number)
    }
}
