import BookingAudit
import CareModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BookingStore

/// Files that earlier versions wrote are brought forward, and are then like new ones.
@Suite struct MigrationTests {
    static let versions = Array(1..<Schema.migrator.migrations.count)

    /// A file of an earlier version: the first one as it was written, brought forward as far as it was then.
    private func file(ofVersion version: Int, in folder: Folder) throws -> String {
        let dump = URL(filePath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/version-1.sql")
        let path = folder.file("version-\(version).db")
        try RawFile(path).run(String(contentsOf: dump, encoding: .utf8))
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: Schema.migrator.migrations[version - 1])
        try queue.close()
        return path
    }

    private func schema(_ path: String) throws -> [String] {
        try RawFile(path).texts("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
    }

    @Test(arguments: versions)
    func broughtForward(version: Int) throws {
        let folder = try Folder()
        let path = try file(ofVersion: version, in: folder)
        #expect(
            storeError { _ = try BookingStore.open(at: path, readOnly: true) } == .olderSchema(path: path))
        let restored = folder.file("restored.db")
        try BookingStore.restore(from: path, to: restored)
        #expect(try BookingStore.open(at: restored, readOnly: true).verify().isSound)
        let store = try BookingStore.open(at: path)
        #expect(try store.verify().differences.map(\.description) == [])
        #expect(try store.read { try $0.openPeople() }.count == 3)
        #expect(try store.read { try $0.standingAppointments(from: Clinic.now) }.map(\.appointment) == [1])
        #expect(try store.read { try $0.tasks() }.isEmpty)
        // What was taken is taken, and life goes on.
        #expect(isDoubleBooking { try store.book(3, Clinic.placement(person: 2, Clinic.at(9, 30))) })
        try store.writeBlocking { writer in
            let task = TaskAdded(task: 1, kind: .assessmentLetter, due: Clinic.now + 2880, person: 1)
            try writer.append(.taskAdded(task), at: Clinic.now, by: Clinic.author)
        }
        #expect(try store.verify().differences.map(\.description) == [])
        try store.close()

        let new = folder.file("new.db")
        try BookingStore.create(at: new).close()
        #expect(try schema(path) == schema(new))
        #expect(try Auditor.faults(in: path).isEmpty)
    }

    /// Until version 8 some of what is known of a person stood in bits, nobody was the clinician -1, and scores that
    /// nobody took were nothing in both questionnaires. The file was written then.
    @Test func whatWasKnownOfPeopleIsKnown() throws {
        let folder = try Folder()
        let dump = URL(filePath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/version-8.sql")
        let path = folder.file("version-8.db")
        try RawFile(path).run(String(contentsOf: dump, encoding: .utf8))
        let store = try BookingStore.open(at: path)
        #expect(try store.verify().differences.map(\.description) == [])
        let known = try store.read { reader in try (Int64(1)...8).map { try #require(try reader.person($0)) } }
        #expect(known[0].facts.startScores == nil && known[0].facts.scores == nil && known[0].facts.dueOn != nil)
        let second = known[1].facts
        #expect(second.acceptsShortNotice == true && second.movedByPerson && second.movedByService && second.toldOfWait)
        #expect(!second.rebooksFirst && !second.supervisorAgrees && second.supportContactsLeft == nil)
        let third = known[2].facts
        #expect(third.supportContactsLeft == 4 && third.plannedSessions == nil && third.keepingInTouchOptOut)
        #expect(third.assessor == 0 && third.scores == Scores(depression: 10, anxiety: 9))
        let fourth = known[3].facts
        #expect(fourth.supervisorAgrees && fourth.plannedSessions == 16 && fourth.assessor == 2)
        // A course that began with scores may end with none.
        #expect(fourth.startScores == Scores(depression: 20, anxiety: 15))
        #expect(fourth.scores == Scores(depression: 0, anxiety: 0))
        #expect(known.map(\.facts.assessor) == [nil, nil, 0, 2, nil, nil, nil, nil])
        #expect(known[4].episode.endReason == .completed && known[5].episode.endReason == .declinedTreatment)
        let nothing = try RawFile(path).texts(
            "SELECT count(*) FROM episodes WHERE clinician < 0 OR assessor < 0 OR planned_sessions = 0")
        #expect(nothing == ["0"])
        #expect(try RawFile(path).texts("SELECT state FROM episodes WHERE state < 10 AND end_reason IS NOT NULL") == [])
        try store.close()
        #expect(try Auditor.faults(in: path).isEmpty)
    }

    /// Until version 3 the key of a quantum began with the resource: 24 bits of time below its number.
    @Test func keysOfEveryKindAreMoved() throws {
        let folder = try Folder()
        let path = folder.file("service.db")
        let store = try BookingStore.create(at: path)
        try Clinic.open(store)
        let session = Clinic.placement(person: nil, clinician: 2, Clinic.at(14), minutes: 90)
        let seat = GroupSeat(session: 2, number: 63)
        try store.book(1, Clinic.placement(person: 8, clinician: 3, room: 2, Clinic.at(6)))
        try store.book(2, session)
        try store.book(3, Clinic.placement(person: 3, clinician: 2, seat: seat, Clinic.at(14), minutes: 90))
        try store.hold(1, Clinic.placement(Clinic.at(21, day: 300)), minutes: 5)
        let sound = try store.verify()
        try store.close()
        try RawFile(path).run(
            """
            DELETE FROM grdb_migrations WHERE identifier LIKE '4 %';
            DROP INDEX appointments_day;
            CREATE INDEX appointments_clinician ON appointments (clinician, start);
            CREATE TABLE earlier AS
                SELECT kind * 2305843009213693952 + place / 192 % 137438953472 * 16777216
                    + place / 192 / 137438953472 * 192 + place % 192 AS key, holder
                FROM (SELECT key / 2305843009213693952 AS kind, key % 2305843009213693952 AS place, holder FROM quanta);
            DELETE FROM quanta;
            INSERT INTO quanta SELECT key, holder FROM earlier;
            DROP TABLE earlier;
            """)
        #expect(try !Auditor.faults(in: path).isEmpty)
        let moved = try BookingStore.open(at: path)
        let report = try moved.verify()
        #expect(report.differences.map(\.description) == [])
        #expect(report.counts.first { $0.table == "quanta" }?.rows == 24 + 12 + 18 + 18 + 18 + 24)
        #expect(report.counts.map(\.rows) == sound.counts.map(\.rows))
        try moved.close()
        #expect(try Auditor.faults(in: path).isEmpty)
    }
}
