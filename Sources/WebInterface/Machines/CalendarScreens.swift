import BookingService
import BookingStore
import CareModel
import HTTPTypes
import Hummingbird
import Interchange

/// Calendars by a secret address: whoever has it sees when a clinician is booked, and with nobody's name. A clinician
/// has one of their own; an administrator has one made, or withdrawn, for anybody.
enum CalendarScreens {
    static let routes: [Route] = [
        Route(method: .get, path: "/calendars/:secret", right: .anyMachine) { asked in try await feed(asked) },
        .get("/calendars", .signedIn) { asked in try await page(asked) },
        .post("/calendars", .signedIn) { asked in try await make(asked) },
        .post("/calendars/withdraw", .signedIn) { asked in try await withdraw(asked) },
    ]

    /// Days before today, and after, that are in a calendar.
    private static let days: (before: Int32, after: Int32) = (28, 84)

    // MARK: The feed

    private static func feed(_ asked: WebRequest) async throws -> Response {
        guard let name = asked.parameters["secret"], name.hasSuffix(".ics") else { throw WebRefusal.nothingThere }
        let (digest, seconds) = (Secrets.digest(String(name.dropLast(4))), asked.desk.clock.seconds)
        let now = asked.desk.clock.minute
        let text = try await asked.desk.run { service in
            try service.accounts { reader -> String? in
                guard let key = try reader.entryKey(digest, .calendar, at: seconds),
                    try reader.activeUser(key.user) != nil,
                    let clinician = Int32(exactly: key.scopes)
                else { return nil }
                return try Interchange.calendar(
                    clinician: clinician, reader, days: now.day - days.before...now.day + days.after,
                    includesCancelled: false, now: now)
            }
        }
        guard let text else { throw WebRefusal.nothingThere }
        return Response.plain(text, "text/calendar; charset=utf-8")
    }

    // MARK: The page

    /// The clinicians whose calendars somebody may have made: their own, or everybody's.
    private static func allowed(_ asked: WebRequest) async throws -> [ClinicianDetails] {
        guard let who = asked.who else { throw WebRefusal.signIn }
        let clinicians = try await asked.desk.run { try $0.accounts { try $0.clinicians() } }
        if who.may(.administer) { return clinicians }
        return clinicians.filter { $0.clinician == who.user.clinician }
    }

    /// The calendars of those clinicians that are out.
    private static func known(_ clinicians: [ClinicianDetails], _ asked: WebRequest) async throws -> [EntryKey] {
        let seconds = asked.desk.clock.seconds
        let keys = try await asked.desk.run { try $0.accounts { try $0.entryKeys(.calendar, at: seconds) } }
        return keys.filter { key in clinicians.contains { Int64($0.clinician) == key.scopes } }
    }

    private static func page(_ asked: WebRequest, shown: [Block] = []) async throws -> Response {
        let clinicians = try await allowed(asked)
        guard !clinicians.isEmpty else {
            let words = "Your account belongs to no clinician, so it has no calendar. An administrator can change that."
            return asked.web.pages.response(
                Page(title: "Calendars", blocks: [.paragraph(words)], section: .account), asked)
        }
        let names = Dictionary(clinicians.map { (Int64($0.clinician), $0.name) }) { first, _ in first }
        let rows = try await known(clinicians, asked).map { key in
            Table.Row(
                [.init(names[key.scopes] ?? ""), .init(key.title)],
                action: Form(
                    action: "/calendars/withdraw", fields: [.hidden("calendar", Secrets.text(of: key.digest))],
                    button: "Withdraw", buttonHidden: "the calendar of \(names[key.scopes] ?? "")",
                    isSecondary: true))
        }
        let choice = Field.select(
            "clinician", "Whose", clinicians.map { ("\($0.clinician)", $0.name) })
        let page = Page(
            title: "Calendars",
            blocks: shown + [
                .paragraph(
                    "A calendar program can show a diary by a secret address. Nobody's name is in it. Whoever has the "
                        + "address sees it, until it is withdrawn."),
                .table(
                    Table(
                        counted(rows.count, "calendar", "calendars"),
                        [.init("Clinician"), .init("Made"), .init("Withdraw")], rows, empty: "None.")),
                .form(Form(action: "/calendars", fields: [choice], button: "Make an address")),
            ], section: .account)
        return asked.web.pages.response(page, asked)
    }

    private static func make(_ asked: WebRequest) async throws -> Response {
        let clinicians = try await allowed(asked)
        guard let who = asked.who, let number = asked.form["clinician"].flatMap({ Int32($0) }),
            let clinician = clinicians.first(where: { $0.clinician == number })
        else { throw WebRefusal.unreadable("Choose whose calendar it is to be.") }
        let secret = Secrets.text()
        var key = EntryKey(
            digest: Secrets.digest(secret), kind: .calendar, user: who.user.user,
            title: asked.desk.clock.minute.day.longText, madeAt: asked.desk.clock.seconds)
        key.scopes = Int64(clinician.clinician)
        let kept = key
        try await asked.desk.run { try $0.changeAccounts { try $0.keep(kept) } }
        return try await page(
            asked,
            shown: [
                .notice("A calendar of \(clinician.name)", "Its address is shown once.", isWarning: false),
                .facts(Facts([("Address", "/calendars/\(secret).ics")])),
            ])
    }

    private static func withdraw(_ asked: WebRequest) async throws -> Response {
        let mine = try await known(try await allowed(asked), asked)
        guard let key = mine.first(where: { Secrets.text(of: $0.digest) == asked.form["calendar"] }) else {
            throw WebRefusal.nothingThere
        }
        let seconds = asked.desk.clock.seconds
        try await asked.desk.run { try $0.changeAccounts { try $0.endEntryKey(key.digest, at: seconds) } }
        return .redirect(to: "/calendars", type: .normal)
    }
}
