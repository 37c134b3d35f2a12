/// Gives a hold up.
public struct Release: UseCase {
    /// The hold's number.
    public var hold: Int64

    /// The command.
    public init(hold: Int64) {
        self.hold = hold
    }
}

extension Release {
    package static let name = "release"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .hold(hold) }
    package var words: String { "release" }

    package func perform(in step: CommandStep) throws -> Bool {
        try step.holds.release(step.holds.open(hold))
        return true
    }
}
