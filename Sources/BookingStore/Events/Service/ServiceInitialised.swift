public import CareModel

/// The service was opened on a scenario: what every rule and number was on the first day.
public struct ServiceInitialised: Hashable, Sendable, Codable {
    /// The scenario's name.
    public var name: String
    /// SHA-256 of the scenario's text, in hexadecimal.
    public var fingerprint: String
    /// The scenario's text, so that the database needs no other file.
    public var scenario: String
    /// The first day of the service in this database.
    public var firstDay: CivilDay

    /// The opening of a service.
    public init(name: String, fingerprint: String, scenario: String, firstDay: CivilDay) {
        self.name = name
        self.fingerprint = fingerprint
        self.scenario = scenario
        self.firstDay = firstDay
    }
}

extension ServiceInitialised: StoredEvent {
    static let kind = EventKind.serviceInitialised
    private static let columns = Columns("one, name, fingerprint, scenario, first_day", of: "service")

    var words: String { "the service was opened" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.insert(
            ServiceInitialised.columns, [1, name, fingerprint, scenario, Int64(firstDay.number)], entry)
    }
}
