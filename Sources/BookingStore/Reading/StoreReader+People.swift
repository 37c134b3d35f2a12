public import CareModel
import GRDB

extension StoreReader {
    private static let personSQL = """
        SELECT person, earlier, \(Referral.columns.names(of: "people")),
        \(StoredEpisode.columns.names(of: "episodes")), \(PersonFacts.columns.names(of: "episodes"))
        FROM people JOIN episodes USING (person)
        """
    private static let episodeSQL = """
        SELECT person, team, \(StoredEpisode.columns.names), \(PersonFacts.columns.names) FROM episodes
        """

    /// The waiting list (KT-8): those in some states, first due first, those of whom nothing is due last; then by
    /// number. Complexity: O(k log k) in the length of the list, whatever else is in the store.
    /// - Parameters:
    ///   - states: where the people are; the two states of waiting by default.
    ///   - team: of one team only, if not nil.
    ///   - step: at one step only, if not nil.
    public func waitingList(
        states: [EpisodeState] = [.waitingFirstAppointment, .waitingTreatment], team: UInt8? = nil, step: Step? = nil
    ) throws -> [EpisodeRecord] {
        let states = states.map { String($0.rawValue) }.joined(separator: ", ")
        var sql = StoreReader.episodeSQL + " WHERE state IN (\(states))"
        if let team { sql += " AND team = \(team)" }
        if let step { sql += " AND step = \(step.rawValue)" }
        sql += " ORDER BY due_on NULLS LAST, person"
        return try fetch(sql, [], episodeRecord)
    }

    /// Everybody who is in the service, by number.
    public func openPeople() throws -> [Person] {
        try fetch(
            StoreReader.personSQL + " WHERE state <> \(EpisodeState.closed.rawValue) ORDER BY person", [],
            known)
    }

    /// Everybody who was ever in the service, by number.
    public func everyPerson() throws -> [Person] { try fetch(StoreReader.personSQL + " ORDER BY person", [], known) }

    /// Every episode that is open, by number.
    public func openEpisodes() throws -> [EpisodeRecord] {
        try fetch(
            StoreReader.episodeSQL + " WHERE state <> \(EpisodeState.closed.rawValue) ORDER BY person", [],
            episodeRecord)
    }

    /// A person; nil if there is none with this number.
    public func person(_ person: Int64) throws -> Person? {
        try fetch(StoreReader.personSQL + " WHERE person = ?", [person], known).first
    }

    /// A person's episode; nil if there is none.
    public func episode(ofPerson person: Int64) throws -> EpisodeRecord? {
        try fetch(StoreReader.episodeSQL + " WHERE person = ?", [person], episodeRecord).first
    }

    /// The people on a clinician's caseload, by number (CL-1).
    public func caseload(ofClinician clinician: Int32) throws -> [EpisodeRecord] {
        try fetch(
            StoreReader.episodeSQL + " WHERE clinician = ? ORDER BY person", [Int64(clinician)],
            episodeRecord)
    }

    /// Who a person is. The caller enters the look in the access log (IG-1).
    public func identity(ofPerson person: Int64) throws -> Identity? {
        try identities(" WHERE person = ?", [person]).first?.identity
    }

    /// Who everybody in a list is, by number; those who are not there are left out.
    public func identities(ofPeople people: [Int64]) throws -> [(person: Int64, identity: Identity)] {
        try identities(
            " WHERE person IN (SELECT value FROM json_each(?)) ORDER BY person", [StoreReader.list(people)])
    }

    /// Numbers as one value of a statement, for `json_each`: statements are kept by their words, for ever, so that none
    /// may have what is asked for in its words.
    static func list(_ numbers: [Int64]) -> String { "[" + numbers.map(String.init).joined(separator: ",") + "]" }

    /// The numbers of the people with an NHS number, latest first.
    public func people(withNHSNumber number: String) throws -> [Int64] {
        try fetch("SELECT person FROM identities WHERE nhs_number = ? ORDER BY person DESC", [number]) { $0[0] }
    }

    private func identities(
        _ condition: String, _ values: [(any DatabaseValueConvertible)?]
    ) throws -> [(person: Int64, identity: Identity)] {
        try fetch(Identity.columns.select + condition, values, identified)
    }

    func identified(_ row: Row) throws -> (person: Int64, identity: Identity) {
        var columns = ColumnReader(row)
        let person = columns.integer()
        return (person, try Identity(&columns))
    }

    private func known(_ row: Row) throws -> Person {
        var columns = ColumnReader(row)
        let number = columns.integer()
        let earlier = columns.integerIfAny()
        var person = Person(
            key: UInt64(truncatingIfNeeded: number), referral: try Referral.columns.value(&columns))
        person.earlier = earlier.map { UInt64(truncatingIfNeeded: $0) }
        person.episode = Episode(try StoredEpisode.columns.value(&columns))
        person.facts = try PersonFacts.columns.value(&columns)
        return person
    }

    private func episodeRecord(_ row: Row) throws -> EpisodeRecord {
        var columns = ColumnReader(row)
        return EpisodeRecord(
            person: columns.integer(), team: try columns.number(),
            episode: Episode(try StoredEpisode.columns.value(&columns)), facts: try PersonFacts.columns.value(&columns))
    }
}
