import Allocation

/// A person takes a seat in a course (TX-4, PO-4): the place in the list is left, and the wait goes on until the course
/// starts.
public struct JoinGroup: UseCase {
    /// The person's number.
    public var person: Int64
    /// The course; nil is the next one in which the person can have a seat.
    public var group: Int64?

    /// The command.
    public init(person: Int64, group: Int64? = nil) {
        self.person = person
        self.group = group
    }
}

extension JoinGroup {
    package static let name = "join-group"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "join group" }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        let index = try step.index(of: person)
        let number = try group.map { try step.index(ofGroup: $0) } ?? step.box.desk.seatOffer(index)
        guard let number else {
            let refusals = step.box.desk.groups.indices.compactMap {
                step.box.desk.seatRefusal(index, group: $0)
            }
            guard let refusal = refusals.last else {
                throw BookingError.invalid("there is no course yet: 'group open' opens one")
            }
            throw BookingError.seatRefused(refusal)
        }
        if let refusal = step.box.desk.seatRefusal(index, group: number) {
            throw BookingError.seatRefused(refusal)
        }
        var decisions = step.decisions()
        try decisions.hear(.seatChosen(UInt32(index), group: UInt32(number)))
        return try step.state(of: person)
    }
}
