import BookingService
import BookingStore
import CareModel

/// Commands about a whole team: its lists, and its assessment weeks.
enum TeamForms {
    static func team(_ setting: CommandForm.Setting) -> Field {
        .select("team", "Team", setting.teams.enumerated().map { ("\($0.offset)", $0.element) })
    }

    /// The index of the team that was chosen.
    static func chosen(_ entered: Entered, _ setting: CommandForm.Setting) -> Int? {
        entered.choice("team", "the team", setting.teams.indices.map { ("\($0)", $0) })
    }

    static let all: [CommandForm] = [
        CommandForm(
            name: "allocate", title: "Book for everybody whom free time fits", subject: .service, right: .book,
            button: "Book for them", words: "In the order of the lists, without asking anybody first.",
            back: "/waiting",
            fields: { setting in [team(setting)] },
            make: { entered, setting in chosen(entered, setting).map { .allocate(Allocate(team: $0)) } }),
        CommandForm(
            name: "backfill", title: "Fill times that were freed", subject: .service, right: .book,
            button: "Fill them", words: "With people who can come at short notice, in the order of the lists.",
            back: "/waiting",
            fields: { setting in [team(setting)] },
            make: { entered, setting in chosen(entered, setting).map { .backfill(Backfill(team: $0)) } }),
        CommandForm(
            name: "assessment-week", title: "Declare an assessment week", subject: .service, right: .changeStaff,
            button: "Declare it",
            words: "Most time of the week is for first appointments. What is booked stands.", back: "/staff",
            fields: { setting in
                [
                    team(setting), .day("day", "A day of the first week"),
                    .number("weeks", "Weeks in a row", hint: "1 to 8; empty: as the team's rule has it").optional,
                    .number(
                        "share", "Share of first appointments",
                        hint: "1 to 100 per cent of the time that can be booked; empty: as usual"
                    ).optional,
                    .text("reason", "Reason against the rule", hint: "Only if the desk asks for one: it is kept")
                        .optional,
                ]
            },
            make: { entered, setting in
                let day = entered.day("day", "a day of the week")
                let weeks = entered.optionalNumber("weeks", "a number", 1...8)
                let share = entered.optionalNumber("share", "a number", 1...100)
                let reason = entered.optionalText("reason")
                return chosen(entered, setting).map {
                    .declareAssessmentWeek(
                        DeclareAssessmentWeek(
                            team: $0, day: day, weeks: weeks, share: share.map { Double($0) / 100 }, reason: reason))
                }
            }),
        CommandForm(
            name: "call-off-assessment-week", title: "Call an assessment week off", subject: .service,
            right: .changeStaff, button: "Call it off", words: "What is booked then stands.", back: "/staff",
            fields: { setting in [team(setting), .day("day", "A day of the week"), .text("why", "Why").optional] },
            make: { entered, setting in
                let (day, why) = (entered.day("day", "a day of the week"), entered.optionalText("why") ?? "")
                return chosen(entered, setting).map {
                    .callOffAssessmentWeek(CallOffAssessmentWeek(team: $0, day: day, why: why))
                }
            }),
    ]
}
