import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Hummingbird
import Interchange

/// A list of referrals from a spreadsheet: all of them, or none and everything that is wrong, where it stands.
enum ImportScreens {
    /// Most bytes of a list.
    private static let mostBytes = 1024 * 1024
    /// Faults that are shown at once.
    private static let mostFaults = 200

    static let routes: [Route] = [
        .get("/import", .may(.book)) { asked in try await show(asked) },
        .get("/import/referrals.csv", .may(.book)) { asked in try await blank(asked) },
        .post("/import", .may(.book), mostBytes: mostBytes) { asked in try await take(asked) },
    ]

    // MARK: The page

    private static func show(
        _ asked: WebRequest, _ faults: [Page.Fault] = [], _ blocks: [Block] = []
    ) async throws -> Response {
        let teams = try await asked.desk.run { try $0.teamNames() }
        let fields: [Field] = [
            .file(
                "file", "A file of comma-separated values",
                hint: "Save the spreadsheet as CSV (UTF-8), 1 MB at most", kinds: ".csv,.txt,.tsv,text/csv"
            ).optional.filled(from: asked.form, faults),
            Field.area("rows", "Or rows copied from the spreadsheet", hint: "With the names of the columns above them")
                .optional.filled(from: asked.form, faults),
            Field.boxes(
                "another", "People of the same name who are here", [("yes", "They are other people: I looked")]
            ).optional.filled(from: asked.form, faults),
        ]
        let columns = ReferralFile.columns(teams).map { column in
            Table.Row([
                .init(column.title), .init(column.isRequired || column.name == "name" ? "yes" : "no"),
                .init(column.name == "team" ? "The team that they are for." : Words.withoutRules(column.meaning)),
                .init(Words.capitalised(allowed(column, teams))),
            ])
        }
        let page = Page(
            title: "Receive a list of referrals", faults: faults,
            blocks: blocks + [
                .paragraph(
                    "All referrals of the list are received, or none: first everything is right, then it is taken."),
                .form(Form(action: "/import", fields: fields, button: "Receive the list")),
                .links([Link("A list without rows, to fill in", "/import/referrals.csv")]),
                .table(
                    Table(
                        "What the columns may hold",
                        [.init("Column"), .init("Needed"), .init("Meaning"), .init("Allowed")], columns, empty: "")),
            ], section: .lists, back: Link("Waiting lists", "/waiting"))
        let isFaulty = !faults.isEmpty || !blocks.isEmpty
        return asked.web.pages.response(page, asked, status: isFaulty ? .unprocessableContent : .ok)
    }

    /// The first line of a list.
    private static func blank(_ asked: WebRequest) async throws -> Response {
        let teams = try await asked.desk.run { try $0.teamNames() }
        return .attached(CSVText.line(ReferralFile.columns(teams).map(\.title)), "text/csv", "referrals.csv")
    }

    // MARK: Taking it

    private static func take(_ asked: WebRequest) async throws -> Response {
        let upload = asked.form.uploads.first { $0.field == "file" && !$0.bytes.isEmpty }
        let pasted = asked.form.text("rows").map { Data($0.utf8) }
        guard let bytes = upload?.bytes ?? pasted else {
            return try await show(asked, [.init(field: "file", words: "Choose a file, or copy rows into the field")])
        }
        let isAnother = asked.form["another"] != nil
        let context = asked.formContext
        let taken: Taken = try await asked.desk.run { service in
            let teams = try service.teamNames()
            do {
                let file = try ReferralFile(named: "the list", bytes: bytes, teams: teams, now: context.now)
                let told = file.referrals.map { ToldReferral($0.referral, $0.identity, now: context.now) }
                do {
                    let command = ReferMany(referrals: told, isAnother: isAnother)
                    return .all(try service.perform(command, in: context), told, file.notes)
                } catch let error as BookingError {
                    guard case .refusedReferrals(let refused) = error else { throw error }
                    return .none(file.faults(refused), PlacedCells(ofReferrals: bytes, teams: teams), teams)
                }
            } catch let error as InterchangeError {
                guard case .faults(let faults) = error else { throw WebRefusal.unreadable("\(error)") }
                return .none(faults, PlacedCells(ofReferrals: bytes, teams: teams), teams)
            }
        }
        switch taken {
        case .all(let received, let told, let notes): return done(received, told, notes, asked)
        case .none(let faults, let cells, let teams):
            let place = upload == nil ? "rows" : "file"
            let words =
                "\(counted(faults.count, "thing is", "things are")) wrong in the list: nothing was taken. "
                + "Put them right in the spreadsheet"
            return try await show(asked, [.init(field: place, words: words)], [.table(table(faults, cells, teams))])
        }
    }

