import BookingService
import BookingStore
import CareModel

/// Commands of the office: referrals, tasks, whole lists, users.
enum OfficeForms {
    static let all: [CommandForm] = [
        CommandForm(
            name: "refer", title: "Receive a referral", subject: .service, right: .book, button: "Receive the referral",
            fields: { setting in
                PersonForms.identity(nil) + [
                    .select("team", "Team", setting.teams.enumerated().map { ("\($0.offset)", $0.element) }),
                    .select("source", "Who referred", ReferralSource.allCases.map { ($0.name, Words.plain($0.name)) }),
                    .boxes(
                        "traits", "What is known",
                        [
                            ("urgent", "It is urgent"), ("perinatal", "Pregnant, or the parent of a child under one"),
                            ("veteran", "Served in the armed forces"), ("interpreter", "Needs an interpreter"),
                            ("access", "Needs a room without steps"),
                        ]
                    ).optional,
                    .boxes("another", "Somebody of the same name", [("yes", "It is another person than those there")])
                        .optional,
                ]
            },
            make: { entered, setting in referral(entered, setting) }),
        CommandForm(
            name: "done", title: "The task is done", subject: .task, right: .seePeople,
            fields: { _ in [.text("note", "Note").optional] },
            make: { entered, setting in
                .finishTask(FinishTask(task: setting.number, note: entered.optionalText("note") ?? ""))
            }),
        CommandForm(
            name: "answer", title: "Answer the question", subject: .task, right: .recordContact,
            fields: { _ in [.area("answer", "Answer")] },
            make: { entered, setting in
                .answerTicket(
                    AnswerTicket(task: setting.number, answer: entered.text("answer", "the answer", most: 2000)))
            }),
        CommandForm(
            name: "add-user", title: "Add a user", subject: .service, right: .administer,
            fields: { _ in
                [
                    .text("name", "Name to sign in with", width: 20),
                    .radios("role", "Role", UserRole.allCases.map { ($0.name, Words.capitalised($0.name)) }),
                ]
            },
            make: { entered, _ in
                let name = entered.text("name", "the name", most: 100)
                return entered.choice("role", "the role", UserRole.allCases.map { ($0.name, $0) }).map {
                    .addUser(AddUser(user: name, role: $0))
                }
            }),
    ]

    private static func referral(_ entered: Entered, _ setting: CommandForm.Setting) -> BookingCommand? {
        var identity = Identity(name: entered.text("name", "the name", most: 200))
        identity.nhsNumber = entered.optionalText("nhs-number", most: 20)
        identity.dateOfBirth = entered.optionalDay("date-of-birth", "the date of birth")
        identity.phone = entered.optionalText("phone", most: 40)
        identity.email = entered.optionalText("email", most: 200)
        identity.address = entered.optionalText("address", most: 500)
        identity.consents = PersonForms.consents(entered)
        let teams = setting.teams.indices.map { ("\($0)", UInt8($0)) }
        let sources = ReferralSource.allCases.map { ($0.name, $0) }
        let team = entered.choice("team", "the team", teams)
        let source = entered.choice("source", "who referred", sources)
        guard let team, let source else { return nil }
        var referral = Referral(received: setting.now, source: source, team: team)
        let traits = entered.form.all("traits")
        referral.isUrgent = traits.contains("urgent")
        referral.perinatal = traits.contains("perinatal") ? .yes : .unknown
        referral.veteran = traits.contains("veteran") ? .yes : .unknown
        referral.interpreter = traits.contains("interpreter") ? .yes : .unknown
        referral.accessibilityNeed = traits.contains("access") ? .yes : .unknown
        return .refer(
            Refer(
                referral: ToldReferral(referral, identity, now: setting.now), isAnother: entered.isTicked("another")))
    }
}
