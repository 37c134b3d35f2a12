import BookingService
import Foundation
import HTTPTypes

/// Each command of the service: what it takes, as it is kept, and what it answers.
enum CommandEndpoints {
    static let all: [Endpoint] = BookingCommand.forms.map { form in
        let (parts, reply) = shapes(form.useCase)
        var endpoint = Endpoint(
            method: .post, path: "/api/v1/commands/\(form.name)", right: form.right,
            summary: "The command \(form.name).", group: "Commands", body: parts, answer: .json(reply),
            mostBytes: form.name == "refer-many" ? 1024 * 1024 : 64 * 1024
        ) { call in
            let command = try command(form.name, call.body)
            let context = try call.context()
            return try MachineAnswer.of(try await call.desk.run { try $0.perform(command, in: context) })
        }
        endpoint.takesKey = true
        return endpoint
    }

    /// The command of a name with its parts, in the form that is kept.
    static func command(_ name: String, _ parts: AnyJSON) throws -> BookingCommand {
        do {
            return try JSONDecoder().decode(BookingCommand.self, from: AnyJSON.object([name: parts]).data)
        } catch let error as DecodingError {
            throw unreadable(error)
        }
    }

    /// What stands against a command whose parts have the right shape, and still mean nothing together.
    private static func unreadable(_ error: DecodingError) -> Unreadable {
        let context = context(of: error)
        let place = context.codingPath.dropFirst().map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }
        return Unreadable(
            place: place.joined(), why: context.debugDescription, allowed: "parts that go together")
    }

    private static func context(of error: DecodingError) -> DecodingError.Context {
        if case .typeMismatch(_, let context) = error { return context }
        if case .valueNotFound(_, let context) = error { return context }
        if case .keyNotFound(_, let context) = error { return context }
        if case .dataCorrupted(let context) = error { return context }
        return DecodingError.Context(codingPath: [], debugDescription: "it cannot be read")
    }

    /// What a command takes, and what it answers.
    static func shapes(_ useCase: any UseCase.Type) -> (parts: Shape, reply: Shape) {
        func reply<Command: UseCase>(_ type: Command.Type) -> Shape {
            let shape = ShapeProbe.shape(of: Command.Reply.self)
            let name = names["\(Command.Reply.self)"] ?? "\(Command.Reply.self)"
            return .object("Reply" + name.prefix(1).uppercased() + name.dropFirst(), [ShapePart(name, shape)])
        }
        return (ShapeProbe.shape(of: useCase), reply(useCase))
    }

    /// The names of replies, which are the cases of `BookingReply`, by what they hold.
    static let names: [String: String] = [
        "Bool": "done", "Int64": "number", "String": "name", "PersonStanding": "person",
        "Array<PersonStanding>": "people", "ReceivedReferral": "received", "Array<ReceivedReferral>": "receivedAll",
        "ChangedPerson": "changedPerson", "HeldSlot": "held", "BookedSlot": "booked",
        "Array<BookedSlot>": "bookedAll", "Array<AcceptedPlace>": "accepted", "CourseReply": "course",
        "CorrectionReply": "corrected", "UrgentSlot": "urgent", "GroupEntry": "group",
        "Array<AffectedBooking>": "affected", "HoursChanged": "hours", "ChangedClinician": "clinician",
        "Array<AssessmentWeekEntry>": "weeks", "RoomChanged": "room", "IssuedLink": "link", "LinkReply": "chosen",
    ]
}
