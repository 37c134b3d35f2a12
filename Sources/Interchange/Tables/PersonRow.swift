public import BookingStore
public import CareModel

/// A line of `people.csv`: who somebody is, what they agreed to, and what the referral carries.
public struct PersonRow: Hashable, Sendable {
    /// The person's number, from 1.
    public var person: Int64
    /// The number in an earlier episode (ST-6), if there was one.
    public var earlier: Int64?
    /// Who the person is, and the consents (BK-7).
    public var identity: Identity
    /// What the referral carries (RF-13).
    public var referral: Referral

    /// A person.
    public init(person: Int64, earlier: Int64? = nil, identity: Identity, referral: Referral) {
        self.person = person
        self.earlier = earlier
        self.identity = identity
        self.referral = referral
    }

    fileprivate var depression: UInt8? {
        get { referral.scores?.depression }
        set { referral.scores = ScoreCells.with(referral.scores, depression: newValue) }
    }

    fileprivate var anxiety: UInt8? {
        get { referral.scores?.anxiety }
        set { referral.scores = ScoreCells.with(referral.scores, anxiety: newValue) }
    }

    fileprivate var consents: UInt8 {
        get { identity.consents.rawValue }
        set { identity.consents = Consents(rawValue: newValue) }
    }
}

/// Scores from two cells that come one after the other, PHQ-9 first.
enum ScoreCells {
    /// The scores once PHQ-9 is known.
    static func with(_ scores: Scores?, depression: UInt8?) -> Scores? {
        depression.map { Scores(depression: $0, anxiety: scores?.anxiety ?? 0) }
    }

    /// The scores once GAD-7 is known.
    static func with(_ scores: Scores?, anxiety: UInt8?) -> Scores? {
        anxiety.map { Scores(depression: scores?.depression ?? 0, anxiety: $0) } ?? scores
    }
}

extension PersonRow: TableRow {
    static var fileName: String { "people.csv" }
    static var blank: PersonRow {
        let never = CivilMinute(minutes: 0)
        return PersonRow(
            person: 0, identity: Identity(name: ""), referral: Referral(received: never, source: .other, team: 0))
    }
    static func columns(_ teams: TeamNames) -> [TableColumn<PersonRow>] {
        identityColumns + referralColumns(teams) + ratingColumns
    }

    private static var identityColumns: [TableColumn<PersonRow>] {
        let text = ColumnForm<String>.text.orEmpty
        return [
            TableColumn("person", \.person, .number(1...999_999_999)),
            TableColumn("earlier", \.earlier, ColumnForm.number(1...Int64(999_999_999)).orEmpty),
            TableColumn("name", \.identity.name, ColumnForm("any text", text: { $0 }, value: { $0 })),
            TableColumn("nhs-number", \.identity.nhsNumber, ColumnForm.nhsNumber.orEmpty),
            TableColumn("date-of-birth", \.identity.dateOfBirth, ColumnForm.birthday.orEmpty),
            TableColumn("phone", \.identity.phone, text),
            TableColumn("email", \.identity.email, text),
            TableColumn("address", \.identity.address, text),
            TableColumn("consents", \.consents, .consents),
            TableColumn("preferred-channel", \.identity.preferredChannel, ColumnForm.messageChannel.orEmpty),
            TableColumn("format", \.identity.format, text),
        ]
    }

    private static func referralColumns(_ teams: TeamNames) -> [TableColumn<PersonRow>] {
        [
            TableColumn("received", \.referral.received, .minute),
            TableColumn("source", \.referral.source, .referralSource),
            TableColumn("team", \.referral.team, .team(teams)),
            TableColumn("age-band", \.referral.ageBand, ColumnForm.ageBand.unknownIfEmpty(.unknown)),
            TableColumn("sex", \.referral.sex, ColumnForm.sex.unknownIfEmpty(.unknown)),
            TableColumn("ethnicity", \.referral.ethnicity, ColumnForm.ethnicity.unknownIfEmpty(.unknown)),
            TableColumn("deprivation-decile", \.referral.deprivationDecile, .numberOrNone(1...10)),
            TableColumn("long-term-condition", \.referral.longTermCondition, .known),
            TableColumn("perinatal", \.referral.perinatal, .known),
            TableColumn("weeks-until-birth", \.referral.weeksUntilBirth, .numberOrNone(1...40)),
            TableColumn("veteran", \.referral.veteran, .known),
            TableColumn("language", \.referral.language, .numberOrNone(1...255)),
            TableColumn("interpreter", \.referral.interpreter, .known),
            TableColumn("accessibility-need", \.referral.accessibilityNeed, .known),
            TableColumn("channel", \.referral.channel, ColumnForm.channel.unknownIfEmpty(.unknown)),
            TableColumn("time-of-day", \.referral.timeOfDay, ColumnForm.timeOfDayPreference.unknownIfEmpty(.any)),
            TableColumn("venue", \.referral.venue, .numberOrNone(1...255)),
            TableColumn("preferred-therapy", \.referral.modality, ColumnForm.modality.orEmpty),
            TableColumn("therapist-sex", \.referral.therapistSex, ColumnForm.sex.unknownIfEmpty(.unknown)),
        ]
    }

    private static var ratingColumns: [TableColumn<PersonRow>] {
        [
            TableColumn("phq-9", \.depression, ColumnForm.number(0...Scores.depressionCeiling).orEmpty),
            TableColumn("gad-7", \.anxiety, ColumnForm.number(0...Scores.anxietyCeiling).orEmpty),
            TableColumn("severity", \.referral.matrix.severity, .rating),
            TableColumn("chronicity", \.referral.matrix.chronicity, .rating),
            TableColumn("complexity", \.referral.matrix.complexity, .rating),
            TableColumn("impairment", \.referral.matrix.impairment, .rating),
            TableColumn("substance-use", \.referral.matrix.substanceUse, .rating),
            TableColumn("risk", \.referral.matrix.risk, .rating),
            TableColumn("earlier-interventions", \.referral.matrix.earlierInterventions, .rating),
            TableColumn("urgent", \.referral.isUrgent, ColumnForm.yesOrNo.unknownIfEmpty(false)),
        ]
    }
}
