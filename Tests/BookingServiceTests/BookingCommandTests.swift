import BookingStore
import CareModel
import CommandSamples
import Foundation
import Testing

@testable import BookingService

/// Commands are values: each is coded and read again, has a right, words and a key that knows all its parts.
@Suite struct BookingCommandTests {
    static let samples = CommandSamples.all
    private let author = Author(user: 3, origin: "test")

    private func coded(_ command: BookingCommand) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(command)
    }

    @Test func everyKindIsAmongTheSamples() {
        let names = Set(Self.samples.map(\.name))
        #expect(names == Set(BookingCommand.forms.map(\.name)))
        #expect(BookingCommand.forms.count == names.count)
    }

    @Test(arguments: samples.indices) func comesBackAsItWas(_ place: Int) throws {
        let command = Self.samples[place]
        let data = try coded(command)
        #expect(try JSONDecoder().decode(BookingCommand.self, from: data) == command)
        #expect(try CommandKey.form(of: command.useCase) == data, "the key is made of the command's own coding")
        #expect(String(decoding: data, as: UTF8.self).hasPrefix("{\"\(command.name)\":"))
        #expect(command.name.allSatisfy { $0.isLowercase || $0 == "-" } && !command.words.isEmpty)
    }

    /// The names are stored and sent: they stay.
    @Test func namesAreFrozen() {
        #expect(
            BookingCommand.forms.map(\.name).sorted() == [
                "absent", "accept", "add-room", "add-user", "agree-step-up", "allocate", "answer-ticket",
                "ask-supervision", "attempt-contact", "attend", "attend-group", "back", "backfill", "book",
                "book-call", "call-off-assessment-week", "cancel", "cancel-group", "cancel-unconfirmed",
                "change-clinician", "change-hours", "change-person", "change-venue", "choose-by-link", "choose-calls",
                "close-room", "confirm", "confirmed", "contact-received", "correct", "correct-seat", "course",
                "decide-group", "declare-assessment-week", "decline-step-up", "discharge", "done", "end-hold", "hold",
                "join-group", "keep-at-a-distance", "leave-group", "link", "make-contact", "move-case", "no-contact",
                "open-group", "open-room", "put-on-hold", "refer", "refer-many", "release", "remove-user", "reopen",
                "reschedule", "risk", "screen", "sent",
            ])
    }

    /// Any other value of any part, however deep, is another command: each leaf of the coding is changed by itself.
    @Test(arguments: samples.indices) func theKeyKnowsEveryPart(_ place: Int) throws {
        let command = Self.samples[place]
        let tree = try JSONSerialization.jsonObject(with: coded(command), options: [.fragmentsAllowed])
        let known = try CommandKey.fingerprint(of: command.useCase, by: author)
        var read = 0
        for other in Leaves.changed(tree) {
            let data = try JSONSerialization.data(withJSONObject: other, options: [.sortedKeys])
            guard let changed = try? JSONDecoder().decode(BookingCommand.self, from: data) else { continue }
            read += 1
            #expect(changed != command)
            #expect(try CommandKey.fingerprint(of: changed.useCase, by: author) != known, "\(changed)")
        }
        #expect(read > 0 || command == .cancelUnconfirmed(CancelUnconfirmed()), "no part of \(command) can be changed")
        #expect(try CommandKey.fingerprint(of: command.useCase, by: .software) != known)
    }

    @Test func noNameCanBeReadInAKey() throws {
        for command in Self.samples {
            let key = try CommandKey.fingerprint(of: command.useCase, by: author)
            #expect(!key.contains("Invented") && !key.contains("960123") && !key.contains("secret"))
            #expect(key.split(separator: " ").count == 4)
        }
    }

    @Test func whatIsNoCommandIsRefused() {
        for text in [
            "{}", "{\"discharge\":{\"person\":1}}", "{\"dance\":{}}", "[]",
            "{\"make-contact\":{\"person\":1},\"release\":{\"hold\":1}}",
        ] {
            #expect(throws: DecodingError.self) {
                _ = try JSONDecoder().decode(BookingCommand.self, from: Data(text.utf8))
            }
        }
    }
}

/// A JSON tree with one leaf changed.
private enum Leaves {
    static func changed(_ tree: Any) -> [Any] {
        switch tree {
        case let fields as [String: Any]:
            fields.keys.sorted().flatMap { key -> [Any] in
                changed(fields[key] ?? 0).map { other in
                    var copy = fields
                    copy[key] = other
                    return copy
                }
            }
        case let list as [Any]:
            list.indices.flatMap { place -> [Any] in
                changed(list[place]).map { other in
                    var copy = list
                    copy[place] = other
                    return copy
                }
            } + (list.isEmpty ? [] : [Array(list.dropLast())])
        case let text as String: [text + "x", "telephone", "stops"].filter { $0 != text }
        case let number as NSNumber:
            String(cString: number.objCType) == "c" ? [!number.boolValue] : [number.intValue + 1, number.intValue - 1]
        default: []
        }
    }
}
