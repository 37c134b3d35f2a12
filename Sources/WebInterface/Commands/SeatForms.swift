import BookingService
import BookingStore
import CareModel

/// What became of people at the sessions of a course in a group (TX-4, AT-1).
enum SeatForms {
    static let all: [CommandForm] = [
        CommandForm(
            name: "attend", title: "Record who came", subject: .group, right: .recordContact,
            button: "Record the session",
            fields: { setting in meeting(setting) },
            make: { entered, setting in
                let leader = entered.form.text("leader").flatMap { Int32($0) }
                guard !entered.isTicked("not-held") else {
                    return .attendGroup(AttendGroup(group: setting.number, outcomes: []))
                }
                let outcomes = (setting.group?.people ?? []).map { outcome(entered, $0, "-\($0)") }
                return .attendGroup(
                    AttendGroup(group: setting.number, outcomes: outcomes.compactMap { $0 }, leader: leader))
            }),
        CommandForm(
            name: "correct-seat", title: "Put an outcome in a course right", subject: .person, right: .recordContact,
            words: "What followed from the wrong outcome is taken back, as far as nothing else rests on it.",
            fields: { _ in
                [
                    .number("group", "Number of the course"),
                    .number("session", "Session", hint: "From 1; empty: the last one that is recorded").optional,
                ] + fields("", "They", isOptional: false) + [.text("why-corrected", "What was wrong")]
            },
            make: { entered, setting in
                let group = entered.number("group", "the number", Int64(1)...1_000_000)
                let session = entered.optionalNumber("session", "a number", 1...20)
                let why = entered.text("why-corrected", "what was wrong")
                return outcome(entered, setting.number, "").map {
                    .correctSeat(
                        CorrectSeat(group: group, session: session, person: setting.number, outcome: $0, why: why))
                }
            }),
    ]

    private static let attendances: [(String, String, Attendance)] = [
        ("5", "Came", .attendedOnTime), ("6", "Came late", .attendedLate),
        ("7", "Came too late to take part", .arrivedTooLate), ("3", "Did not come", .didNotAttend),
        ("2", "Cancelled before", .cancelledByPatient),
    ]

    private static let nexts: [(String, String)] = [
        ("", "The course goes on"), ("completed", "The course is completed"), ("stops", "They stop"),
        ("step-up", "A step-up is proposed"),
    ]

    private static func meeting(_ setting: CommandForm.Setting) -> [Field] {
        let people = setting.group?.people ?? []
        let names = setting.group?.names ?? []
        let seats = people.enumerated().flatMap { place, person in
            fields("-\(person)", names.indices.contains(place) ? names[place] : "Person \(person)", isOptional: false)
        }
        let leaders = setting.clinicians.filter { $0.role.leadsGroups }.map { ("\($0.clinician)", $0.name) }
        return seats + [
            Field.select("leader", "Who led it", [("", "Those who were to")] + leaders).optional,
            .boxes("not-held", "Or", [("yes", "The session was not held: the rest is put off by a week")]).optional,
        ]
    }

    private static func fields(_ end: String, _ name: String, isOptional: Bool) -> [Field] {
        [
            .radios("attendance\(end)", name, attendances.map { ($0.0, $0.1) }),
            .number("phq\(end)", "PHQ-9 score of \(name)", hint: "0 to 27").optional,
            .number("gad\(end)", "GAD-7 score of \(name)", hint: "0 to 21").optional,
            Field.select("next\(end)", "What follows for \(name)", nexts).optional,
        ]
    }

    private static func outcome(_ entered: Entered, _ person: Int64, _ end: String) -> SeatOutcome? {
        guard
            let attendance = entered.choice(
                "attendance\(end)", "what became of them", attendances.map { ($0.0, $0.2) })
        else { return nil }
        let scores = entered.scores("phq\(end)", "gad\(end)")
        let next = entered.form.text("next\(end)").flatMap { ContactRecord.NextStep(rawValue: $0) }
        return SeatOutcome(person: person, attendance, scores: scores, next: next)
    }
}
