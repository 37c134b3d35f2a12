import BookingService
import BookingStore
import CareModel
import HTTPTypes

/// Questions to the service about people: who waits, what can be offered, what is to be done.
enum QuestionEndpoints {
    static let all: [Endpoint] = lists + people + times

    private static let team = MachineParameter("team", .whole(0...254), "Of one team only, by index.")

    private static func get(
        _ path: String, _ right: Permission?, _ summary: String, _ group: String,
        _ parameters: [MachineParameter], _ answer: Shape, _ run: @escaping Endpoint.Handler
    ) -> Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/\(path)", right: right, summary: summary, group: group,
            parameters: parameters, answer: .json(answer), run: run)
    }

    // MARK: Lists

    private static let lists: [Endpoint] = [
        get(
            "waiting-list", .seePeople, "Who waits, whoever breaches next first.", "Lists",
            [team, MachineParameter("step", ShapeProbe.shape(of: Step.self), "Of one step only.")] + Paging.parameters,
            Paging.shape(WaitingEntry.self)
        ) { call in
            let context = try call.context()
            let team = call.number("team").map { UInt8($0) }
            let step = call.number("step").flatMap { Step(rawValue: UInt8($0)) }
            let list = try await call.desk.run { try $0.waitingList(team: team, step: step, in: context) }
            let last = CivilDay(number: .max)
            return try Paging.answer(list, call) { [Int64(($0.due ?? last).number), $0.person] }
        },
        get(
            "tasks", .seePeople, "What is to be done, whatever is due first before the rest.", "Lists",
            [MachineParameter("due-by", .day, "Only what is due by this day.")] + Paging.parameters,
            Paging.shape(OpenTask.self)
        ) { call in
            let (context, day) = (try call.context(), call.day("due-by"))
            let list = try await call.desk.run { try $0.tasks(dueBy: day, in: context) }
            // The kind says what is to be done; what a clerk would type is of no use to a program.
            let told = list.map { task in
                var task = task
                task.command = nil
                return task
            }
            return try Paging.answer(told, call) { [$0.due.minutes] }
        },
        get(
            "messages", .seePeople, "Messages that wait to be sent, in the order in which they were queued.", "Lists",
            [
                MachineParameter("person", .whole(0...Shape.exact.upperBound), "To one person only."),
                MachineParameter("all", .flag, "Those too that were sent or withdrawn."),
            ] + Paging.parameters, Paging.shape(OutboxMessage.self)
        ) { call in
            let (context, person, all) = (try call.context(), call.number("person"), call.flag("all"))
            let list = try await call.desk.run { try $0.outbox(person: person, all: all, in: context) }
            return try Paging.answer(list, call) { [$0.message] }
        },
        get(
            "calls", .seePeople, "Keeping-in-touch calls that are to be booked, first due first.", "Lists",
            [MachineParameter("due-by", .day, "By this day; today if it is not said.")] + Paging.parameters,
            Paging.shape(RankedPerson.self)
        ) { call in
            let context = try call.context()
            let day = call.day("due-by") ?? context.now.day
            let list = try await call.desk.run { try $0.callsDue(by: day, in: context) }
            return try Paging.answer(list, call) { [Int64($0.due.number), $0.person] }
        },
        get(
            "groups", .seePeople, "Courses in groups that are planned or running.", "Lists",
            [team, MachineParameter("all", .flag, "Those too that are over or cancelled.")] + Paging.parameters,
            Paging.shape(GroupEntry.self)
        ) { call in
            let (context, all) = (try call.context(), call.flag("all"))
            let team = call.number("team").map { Int($0) }
            let list = try await call.desk.run { try $0.groups(team: team, all: all, in: context) }
            return try Paging.answer(list, call) { [$0.group] }
        },
        get(
            "case-management", .seePeople, "Cases for the monthly review, by clinician.", "Lists",
            [MachineParameter("clinician", .whole(0...9999), "Of one clinician only, by index.")] + Paging.parameters,
            Paging.shape(CaseForReview.self)
        ) { call in
            let (context, clinician) = (try call.context(), call.number("clinician").map { Int32($0) })
            let list = try await call.desk.run { try $0.caseManagement(clinician: clinician, in: context) }
            return try Paging.answer(list, call) {
                [Int64($0.clinician ?? .max), -Int64($0.reasons.count), $0.person]
            }
        },
        get(
            "access-log", .audit, "Who looked at whose record, or was refused it, in order.", "Lists",
            [
                MachineParameter("person", .whole(0...Shape.exact.upperBound), "At one person only."),
                MachineParameter("with-reason", .flag, "Only looks for which a reason was given."),
            ] + Paging.parameters, Paging.shape(ToldLook.self)
        ) { call in
            let (context, person, isReasoned) = (
                try call.context(), call.number("person"), call.flag("with-reason")
            )
            let list = try await call.desk.run { try $0.audit(person: person, withReason: isReasoned, in: context) }
            // The log only grows: the place in it stays.
            return try Paging.answer(list.map(ToldLook.init), call) { _ in [] }
        },
    ]

    // MARK: People

    private static let search = Shape.object(
        "Search",
        [
            ShapePart(
                "text", .text(most: 200),
                "A name or the beginnings of its words, an NHS number, a telephone number, a birthday, or a number."
            ),
            ShapePart("limit", .whole(1...100), absent: 20, "People at most."),
        ])

    private static let people: [Endpoint] = [
        Endpoint(
            method: .post, path: "/api/v1/people/search", right: .seePeople,
            summary: "Finds people. It is sent and not asked for, so that no name stands in an address.",
            group: "People", body: search, answer: .json(ShapeProbe.shape(of: ToldFinds.self))
        ) { call in
            let context = try call.context()
            guard case .text(let text) = call.sent("text"), case .whole(let limit) = call.sent("limit") else {
                throw Problem.notThere
            }
            let (people, count) = try await call.desk.run { try $0.find(text, limit: Int(limit), in: context) }
            return try MachineAnswer.of(ToldFinds(items: people, count: count))
        },
        get(
            "people/:person", .seePeople, "Who somebody is, where they are, and their appointments.", "People",
            [], ShapeProbe.shape(of: ToldPerson.self)
        ) { call in
            let (context, person) = (try call.context(), call.number("person") ?? 0)
            return try MachineAnswer.of(ToldPerson(try await call.desk.run { try $0.record(of: person, in: context) }))
        },
        get(
            "people/:person/offers", .book, "Times that can be offered to somebody, best first, and why.", "People",
            [MachineParameter("limit", .whole(1...50), "Times at most; 5 if it is not said.")],
            ShapeProbe.shape(of: Offers.self)
        ) { call in
            let (context, person) = (try call.context(), call.number("person") ?? 0)
            let limit = Int(call.number("limit") ?? 5)
            return try MachineAnswer.of(
                try await call.desk.run { try $0.offer(person: person, limit: limit, in: context) })
        },
        get(
            "appointments/:appointment", .seePeople, "One appointment, whatever became of it.", "People", [],
            ShapeProbe.shape(of: ToldAppointment.self)
        ) { call in
            let (context, number) = (try call.context(), call.number("appointment") ?? 0)
            return try MachineAnswer.of(
                ToldAppointment(try await call.desk.run { try $0.appointment(number, in: context) }))
        },
    ]

    // MARK: Times

    private static let times: [Endpoint] = [
        get(
            "clinicians/:clinician/diary", .seePeople, "Some days of a clinician: what is booked, and what is free.",
            "Diaries",
            [
                MachineParameter("clinician", .whole(0...9999), "Index of the clinician."),
                MachineParameter("from", .day, "The first day; today if it is not said."),
                MachineParameter("days", .whole(1...31), "How many; 7 if it is not said."),
            ], ShapeProbe.shape(of: ToldDiary.self)
        ) { call in
            let (context, clinician) = (try call.context(), Int32(call.number("clinician") ?? 0))
            let (from, days) = (call.day("from") ?? context.now.day, Int(call.number("days") ?? 7))
            let diary = try await call.desk.run {
                try $0.diary(ofClinician: clinician, from: from, days: days, in: context)
            }
            return try MachineAnswer.of(
                ToldDiary(clinician: clinician, name: diary.clinician.name, days: diary.days))
        },
        get(
            "proposals/:team", .book, "A whole list placed as well as can be. Nothing is booked by it.", "Diaries",
            [MachineParameter("team", .whole(0...254), "Index of the team.")], ShapeProbe.shape(of: Proposal.self)
        ) { call in
            let (context, team) = (try call.context(), Int(call.number("team") ?? 0))
            return try MachineAnswer.of(try await call.desk.run { try $0.propose(team: team, in: context) })
        },
    ]
}

