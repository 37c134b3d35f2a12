import Allocation
import BookingService
import BookingStore
import CareModel

/// Commands about a person.
enum PersonForms {
    static let all: [CommandForm] = [
        CommandForm(
            name: "screen", title: "Screen the referral", subject: .person, right: .recordContact,
            words: "Tick what the referral says. With nothing ticked the person is accepted.",
            fields: { _ in
                [
                    .boxes(
                        "found", "What the referral says",
                        [
                            ("risk", "Risk to self or others is mentioned"),
                            ("excluded", "An exclusion holds: they are sent elsewhere"),
                            ("high", "It looks like step 3"), ("under-age", "They are too young for the team"),
                            ("diverted", "They take another kind of help instead"),
                        ]
                    ).optional
                ]
            },
            make: { entered, setting in
                let found = entered.form.all("found")
                return .screen(
                    Screen(
                        person: setting.number, mentionsRisk: found.contains("risk"),
                        isExcluded: found.contains("excluded"), looksLikeHighIntensity: found.contains("high"),
                        isUnderAge: found.contains("under-age"), isDiverted: found.contains("diverted")))
            }),
        CommandForm(
            name: "contact", title: "Record an attempt to reach them", subject: .person, right: .book,
            fields: { _ in
                [
                    .radios(
                        "answer", "What became of it",
                        [
                            ("wants", "They want an appointment"), ("not-reached", "They were not reached"),
                            ("declines", "They decline"),
                        ])
                ]
            },
            make: { entered, setting in
                let answers: [(String, ContactAnswer)] = [
                    ("wants", .wantsAppointment), ("not-reached", .notReached), ("declines", .declines),
                ]
                return entered.choice("answer", "what became of it", answers).map {
                    .attemptContact(AttemptContact(person: setting.number, answer: $0))
                }
            }),
        CommandForm(
            name: "make-contact", title: "They were in touch", subject: .person, right: .book,
            words: "They are offered a time again.",
            make: { _, setting in .makeContact(MakeContact(person: setting.number)) }),
        CommandForm(
            name: "end-without-contact", title: "They were not in touch in time", subject: .person, right: .book,
            words: "The rule about missed appointments says what follows.", isWarning: true,
            fields: { _ in
                [AppointmentForms.limit]
            },
            make: { entered, setting in
                .endWithoutContact(
                    EndWithoutContact(
                        person: setting.number,
                        atLimit: entered.form.text("limit").flatMap { LimitAnswer(rawValue: $0) }))
            }),
        CommandForm(
            name: "put-on-hold", title: "Put treatment off", subject: .person, right: .book,
            fields: { _ in [.day("until", "Until"), .text("why", "Why")] },
            make: { entered, setting in
                let (until, why) = (entered.day("until", "the day"), entered.text("why", "why"))
                return .putOnHold(PutOnHold(person: setting.number, until: until, why: why))
            }),
        CommandForm(
            name: "end-hold", title: "Treatment can start", subject: .person, right: .book,
            make: { _, setting in .endHold(EndHold(person: setting.number)) }),
        CommandForm(
            name: "agree-step-up", title: "Supervision agrees the step-up", subject: .person, right: .recordContact,
            make: { _, setting in .agreeStepUp(AgreeStepUp(person: setting.number)) }),
        CommandForm(
            name: "decline-step-up", title: "Supervision does not agree the step-up", subject: .person,
            right: .recordContact, make: { _, setting in .declineStepUp(DeclineStepUp(person: setting.number)) }),
        CommandForm(
            name: "move-case", title: "Hand the case to another clinician", subject: .person, right: .book,
            words: "They go to the front of the list, and what is booked is given up.", isWarning: true,
            fields: { _ in [.text("reason", "Why").optional] },
            make: { entered, setting in
                .moveCase(MoveCase(person: setting.number, reason: entered.optionalText("reason")))
            }),
        CommandForm(
            name: "plan-course", title: "Book a course", subject: .person, right: .book, button: "Book the course",
            words: "All sessions are booked with one clinician; weeks of leave and bank holidays move.",
            fields: { _ in [.number("sessions", "Sessions", hint: "1 to 30, those that are still to come")] },
            make: { entered, setting in
                .planCourse(
                    PlanCourse(person: setting.number, sessions: entered.number("sessions", "a number", 1...30)))
            }),
        CommandForm(
            name: "book-call", title: "Book the keeping-in-touch call", subject: .person, right: .book,
            make: { _, setting in .bookCall(BookCall(person: setting.number)) }),
        CommandForm(
            name: "choose-calls", title: "Keeping-in-touch calls, or none", subject: .person, right: .book,
            fields: { _ in
                [.radios("calls", "While they wait", [("yes", "They want calls"), ("no", "They want none")])]
            },
            make: { entered, setting in
                entered.choice("calls", "whether they want calls", [("yes", true), ("no", false)]).map {
                    .chooseCalls(ChooseCalls(person: setting.number, wantsCalls: $0))
                }
            }),
    ]

