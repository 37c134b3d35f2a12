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
        let (staff, rooms, teams, weeks) = try await asked.desk.run { service in
            (
                try service.staff(absencesFrom: context.now.day, in: context), try service.roomDetails(in: context),
                try service.teamNames().teams.map(\.title), try service.assessmentWeeks(in: context)
            )
        }
        let maySee = asked.who?.may(.seePeople) == true
        func team(_ index: Int) -> String { teams.indices.contains(index) ? teams[index] : "Team \(index + 1)" }
        var blocks: [Block] = [
            .table(clinicians(staff, maySee, team)), .links([Link("Caseloads and hours", "/caseloads")]),
            .table(places(rooms, maySee, team)), .table(declared(weeks, team)),
        ]
        if asked.who?.may(.changeStaff) == true {
            blocks += [
                .heading("Change it"),
                .links([
                    Link("Add a room", "/do/add-room"), Link("Declare an assessment week", "/do/assessment-week"),
                    Link("Call an assessment week off", "/do/call-off-assessment-week"),
                ]),
            ]
        }
        if asked.who?.may(.book) == true {
            blocks += [
                .heading("Place a whole list"),
                .links(
                    teams.enumerated().map { Link("Propose times for \($0.element)", "/proposal/\($0.offset)") } + [
                        Link("Book for everybody whom free time fits", "/do/allocate"),
                        Link("Fill times that were freed", "/do/backfill"),
                    ]),
            ]
        }
        let page = Page(
            title: "Staff and rooms", done: asked.query["done"] == nil ? nil : "That is kept.", blocks: blocks,
            section: .staff)
        return asked.web.pages.response(page, asked)
    }

    private static func clinicians(
        _ staff: [ClinicianAtDesk], _ maySee: Bool, _ team: (Int) -> String
    ) -> Table {
        Table(
            counted(staff.count, "clinician", "clinicians"),
            [
                .init("Clinician"), .init("Team"), .init("Role"), .init("Whole time", isNumber: true),
                .init("Cap", isNumber: true), .init("Leaves"),
            ],
            staff.map { known in
                Table.Row([
                    .init(known.details.name, href: maySee ? "/diaries/\(known.details.clinician)" : nil),
                    .init(team(Int(known.details.team))), .init(Words.capitalised(known.details.role.title)),
                    .init("\(known.details.wholeTimePercent)%"), .init("\(known.details.caseloadCap)"),
                    .init(known.details.lastDay?.shortWords ?? ""),
                ])
            }, empty: "Nobody works here.")
    }

    private static func places(_ rooms: [RoomAdded], _ maySee: Bool, _ team: (Int) -> String) -> Table {
        Table(
            counted(rooms.count, "room", "rooms"),
            [.init("Room"), .init("Team"), .init("Access"), .init("Open")],
            rooms.map { room in
                Table.Row([
                    .init(room.name, href: maySee ? "/rooms/\(room.room)" : nil), .init(team(Int(room.team))),
                    .init(room.isAccessible ? "without steps" : "steps"),
                    .init(room.hours.map { "\(clock($0.start)) to \(clock($0.end))" } ?? "always"),
                ])
            }, empty: "No rooms are kept here.")
    }

    private static func declared(_ weeks: [AssessmentWeekEntry], _ team: (Int) -> String) -> Table {
        Table(
            counted(weeks.count, "assessment week to come", "assessment weeks to come"),
            [
                .init("Team"), .init("Week from"), .init("For first appointments", isNumber: true),
                .init("Usually", isNumber: true),
            ],
            weeks.map { week in
                Table.Row([
                    .init(team(week.team - 1)), .init(week.monday.longText), .init("\(week.firstMinutes / 60) h"),
                    .init("\(week.usualFirstMinutes / 60) h"),
                ])
            }, empty: "No assessment week is to come.")
    }

    private static func clock(_ minute: Int) -> String {
        CivilMinute(day: CivilDay(number: 0), minuteOfDay: min(minute, 1439)).clockWords
    }

    // MARK: A whole list at once

    private static func proposal(_ asked: WebRequest) async throws -> Response {
        guard let team = asked.number("team").flatMap({ Int(exactly: $0) }) else { throw WebRefusal.nothingThere }
        let context = asked.context()
        let proposal = try await asked.desk.run { try $0.propose(team: team, in: context) }
        let choices = zip(proposal.places, proposal.names).map { place, name in
            (
                "\(place.person)",
                "\(name): \(place.start.longWords) with \(place.clinicianName). \(Words.sentence(place.reason))"
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
                            .init(left.due.shortWords), .init(Words.sentence(left.reason)),
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
