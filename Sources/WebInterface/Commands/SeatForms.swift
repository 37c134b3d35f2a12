import BookingService
import BookingStore
import CareModel

/// What became of people at the sessions of a course in a group (TX-4, AT-1).
enum SeatForms {
    static let all: [CommandForm] = [
        CommandForm(
            name: "attend", title: "Record who came", subject: .group, right: .recordContact,
            button: "Record the session",
            words: "One line for each person. Scores, if they were taken: PHQ-9 from 0 to 27, GAD-7 from 0 to 21.",
            fields: { setting in meeting(setting) },
            make: { entered, setting in
                let leader = entered.form.text("leader").flatMap { Int32($0) }
                guard !entered.isTicked("not-held") else {
                    return .attendGroup(AttendGroup(group: setting.number, outcomes: []))
                }
                let isLast = setting.group?.isAtLast == true
                let outcomes = (setting.group?.people ?? []).enumerated().map { place, person in
                    outcome(entered, person, "-\(person)", name(place, setting), isLast: isLast)
                }
                return .attendGroup(
                    AttendGroup(group: setting.number, outcomes: outcomes.compactMap { $0 }, leader: leader))
            }),
        CommandForm(
            name: "correct-seat", title: "Put an outcome in a course right", subject: .person, right: .recordContact,
            words: "What followed from the wrong outcome is taken back, as far as nothing else rests on it.",
            fields: { setting in
                [
                    GroupForms.course(setting, or: nil),
                    .number("session", "Session", hint: "From 1; empty: the last one that is recorded").optional,
                    .radios("attendance", "What became of them", attendances.map { ($0.0, $0.1) }),
                    .number("phq", "PHQ-9 score", hint: "0 to 27").optional,
                    .number("gad", "GAD-7 score", hint: "0 to 21").optional,
                    Field.select("next", "What follows", nexts(isLast: false)).optional,
                    .text("why-corrected", "What was wrong"),
                ]
            },
            make: { entered, setting in
                let group = entered.number("group", "the number", Int64(1)...1_000_000)
                let session = entered.optionalNumber("session", "a number", 1...20)
                let why = entered.text("why-corrected", "what was wrong")
                return outcome(entered, setting.number, "", "them", isLast: true).map {
                    .correctSeat(
                        CorrectSeat(group: group, session: session, person: setting.number, outcome: $0, why: why))
                }
            }),
    ]

    private static let attendances: [(String, String, Attendance)] = [
        ("5", "Came", .attendedOnTime), ("6", "Came late", .attendedLate),
        ("7", "Too late to take part", .arrivedTooLate), ("3", "Did not come", .didNotAttend),
        ("2", "Cancelled before", .cancelledByPatient),
    ]

    /// What can follow; the first is what does if nothing is chosen.
    private static func nexts(isLast: Bool) -> [(String, String)] {
        let ends = [("completed", "The course is completed"), ("goes-on", "The course goes on")]
        let usual = isLast ? ends : ends.reversed()
        return [("", usual[0].1), usual[1], ("stops", "They stop"), ("step-up", "A step-up is proposed")]
    }

    private static let limits: [(String, String)] = [
        ("", "Choose"), ("end-course", "The episode ends"), ("exception", "A supervisor lets it go on"),
        ("ask-exception", "A supervisor is asked"),
    ]

    private static func name(_ place: Int, _ setting: CommandForm.Setting) -> String {
        let (people, names) = (setting.group?.people ?? [], setting.group?.names ?? [])
        return names.indices.contains(place) ? names[place] : "Person \(people[place])"
    }