    static let more: [CommandForm] = [
        CommandForm(
            name: "contact-received", title: "They got in touch", subject: .person, right: .seePeople,
            fields: { _ in
                [
                    .radios(
                        "about", "About",
                        [
                            ("administration", "An appointment, an address"), ("state", "How they are"),
                            ("risk", "A risk to themselves or others"),
                        ]), .area("said", "What they said").optional,
                    Field.select(
                        "outcome", "What a clinician agreed with them",
                        [("", "Nothing yet: it is passed on")] + CallOutcomes.all.map { ($0.0, $0.1) }
                    ).optional,
                ]
            },
            make: { entered, setting in
                let matters = ReportedMatter.allCases.map { ("\($0)", $0) }
                let said = entered.optionalText("said", most: 2000) ?? ""
                let outcome = entered.form.text("outcome").flatMap { name in CallOutcomes.all.first { $0.0 == name }?.2
                }
                return entered.choice("about", "what it was about", matters).map {
                    .receiveContact(ReceiveContact(person: setting.number, about: $0, said: said, outcome: outcome))
                }
            }),
        CommandForm(
            name: "record-risk", title: "Somebody at risk: urgent slot", subject: .person, right: .book,
            button: "Give the urgent slot",
            words: "They get the urgent slot of the day; what stood there is rebooked first.", isWarning: true,
            make: { _, setting in .recordRisk(RecordRisk(person: setting.number)) }),
        CommandForm(
            name: "ask-supervision", title: "Ask supervision", subject: .person, right: .recordContact,
            fields: { _ in
                [.area("question", "Question"), .boxes("urgent", "How soon", [("yes", "It is urgent")]).optional]
            },
            make: { entered, setting in
                .askSupervision(
                    AskSupervision(
                        person: setting.number, question: entered.text("question", "the question", most: 2000),
                        isUrgent: entered.isTicked("urgent")))
            }),
        CommandForm(
            name: "discharge", title: "End the episode", subject: .person, right: .recordContact,
            button: "End the episode", isWarning: true,
            fields: { _ in
                [
                    Field.select(
                        "reason", "Why",
                        [("", "Choose")] + EndReason.allCases.map { ($0.name, Words.capitalised($0.title)) }),
                    .text(
                        "supervisor", "Supervisor who agreed", hint: "Asked for when somebody has not recovered"
                    ).optional,
                    .boxes("ask-supervisor", "Or", [("yes", "Let a supervisor be asked: they stay until then")])
                        .optional,
                ]
            },
            make: { entered, setting in
                let supervisor = entered.optionalText("supervisor", most: 200)
                return entered.choice("reason", "why", EndReason.allCases.map { ($0.name, $0) }).map {
                    .discharge(
                        Discharge(
                            person: setting.number, reason: $0,
                            agreement: supervisor.map { .agreed(by: $0) }
                                ?? (entered.isTicked("ask-supervisor") ? .asked : nil)))
                }
            }),
        CommandForm(
            name: "reopen", title: "Open the episode again", subject: .person, right: .recordContact,
            words: "For a slip: they are where they were. Who comes back is referred again.",
            fields: { _ in [.text("why", "What was wrong")] },
            make: { entered, setting in
                .reopen(Reopen(person: setting.number, why: entered.text("why", "what was wrong")))
            }),
        CommandForm(
            name: "issue-link", title: "Give a link to book with", subject: .person, right: .book,
            button: "Make the link", words: "They choose a time by themselves, without an account.",
            fields: { _ in [Field.number("days", "Good for so many days", hint: "1 to 14").with(value: "3")] },
            make: { entered, setting in
                .issueLink(IssueLink(person: setting.number, days: entered.number("days", "a number", 1...14)))
            }),
        CommandForm(
            name: "change-person", title: "Change who they are and how to reach them", subject: .person, right: .book,
            words: "What is left empty is taken away, but for a date of birth: another takes its place.",
            fields: { setting in
                let isShort = setting.record?.person.facts.acceptsShortNotice == true
                return PersonForms.identity(setting.record?.identity) + [
                    Field.boxes("short-notice", "Freed times", [("yes", "They can come at short notice")]).optional
                        .choosing(isShort ? ["yes"] : [])
                ]
            },
            make: { entered, setting in
                var change = PersonChange()
                change.name = entered.text("name", "the name", most: 200)
                change.nhsNumber = entered.optionalText("nhs-number", most: 20) ?? ""
                change.dateOfBirth = entered.optionalDay("date-of-birth", "the date of birth")
                change.phone = entered.optionalText("phone", most: 40) ?? ""
                change.email = entered.optionalText("email", most: 200) ?? ""
                change.address = entered.optionalText("address", most: 500) ?? ""
                change.consents = PersonForms.consents(entered)
                change.preferredChannel = PersonForms.preferred(entered)
                change.format = entered.optionalText("format", most: 200) ?? ""
                change.acceptsShortNotice = entered.isTicked("short-notice")
                return .changePerson(ChangePerson(person: setting.number, change: change))
            }),
    ]

