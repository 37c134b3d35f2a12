import Allocation
import BookingService
import BookingStore
import CareModel
import Hummingbird

/// Diaries: of a clinician by month, week and day; of a team on a day; of a room by week.
enum DiaryScreens {
    static let routes: [Route] = [
        .get("/diaries", .may(.seePeople)) { asked in try await diaries(asked) },
        .get("/diaries/:clinician", .may(.seePeople)) { asked in try await clinician(asked) },
        .get("/teams/:team/diary", .may(.seePeople)) { asked in try await team(asked) },
        .get("/rooms/:number", .may(.seePeople)) { asked in try await room(asked) },
    ]

    // MARK: Whose there are

    private static func diaries(_ asked: WebRequest) async throws -> Response {
        let context = asked.context()
        let (staff, rooms, teams) = try await asked.desk.run { service in
            (
                try service.staff(absencesFrom: context.now.day, in: context), try service.roomDetails(in: context),
                try service.teamNames().teams.map(\.title)
            )
        }
        let rows = staff.filter { $0.details.lastDay.map { $0 >= context.now.day } ?? true }.map { known in
            let isAway = known.absences.contains { $0.first <= context.now.day && $0.last >= context.now.day }
            return Table.Row([
                .init(known.details.name, href: "/diaries/\(known.details.clinician)"),
                .init(teams[Int(known.details.team)]), .init(Words.capitalised(known.details.role.title)),
                .init("\(known.clinician.caseload)"), .init("\(known.details.caseloadCap)"),
                isAway ? .tag("away today", "grey") : .init("here"),
            ])
        }
        let table = Table(
            counted(rows.count, "clinician", "clinicians"),
            [
                .init("Clinician"), .init("Team"), .init("Role"), .init("Caseload", isNumber: true),
                .init("Cap", isNumber: true), .init("Today"),
            ], rows, empty: "Nobody works here.")
        var blocks: [Block] = [
            .heading("A team on a day"),
            .links(teams.enumerated().map { Link($0.element, "/teams/\($0.offset)/diary", hidden: "today") }),
        ]
        if !rooms.isEmpty {
            blocks += [.heading("Rooms"), .links(rooms.map { Link($0.name, "/rooms/\($0.room)") })]
        }
        return asked.web.pages.response(
            Page(title: "Diaries", blocks: [.columns([.table(table)], blocks)], section: .diaries, isLive: true), asked)
    }

    // MARK: A clinician's

    /// How much of a diary is shown.
    private enum View: String, CaseIterable {
        case month, week, day

        /// The first day and how many, around a day.
        func days(around day: CivilDay) -> (first: CivilDay, count: Int) {
            switch self {
            case .month: (day.firstOfMonth.monday, 7 * day.weeksOfMonth)
            case .week: (day.monday, 7)
            case .day: (day, 1)
            }
        }
    }

    private static func clinician(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("clinician"), let clinician = Int32(exactly: number) else {
            throw WebRefusal.nothingThere
        }
        let context = asked.context()
        let wanted = asked.query.text("from").flatMap { Entered.day($0) } ?? context.now.day
        let view = asked.query.text("view").flatMap { View(rawValue: $0) } ?? .week
        let (first, count) = view.days(around: wanted)
        let (details, days) = try await asked.desk.run {
            let part = try $0.diary(ofClinician: clinician, from: first, days: min(count, 31), in: context)
            guard count > 31 else { return part }
            let rest = try $0.diary(ofClinician: clinician, from: first + 31, days: count - 31, in: context)
            return (part.clinician, part.days + rest.days)
        }
        let address = "/diaries/\(number)"
        let parts = DiaryBlocks(clinician: clinician, mayMove: asked.who?.may(.book) == true, now: context.now)
        let shown = days.filter { $0.day.weekday.rawValue < 5 || !$0.entries.isEmpty || view == .day }.map { day in
            let link = "\(address)?view=day&from=\(day.day)"
            return view == .month
                ? parts.summary(day, address: link) : parts.day(day, address: view == .week ? link : nil)
        }
        let moved = asked.query["moved"].flatMap { Int64($0) }
        let blocks: [Block] = [.ways(ways(address, view, wanted)), .days(Diary(days: shown))]
        let page = Page(
            title: details.name, caption: caption(view, wanted), done: moved == nil ? nil : "The appointment is moved.",
            blocks: blocks + changes(number, asked), section: .diaries, isLive: true, concerns: [.clinician(clinician)],
            back: Link("All diaries", "/diaries"))
        return asked.web.pages.response(page, asked)
    }

    private static func caption(_ view: View, _ day: CivilDay) -> String {
        switch view {
        case .month: "Weeks of \(day.monthWords)"
        case .week: "Week of \(day.monday.longText)"
        case .day: day.longText
        }
    }

