import BookingService
import BookingStore
import CareModel

/// Commands about an appointment.
enum AppointmentForms {
    static let all: [CommandForm] = [
        CommandForm(
            name: "attend", title: "Record what became of it", subject: .appointment, right: .recordContact,
            fields: { setting in outcome(setting) },
            make: { entered, setting in
                record(entered, setting).map { .attend(Attend(appointment: setting.number, contact: $0)) }
            }),
        CommandForm(
            name: "cancel", title: "Cancel it", subject: .appointment, right: .book, button: "Cancel the appointment",
            isWarning: true,
            fields: { _ in
                [
                    .radios("by", "Who cancels", [("person", "The person"), ("service", "The service")]),
                    .radios("rebooks", "Do they want another", [("yes", "Yes"), ("no", "No")]),
                    limit, .text("why", "Why").optional,
                    .day("said-day", "The day on which it was said", hint: "If that was before it began, and not now")
                        .optional, .time("said-time", "The time at which it was said").optional,
                ]
            },
            make: { entered, setting in
                let by = entered.choice("by", "who cancels", [("person", true), ("service", false)])
                let rebooks = entered.choice("rebooks", "whether they want another", [("yes", true), ("no", false)])
                let day = entered.optionalDay("said-day", "the day")
                let time = entered.form.text("said-time") == nil ? nil : entered.time("said-time", "the time")
                if (day == nil) != (time == nil), entered.faults.isEmpty {
                    entered.fault(day == nil ? "said-day" : "said-time", "Enter the day and the time, or neither")
                }
                guard let by, let rebooks else { return nil }
                let said = day.flatMap { day in time.map { CivilMinute(day: day, minuteOfDay: $0) } }
                return .cancel(
                    Cancel(
                        appointment: setting.number, byPerson: by, rebooks: rebooks,
                        atLimit: entered.form.text("limit").flatMap { LimitAnswer(rawValue: $0) }, saidAt: said,
                        why: entered.optionalText("why") ?? ""))
            }),
        CommandForm(
            name: "distance", title: "Keep it by telephone or video", subject: .appointment, right: .book,
            fields: { _ in [.radios("channel", "How", [("2", "By telephone"), ("11", "By video")])] },
            make: { entered, setting in
                let ways: [(String, ConsultationChannel)] = [("2", .telephone), ("11", .video)]
                return entered.choice("channel", "how", ways).map {
                    .keepAtADistance(KeepAtADistance(appointment: setting.number, channel: $0))
                }
            }),
        CommandForm(
            name: "confirmed", title: "They confirmed that they come", subject: .appointment, right: .book,
            make: { _, setting in .confirmed(Confirmed(appointment: setting.number)) }),
        CommandForm(
            name: "correct", title: "Put the outcome right", subject: .appointment, right: .recordContact,
            words: "What followed from the wrong outcome is taken back, as far as nothing else rests on it.",
            fields: { setting in
                outcome(setting) + [
                    .boxes("without", "Or", [("yes", "Nothing is to be recorded of it: the outcome is taken away")])
                        .optional, .text("why-corrected", "What was wrong"),
                ]
            },
            make: { entered, setting in
                let why = entered.text("why-corrected", "what was wrong")
                if entered.isTicked("without") {
                    return .correct(Correct(appointment: setting.number, contact: nil, why: why))
                }
                return record(entered, setting).map {
                    .correct(Correct(appointment: setting.number, contact: $0, why: why))
                }
            }),
    ]

    /// What is possible with an appointment now.
    static func possible(_ appointment: AppointmentRecord, now: CivilMinute) -> [String] {
        if appointment.attendance != nil { return ["correct"] }
        guard appointment.status == .standing else { return [] }
        guard appointment.placement.start > now else { return ["attend", "cancel"] }
        return ["confirmed", "venue", "distance", "cancel"]
    }

    private static let attendances: [(String, Attendance)] = [
        ("5", .attendedOnTime), ("6", .attendedLate), ("7", .arrivedTooLate), ("3", .didNotAttend),
    ]

    /// The fields of an outcome, by what kind of contact it was.
    private static func outcome(_ setting: CommandForm.Setting) -> [Field] {
        var fields: [Field] = [
            .radios(
                "attendance", "Attendance", attendances.map { ($0.0, Words.capitalised($0.1.title)) }),
            .number("phq", "PHQ-9 score", hint: "0 to 27").optional,
            .number("gad", "GAD-7 score", hint: "0 to 21").optional,
            .number("item-nine", "PHQ-9, item 9", hint: "0 to 3").optional,
        ]
        switch setting.appointment?.placement.kind {
        case .firstAppointment?, nil:
            fields += [
                .radios("step", "Treatment at", [("2", "Step 2"), ("3", "Step 3")], hint: "If they were seen").optional,
                Field.select(
                    "end", "Or the episode ends",
                    [("", "It goes on")] + ends.map { ($0.name, Words.capitalised($0.title)) }
                ).optional,
            ]
        case .treatment?:
            fields.append(
                .radios(
                    "next", "What follows",
                    [
                        ("goes-on", "The course goes on"), ("completed", "The course is completed"),
                        ("stops", "They stop"), ("step-up", "A step-up is proposed"),
                        ("step-down", "It goes on at step 2"),
                    ], hint: "If they were seen"
                ).optional)
        case .keepingInTouch?:
            fields.append(
                .radios(
                    "call", "What they say",
                    CallOutcomes.all.map { ($0.0, $0.1) }, hint: "If they were reached"
                ).optional)
        }
        fields += [
            limit,
            .boxes("risk", "Risk", [("yes", "A risk was found")]).optional,
            .text("agreed-by", "Supervisor who agreed to a discharge").optional,
        ]
        return fields
    }

    /// What is to be where the rule would end the episode (AT-3).
    static let limit = Field.radios(
        "limit", "If the rule about missed appointments would end the episode",
        [
            ("", "Ask me first"), ("end-course", "End it"), ("exception", "A supervisor makes an exception"),
            ("ask-exception", "A supervisor is asked for an exception"),
        ]
    ).optional

    private static let ends: [EndReason] = [
        .notSuitable, .signposted, .adviceOnly, .declinedTreatment, .referredOn, .noLongerNeeded,
    ]

    private static func record(_ entered: Entered, _ setting: CommandForm.Setting) -> ContactRecord? {
        guard let attendance = entered.choice("attendance", "whether they attended", attendances) else { return nil }
        var record = ContactRecord(attendance)
        record.scores = entered.scores("phq", "gad")
        record.itemNine = entered.optionalNumber("item-nine", "item 9", UInt8(0)...3)
        record.step = entered.form.text("step").map { $0 == "3" ? .high : .low }
        record.end = entered.form.text("end").flatMap { name in EndReason.allCases.first { $0.name == name } }
        if record.end != nil { record.step = nil }
        record.next = entered.form.text("next").flatMap { ContactRecord.NextStep(rawValue: $0) }
        record.call = entered.form.text("call").flatMap { name in CallOutcomes.all.first { $0.0 == name }?.2 }
        record.riskFound = entered.isTicked("risk")
        switch entered.form.text("limit").flatMap({ LimitAnswer(rawValue: $0) }) {
        case .ends?: record.endsCourse = true
        case .exception?: record.exception = true
        case .asks?: record.asksException = true
        case nil: break
        }
        record.agreement = entered.optionalText("agreed-by", most: 200).map { .agreed(by: $0) }
        return record
    }
}
