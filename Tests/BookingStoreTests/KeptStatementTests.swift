import BookingStore
import CareModel
import TestSupport
import Testing

/// Statements are kept by their words for as long as a store is open. Whatever is asked about whomever, their number
/// does not grow: numbers, names and days are values of a statement, never words of it.
@Suite struct KeptStatementTests {
    private let folder: Folder
    private let store: BookingStore

    init() throws {
        folder = try Folder()
        store = try BookingStore.create(at: folder.file("service.db"))
        try Clinic.open(store)
    }

    /// Everything that a reader can be asked about somebody, something or a time.
    private func askAbout(_ number: Int64, _ reader: StoreReader) throws {
        let people = Array(1...number)
        _ = try reader.events(ofPerson: number)
        _ = try reader.events(after: number, limit: Int(number))
        _ = try reader.accesses(ofPerson: number, from: Clinic.now + number)
        _ = try reader.person(number)
        _ = try reader.episode(ofPerson: number)
        _ = try reader.caseload(ofClinician: Int32(number))
        _ = try reader.identity(ofPerson: number)
        _ = try reader.identities(ofPeople: people)
        _ = try reader.people(withNHSNumber: "\(number)")
        _ = try reader.appointments(ofPerson: number)
        _ = try reader.seats(ofSession: number)
        _ = try reader.tasks(of: number)
        _ = try reader.tasks(dueBefore: Clinic.now + number)
        _ = try reader.outbox(ofPerson: number)
        _ = try reader.outbox(ofPerson: number, waitingOnly: false)
        _ = try reader.contacts(ofGroup: number)
        _ = try reader.link(withDigest: "\(number)")
        _ = try reader.openLinks(ofPerson: number)
        _ = try reader.waitingList()
    }

    @Test func theirNumberDoesNotGrowWithWhatIsAsked() throws {
        let counts = try store.read { reader in
            try (1...20 as ClosedRange<Int64>).map { number in
                try askAbout(number, reader)
                return reader.keptStatements
            }
        }
        #expect(counts[0] > 15 && counts.allSatisfy { $0 == counts[0] }, "\(counts)")
    }

    @Test func whoIsInAListIsFoundAsBefore() throws {
        let found = try store.read { reader in
            let all = try reader.everyPerson().map { Int64(truncatingIfNeeded: $0.key) }
            let some = Array(all.prefix(2)) + [999_999]
            return (all, try reader.identities(ofPeople: some).map(\.person), try reader.identities(ofPeople: []).count)
        }
        #expect(found.1 == Array(found.0.prefix(2)) && found.2 == 0)
    }
}
