import BookingService
import BookingStore
import CommandSamples
import Foundation
import Testing

@testable import WebInterface

/// What is said of the form of commands and replies is how they are written and read.
@Suite struct CommandShapeTests {
    /// The parts of a command as they are sent.
    private func told(_ command: BookingCommand) throws -> AnyJSON {
        try #require(try AnyJSON.told(command)[command.name])
    }

    private func shape(_ name: String) throws -> Shape {
        let endpoint = CommandEndpoints.all.first { $0.path == "/api/v1/commands/\(name)" }
        return try #require(endpoint?.body)
    }

    @Test func everyCommandHasASample() {
        let sampled = CommandSamples.all.map(\.name)
        #expect(BookingCommand.forms.map(\.name).filter { !sampled.contains($0) } == [])
    }

    @Test func aCommandThatIsWrittenIsReadAgain() throws {
        for command in CommandSamples.all {
            let kept = try shape(command.name).kept(try told(command))
            #expect(try CommandEndpoints.command(command.name, kept) == command, "\(command.name)")
        }
    }

    @Test func whatMayBeLeftOutMayBeNull() throws {
        for command in CommandSamples.all {
            guard case .object(_, let parts) = try shape(command.name), case .object(var given) = try told(command)
            else { continue }
            for part in parts where given[part.name] == nil { given[part.name] = .null }
            let kept = try shape(command.name).kept(.object(given))
            #expect(try CommandEndpoints.command(command.name, kept) == command, "\(command.name)")
        }
    }

    /// Each part spoiled in turn is refused, and the place is told.
    @Test func whatIsNotOfTheFormIsRefused() throws {
        var spoiled = 0
        for command in CommandSamples.all {
            let shape = try shape(command.name)
            guard case .object(let given) = try told(command), case .object(_, let parts) = shape else { continue }
            for part in parts {
                var changed = given
                changed[part.name] = .list([.list([])])
                let error = #expect(throws: Unreadable.self) { try shape.kept(.object(changed)) }
                #expect(error?.place.hasPrefix("/\(part.name)") == true)
                #expect(error?.allowed.isEmpty == false)
                spoiled += 1
                guard !part.mayBeLeftOut else { continue }
                changed[part.name] = nil
                let missing = #expect(throws: Unreadable.self) { try shape.kept(.object(changed)) }
                #expect(missing?.place == "/\(part.name)")
            }
            var more = given
            more["no~such/part"] = true
            let error = #expect(throws: Unreadable.self) { try shape.kept(.object(more)) }
            #expect(error?.place == "/no~0such~1part")
        }
        #expect(spoiled > 100)
    }

    @Test func everyReplyHasItsName() throws {
        for form in BookingCommand.forms {
            let (_, reply) = CommandEndpoints.shapes(form.useCase)
            func written<Command: UseCase>(_ type: Command.Type) throws -> BookingReply {
                guard case .object(_, let parts) = reply else { throw ProbeFault(type: form.name) }
                let example = try ShapeProbe.example(of: Command.Reply.self)
                let content = try JSONDecoder().decode(AnyJSON.self, from: JSONEncoder().encode([example]))
                let whole = AnyJSON.object([parts[0].name: .object(["_0": content.entries[0]])])
                return try JSONDecoder().decode(BookingReply.self, from: whole.data)
            }
            let value = try written(form.useCase)
            _ = try reply.kept(try AnyJSON.told(value))
        }
    }

    @Test func whatStandsForAPartIsOfATypeThatIsThere() throws {
        var met: Set<String> = []  // lookup only
        func walk(_ shape: Shape) {
            switch shape {
            case .object(let name, let parts), .one(let name, let parts):
                for part in parts where met.insert("\(name).\(part.name)").inserted { walk(part.shape) }
            case .list(let shape), .nullable(let shape), .unnamed(let shape): walk(shape)
            case .text, .flag, .whole, .decimal, .day, .minute, .word, .words, .named, .anything: break
            }
        }
        for endpoint in Endpoints.all {
            if let body = endpoint.body { walk(body) }
            if case .json(let shape) = endpoint.answer { walk(shape) }
        }
        let listed =
            Array(ShapePart.absent.keys) + Array(ShapePart.ranges.keys)
            + ShapePart.meanings.keys.filter { $0.contains(".") }
        #expect(listed.filter { !met.contains($0) }.sorted() == [])
    }

    @Test(arguments: ["2027-02-30", "2027-2-03", "27-02-03", "2200-01-01", "1999-12-31", ""])
    func noDay(_ text: String) { #expect(Shape.day(text) == nil) }

    @Test(arguments: [
        "2027-02-03T24:00", "2027-02-03T09:60", "2027-02-03 09:00", "2027-02-03T+9:00", "T", "2027-02-03T9:00",
    ])
    func noMinute(_ text: String) { #expect(Shape.minute(text) == nil) }
}
