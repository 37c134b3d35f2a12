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
                    .select(
                        "source", "Who referred", ReferralSource.allCases.map { ($0.name, Words.capitalised($0.title)) }
                    ),
                    .boxes(
                        "traits", "What is known",
                        [
                            ("urgent", "It is urgent"), ("perinatal", "Pregnant, or the parent of a child under one"),
                            ("veteran", "Served in the armed forces"), ("interpreter", "Needs an interpreter"),
                            ("access", "Needs a room without steps"),
                        ]
                    ).optional,
                    Field.select("channel", "They would rather be seen", channels.map { ($0.0, $0.1) }).optional,
                    Field.select("time", "They can come", times.map { ($0.0, $0.1) }).optional,
                    Field.select("therapist", "They ask for", therapists.map { ($0.0, $0.1) }).optional,
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
            name: "add-user", title: "Add a user", subject: .service, right: .administer, back: "/users",
            fields: { setting in
                [
                    .text("name", "Name to sign in with", width: 20),
                    .radios("role", "Role", UserRole.allCases.map { ($0.name, Words.capitalised($0.title)) }),
                    Field.select(
                        "clinician", "Which clinician they are",
                        [("", "None of them")] + setting.clinicians.map { ("\($0.clinician)", $0.name) }
                    ).optional,
                ]
            },
            make: { entered, setting in
                let name = entered.text("name", "the name", most: 100)
                let clinician = entered.form.text("clinician").flatMap { Int32($0) }
                return entered.choice("role", "the role", UserRole.allCases.map { ($0.name, $0) }).map {
                    .addUser(AddUser(user: name, role: $0, clinician: clinician))
                }
            }),
        CommandForm(
            name: "cancel-unconfirmed", title: "Cancel what was not confirmed in time", subject: .service,
            right: .book, words: "Appointments of teams that ask for a confirmation; whose they were is listed.",
            isWarning: true, back: "/tasks",
            make: { _, _ in .cancelUnconfirmed(CancelUnconfirmed()) }),
    ]

    private static let channels: [(String, String, ConsultationChannel)] = [
        ("", "Any way", .unknown), ("1", "In person", .faceToFace), ("2", "By telephone", .telephone),
        ("11", "By video", .video),
    ]
    private static let times: [(String, String, TimeOfDayPreference)] = [
        ("", "At any time", .any), ("morning", "In the morning only", .morning),
        ("afternoon", "In the afternoon only", .afternoon), ("evening", "In the evening only", .evening),
    ]
    private static let therapists: [(String, String, Sex)] = [
        ("", "Anybody", .unknown), ("female", "A woman", .female), ("male", "A man", .male),
    ]

    private static func referral(_ entered: Entered, _ setting: CommandForm.Setting) -> BookingCommand? {
        var identity = Identity(name: entered.text("name", "the name", most: 200))
        identity.nhsNumber = entered.optionalText("nhs-number", most: 20)
        identity.dateOfBirth = entered.optionalDay("date-of-birth", "the date of birth")
        identity.phone = entered.optionalText("phone", most: 40)
        identity.email = entered.optionalText("email", most: 200)
        identity.address = entered.optionalText("address", most: 500)
        identity.consents = PersonForms.consents(entered)
        identity.preferredChannel = PersonForms.preferred(entered)
        identity.format = entered.optionalText("format", most: 200)
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
        referral.channel = channels.first { $0.0 == entered.form.text("channel") }?.2 ?? .unknown
        referral.timeOfDay = times.first { $0.0 == entered.form.text("time") }?.2 ?? .any
        referral.therapistSex = therapists.first { $0.0 == entered.form.text("therapist") }?.2 ?? .unknown
        return .refer(
            Refer(
                referral: ToldReferral(referral, identity, now: setting.now), isAnother: entered.isTicked("another")))
    }
}