    private enum Taken: Sendable {
        case all([ReceivedReferral], [ToldReferral], [String])
        case none([FileFault], PlacedCells, TeamNames)
    }

    private static func table(_ faults: [FileFault], _ cells: PlacedCells, _ teams: TeamNames) -> Table {
        let shown = faults.prefix(mostFaults)
        let columns = ReferralFile.columns(teams)
        return Table(
            shown.count < faults.count
                ? "The first \(shown.count) of \(faults.count) things that are wrong" : "What is wrong",
            [
                .init("Row", isNumber: true), .init("Column"), .init("What stands there"), .init("What is wrong"),
                .init("What is allowed"),
            ],
            shown.map { fault in
                let column = columns.first { $0.name == fault.key }
                let what = cells[fault].map { $0.isEmpty ? "nothing" : String($0.prefix(100)) }
                return Table.Row([
                    .init(fault.line > 0 ? "\(fault.line)" : ""), .init(column?.title ?? fault.key), .init(what ?? ""),
                    .init(Words.sentence(inWords(fault.message, columns))), .init(allowed(fault, column, teams)),
                ])
            }, empty: "")
    }

    /// What is allowed in a column, as people write it.
    private static func allowed(_ column: ReferralFile.Column, _ teams: TeamNames) -> String {
        if column.name == "team" { return teams.teams.map(\.title).joined(separator: ", ") }
        guard !column.words.isEmpty else { return Words.asPeopleWriteDays(column.allowed) }
        let words = column.words.map(\.title).joined(separator: ", ")
        return column.allowed.hasPrefix("any of ")
            ? "any of \(words), with commas between" : column.isRequired ? words : "\(words), or empty"
    }

    /// What is allowed where something is wrong: of a command's option the box that says the same, and of names of
    /// columns the table of them.
    private static func allowed(
        _ fault: FileFault, _ column: ReferralFile.Column?, _ teams: TeamNames
    ) -> String {
        if let column, fault.allowed == column.allowed { return Words.capitalised(allowed(column, teams)) }
        if fault.allowed.contains("nhs-number, ") { return "A column of the table below" }
        let words = fault.allowed.replacing("--another-person", with: "the box ticked that it is another person")
        return Words.sentence(Words.asPeopleWriteDays(words))
    }

    /// What is wrong, with words and columns as people call them.
    private static func inWords(_ message: String, _ columns: [ReferralFile.Column]) -> String {
        let names = columns.flatMap(\.words).map { ($0.name, $0.title) } + columns.map { ($0.name, $0.title) }
        return names.reduce(message) { $0.replacing("you mean '\($1.0)'", with: "you mean '\($1.1)'") }
    }

    private static func done(
        _ received: [ReceivedReferral], _ told: [ToldReferral], _ notes: [String], _ asked: WebRequest
    ) -> Response {
        let rows = zip(received, told).map { one, told in
            let alike = one.couldBe.map { $0.words("person \($0.person)") }.map { "could be \($0)" }
            let remarks = alike + one.notes + (one.earlier.map { ["was here before as person \($0)"] } ?? [])
            return Table.Row([
                .init(told.identity.name, href: "/people/\(one.person)"),
                .init(remarks.isEmpty ? "–" : Words.sentence(remarks.joined(separator: "; "))),
            ])
        }
        let said = notes.isEmpty ? [] : [Block.heading("What was assumed"), .list(notes.map(Words.sentence))]
        let page = Page(
            title: "The list is received",
            done: "\(counted(received.count, "referral is", "referrals are")) received.",
            blocks: said + [
                .table(
                    Table(
                        counted(received.count, "person waits", "people wait") + " to be screened",
                        [.init("Person"), .init("Please look")], rows, empty: "The list has no rows.")),
                .links([Link("Waiting lists", "/waiting"), Link("Receive another list", "/import")]),
            ], section: .lists)
        return asked.web.pages.response(page, asked)
    }
}