extension QuestionEndpoints {
    /// Questions about the service, and about nobody who is treated.
    static let totals: [Endpoint] = [
        get(
            "teams", .seeTotals, "The teams.", "The service", Paging.parameters, Paging.shape(ToldTeam.self)
        ) { call in
            let teams = try await call.desk.run { try $0.teamNames().teams }
            let list = teams.enumerated().map { ToldTeam(team: Int64($0), name: $1.title) }
            return try Paging.answer(list, call) { [$0.team] }
        },
        get(
            "clinicians", .seeTotals, "Who works here, and when they are away.", "The service", Paging.parameters,
            Paging.shape(ToldClinician.self)
        ) { call in
            let context = try call.context()
            let staff = try await call.desk.run { try $0.staff(absencesFrom: context.now.day, in: context) }
            return try Paging.answer(staff.map(ToldClinician.init), call) { [Int64($0.clinician)] }
        },
        get(
            "rooms", .seeTotals, "The rooms.", "The service", Paging.parameters, Paging.shape(ToldRoom.self)
        ) { call in
            let context = try call.context()
            let rooms = try await call.desk.run { try $0.rooms(in: context) }
            let list = rooms.enumerated().filter { $1.team >= 0 }.map { place, room in
                ToldRoom(
                    room: Int64(place + 1), team: Int64(room.team), venue: Int64(room.venue),
                    isAccessible: room.isAccessible)
            }
            return try Paging.answer(list, call) { [$0.room] }
        },
        get(
            "assessment-weeks", .seeTotals, "Assessment weeks to come, and what they give.", "The service", [],
            ShapeProbe.shape(of: ToldWeeks.self)
        ) { call in
            let context = try call.context()
            return try MachineAnswer.of(
                ToldWeeks(items: try await call.desk.run { try $0.assessmentWeeks(in: context) }))
        },
        get(
            "measures", .seeTotals, "Measures of a period: waits, recovery, hours a course.", "The service",
            [
                MachineParameter("from", .day, "The first day; a year before the last if it is not said."),
                MachineParameter("through", .day, "The last day; yesterday if it is not said."),
                MachineParameter("by-group", .flag, "Also by who people are; then small numbers are left out."),
            ], ShapeProbe.shape(of: ToldMeasures.self)
        ) { call in
            let (context, byGroup) = (try call.context(), call.flag("by-group"))
            let last = call.day("through") ?? context.now.day - 1
            let first = call.day("from") ?? last - 364
            guard first <= last else {
                throw Unreadable(place: "from", why: "it is after the last day, \(last)", allowed: "an earlier day")
            }
            let rows = try await call.desk.run { try $0.measures(in: first...last, byGroup: byGroup, in: context) }
            return try MachineAnswer.of(
                ToldMeasures(from: first, through: last, measures: rows.map(CountedMeasure.init)))
        },
        get(
            "public-waits", nil, "What anybody may know of the waits, in fives.", "The service", [],
            ShapeProbe.shape(of: ToldWaits.self)
        ) { call in
            let context = try call.context()
            return try MachineAnswer.of(
                ToldWaits(items: try await call.desk.run { try $0.publicMeasures(in: context) }))
        },
    ]
}
