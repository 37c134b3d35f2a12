import BookingService
import BookingStore
import CareModel
import Hummingbird
import Reporting

/// Caseloads beside their caps, and the hours of the weeks to come: what is booked, what is unused (KP-8, CL-12).
enum CaseloadScreens {
    static let routes: [Route] = [
        .get("/caseloads", .may(.seeTotals)) { asked in try await show(asked) },
        .get("/caseloads/caseloads.csv", .may(.seeTotals)) { asked in try await caseloads(asked) },
        .get("/caseloads/hours.csv", .may(.seeTotals)) { asked in try await hours(asked) },
    ]

    /// This week and the next four.
    private static let weeks = 5

    private static func workload(_ asked: WebRequest) async throws -> [Workload] {
        let context = asked.context()
        return try await asked.desk.run { try $0.workload(weeks: weeks, in: context) }
    }

    private static func show(_ asked: WebRequest) async throws -> Response {
        let staff = try await workload(asked)
        let groups = WorkloadGroup.all(staff)
        let maySee = asked.who?.may(.seePeople) == true
        func people(_ count: Int) -> Int? {
            maySee ? count : SmallNumbers.shared(Double(count)).map { Int($0) }
        }
        var blocks: [Block] = [.figures(figures(staff)), .charts(charts(groups, people))]
        if maySee {
            let shown = staff.filter { one in
                asked.query.text("standing").map { standings(of: $0).contains(one.standing) } ?? true
            }
            blocks += [.heading("Who is at, over or near a cap"), .list(nearCaps(staff)), .table(clinicians(shown))]
            if shown.count < staff.count { blocks.append(.links([Link("All clinicians", "/caseloads")])) }
        }
        blocks += [
            .table(sums(groups, people)), .table(hours(groups)),
            .paragraph(
                "A cap is the caseload of a whole-time post of the role, for as much of one as somebody works. Places "
                    + "that are kept for people who are allocated count. Hours of this week are those from today on. "
                    + "What is unused is bookable, not booked, and not taken by a clinician's own work or a hold."),
            .links([
                Link("Caseloads as a spreadsheet", "/caseloads/caseloads.csv"),
                Link("Hours as a spreadsheet", "/caseloads/hours.csv"), Link("Staff and rooms", "/staff"),
            ]),
        ]
        let page = Page(
            title: "Caseloads and hours", caption: asked.context().now.day.longText, blocks: blocks,
            section: .caseloads)
        return asked.web.pages.response(page, asked)
    }

    // MARK: Words

    /// How near a caseload is to its cap, in words.
    static func words(_ standing: CaseloadStanding) -> String {
        switch standing {
        case .over: "over the cap"
        case .atCap: "at the cap"
        case .near: "near the cap"
        case .within: "within"
        case .room: "room for more"
        case .none: "no caseload"
        }
    }

    /// Whom a figure counts, as its address says it.
    private static func standings(of word: String) -> [CaseloadStanding] {
        switch word {
        case "over": [.over]
        case "near": [.atCap, .near]
        case "room": [.room]
        default: CaseloadStanding.allCases
        }
    }

    private static func figures(_ staff: [Workload]) -> [CountLink] {
        let week = WorkloadGroup.sum(staff.compactMap(\.weeks.first))
        let words = [
            ("over", "clinicians are over their cap"), ("near", "are at it or near it"), ("room", "have room for more"),
        ]
        return words.map { word, words in
            let count = staff.count { standings(of: word).contains($0.standing) }
            return CountLink(
                number: "\(count)", words: words, address: "/caseloads?standing=\(word)",
                isLate: word == "over" && count > 0)
        } + [
            CountLink(
                number: week.map { share($0) } ?? "–", words: "of this week's hours from today on are booked",
                address: "/caseloads")
        ]
    }

    /// How many are told in words; the table has all.
    private static let mostInWords = 20

    /// `Clinician 3 has 73 people, cap 70: over the cap`, of those who are nearest to it.
    private static func nearCaps(_ staff: [Workload]) -> [String] {
        let near = staff.filter { [.over, .atCap, .near].contains($0.standing) }
            .sorted { (order($0.standing), $0.details.clinician) < (order($1.standing), $1.details.clinician) }
        guard !near.isEmpty else { return ["Nobody is near a cap."] }
        let told = near.prefix(mostInWords).map { one in
            let kept = one.promised > 0 ? " and \(counted(one.promised, "place", "places")) kept" : ""
            return "\(one.details.name): \(counted(one.caseload, "person", "people"))\(kept), cap "
                + "\(one.details.caseloadCap): \(words(one.standing))"
        }
        let rest = near.count - told.count
        return told + (rest > 0 ? ["\(counted(rest, "other", "others")), in the table below"] : [])
    }

    private static func order(_ standing: CaseloadStanding) -> Int {
        CaseloadStanding.allCases.firstIndex(of: standing) ?? CaseloadStanding.allCases.count
    }

    private static func share(_ week: WorkloadWeek) -> String {
        guard week.bookableMinutes > 0 else { return "–" }
        return "\((100 * week.bookedMinutes + week.bookableMinutes / 2) / week.bookableMinutes)%"
    }

