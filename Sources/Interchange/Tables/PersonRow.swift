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

    /// Somebody whom a store knows.
    init(_ known: Person, _ identity: Identity) {
        self.init(
            person: known.number, earlier: known.earlierNumber, identity: identity,
            referral: known.referral)
    }

    fileprivate var consents: UInt8 {
        get { identity.consents.rawValue }
        set { identity.consents = Consents(rawValue: newValue) }
    }
}

extension PersonRow: TableRow {
    static var fileName: String { "people.csv" }
    static var blank: PersonRow { PersonRow(person: 0, identity: Identity(name: ""), referral: .blank) }
    static func columns(_ teams: TeamNames) -> [TableColumn<PersonRow>] {
        identityColumns + Referral.tableColumns(teams).map { $0.within(\.referral) }
    }

    private static var identityColumns: [TableColumn<PersonRow>] {
        let text = ColumnForm<String>.text.orEmpty
        return [
            TableColumn("person", \.person, .number(1...999_999_999), "The person's number, from 1."),
            TableColumn(
                "earlier", \.earlier, ColumnForm.number(1...Int64(999_999_999)).orEmpty,
                "The number in an earlier episode (ST-6)."),
            TableColumn(
                "name", \.identity.name, ColumnForm("any text", text: { $0 }, value: { $0 }), "Who the person is."),
            TableColumn("nhs-number", \.identity.nhsNumber, ColumnForm.nhsNumber.orEmpty, "The NHS number."),
            TableColumn("date-of-birth", \.identity.dateOfBirth, ColumnForm.birthday.orEmpty, "The date of birth."),
            TableColumn("phone", \.identity.phone, text, "A telephone number."),
            TableColumn("email", \.identity.email, text, "An address for email."),
            TableColumn("address", \.identity.address, text, "Where letters go."),
            TableColumn("consents", \.consents, .consents, "Ways in which the person agreed to be told (BK-7)."),
            TableColumn(
                "preferred-channel", \.identity.preferredChannel, ColumnForm.messageChannel.orEmpty,
                "The way that the person prefers (BK-8)."),
            TableColumn("format", \.identity.format, text, "The format that the person needs (BK-8)."),
        ]
    }
}
