import Allocation
import BookingService
import BookingStore
import CareModel
import Hummingbird

/// Diaries of clinicians, and courses in groups.
enum DiaryScreens {
    static let routes: [Route] = [
        .get("/diaries", .may(.seePeople)) { asked in try await diaries(asked) },
        .get("/diaries/:clinician", .may(.seePeople)) { asked in try await diary(asked) },
        .get("/groups", .may(.seePeople)) { asked in try await groups(asked) },
    ]

    private static func diaries(_ asked: WebRequest) async throws -> Response {
        let context = asked.context()
        let (staff, teams) = try await asked.desk.run { service in
            (try service.staff(absencesFrom: context.now.day, in: context), try service.teamNames().teams.map(\.title))
        }
        let rows = staff.filter { $0.details.lastDay.map { $0 >= context.now.day } ?? true }.map { known in
            let isAway = known.absences.contains { $0.first <= context.now.day && $0.last >= context.now.day }
            return Table.Row([
                .init(known.details.name, href: "/diaries/\(known.details.clinician)"),
                .init(teams[Int(known.details.team)]), .init(Words.plain(known.details.role.name)),
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
        return asked.web.pages.response(
            Page(title: "Diaries", blocks: [.table(table)], section: .diaries, isLive: true), asked)
    }

    private static func diary(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("clinician"), let clinician = Int32(exactly: number) else {
            throw WebRefusal.nothingThere
        }
        let context = asked.context()
        let wanted = asked.query.text("from").flatMap { Entered.day($0) } ?? context.now.day
        let first = wanted.monday
        let (details, days) = try await asked.desk.run {
            try $0.diary(ofClinician: clinician, from: first, days: 7, in: context)
        }
        let forms = ["absence", "back", "last-day", "caseload"].compactMap { name -> Link? in
            guard let form = CommandForms.form(name, .clinician), asked.who?.may(.changeStaff) == true else {
                return nil
            }
            return Link(form.title, "/clinicians/\(number)/do/\(name)")
        }
        let shown = days.filter { $0.day.weekday.rawValue < 5 || !$0.entries.isEmpty }.map { day in
            Diary.Day(
                dayTitle: day.day.shortWords, away: day.absence.isEmpty ? nil : day.absence.joined(separator: ", "),
                entries: day.entries.map(entry))
        }
        let page = Page(
            title: details.name, caption: "Week of \(first.longText)",
            blocks: [
                .links([
                    Link("The week before", "/diaries/\(number)?from=\(first - 7)"),
                    Link("The week after", "/diaries/\(number)?from=\(first + 7)"),
                ]), .days(Diary(days: shown)),
            ] + (forms.isEmpty ? [] : [.heading("Change who works when"), .links(forms)]),
            section: .diaries, isLive: true, concerns: [.clinician(clinician)],
            back: Link("All diaries", "/diaries"))
        return asked.web.pages.response(page, asked)
    }

    private static func entry(_ entry: DiaryEntry) -> Diary.Entry {
        let end = entry.start + Int64(entry.minutes)
        let time = "\(entry.start.clockWords) to \(end.clockWords)"
        var shown = Diary.Entry(
            time: time, what: "", who: nil, href: nil, kind: "own", quarters: min(max(entry.minutes / 15, 1), 16))
        switch entry.content {
        case .firstAppointment: (shown.what, shown.kind) = (Words.kind(.firstAppointment), "booked")
        case .treatment: (shown.what, shown.kind) = (Words.kind(.treatment), "booked")
        case .keepingInTouch: (shown.what, shown.kind) = (Words.kind(.keepingInTouch), "booked")
        case .ownWork: shown.what = "own work"
        case .freeForFirstAppointments: (shown.what, shown.kind) = ("free for first appointments", "free")
        case .freeForTreatment: (shown.what, shown.kind) = ("free for sessions", "free")
        case .freeForCalls: (shown.what, shown.kind) = ("free for calls", "free")
        }
        if let person = entry.person {
            shown.who = entry.name ?? "Person \(person)"
            shown.href = entry.appointment.map { "/appointments/\($0)" } ?? "/people/\(person)"
        }
        return shown
    }

    private static func groups(_ asked: WebRequest) async throws -> Response {
        let context = asked.context()
        let groups = try await asked.desk.run { try $0.groups(in: context) }
        let rows = groups.map { group in
            Table.Row([
                .init("Course \(group.group)"), .init(group.team), .init(Words.plain("\(group.stage)")),
                .init(group.sessions.first?.shortWords ?? ""), .init("\(group.held) of \(group.sessions.count)"),
                .init("\(group.seats - group.free) of \(group.seats)"), .init(group.leaders.joined(separator: ", ")),
            ])
        }
        let table = Table(
            counted(groups.count, "course", "courses"),
            [
                .init("Course"), .init("Team"), .init("Stage"), .init("First session"), .init("Held"),
                .init("Seats taken"), .init("Led by"),
            ], rows, empty: "No course is planned or running.")
        let links = groups.flatMap { group in
            [
                Link("Decide on course \(group.group)", "/groups/\(group.group)/do/decide"),
                Link("Cancel course \(group.group)", "/groups/\(group.group)/do/cancel"),
            ]
        }
        var blocks: [Block] = [.table(table)]
        if !links.isEmpty, asked.who?.may(.book) == true { blocks.append(.links(links)) }
        return asked.web.pages.response(
            Page(title: "Courses in groups", blocks: blocks, section: .groups, isLive: true), asked)
    }
}
