import BookingService
import BookingStore
import CareModel
import Hummingbird

/// Courses in groups (TX-4): those there are, and each with who is in it and what is to be done.
enum GroupScreens {
    static let routes: [Route] = [
        .get("/groups", .may(.seePeople)) { asked in try await groups(asked) },
        .get("/groups/:number", .may(.seePeople)) { asked in try await group(asked) },
    ]

    private static func groups(_ asked: WebRequest) async throws -> Response {
        let context = asked.context()
        let groups = try await asked.desk.run { try $0.groups(in: context) }
        let rows = groups.map { group in
            Table.Row([
                .init("Course \(group.group)", href: "/groups/\(group.group)"), .init(group.team),
                .init(group.stage.title), .init(group.sessions.first?.shortWords ?? ""),
                .init("\(group.held) of \(group.sessions.count)"),
                .init("\(group.seats - group.free) of \(group.seats)"), .init(group.leaders.joined(separator: ", ")),
                .init(group.next.map(Words.sentence) ?? ""),
            ])
        }
        let table = Table(
            counted(groups.count, "course", "courses"),
            [
                .init("Course"), .init("Team"), .init("Stage"), .init("First session"), .init("Held"),
                .init("Seats taken"), .init("Led by"), .init("To do next"),
            ], rows, empty: "No course is planned or running.")
        var blocks: [Block] = [.table(table)]
        if asked.who?.may(.changeStaff) == true {
            blocks.append(.links([Link("Open a course in a group", "/do/open-group")]))
        }
        return asked.web.pages.response(
            Page(title: "Courses in groups", blocks: blocks, section: .groups, isLive: true), asked)
    }

    private static func group(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("number") else { throw WebRefusal.nothingThere }
        let context = asked.context()
        let found = try await asked.desk.run { try $0.groups(all: true, in: context) }.first { $0.group == number }
        guard let group = found else { throw BookingError.noSuchGroup(number) }
        let people = group.people.enumerated().map { place, person in
            let names = group.names ?? []
            return Table.Row([
                .init(names.indices.contains(place) ? names[place] : "Person \(person)", href: "/people/\(person)")
            ])
        }
        let sessions = group.sessions.enumerated().map { place, start in
            Table.Row([
                .init("\(place + 1)"), .init(start.longWords),
                place < group.held ? .init("held") : .tag(start <= context.now ? "to be recorded" : "to come", "blue"),
            ])
        }
        let page = Page(
            title: "Course \(number)", caption: group.team,
            done: asked.query["done"] == nil ? nil : "That is kept.",
            blocks: [
                .columns(
                    [
                        .facts(
                            Facts([
                                ("Stage", Words.capitalised(group.stage.title)),
                                ("Led by", group.leaders.joined(separator: ", ")),
                                ("Seats", "\(group.seats - group.free) of \(group.seats) taken"),
                                ("Starts with", "\(counted(group.smallest, "person", "people")) or more"),
                                ("A session", "\(group.minutes) minutes"),
                                ("To do next", group.next.map(Words.sentence)),
                                ("Due", group.due?.longWords),
                            ]))
                    ], actions(group, asked)),
                .table(
                    Table(
                        counted(sessions.count, "session", "sessions"),
                        [.init("Session", isNumber: true), .init("When"), .init("State")], sessions,
                        empty: "It has no sessions.")),
                .table(
                    Table(
                        counted(people.count, "person has a seat", "people have seats"), [.init("Person")], people,
                        empty: "Nobody has a seat yet.")),
            ], section: .groups, isLive: true, back: Link("All courses", "/groups"))
        return asked.web.pages.response(page, asked)
    }

    /// What can be done with a course where it has got to.
    private static func actions(_ group: GroupEntry, _ asked: WebRequest) -> [Block] {
        let names: [String] =
            switch group.stage {
            case .planned: ["decide", "cancel"]
            case .confirmed, .running: ["attend", "cancel"]
            case .over, .cancelled: []
            }
        let links = names.compactMap { name -> Link? in
            guard let form = CommandForms.form(name, .group), form.right.map({ asked.who?.may($0) == true }) ?? true
            else { return nil }
            return Link(form.title, "/groups/\(group.group)/do/\(name)")
        }
        return links.isEmpty ? [] : [.heading("What is possible"), .links(links)]
    }
}
