public import CareModel

/// What a referral carries, as it is from now on: a need or a preference changed (KT-4).
public struct ReferralChanged: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// What the referral carries.
    public var referral: Referral

    /// A changed referral.
    public init(person: Int64, referral: Referral) {
        self.person = person
        self.referral = referral
    }
}

extension ReferralChanged: StoredEvent {
    static let kind = EventKind.referralChanged
    private static let update = Columns.update(Referral.columns.names, of: "people", where: "person")

    var words: String { "what the referral says was changed" }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            ReferralChanged.update, Referral.columns.values(of: referral) + [person], entry, else: tables.nobody(person)
        )
        try tables.run("UPDATE episodes SET team = ? WHERE person = ?", [Int64(referral.team), person])
    }
}
