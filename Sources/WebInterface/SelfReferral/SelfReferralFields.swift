import BookingService
import BookingStore
import CareModel

/// What is asked of somebody who refers themselves, part by part.
enum SelfReferralFields {
    static func of(_ part: SelfReferralPart, _ teams: [SelfReferralTeam]) -> [Field] {
        switch part {
        case .safety: safety
        case .place: place(teams)
        case .about: about
        case .reach: reach
        case .needs: needs
        }
    }

    private static let safety: [Field] = [
        .radios(
            "need", "Are you in danger, or thinking of ending your life or of harming somebody?",
            SelfReferralNeed.allCases.map { ($0.rawValue, $0.words) })
    ]

    private static func place(_ teams: [SelfReferralTeam]) -> [Field] {
        [
            Field.day("date-of-birth", "Your date of birth", hint: "For example, 15/3/1984")
                .with(autocomplete: "bday").with(keys: "text"),
            .radios(
                "team", "Where do you live?",
                teams.enumerated().map { ("\($0.offset + 1)", $0.element.title) } + [(elsewhere, "Somewhere else")]),
            .radios(
                "practice", "Are you registered with a GP there?",
                [("yes", "Yes"), ("no", "No"), ("not-sure", "I am not sure")]),
        ]
    }

    /// The choice of whoever lives where no team is.
    static let elsewhere = "elsewhere"

    private static let about: [Field] = [
        Field.text("name", "Your full name", width: 30).with(autocomplete: "name"),
        Field.text("nhs-number", "NHS number", hint: "Ten digits, for example on a letter from your GP", width: 10)
            .with(keys: "numeric").optional,
        .radios("sex", "Sex", sexes.map { ($0.0, $0.1) }).optional,
        .radios("ethnicity", "Ethnic group", groups.map { ($0.0, $0.1) }).optional,
    ]

    static let sexes: [(String, String, Sex)] = [
        ("female", "Female", .female), ("male", "Male", .male), ("other", "Another", .other),
    ]

    static let groups: [(String, String, EthnicityGroup)] = [
        ("white", "White", .white), ("mixed", "Mixed or multiple ethnic groups", .mixed),
        ("asian", "Asian or Asian British", .asian), ("black", "Black, Black British, Caribbean or African", .black),
        ("other", "Another ethnic group", .other),
    ]

    private static let reach: [Field] = [
        Field.text("phone", "Telephone number", width: 20).with(autocomplete: "tel").with(keys: "tel").optional,
        Field.text("email", "Email address", width: 30).with(autocomplete: "email").with(keys: "email").optional,
        Field.area("address", "Address, with the postcode").with(autocomplete: "street-address").optional,
        .radios(
            "preferred", "How should we write to you?", writing.map { ($0.0, $0.1) },
            hint: "Nobody else is to read it: choose what is safe for you"),
        .boxes(
            "consents", "May we also",
            [
                ("voicemail", "leave a message on your answering machine"),
                ("gp-letter", "write to your GP about how it goes"),
            ]
        ).optional,
    ]

    /// How somebody can be written to, the detail that it needs, and what that is called in a sentence.
    static let writing: [(String, String, MessageChannel, field: String, detail: String)] = [
        ("text", "By text message", .textMessage, "phone", "a telephone number, so that we can send text messages"),
        ("email", "By email", .email, "email", "an email address, so that we can send emails"),
        ("post", "By letter", .post, "address", "an address, so that we can send letters"),
    ]

    private static let needs: [Field] = [
        .radios(
            "channel", "How would you like to be seen?",
            [("2", "By telephone"), ("11", "By video"), ("1", "In person"), ("any", "I do not mind")]
        ).optional,
        .radios("time", "When can you come?", times.map { ($0.0, $0.1) }).optional,
        .radios("therapist", "Would you like to see", [("female", "a woman"), ("male", "a man"), ("any", "either")])
            .optional,
        .radios("interpreter", "Do you need an interpreter?", [("yes", "Yes"), ("no", "No")]).optional,
        .text("language", "Your language, if it is not English", width: 20).optional,
        .text("format", "Letters in another form", hint: "For example, large print, or easy read", width: 20).optional,
        .boxes(
            "about", "Tick what holds for you",
            [
                ("access", "I need a room without steps"),
                ("perinatal", "I am pregnant, or have a child under one"),
                ("veteran", "I have served in the armed forces"),
                ("long-term", "I live with a long-term physical condition, such as diabetes or asthma"),
            ]
        ).optional,
    ]

    static let times: [(String, String, TimeOfDayPreference)] = [
        ("any", "At any time", .any), ("morning", "In the morning only", .morning),
        ("afternoon", "In the afternoon only", .afternoon), ("evening", "In the evening only", .evening),
    ]
}
