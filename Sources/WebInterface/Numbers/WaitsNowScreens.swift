import BookingService
import CareModel
import Hummingbird
import Reporting

/// Who waits now, in numbers: by team, what for, step, therapy, clinician and wait; filtered by address (KT-8).
enum WaitsNowScreens {
    static let routes: [Route] = [
        .get("/waits-now", .may(.seeTotals)) { asked in try await show(asked) },
        .get("/waits-now/waits.csv", .may(.seeTotals)) { asked in try await table(asked) },
    ]

    private static func waits(_ query: WaitsQuery, _ asked: WebRequest) async throws -> WaitsNow {
        let context = asked.context()
        return try await asked.desk.run { try $0.waitsNow(query.wanted, in: context) }
    }

    private static func show(_ asked: WebRequest) async throws -> Response {
        let query = WaitsQuery(asked.query)
        let waits = try await waits(query, asked)
        let context = asked.context()
        var blocks: [Block] = [
            .form(filter(query, waits)), .figures(figures(query, waits)), .paragraph(said(waits)),
            .charts(charts(waits)),
        ]
        blocks += waits.divisions.map { .table(counts($0, query, waits)) }
        if let longest = waits.longest { blocks.append(.table(people(longest))) }
        blocks += [
            .table(others(waits)),
            .links([Link("These numbers as a spreadsheet", query.address("/waits-now/waits.csv"))]),
        ]
        let page = Page(
            title: "Who waits now", caption: context.now.day.longText, blocks: blocks, section: .waits,
            isLive: waits.longest != nil)
        return asked.web.pages.response(page, asked)
    }

    // MARK: What is asked

    /// What each division is called.
    static func title(_ division: WaitDivision) -> String {
        switch division {
        case .team: "Team"
        case .queue: "Waits for"
        case .step: "Step"
        case .therapy: "Therapy"
        case .clinician: "Clinician"
        case .band: "Waited"
        }
    }

    private static func filter(_ query: WaitsQuery, _ waits: WaitsNow) -> Form {
        Form(
            action: "/waits-now",
            fields: waits.choices.map { choices in
                var parts = choices.parts.map { ($0.id, Words.capitalised($0.title)) }
                let wanted = query.wanted[choices.division]
                if let wanted, !parts.contains(where: { $0.0 == wanted }) { parts.append((wanted, wanted)) }
                return Field.select(
                    choices.division.rawValue, title(choices.division), [("", "All")] + parts
                ).with(value: wanted)
            }, button: "Show", isSecondary: true, isQuestion: true,
            leave: query.wanted.isEmpty ? nil : Link("Show everybody", "/waits-now"))
    }

    // MARK: What is told

    /// How many wait, and how many in each band: each leads to them.
    private static func figures(_ query: WaitsQuery, _ waits: WaitsNow) -> [CountLink] {
        let all = CountLink(
            number: shownCount(waits.total.total), words: "wait", address: query.address("/waits-now", .band, nil))
        return [all]
            + zip(waits.bands, waits.total.byBand).map { band, count in
                CountLink(
                    number: shownCount(count), words: "have waited \(band.title)",
                    address: query.address("/waits-now", .band, band.id),
                    isLate: band.id.hasPrefix("over") && count.map { $0 > 0 } ?? false)
            }
    }

    private static func said(_ waits: WaitsNow) -> String {
        let bands = waits.bands.dropLast().compactMap { $0.title.split(separator: " ").dropLast().last }
        let cut = "Waits are cut where promises end: \(bands.joined(separator: ", ")) days."
        let clock =
            "A wait for a first appointment begins with the referral, whether one is booked or not; for treatment with "
            + "the assessment, and for step-up with the last session."
        return waits.isShared
            ? "\(cut) \(clock) Numbers of people are rounded to 5, and none of fewer than 5 is shown: so sums of "
                + "rounded numbers need not agree."
            : "\(cut) \(clock) Everybody is counted once in each table."
    }