    /// The fields of who somebody is.
    static func identity(_ known: Identity?) -> [Field] {
        [
            Field.text("name", "Full name", width: 30).with(value: known?.name),
            Field.text("nhs-number", "NHS number", hint: "Ten digits", width: 10).optional
                .with(value: known?.nhsNumber),
            Field.day("date-of-birth", "Date of birth", hint: "For example, 15/3/1984").optional
                .with(value: known?.dateOfBirth.map { "\($0.date.day)/\($0.date.month)/\($0.date.year)" }),
            Field.text("phone", "Telephone", width: 20).optional.with(value: known?.phone),
            Field.text("email", "Email", width: 30).optional.with(value: known?.email),
            Field.area("address", "Address").optional.with(value: known?.address),
            Field.boxes(
                "consents", "They agree to be reached by",
                ways.map { ($0.0, $0.1) }
            ).optional.choosing(ways.filter { known?.consents.contains($0.2) == true }.map(\.0)),
            Field.select(
                "preferred", "They would rather be reached by",
                [("", "No preference")] + ways.map { ($0.0, Words.capitalised($0.1)) }
            ).optional.with(value: known?.preferredChannel.map { "\($0.rawValue)" }),
            Field.text("format", "Letters in another form", hint: "For example, large print", width: 20).optional
                .with(value: known?.format),
        ]
    }

    private static let ways: [(String, String, Consents)] = MessageChannel.allCases.map {
        ("\($0.rawValue)", $0.title, $0.consent)
    }

    static func preferred(_ entered: Entered) -> MessageChannel? {
        entered.form.text("preferred").flatMap { UInt8($0) }.flatMap { MessageChannel(rawValue: $0) }
    }

    static func consents(_ entered: Entered) -> Consents {
        let ticked = entered.form.all("consents")
        return ways.filter { ticked.contains($0.0) }.reduce(into: Consents()) { $0.formUnion($1.2) }
    }
}
