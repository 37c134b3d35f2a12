import CareModel

/// Somebody of step 2 takes on the case of a person in a course (TX-4, CL-1).
public struct GroupCaseTaken: Hashable, Sendable, Codable {
    /// The course's number.
    public var group: Int64
    /// The person's number.
    public var person: Int64
    /// Index of the case manager.
    public var clinician: Int32

    /// A case that is taken on.
    public init(group: Int64, person: Int64, clinician: Int32) {
        self.group = group
        self.person = person
        self.clinician = clinician
    }
}

extension GroupCaseTaken: StoredEvent {
    static let kind = EventKind.groupCaseTaken
    private static let columns = Columns("entry, group_number, person, clinician, at", of: "group_cases")

    var words: String { words(LogNames()) }

    func words(_ names: LogNames) -> String {
        "\(names.clinician(clinician)) took the case on, in course \(group)"
    }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.insert(
            GroupCaseTaken.columns, [entry.sequence, group, person, Int64(clinician), entry.at.minutes], entry)
    }
}
