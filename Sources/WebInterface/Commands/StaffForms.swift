import BookingService
import BookingStore
import CareModel

/// Commands about who works when and where.
enum StaffForms {
    private static let reasons: [(String, String, AbsenceReason)] = [
        ("leave", "Leave", .leave), ("sickness", "Sickness", .sickness),
        ("parental-leave", "Parental leave", .parentalLeave), ("duty", "Duty", .duty),
        ("training", "Training", .training),
    ]

    static let all: [CommandForm] = [
        CommandForm(
            name: "absence", title: "Enter an absence", subject: .clinician, right: .changeStaff,
            button: "Enter the absence", words: "Whoever is booked on these days is listed with new times.",
            fields: { _ in
                [
                    .day("first", "First day"), .day("last", "Last day"),
                    .select("reason", "Why", reasons.map { ($0.0, $0.1) }),
                ]
            },
            make: { entered, setting in
                let (first, last) = (entered.day("first", "the first day"), entered.day("last", "the last day"))
                return entered.choice("reason", "why", reasons.map { ($0.0, $0.2) }).map {
                    .enterAbsence(
                        EnterAbsence(clinician: Int32(setting.number), first: first, last: last, reason: $0))
                }
            }),
        CommandForm(
            name: "back", title: "They are back, or do not go", subject: .clinician, right: .changeStaff,
            fields: { _ in [.day("first", "First day that they work"), .day("last", "Last day")] },
            make: { entered, setting in
                let (first, last) = (entered.day("first", "the first day"), entered.day("last", "the last day"))
                return .endAbsence(EndAbsence(clinician: Int32(setting.number), first: first, last: last))
            }),
        CommandForm(
            name: "last-day", title: "Set a last day", subject: .clinician, right: .changeStaff,
            words: "What is booked after it is rebooked, and everybody on the caseload is to be handed over.",
            fields: { _ in
                [
                    .day("last", "Last day").optional,
                    .boxes("stays", "Or", [("yes", "They stay after all")]).optional,
                ]
            },
            make: { entered, setting in
                var change = ClinicianChange()
                change.lastDay = entered.optionalDay("last", "the last day")
                change.stays = entered.isTicked("stays")
                if change.lastDay == nil, !change.stays { entered.fault("last", "Enter the last day") }
                return .changeClinician(ChangeClinician(clinician: Int32(setting.number), change: change))
            }),
        CommandForm(
            name: "caseload", title: "Change the caseload cap", subject: .clinician, right: .changeStaff,
            fields: { setting in
                let known = setting.clinicians.first { Int64($0.clinician) == setting.number }
                return [
                    Field.number("cap", "People at most", hint: "0 to 200").with(
                        value: known.map { "\($0.caseloadCap)" })
                ]
            },
            make: { entered, setting in
                var change = ClinicianChange()
                change.caseloadCap = entered.number("cap", "a number", 0...200)
                return .changeClinician(ChangeClinician(clinician: Int32(setting.number), change: change))
            }),
    ]
}
