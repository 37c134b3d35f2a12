import BookingService
import BookingStore
import CareModel

/// Commands about courses in a group.
enum GroupForms {
    static let all: [CommandForm] = [
        CommandForm(
            name: "join-group", title: "Give a seat in a group", subject: .person, right: .book,
            fields: { setting in [course(setting, or: "The next that fits").optional] },
            make: { entered, setting in
                .joinGroup(
                    JoinGroup(
                        person: setting.number,
                        group: entered.optionalNumber("group", "the number", Int64(1)...1_000_000)))
            }),
        CommandForm(
            name: "leave-group", title: "Give up the seat in the group", subject: .person, right: .book,
            isWarning: true, make: { _, setting in .leaveGroup(LeaveGroup(person: setting.number)) }),
        CommandForm(
            name: "decide", title: "Decide whether the course starts", subject: .group, right: .book,
            words: "With too few people it is put off or cancelled, as the rule says.",
            make: { _, setting in .decideGroup(DecideGroup(group: setting.number)) }),
        CommandForm(
            name: "cancel", title: "Cancel the course", subject: .group, right: .changeStaff, isWarning: true,
            make: { _, setting in .cancelGroup(CancelGroup(group: setting.number)) }),
        CommandForm(
            name: "open-group", title: "Open a course in a group", subject: .service, right: .changeStaff,
            button: "Open the course", words: "The time of those who lead it is booked for every session.",
            back: "/groups",
            fields: { setting in opening(setting) },
            make: { entered, setting in
                let first = entered.day("first", "the day of the first session")
                guard let team = TeamForms.chosen(entered, setting) else { return nil }
                var opening = GroupOpening(team: team, first: first)
                opening.startMinute = entered.form.text("start") == nil ? nil : entered.time("start", "the time")
                opening.sessions = entered.optionalNumber("sessions", "a number", 1...20)
                opening.sessionMinutes = entered.optionalNumber("minutes", "a number", 5...480)
                opening.intervalDays = entered.optionalNumber("interval", "a number", 1...28)
                opening.smallest = entered.optionalNumber("smallest", "a number", 1...100)
                opening.largest = entered.optionalNumber("largest", "a number", 1...100)
                opening.leaders = entered.form.all("leader").compactMap { Int32($0) }
                return .openGroup(OpenGroup(opening: opening))
            }),
    ]

    /// One of the courses that there are.
    /// - Parameter otherwise: what it is if none is chosen; nil if one must be.
    static func course(_ setting: CommandForm.Setting, or otherwise: String?) -> Field {
        let courses = setting.courses.map { course in
            let first = course.sessions.first.map { ", from \($0.shortWords)" } ?? ""
            let free = otherwise == nil ? "" : ", \(counted(course.free, "seat", "seats")) free"
            return ("\(course.group)", "Course \(course.group), \(course.team)\(first)\(free)")
        }
        return .select("group", "Course", [("", otherwise ?? "Choose")] + courses)
    }

    private static func opening(_ setting: CommandForm.Setting) -> [Field] {
        let asUsual = "Empty: as the team's courses are"
        let leaders = setting.clinicians.filter { $0.role.step == .low }.map { known in
            let team = setting.teams.indices.contains(Int(known.team)) ? setting.teams[Int(known.team)] : ""
            return ("\(known.clinician)", "\(known.name), \(team)")
        }
        return [
            TeamForms.team(setting), .day("first", "Day of the first session"),
            Field.time("start", "Time", hint: asUsual).optional,
            Field.number("sessions", "Sessions", hint: "1 to 20. \(asUsual)").optional,
            Field.number("minutes", "Minutes of a session", hint: "5 to 480. \(asUsual)").optional,
            Field.number("interval", "Days between sessions", hint: "1 to 28. \(asUsual)").optional,
            Field.number("smallest", "People without whom it does not start", hint: asUsual).optional,
            Field.number("largest", "Seats", hint: "1 to 100. \(asUsual)").optional,
            Field.select("leader", "Who leads it", [("", "Whoever is free")] + leaders).optional,
        ]
    }
}