    /// A row for each person, and what is said of the whole session.
    private static func meeting(_ setting: CommandForm.Setting) -> [Field] {
        let people = setting.group?.people ?? []
        let rows = people.enumerated().map { place, person in
            Field.row("seat-\(person)", name(place, setting), row(person, setting))
        }
        let leaders = setting.clinicians.filter { $0.role.leadsGroups }.map { ("\($0.clinician)", $0.name) }
        return rows + [
            .boxes("others-came", "The others", [("yes", "Whoever has nothing chosen above came")]).optional,
            Field.select("leader", "Who led it", [("", "Those who were to")] + leaders).optional,
            .boxes("not-held", "Or", [("yes", "The session was not held: the rest is put off by a week")]).optional,
        ]
    }

    private static func row(_ person: Int64, _ setting: CommandForm.Setting) -> [Field] {
        var fields: [Field] = [
            .radios("attendance-\(person)", "What became of them", attendances.map { ($0.0, $0.1) }),
            .number("phq-\(person)", "PHQ-9 score"), .number("gad-\(person)", "GAD-7 score"),
            .select("next-\(person)", "What follows", nexts(isLast: setting.group?.isAtLast == true)),
        ]
        if setting.atLimit.contains(person) {
            fields.append(.select("limit-\(person)", "At the limit of missed appointments", limits))
        }
        return fields
    }

    private static func outcome(
        _ entered: Entered, _ person: Int64, _ end: String, _ name: String, isLast: Bool
    ) -> SeatOutcome? {
        let isOther = entered.isTicked("others-came") && entered.form.text("attendance\(end)") == nil
        let known = attendances.map { ($0.0, $0.2) }
        guard
            let attendance = isOther
                ? .attendedOnTime : entered.choice("attendance\(end)", "what became of \(name)", known)
        else { return nil }
        let scores = entered.scores("phq\(end)", "gad\(end)", of: end.isEmpty ? "" : " of \(name)")
        let next = entered.form.text("next\(end)").flatMap { ContactRecord.NextStep(rawValue: $0) }
        if !attendance.wasSeen {
            if scores != nil { entered.fault("phq\(end)", "Take the scores away, or select that \(name) came") }
            if next == .stepUp || (next == .completed && !isLast) {
                entered.fault("next\(end)", "Select what can follow when somebody was not seen, or that \(name) came")
            }
        }
        var outcome = SeatOutcome(person: person, attendance, scores: scores, next: next)
        if !attendance.wasSeen {
            outcome.atLimit = entered.form.text("limit\(end)").flatMap { LimitAnswer(rawValue: $0) }
        }
        return outcome
    }

    // MARK: What was recorded

    /// Who came to the session that was recorded: how many, and each, with the way to put it right.
    static func summary(of command: BookingCommand, _ setting: CommandForm.Setting) -> [Block] {
        guard case .attendGroup(let told) = command else { return [] }
        guard !told.outcomes.isEmpty else { return [.paragraph("The session was not held: the rest is put off.")] }
        let counts = attendances.compactMap { _, words, attendance -> String? in
            let count = told.outcomes.count { $0.attendance == attendance }
            return count == 0 ? nil : "\(count) \(words.lowercased())"
        }
        let rows = told.outcomes.map { outcome in
            let place = setting.group?.people.firstIndex(of: outcome.person) ?? 0
            let scores = outcome.scores.map { "PHQ-9 \($0.depression), GAD-7 \($0.anxiety)" }
            return Table.Row([
                .init(name(place, setting), href: "/people/\(outcome.person)"),
                .init(attendances.first { $0.2 == outcome.attendance }?.1 ?? outcome.attendance.title),
                .init(scores ?? ""),
                .init("Put it right", href: "/people/\(outcome.person)/do/correct-seat"),
            ])
        }
        return [
            .paragraph("\(Words.capitalised(counts.joined(separator: ", "))).".replacing("  ", with: " ")),
            .table(
                Table(
                    "What was recorded", [.init("Person"), .init("Outcome"), .init("Scores"), .init("If it is wrong")],
                    rows, empty: "")),
        ]
    }
}

extension GroupEntry {
    /// Whether the session that comes next is the last.
    fileprivate var isAtLast: Bool { held + 1 == sessions.count }
}
