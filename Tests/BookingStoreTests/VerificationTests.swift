import BookingAudit
import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

/// Whatever is changed behind the store's back, `verify` finds it, and names the table and the row.
@Suite struct VerificationTests {
    private let folder: Folder
    private let path: String

    init() throws {
        folder = try Folder()
        path = folder.file("service.db")
        let store = try BookingStore.create(at: path)
        try Clinic.open(store)
        try store.writeBlocking { writer in try VerificationTests.fill(writer) }
        #expect(try store.verify().differences.isEmpty)
        try store.close()
    }

    /// Something in every table.
    static func fill(_ writer: StoreWriter, version: Int = 2) throws {
        let (now, author) = (Clinic.now, Clinic.author)
        let stretch = AvailabilityStretch(
            weekday: .monday, purpose: 0, minutes: MinutesOfDay(start: 540, end: 1020))
        let absence = Absence(first: Clinic.monday, last: Clinic.monday + 4, reason: .leave)
        var events: [ServiceEvent] = [
            .availabilitySet(AvailabilitySet(clinician: 0, week: .usual, stretches: [stretch])),
            .absenceAdded(AbsenceAdded(absence: 1, clinician: 1, days: absence)),
            .assessmentWeekDeclared(AssessmentWeekDeclared(team: 0, monday: Clinic.monday)),
            .held(HoldPlaced(hold: 1, placement: Clinic.placement(Clinic.at(9)), expires: now + 5)),
            .held(
                HoldPlaced(
                    hold: 2, placement: Clinic.placement(person: 2, clinician: 1, Clinic.at(9)), expires: now + 5)),
            .holdEnded(HoldEnded(hold: 1, outcome: .confirmed)),
            .booked(Booking(appointment: 1, placement: Clinic.placement(Clinic.at(9)), hold: 1)),
            .booked(
                Booking(appointment: 2, placement: Clinic.placement(person: 3, clinician: 2, room: 1, Clinic.at(9)))),
            .appointmentCancelled(AppointmentCancelled(appointment: 2, by: .provider, noticeMinutes: 30)),
        ]
        if version > 1 {
            events += [
                .messageQueued(
                    MessageQueued(message: 1, person: 1, channel: .email, template: "reminder", consent: .email)),
                .taskAdded(TaskAdded(task: 1, kind: .assessmentLetter, due: now + 2880, person: 1)),
            ]
        }
        for event in events { try writer.append(event, at: now, by: author) }
        let wrong = try writer.append(
            .attendanceRecorded(AttendanceRecorded(appointment: 1, attendance: .didNotAttend)), at: now, by: author)
        try writer.append(.corrected(Corrected(sequence: wrong, why: "was seen")), at: now, by: author)
    }

    @Test(arguments: [
        ("UPDATE teams SET name = 'other'", "teams 0: differs from the log in name"),
        ("UPDATE episodes SET state = 3 WHERE person = 2", "episodes 2: differs from the log in state"),
        ("UPDATE people SET perinatal = 2 WHERE person = 3", "people 3: differs from the log in perinatal"),
        ("UPDATE identities SET name = 'B' WHERE person = 3", "identities 3: differs from the log in name"),
        (
            "UPDATE clinicians SET caseload_cap = 99 WHERE clinician = 1",
            "clinicians 1: differs from the log in caseload_cap"
        ),
        ("DELETE FROM availability", "availability 0 0 0 0 540: is missing: the log has it"),
        ("UPDATE absences SET last = last + 1", "absences 1: differs from the log in last"),
        ("DELETE FROM assessment_weeks", "assessment_weeks 0 9872: is missing: the log has it"),
        ("UPDATE users SET role = 5", "users 1: differs from the log in role"),
        ("UPDATE appointments SET why = 'x' WHERE appointment = 1", "appointments 1: differs from the log in why"),
        ("UPDATE holds SET expires = expires + 60 WHERE hold = 1", "holds 1: differs from the log in expires"),
        ("UPDATE tasks SET due = 0", "tasks 1: differs from the log in due"),
        ("DELETE FROM outbox", "outbox 1: is missing: the log has it"),
        ("DELETE FROM corrections", "corrections 29: is missing: the log has it"),
        (
            "INSERT INTO rooms VALUES (9, 0, 'x', 0, 0, NULL, NULL)",
            "rooms 9: is not what the log says: the log has no such row"
        ),
        ("UPDATE service SET name = 'x'", "service 1: differs from the log in name"),
        (
            "PRAGMA foreign_keys = OFF; UPDATE rooms SET team = 7 WHERE room = 1",
            "rooms 1: refers to a row of teams that is not there"
        ),
        (
            "DELETE FROM quanta WHERE key = (SELECT min(key) FROM quanta)",
            "quanta clinician 0 at 2027-01-11 09:00: should be taken by appointment(1)"
        ),
        (
            "UPDATE quanta SET holder = 7 WHERE key = (SELECT min(key) FROM quanta)",
            "quanta clinician 0 at 2027-01-11 09:00: should be taken by appointment(1), not by appointment(7)"
        ),
        (
            "INSERT INTO quanta VALUES (5, 1)",
            "quanta clinician 0 at 2000-01-01 06:25: should be free, not taken by appointment(1)"
        ),
        (
            "INSERT INTO quanta SELECT max(key) + 1, 1 FROM quanta",
            "quanta person 2 at 2027-01-11 10:00: should be free, not taken by appointment(1)"
        ),
        ("UPDATE appointments SET status = 1 WHERE appointment = 1", "appointments 1: differs from the log in status"),
        (
            "DROP TRIGGER log_is_not_changed; UPDATE log SET payload = '{}' WHERE sequence = 2",
            "log 2: cannot be folded"
        ),
        (
            "DROP TRIGGER log_is_not_changed; UPDATE log SET person = 7 WHERE sequence = 12",
            "log 12: is about another person"
        ),
        (
            "DROP TRIGGER log_is_not_deleted; PRAGMA foreign_keys = OFF; DELETE FROM log WHERE sequence = 5",
            "log 6: an entry before it is missing"
        ),
    ])
    func eachChangeIsFound(sql: String, difference: String) throws {
        try RawFile(path).run(sql)
        let store = try BookingStore.open(at: path)
        let found = try store.verify().differences.map(\.description)
        #expect(found.contains { $0.hasPrefix(difference) }, "\(found)")
        try store.close()
    }

    @Test func aSoundStoreIsCounted() throws {
        let store = try BookingStore.open(at: path, readOnly: true)
        let report = try store.verify()
        #expect(report.isSound)
        let rows = Dictionary(uniqueKeysWithValues: report.counts.map { ($0.table, $0.rows) })
        #expect(rows["appointments"] == 2 && rows["holds"] == 2 && rows["people"] == Int(Clinic.people))
        // Twelve fives of clinician and person, for an appointment and for a hold.
        #expect(rows["quanta"] == 48)
    }

    /// The store is verified while it is written.
    @Test func whileItIsWritten() async throws {
        let store = try BookingStore.open(at: path)
        let writing = Task {
            for hour in 10..<20 {
                for person in 1...Clinic.people {
                    _ = try? await store.write { writer in
                        try writer.book(
                            writer.nextNumber(of: .appointment),
                            Clinic.placement(person: person, clinician: Int32(person % 4), Clinic.at(hour)))
                    }
                }
            }
        }
        for _ in 0..<5 { #expect(try store.verify().differences.isEmpty) }
        await writing.value
        #expect(try store.verify().differences.isEmpty)
    }
}
