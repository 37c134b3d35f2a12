import BookingAudit
import BookingStore
import CareModel
import FieldTables
import TestSupport
import Testing

/// No seat is given twice and nobody has two, whatever is asked of the store (TX-4, BK-1).
@Suite struct GroupStoreTests {
    private static func course(_ number: Int64, seats: Int = 2) -> GroupDetails {
        var rule = GroupRule()
        rule.largest = seats
        var facts = GroupFacts(team: 0, rule: rule, plannedFor: Clinic.monday)
        facts.days = [Clinic.monday, Clinic.monday + 7]
        facts.facilitators = [1, 2]
        return GroupDetails(group: number, facts: facts)
    }

    private func store(_ folder: Folder) throws -> BookingStore {
        let store = try BookingStore.create(at: folder.file("service.db"))
        try Clinic.open(store)
        try append(store, .groupOpened(Self.course(1)))
        try append(store, .groupOpened(Self.course(2)))
        return store
    }

    private func append(_ store: BookingStore, _ event: ServiceEvent) throws {
        _ = try store.writeBlocking { try $0.append(event, at: Clinic.now, by: Clinic.author) }
    }

    private func isRefused(_ store: BookingStore, _ event: ServiceEvent) -> Bool {
        if case .refused = storeError({ try append(store, event) }) { true } else { false }
    }

    @Test func seatsAreGivenOnce() throws {
        let folder = try Folder()
        let store = try store(folder)
        try append(store, .seatTaken(GroupSeatTaken(group: 1, seat: 0, person: 1)))
        #expect(isRefused(store, .seatTaken(GroupSeatTaken(group: 1, seat: 0, person: 2))))
        #expect(isRefused(store, .seatTaken(GroupSeatTaken(group: 1, seat: 1, person: 1))))
        #expect(isRefused(store, .seatTaken(GroupSeatTaken(group: 2, seat: 0, person: 1))))
        #expect(isRefused(store, .seatTaken(GroupSeatTaken(group: 1, seat: 2, person: 2))))
        #expect(isRefused(store, .seatTaken(GroupSeatTaken(group: 3, seat: 0, person: 2))))
        #expect(isRefused(store, .seatTaken(GroupSeatTaken(group: 1, seat: 1, person: 99))))
        #expect(isRefused(store, .seatLeft(GroupSeatLeft(group: 1, person: 2))))
        try append(store, .seatLeft(GroupSeatLeft(group: 1, person: 1)))
        try append(store, .seatTaken(GroupSeatTaken(group: 2, seat: 0, person: 1)))
        try append(store, .seatTaken(GroupSeatTaken(group: 1, seat: 0, person: 2)))
        #expect(try store.read { try $0.seatsTaken() }.map(\.taken.person) == [1, 2])
        #expect(try store.verify().isSound)
    }

    @Test func whatIsWrittenIsRead() throws {
        let folder = try Folder()
        let store = try store(folder)
        var changed = Self.course(1)
        changed.facts.stage = .running
        changed.facts.held = 1
        changed.facts.leaders = [2]
        changed.facts.putOffs = 1
        try append(store, .groupChanged(changed))
        #expect(try store.read { try $0.groups() }.map(\.details) == [changed, Self.course(2)])
        #expect(isRefused(store, .groupChanged(Self.course(7))))
        let contact = GroupContact(
            group: 1, session: 1, person: 1, attendance: .attendedLate, scores: Scores(depression: 4, anxiety: 5))
        try append(store, .groupContact(contact))
        #expect(isRefused(store, .groupContact(contact)))
        #expect(try store.read { try $0.contacts(ofGroup: 1) }.map(\.contact) == [contact])
        try append(store, .groupCaseTaken(GroupCaseTaken(group: 1, person: 1, clinician: 3)))
        #expect(try store.read { try $0.groupCasesTaken(from: Clinic.now) }.count == 1)
        #expect(
            try store.read { try $0.events(ofPerson: 1) }.suffix(2).map(\.event.kind) == [
                .groupContact, .groupCaseTaken,
            ])
        changed.facts.stage = .cancelled
        try append(store, .groupChanged(changed))
        #expect(isRefused(store, .seatTaken(GroupSeatTaken(group: 1, seat: 0, person: 3))))
        #expect(try store.verify().isSound)
    }

    /// Every property of a course is in the columns, and is read again.
    @Test func aWholeCourseIsKept() throws {
        let folder = try Folder()
        let store = try store(folder)
        var facts = EveryProperty.filled(GroupFacts.self)
        facts.team = 0
        for event in [ServiceEvent.groupOpened, ServiceEvent.groupChanged] {
            let details = GroupDetails(group: 3, facts: facts)
            try append(store, event(details))
            let read = try #require(try store.read { try $0.groups() }.last?.details)
            #expect(EveryProperty.differences(read.facts, facts) == [])
            #expect(read == details)
            facts.days.append(facts.plannedFor)
            facts.leaders = []
        }
        #expect(try store.verify().isSound)
    }

    /// The file is found out when a row is changed behind its back.
    @Test func verificationKnowsCourses() throws {
        for sql in [
            "UPDATE groups SET held = 1 WHERE number = 1", "DELETE FROM group_seats",
            "UPDATE group_contacts SET attendance = 3",
        ] {
            let folder = try Folder()
            let store = try store(folder)
            try append(store, .seatTaken(GroupSeatTaken(group: 1, seat: 0, person: 1)))
            try append(
                store, .groupContact(GroupContact(group: 1, session: 1, person: 1, attendance: .attendedOnTime)))
            try RawFile(folder.file("service.db")).run(sql)
            #expect(try !store.verify().isSound, "\(sql)")
        }
    }
}