    /// Before and after, and more or less of it.
    private static func ways(_ address: String, _ view: View, _ day: CivilDay) -> [Link] {
        let (before, after): (CivilDay, CivilDay) =
            switch view {
            case .month: (day.firstOfMonth - 1, day.firstOfNextMonth)
            case .week: (day.monday - 7, day.monday + 7)
            case .day: (day - (day.weekday == .monday ? 3 : 1), day + (day.weekday == .friday ? 3 : 1))
            }
        let others = View.allCases.filter { $0 != view }.map {
            Link("The \($0.rawValue)", "\(address)?view=\($0.rawValue)&from=\(day)")
        }
        return [
            Link("The \(view.rawValue) before", "\(address)?view=\(view.rawValue)&from=\(before)"),
            Link("The \(view.rawValue) after", "\(address)?view=\(view.rawValue)&from=\(after)"),
        ] + others
    }

    private static func changes(_ number: Int64, _ asked: WebRequest) -> [Block] {
        let names = ["absence", "back", "hours", "details", "caseload", "last-day"]
        let forms = names.compactMap { name -> Link? in
            guard let form = CommandForms.form(name, .clinician), asked.who?.may(.changeStaff) == true else {
                return nil
            }
            return Link(form.title, "/clinicians/\(number)/do/\(name)")
        }
        return forms.isEmpty ? [] : [.heading("Change who works when"), .links(forms)]
    }

    // MARK: A team's

    /// Everybody of a team on one day, side by side.
    private static func team(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("team").flatMap({ Int(exactly: $0) }) else { throw WebRefusal.nothingThere }
        let context = asked.context()
        let day = asked.query.text("from").flatMap { Entered.day($0) } ?? context.now.day
        let mayMove = asked.who?.may(.book) == true
        let (title, columns) = try await asked.desk.run { service in
            let teams = try service.teamNames().teams
            guard teams.indices.contains(number) else { throw BookingError.noSuchTeam(number, count: teams.count) }
            let staff = try service.clinicians(in: context).filter { known in
                Int(known.team) == number && known.lastDay.map { $0 >= day } ?? true
            }
            let columns = try staff.map { known -> Diary.Day in
                let parts = DiaryBlocks(clinician: known.clinician, mayMove: mayMove, now: context.now)
                let address = "/diaries/\(known.clinician)?from=\(day)"
                do {
                    let page = try service.diary(ofClinician: known.clinician, from: day, days: 1, in: context).days[0]
                    return parts.day(page, address: address, title: known.name)
                } catch let error as BookingError {
                    // A clinician opens the diary of another with a reason, one by one (IG-1).
                    guard case .noRelationship = error else { throw error }
                    return Diary.Day(dayTitle: known.name, dayAddress: address, away: "not yours", entries: [])
                }
            }
            return (teams[number].title, columns)
        }
        let address = "/teams/\(number)/diary"
        let page = Page(
            title: title, caption: day.longText,
            blocks: [
                .ways([
                    Link("The day before", "\(address)?from=\(day - (day.weekday == .monday ? 3 : 1))"),
                    Link("The day after", "\(address)?from=\(day + (day.weekday == .friday ? 3 : 1))"),
                ]), .days(Diary(days: columns)),
            ], section: .diaries, isLive: true, back: Link("All diaries", "/diaries"))
        return asked.web.pages.response(page, asked)
    }

    // MARK: A room's

    private static func room(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("number") else { throw WebRefusal.nothingThere }
        let context = asked.context()
        let first = (asked.query.text("from").flatMap { Entered.day($0) } ?? context.now.day).monday
        let (room, days) = try await asked.desk.run { service in
            guard try service.roomDetails(in: context).contains(where: { $0.room == number }) else {
                throw WebRefusal.nothingThere
            }
            return try service.diary(ofRoom: number, from: first, days: 7, in: context)
        }
        let parts = DiaryBlocks(mayMove: asked.who?.may(.book) == true, now: context.now)
        let shown = days.filter { $0.day.weekday.rawValue < 5 || !$0.entries.isEmpty }.map { parts.day($0) }
        let forms = ["close", "open"].compactMap { name -> Link? in
            guard let form = CommandForms.form(name, .room), asked.who?.may(.changeStaff) == true else { return nil }
            return Link(form.title, "/rooms/\(number)/do/\(name)")
        }
        let page = Page(
            title: room.name, caption: "Week of \(first.longText)",
            done: asked.query["done"] == nil ? nil : "That is kept.",
            blocks: [
                .ways([
                    Link("The week before", "/rooms/\(number)?from=\(first - 7)"),
                    Link("The week after", "/rooms/\(number)?from=\(first + 7)"),
                ]), .days(Diary(days: shown)),
            ] + (forms.isEmpty ? [] : [.heading("Change it"), .links(forms)]),
            section: .diaries, isLive: true, back: Link("All diaries", "/diaries"))
        return asked.web.pages.response(page, asked)
    }
}

extension CivilDay {
    /// The first day of its month.
    fileprivate var firstOfMonth: CivilDay { self - Int32(date.day - 1) }

    fileprivate var firstOfNextMonth: CivilDay { (firstOfMonth + 31).firstOfMonth }

    /// Weeks, from Monday on, that have a day of its month.
    fileprivate var weeksOfMonth: Int {
        Int((firstOfNextMonth - 1).monday - firstOfMonth.monday) / 7 + 1
    }

    /// `November 2026`.
    fileprivate var monthWords: String {
        longText.split(separator: " ").suffix(2).joined(separator: " ")
    }
}
