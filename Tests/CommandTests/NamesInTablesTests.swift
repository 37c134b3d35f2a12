import Foundation
import TestSupport
import Testing

/// The tables that a clerk reads have a column of names beside the numbers of people.
@Suite struct NamesInTablesTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try workspace.writeClinic()
        #expect(try workspace.foundClinic().code == 0)
        _ = try workspace.clinic("user", ["--name", "Ada Admin", "--role", "administrator"])
    }

    static let tables: [[String]] = [
        ["waiting-list"], ["tasks"], ["case-management"], ["outbox"], ["kit", "--by", "2027-01-30"],
        ["find", "Invented"], ["audit"],
        ["offer", "--clinician", "Practitioner One", "--start", "2026-12-03T09:00"],
        ["allocate", "--team", "North", "--propose", "proposal.json"],
        ["absent", "--clinician", "Therapist Two", "--from", "2026-12-01", "--until", "2026-12-02"],
        ["back", "--clinician", "Therapist Two", "--from", "2026-12-01"],
    ]

    @Test func everyTableOfPeopleHasTheirNames() throws {
        for table in Self.tables {
            let outcome = try workspace.clinic(table[0], Array(table.dropFirst()) + ["--user", "1"])
            #expect(outcome.code == 0, "\(table): \(outcome.err)")
            let headings = outcome.out.split(separator: "\n").filter { $0.contains("person") && $0.contains("  ") }
            let heading = try #require(headings.first, "\(table): \(outcome.out)")
            #expect(heading.contains("name"), "\(table): \(heading)")
        }
        let audit = try workspace.clinic("audit", ["--user", "1"])
        #expect(audit.out.contains("Ada Admin") && !audit.out.contains("  -  Ada Invented"))
        let record = try workspace.clinic("person", ["--person", "3", "--user", "1"])
        #expect(record.out.contains("Cay Invented") && record.out.contains("with Therapist Two"))
        #expect(record.out.contains("by 1, Ada Admin"))
    }
}
