import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel

extension ServiceRunner {
    /// What the office does comes to as things are; nil if there is nothing that it could be about.
    func officeAction(_ command: OfficeCommand, _ place: Int, _ other: Int, _ service: BookingService) throws -> Action?
    {
        switch command {
        case .correct:
            let query = "SELECT appointment, kind FROM appointments WHERE attendance IS NOT NULL AND person IS NOT NULL"
            guard let row = try oneOf(query, place), let number = row[0], let kind = row[1] else { return nil }
            let right = other % 3 == 0 ? nil : contact(other, of: kind)
            return { "\(try service.correct(appointment: number, right, why: "a slip", in: context))" }
        case .reopen:
            return try about("SELECT person FROM episodes WHERE state = 10", place) { person in
                "\(try service.reopen(person: person, why: "a slip", in: context))"
            }
        case .change:
            return try about("SELECT person FROM people", place) { person in
                var change = PersonChange()
                change.consents = other % 3 == 0 ? [] : [.email, .practitionerLetter]
                change.email = "person@example.invalid"
                if other % 2 == 0 { change.acceptsShortNotice = other % 4 == 0 }
                return "\(try service.change(person: person, change, in: context))"
            }
        case .moveCase:
            return try about("SELECT person FROM episodes WHERE state IN (7, 8)", place) { person in
                "\(try service.moveCase(person: person, in: context))"
            }
        case .atADistance:
            return try about(Self.standing, place) { appointment in
                "\(try service.keepAtADistance(appointment: appointment, in: context))"
            }
        case .confirmed:
            return try about(Self.standing, place) { appointment in
                "\(try service.confirmed(appointment: appointment, in: context))"
            }
        case .unconfirmed: return { "\(try service.cancelUnconfirmed(in: context))" }
        case .done:
            return try about("SELECT task FROM tasks WHERE done_at IS NULL", place) { task in
                try service.done(task: task, in: context)
                return "done"
            }
        case .sent:
            return try about("SELECT message FROM outbox WHERE is_withdrawn = 0 AND sent_at IS NULL", place) {
                try service.sent(messages: [$0], in: context)
                return "sent"
            }
        case .link, .chooseLink, .accept: return try bookingAction(command, place, other, service)
        case .back, .lastDay, .cap, .room: return staffAction(command, place, other, service)
        }
    }

    private static let standing =
        "SELECT appointment FROM appointments WHERE status = 0 AND attendance IS NULL AND person IS NOT NULL"

    private func bookingAction(
        _ command: OfficeCommand, _ place: Int, _ other: Int, _ service: BookingService
    ) throws -> Action? {
        if command == .accept {
            let places = try service.propose(team: place % 2, in: context).places
            return { "\(try service.accept(Array(places.prefix(1 + other % 3)), in: context))" }
        }
        // The secret is made of the number of the link, so that it is known here.
        let links = try file.numbers("SELECT count(*) FROM links")[0][0] ?? 0
        guard command == .link else {
            guard links > 0 else { return nil }
            let secret = "the secret of link \(links - Int64(other % 2))"
            let choices = try service.open(link: secret, in: context).choices
            guard !choices.isEmpty else { return nil }
            let start = choices[place % choices.count].start
            return { "\(try service.choose(link: secret, start: start, in: context))" }
        }
        return try about("SELECT person FROM episodes WHERE state IN (2, 5)", place) { person in
            let secret = "the secret of link \(links + 1)"
            var link = try service.issueLink(person: person, secret: secret, days: 1 + other % 28, in: context)
            // It is kept nowhere, and so not said again.
            link.secret = nil
            return "\(link)"
        }
    }

    private func staffAction(
        _ command: OfficeCommand, _ place: Int, _ other: Int, _ service: BookingService
    ) -> Action {
        let clinician = Int32(place % (ServiceFixture.clinicians + 1))
        let day = now.day + Int32(other % 20)
        if command == .back {
            return { "\(try service.back(clinician: clinician, first: day, last: day + 9, in: context))" }
        }
        if command == .room {
            let room = RoomAdded(room: 0, team: UInt8(place % 2), name: "Room \(given)", venue: UInt8(other % 3))
            return { "\(try service.addRoom(room, in: context))" }
        }
        var change = ClinicianChange()
        if command == .cap { change.caseloadCap = 1 + other % 4 }
        if command == .lastDay, other % 3 > 0 {
            change.stays = true
        } else if command == .lastDay {
            change.lastDay = day
        }
        let wanted = change
        return { "\(try service.change(clinician: clinician, wanted, in: context))" }
    }

    /// A command about one of the numbers that a query finds; nil if it finds none.
    private func about(_ sql: String, _ place: Int, _ body: @escaping (Int64) throws -> String) throws -> Action? {
        guard let number = try oneOf(sql + " ORDER BY 1", place)?[0] else { return nil }
        return { try body(number) }
    }

    private func oneOf(_ sql: String, _ place: Int) throws -> [Int64?]? {
        let rows = try file.numbers(sql)
        return rows.isEmpty ? nil : rows[place % rows.count]
    }
}
