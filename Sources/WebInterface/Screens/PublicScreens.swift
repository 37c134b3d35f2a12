import BookingService
import BookingStore
import CareModel
import Hummingbird

/// What anybody may see, and what somebody with a link may do. Nothing here identifies anybody.
enum PublicScreens {
    static let routes: [Route] = [
        .get("/waits", .anybody) { asked in try await waits(asked) },
        .get("/book/:secret", .anybody) { asked in try await link(asked) },
        .post("/book/:secret", .anybody) { asked in try await choose(asked) },
        .get("/accessibility", .anybody) { asked in text(asked, "Accessibility", accessibility) },
        .get("/privacy", .anybody) { asked in text(asked, "Privacy", privacy) },
    ]

    private static let accessibility = [
        "These pages follow the NHS service manual and are made for WCAG 2.2 at level AA.",
        "They work by keyboard alone, with a screen reader, at 400% and on a phone. Nothing is said by colour alone.",
        "If something does not work for you, tell the service: it can do everything here by telephone too.",
    ]

    private static let privacy = [
        "These pages keep one cookie, for as long as you are signed in. Nothing is sent to anybody else.",
        "Every look at a record is kept: who, when and from where. You may ask the service who looked at yours.",
    ]

    private static func text(_ asked: WebRequest, _ title: String, _ paragraphs: [String]) -> Response {
        asked.web.pages.response(Page(title: title, blocks: paragraphs.map { .paragraph($0) }), asked)
    }

    private static func waits(_ asked: WebRequest) async throws -> Response {
        let context = asked.context()
        let measures = try await asked.desk.run { try $0.publicMeasures(in: context) }
        func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "fewer than 5" }
        let rows = measures.map { team in
            Table.Row([
                .init(team.team), .init(number(team.waitingFirstAppointment)), .init(number(team.waitingTreatment)),
                .init(team.medianWaitDays.map { "\($0) days" } ?? "too few to say"),
                .init(team.ninetiethCentileWaitDays.map { "\($0) days" } ?? "too few to say"),
                .init(team.keepsPromise.map { $0 ? "yes" : "no" } ?? "too few to say"),
            ])
        }
        let table = Table(
            "How long people wait now",
            [
                .init("Team"), .init("Wait for a first appointment", isNumber: true),
                .init("Wait for treatment", isNumber: true), .init("Half were seen within"),
                .init("9 in 10 were seen within"), .init("Promise kept"),
            ], rows, empty: "There is no team.")
        let page = Page(
            title: "Current waits", caption: context.now.day.longText,
            blocks: [
                .table(table),
                .paragraph("Waits are of people seen in the last four weeks. Numbers of people are rounded to 5."),
            ])
        return asked.web.pages.response(page, asked)
    }

    // MARK: Booking by a link (BK-10)

    private static func link(_ asked: WebRequest, refused: String? = nil) async throws -> Response {
        let secret = asked.parameters["secret"] ?? ""
        let context = asked.desk.context(Author(user: 0, origin: "link"))
        let view = try await asked.desk.run { try $0.open(link: secret, in: context) }
        return asked.web.pages.response(page(view, secret, refused), asked)
    }

    private static func page(_ view: LinkView, _ secret: String, _ refused: String?) -> Page {
        let choices = view.choices.map { choice in
            (
                "\(choice.start.minutes)",
                "\(choice.start.longWords), \(choice.minutes) minutes\(choice.room.map { ", \($0)" } ?? "")"
            )
        }
        var blocks: [Block] = []
        if let refused { blocks.append(.notice("That time is gone", refused)) }
        if choices.isEmpty {
            blocks.append(.paragraph("No time is free at the moment. Please call the service."))
        } else {
            blocks.append(
                .form(
                    Form(
                        action: "/book/\(secret)", fields: [.radios("start", "Choose a time", choices)],
                        button: "Book this time")))
        }
        blocks.append(.paragraph("The link is good until \(view.expires.longWords)."))
        return Page(title: "Choose a time", blocks: blocks)
    }

    private static func choose(_ asked: WebRequest) async throws -> Response {
        let secret = asked.parameters["secret"] ?? ""
        guard let start = asked.form["start"].flatMap({ Int64($0) }) else {
            return try await link(asked, refused: "Choose one of the times.")
        }
        let context = asked.desk.context(Author(user: 0, origin: "link"), key: asked.form.text("once"))
        let reply = try await asked.desk.run {
            try $0.perform(ChooseByLink(secret: secret, start: CivilMinute(minutes: start)), in: context)
        }
        switch reply {
        case .booked(let start, let room):
            let page = Page(
                title: "Your appointment is booked",
                blocks: [
                    .facts(Facts([("When", start.longWords), ("Where", room)])),
                    .paragraph(
                        "If you cannot come, call the service as early as you can: somebody else can have the time."),
                ])
            return asked.web.pages.response(page, asked)
        case .nextBest(let view):
            return asked.web.pages.response(
                page(view, secret, "Somebody else has just taken it. These are the next best."), asked,
                status: .conflict)
        }
    }
}
