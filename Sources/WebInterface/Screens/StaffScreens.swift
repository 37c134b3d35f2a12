import BookingService
import BookingStore
import CareModel
import Hummingbird

/// Who works here and where; and the placement of a whole list at once.
enum StaffScreens {
    static let routes: [Route] = [
        .get("/staff", .may(.seeTotals)) { asked in try await staff(asked) },
        .get("/proposal/:team", .may(.book)) { asked in try await proposal(asked) },
        .post("/proposal/:team", .may(.book)) { asked in try await accept(asked) },
    ]

    private static func staff(_ asked: WebRequest) async throws -> Response {
        let context = asked.context()
        let (staff, rooms, teams) = try await asked.desk.run { service in
            (
                try service.staff(absencesFrom: context.now.day, in: context), try service.rooms(in: context),
                try service.teamNames().teams.map(\.title)
            )
        }
        let mayChange = asked.who?.may(.changeStaff) == true
        let people = staff.map { known in
            Table.Row([
                .init(
                    known.details.name,
                    href: asked.who?.may(.seePeople) == true ? "/diaries/\(known.details.clinician)" : nil),
                .init(teams[Int(known.details.team)]), .init(Words.plain(known.details.role.name)),
                .init("\(known.details.wholeTimePercent)%"), .init("\(known.details.caseloadCap)"),
                .init(known.details.lastDay.map { "leaves \($0.shortWords)" } ?? ""),
            ])
        }
        let places = rooms.enumerated().map { place, room in
            Table.Row([
                .init("Room \(place + 1)", href: mayChange ? "/rooms/\(place + 1)/do/close" : nil),
                .init(teams.indices.contains(Int(room.team)) ? teams[Int(room.team)] : ""),
                .init(room.isAccessible ? "without steps" : "steps"),
            ])
        }
        var blocks: [Block] = [
            .table(
                Table(
                    counted(people.count, "clinician", "clinicians"),
                    [
                        .init("Clinician"), .init("Team"), .init("Role"), .init("Whole time", isNumber: true),
                        .init("Cap", isNumber: true), .init("Leaves"),
                    ], people, empty: "Nobody works here.")),
            .table(
                Table(
                    counted(places.count, "room", "rooms"), [.init("Room"), .init("Team"), .init("Access")], places,
                    empty: "No rooms are kept here.")),
        ]
        if asked.who?.may(.book) == true {
            blocks += [
                .heading("Place a whole list"),
                .links(teams.enumerated().map { Link("Propose times for \($0.element)", "/proposal/\($0.offset)") }),
            ]
        }
        return asked.web.pages.response(
            Page(title: "Staff and rooms", blocks: blocks, section: .staff), asked)
    }

    // MARK: A whole list at once

    private static func proposal(_ asked: WebRequest) async throws -> Response {
        guard let team = asked.number("team").flatMap({ Int(exactly: $0) }) else { throw WebRefusal.nothingThere }
        let context = asked.context()
        let proposal = try await asked.desk.run { try $0.propose(team: team, in: context) }
        let choices = zip(proposal.places, proposal.names).map { place, name in
            (
                "\(place.person)",
                "\(name): \(place.start.longWords) with \(place.clinicianName). \(Words.capitalised(place.reason))"
            )
        }
        var blocks: [Block] = []
        if choices.isEmpty {
            blocks.append(.paragraph("Nobody on the list can be placed."))
        } else {
            let ticked = Field.boxes("person", "Book for", choices).choosing(choices.map(\.0))
            blocks.append(
                .form(Form(action: "/proposal/\(team)", fields: [ticked], button: "Book those that are ticked")))
        }
        blocks.append(
            .table(
                Table(
                    counted(proposal.left.count, "person is left", "people are left"),
                    [.init("Person"), .init("Due"), .init("Why")],
                    proposal.left.map { left in
                        Table.Row([
                            .init(left.name ?? "Person \(left.person)", href: "/people/\(left.person)"),
                            .init(left.due.shortWords), .init(left.reason),
                        ])
                    }, empty: "Nobody is left over.")))
        return asked.web.pages.response(
            Page(title: "The whole list, placed as well as can be", blocks: blocks, section: .lists), asked)
    }

    private static func accept(_ asked: WebRequest) async throws -> Response {
        guard let team = asked.number("team").flatMap({ Int(exactly: $0) }) else { throw WebRefusal.nothingThere }
        let ticked = Set(asked.form.all("person").compactMap { Int64($0) })
        let context = asked.formContext
        let reply = try await asked.desk.run { service in
            let places = try service.propose(team: team, in: context).places.filter { ticked.contains($0.person) }
            return try service.perform(.acceptPlaces(AcceptPlaces(places: places)), in: context)
        }
        let page = Page(
            title: "What was booked", done: "That is kept.",
            blocks: ReplyBlocks.of(reply, asked) + [.links([Link("Waiting lists", "/waiting")])], section: .lists)
        return asked.web.pages.response(page, asked)
    }
}
