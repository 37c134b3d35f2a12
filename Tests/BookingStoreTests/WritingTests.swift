import BookingAudit
import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

@Suite struct WritingTests {
    private let folder: Folder
    private let store: BookingStore

    init() throws {
        folder = try Folder()
        store = try BookingStore.create(at: folder.file("service.db"))
        try Clinic.open(store)
    }

    private struct Refusal: Error {}

    @Test func aStepHappensAsAWholeOrNotAtAll() throws {
        let before = try store.read { try $0.lastSequence }
        #expect(throws: Refusal.self) {
            try store.writeBlocking { writer in
                try writer.book(1, Clinic.placement(Clinic.at(10)))
                throw Refusal()
            }
        }
        #expect(try store.read { try $0.lastSequence } == before)
        #expect(try store.read { try $0.taken(.clinician(0), on: Clinic.monday) }.isEmpty)
        #expect(store.generation == 0)
    }

    @Test func aStepMayGoOnAfterARefusal() throws {
        try store.book(1, Clinic.placement(person: 2, Clinic.at(10)))
        try store.writeBlocking { writer in
            // The clinician is free, the room and the person too late: what was claimed first is given back.
            #expect(isDoubleBooking { try writer.book(2, Clinic.placement(person: 2, clinician: 1, Clinic.at(10))) })
            try writer.book(2, Clinic.placement(person: 3, clinician: 1, Clinic.at(10)))
        }
        #expect(try store.verify().isSound)
        #expect(try store.read { try $0.appointments(ofPerson: 3) }.map(\.appointment) == [2])
    }

    @Test func aLostReplyIsGivenAgain() throws {
        let command: @Sendable (StoreWriter) throws -> Data = { writer in
            if let reply = try writer.reply(forKey: "a1", fingerprint: "book 10:00") { return reply }
            let sequence = try writer.book(1, Clinic.placement(Clinic.at(10)))
            let reply = Data("booked as \(sequence)".utf8)
            try writer.remember(reply: reply, forKey: "a1", fingerprint: "book 10:00")
            return reply
        }
        let first = try store.writeBlocking(command)
        let second = try store.writeBlocking(command)
        #expect(first == second)
        #expect(try store.read { try $0.appointments(ofPerson: 1) }.count == 1)
        let other = storeError {
            _ = try store.writeBlocking { try $0.reply(forKey: "a1", fingerprint: "book 11:00") }
        }
        #expect(other == .keyReused(key: "a1"))
    }

    @Test func stepsOfManyClientsAreInOneOrder() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in 1...Clinic.people {
                group.addTask { [store] in
                    for hour in 8..<18 {
                        _ = try? await store.write { writer in
                            try writer.book(
                                writer.nextNumber(of: .appointment),
                                Clinic.placement(person: person, clinician: Int32(person % 4), Clinic.at(hour)))
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let booked = try store.read { try $0.standingAppointments(from: Clinic.now) }
        #expect(booked.count == 40)
        #expect(try store.verify().isSound)
    }

    @Test func readersSeeOneState() async throws {
        let writing = Task { [store] in
            for hour in 8..<20 {
                _ = try await store.write { writer in
                    try writer.book(Int64(hour), Clinic.placement(Clinic.at(hour)))
                    try writer.book(Int64(hour + 100), Clinic.placement(person: 2, clinician: 1, Clinic.at(hour)))
                }
            }
        }
        for _ in 0..<50 {
            try store.read { reader in
                let one = try reader.taken(.clinician(0), on: Clinic.monday)
                let other = try reader.taken(.clinician(1), on: Clinic.monday)
                #expect(one.count == other.count)
                #expect(try reader.lastSequence == reader.events(after: 0, limit: 1000).last?.sequence)
            }
        }
        try await writing.value
    }

    @Test func theLogAndTheAccessLogAreNeverChanged() throws {
        try store.writeBlocking { try $0.recordAccess(toPerson: 1, what: "person", at: Clinic.now, by: Clinic.author) }
        let accesses = try store.read { try $0.accesses(ofPerson: 1) }
        #expect(accesses.map(\.what) == ["person"])
        try store.close()
        let file = try RawFile(folder.file("service.db"))
        for table in ["log", "access_log"] {
            #expect(throws: (any Error).self) { try file.run("DELETE FROM \(table)") }
            #expect(throws: (any Error).self) { try file.run("UPDATE \(table) SET at = 0") }
        }
        #expect(throws: (any Error).self) {
            try file.run("INSERT OR REPLACE INTO log SELECT 1, 0, 0, '', kind, 1, NULL, payload FROM log LIMIT 1")
        }
        #expect(throws: (any Error).self) {
            try file.run("INSERT INTO log SELECT 1000, 0, 0, '', kind, 1, NULL, payload FROM log LIMIT 1")
        }
    }

    @Test func afterClosingEverythingIsRefused() throws {
        try store.close()
        #expect(storeError { try store.book(1, Clinic.placement(Clinic.at(10))) } == .closed)
        #expect(storeError { _ = try store.read { try $0.lastSequence } } == .closed)
    }
}
