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
        let query = CaseloadQuery(asked.query)
        let everybody = try await workload(asked)
        let staff = query.members(everybody)
        let groups = WorkloadGroup.all(staff)
        let maySee = asked.who?.may(.seePeople) == true
        let blocks = CaseloadBlocks(query: query) { count in
            maySee ? count : SmallNumbers.shared(Double(count)).map { Int($0) }
        }
        let (teams, roles) = (WorkloadPart.teams(groups), WorkloadPart.roles(groups))
        var page = Page(
            title: "Caseloads and hours", caption: asked.context().now.day.longText, section: .caseloads)
        page.blocks = [
            .form(filter(query, WorkloadPart.teams(WorkloadGroup.all(everybody)).map(\.title), maySee)),
            .figures(blocks.figures(staff)), .charts(blocks.charts(query.team == nil ? teams : roles)),
        ]
        if maySee { page.blocks += clinicians(query, blocks, staff) }
        if query.team == nil { page.blocks.append(.table(blocks.sums("Caseloads by team", "Team", teams))) }
        page.blocks += [
            .table(blocks.sums("Caseloads by role", "Role", roles)), .table(blocks.hours(teams)),
            .paragraph(
                "A cap is the caseload of a whole-time post of the role, for as much of one as somebody works. Places "
                    + "that are kept for people who are allocated count. Hours of this week are those from today on. "
                    + "What is unused is bookable, not booked, and not taken by a clinician's own work or a hold."),
            .links([
                Link("Caseloads as a spreadsheet", query.address("/caseloads/caseloads.csv")),
                Link("Hours by team, role and week as a spreadsheet", query.address("/caseloads/hours.csv")),
                Link("Staff and rooms", "/staff"),
            ]),
        ]
        return asked.web.pages.response(page, asked)
    }

    /// The form that asks for a team, and of whoever may see people for how near a cap they are.
    private static func filter(_ query: CaseloadQuery, _ teams: [String], _ maySee: Bool) -> Form {
        var choices = [("", "All")] + teams.map { ($0, $0) }
        if let team = query.team, !teams.contains(team) { choices.append((team, team)) }
        var fields = [Field.select("team", "Team", choices).with(value: query.team)]
        if maySee {
            let standings = CaseloadQuery.Standing.allCases.map { ($0.rawValue, $0.choice) }
            fields.append(
                .select("standing", "How near a cap", [("", "All")] + standings).with(value: query.standing?.rawValue))
        }
        let isAsked = query.team != nil || query.standing != nil || query.isAll
        return Form(
            action: "/caseloads", fields: fields, button: "Show", isSecondary: true, isQuestion: true,
            leave: isAsked ? Link("Show everybody", "/caseloads") : nil)
    }

    private static func clinicians(
        _ query: CaseloadQuery, _ blocks: CaseloadBlocks, _ staff: [Workload]
    ) -> [Block] {
        let shown = query.shown(staff)
        let told = query.isAll ? shown : Array(shown.prefix(CaseloadQuery.most))
        let isNear = staff.contains { [.over, .atCap, .near].contains($0.standing) }
        var all: [Block] = isNear ? [] : [.paragraph("Nobody is near a cap.")]
        all.append(.table(blocks.clinicians(told, of: shown.count)))
        if told.count < shown.count {
            all.append(.links([Link("All \(shown.count) clinicians", query.address { $0.isAll = true })]))
        }
        return all
    }

    // MARK: Taking it away

    private static func caseloads(_ asked: WebRequest) async throws -> Response {
        let staff = CaseloadQuery(asked.query).members(try await workload(asked))
        guard asked.who?.may(.seePeople) == true else {
            return .attached(WorkloadTables.shared(WorkloadGroup.all(staff)).text, "text/csv", "caseloads.csv")
        }
        return .attached(WorkloadTables.caseloads(staff).text, "text/csv", "caseloads.csv")
    }

    private static func hours(_ asked: WebRequest) async throws -> Response {
        let groups = WorkloadGroup.all(CaseloadQuery(asked.query).members(try await workload(asked)))
        return .attached(WorkloadTables.hours(groups).text, "text/csv", "hours.csv")
    }
}