    /// Teams, and what is waited for, by how long.
    private static func charts(_ waits: WaitsNow) -> [StackedChart] {
        waits.divisions.filter { [.team, .queue].contains($0.division) && !$0.rows.isEmpty }.map { divided in
            StackedChart(
                "People by \(divided.division == .team ? "team" : "what they wait for") and wait", of: "now",
                unit: "people", rowHead: title(divided.division), columns: waits.bands.map(\.title), beside: ["All"],
                rows: divided.rows.map { row in
                    StackedChart.Row(
                        Words.capitalised(row.part?.title ?? ""),
                        row.byBand.map(shownCount) + [shownCount(row.total)])
                })
        }
    }

    private static func counts(_ divided: WaitsNow.Divided, _ query: WaitsQuery, _ waits: WaitsNow) -> Table {
        let rows = divided.rows.map { row in
            Table.Row(
                [
                    .init(
                        Words.capitalised(row.part?.title ?? ""),
                        href: query.address("/waits-now", divided.division, row.part?.id))
                ] + cells(row))
        }
        let sum = Table.Row([.init("All")] + cells(waits.total))
        return Table(
            "By \(title(divided.division).lowercased())",
            [.init(title(divided.division))]
                + waits.bands.map { .init(Words.capitalised($0.title), isNumber: true) }
                + [.init("All", isNumber: true)],
            rows.isEmpty ? [] : rows + [sum], empty: "Nobody waits, of those who are asked for.")
    }

    private static func cells(_ counts: WaitCounts) -> [Table.Cell] {
        (counts.byBand + [counts.total]).map { .init(shownCount($0)) }
    }

    private static func people(_ longest: [LongWait]) -> Table {
        Table(
            "Who has waited longest",
            [
                .init("Person"), .init("Team"), .init("Waits for"), .init("Where they are"), .init("Therapy"),
                .init("Clinician"), .init("Days", isNumber: true),
            ],
            longest.map { one in
                Table.Row([
                    .init(one.name ?? "Person \(one.person)", href: "/people/\(one.person)"),
                    .init(one.part(.team)?.title ?? ""), .init(Words.capitalised(one.part(.queue)?.title ?? "")),
                    .init(Words.capitalised(one.state.title)), .init(one.part(.therapy)?.title ?? ""),
                    .init(one.part(.clinician)?.title ?? ""), .init("\(one.days)"),
                ])
            }, empty: "Nobody.")
    }

    /// Everybody else, so that nobody is missed.
    private static func others(_ waits: WaitsNow) -> Table {
        Table(
            "Everybody else in the service, of all teams", [.init("Where they are"), .init("People", isNumber: true)],
            waits.others.map { other in
                Table.Row([.init(Words.capitalised(other.state.title)), .init(shownCount(other.people))])
            }, empty: "Nobody else is here.")
    }

    // MARK: Taking it away

    /// A row of the file.
    private struct Line: Sendable {
        var division: String
        var part: String
        var band: String?
        var people: Int?
    }

    private static func table(_ asked: WebRequest) async throws -> Response {
        let waits = try await waits(WaitsQuery(asked.query), asked)
        func lines(_ division: String, _ counts: WaitCounts) -> [Line] {
            let part = counts.part?.title ?? DataGroup.total
            return zip(waits.bands, counts.byBand).map {
                Line(division: division, part: part, band: $0.title, people: $1)
            } + [Line(division: division, part: part, band: nil, people: counts.total)]
        }
        let all =
            lines(DataGroup.total, waits.total)
            + waits.divisions.flatMap { divided in
                divided.rows.flatMap { lines(divided.division.rawValue, $0) }
            }
        let columns: [DataColumn<Line>] = [
            .text("division", "By what those who wait are told apart.") { $0.division },
            .text("part", "Which part of it.") { $0.part },
            .group("waited", "How long they have waited.") { $0.band },
            .number(
                "people", "people", "How many; nothing of fewer than 5 where that may not be told.",
                orNothing: {
                    $0.people.map(Double.init)
                }),
        ]
        return .attached(DataTable("waits.csv", columns, all).text, "text/csv", "waits.csv")
    }
}