    /// Hours with one decimal.
    static func hours(_ minutes: Int) -> String { NumberText.fixed(Double(minutes) / 60, decimals: 1) }

    // MARK: Tables and charts

    private static func charts(_ groups: [WorkloadGroup], _ people: (Int) -> Int?) -> [StackedChart] {
        let weeks = (0..<weeks).compactMap { week in WorkloadGroup.sum(groups.map { $0.weeks[week] }) }
        return [
            StackedChart(
                "People on caseloads, and room below the caps", of: "now", unit: "people", rowHead: "Team and role",
                columns: ["On caseloads", "Places kept", "Room below the cap"], beside: ["Cap"],
                rows: groups.filter { $0.cap > 0 }.map { group in
                    let (held, kept) = (people(group.caseload), people(group.promised))
                    let room = max(0, group.cap - (held ?? 0) - (kept ?? 0))
                    return StackedChart.Row(
                        group.title, [shownCount(held), shownCount(kept), "\(room)", "\(group.cap)"])
                }),
            StackedChart(
                "Bookable hours by week", of: "all clinicians", unit: "hours", rowHead: "Week from",
                columns: ["Booked", "Own work or held", "Unused"], beside: ["Bookable"],
                rows: weeks.map { week in
                    StackedChart.Row(
                        week.from.shortWords,
                        [week.bookedMinutes, week.otherMinutes, week.unusedMinutes, week.bookableMinutes].map(hours))
                }),
        ]
    }

    private static func clinicians(_ staff: [Workload]) -> Table {
        Table(
            counted(staff.count, "clinician", "clinicians"),
            [
                .init("Clinician"), .init("Team"), .init("Role"), .init("Whole time", isNumber: true),
                .init("Caseload", isNumber: true), .init("Kept", isNumber: true), .init("Cap", isNumber: true),
                .init("In words"), .init("New people today", isNumber: true), .init("Booked, hours", isNumber: true),
                .init("Unused, hours", isNumber: true),
            ],
            staff.map { one in
                let week = one.weeks[0]
                return Table.Row([
                    .init(one.details.name, href: "/diaries/\(one.details.clinician)"), .init(one.team),
                    .init(Words.capitalised(one.details.role.title)), .init("\(one.details.wholeTimePercent)%"),
                    .init("\(one.caseload)"), .init("\(one.promised)"), .init("\(one.details.caseloadCap)"),
                    one.standing == .over ? .tag(words(.over), "red") : .init(words(one.standing)),
                    .init("\(one.openings)"), .init(hours(week.bookedMinutes)), .init(hours(week.unusedMinutes)),
                ])
            }, empty: "Nobody works here.")
    }

    private static func sums(_ groups: [WorkloadGroup], _ people: (Int) -> Int?) -> Table {
        Table(
            "Caseloads by team and role",
            [
                .init("Team"), .init("Role"), .init("Clinicians", isNumber: true),
                .init("Whole-time posts", isNumber: true), .init("Caseload", isNumber: true),
                .init("Cap", isNumber: true), .init("At or over the cap", isNumber: true),
            ],
            groups.map { group in
                Table.Row([
                    .init(group.team), .init(Words.capitalised(group.role.title)), .init("\(group.clinicians)"),
                    .init(NumberText.fixed(group.wholeTime, decimals: 1)), .init(shownCount(people(group.caseload))),
                    .init("\(group.cap)"), .init("\(group.full)"),
                ])
            }, empty: "Nobody works here.")
    }

    private static func hours(_ groups: [WorkloadGroup]) -> Table {
        let rows = groups.flatMap { group in
            group.weeks.map { week in
                Table.Row([
                    .init(group.team), .init(Words.capitalised(group.role.title)), .init(week.from.shortWords),
                    .init(hours(week.bookableMinutes)), .init(hours(week.bookedMinutes)),
                    .init(hours(week.otherMinutes)), .init(hours(week.unusedMinutes)), .init(share(week)),
                ])
            }
        }
        return Table(
            "Hours by team, role and week",
            [
                .init("Team"), .init("Role"), .init("Week from"), .init("Bookable", isNumber: true),
                .init("Booked", isNumber: true), .init("Own work or held", isNumber: true),
                .init("Unused", isNumber: true), .init("Booked of bookable", isNumber: true),
            ], rows, empty: "Nobody works here.")
    }

    // MARK: Taking it away

    private static func caseloads(_ asked: WebRequest) async throws -> Response {
        let staff = try await workload(asked)
        guard asked.who?.may(.seePeople) == true else {
            return .attached(WorkloadTables.shared(WorkloadGroup.all(staff)).text, "text/csv", "caseloads.csv")
        }
        return .attached(WorkloadTables.caseloads(staff).text, "text/csv", "caseloads.csv")
    }

    private static func hours(_ asked: WebRequest) async throws -> Response {
        let groups = WorkloadGroup.all(try await workload(asked))
        return .attached(WorkloadTables.hours(groups).text, "text/csv", "hours.csv")
    }
}
