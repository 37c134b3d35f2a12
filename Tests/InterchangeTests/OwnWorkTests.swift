import BookingService
import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Supervision and other own work leave as busy time, never as an appointment with a patient; teams by their names.
@Suite struct OwnWorkTests {
    /// The clinic with two hours of own work on Wednesday.
    private static var tables: ServiceTables {
        var tables = Clinic.tables()
        let placement = Placement(
            person: nil, clinician: 0, kind: .treatment, start: Clinic.at(2, 14), minutes: 120)
        tables.appointments.append(
            AppointmentRow(
                record: AppointmentRecord(
                    booking: Booking(appointment: 9, placement: placement), bookedAt: Clinic.at(-3, 9),
                    status: .standing)))
        return tables
    }

    private func withReader<Value>(_ body: (StoreReader) throws -> Value) throws -> Value {
        let folder = try Folder()
        let store = try Clinic.store(Self.tables, in: folder)
        defer { try? store.close() }
        return try store.read(body)
    }

    @Test func aBusySlotAndNoAppointment() throws {
        let options = FHIROptions(days: Clinic.monday...Clinic.monday + 13, now: Clinic.now)
        let text = try withReader { String(decoding: try Interchange.fhirBundle($0, options), as: UTF8.self) }
        #expect(!text.contains("Appointment/9\"") && !text.contains("Group session"))
        #expect(text.contains("Slot/clinician-0-202703241400\""))
        let bundle = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let entries = try #require(bundle["entry"] as? [[String: Any]]).compactMap { $0["resource"] as? [String: Any] }
        let slot = entries.first { $0["id"] as? String == "clinician-0-202703241400" }
        #expect(slot?["status"] as? String == "busy")
        let appointments = entries.filter { $0["resourceType"] as? String == "Appointment" }
        #expect(appointments.allSatisfy { ($0["participant"] as? [Any])?.count == 2 })
    }

    @Test func aFeedSaysWhatItIs() throws {
        let feed = try withReader {
            try Interchange.calendar(
                clinician: 0, $0, days: Clinic.monday...Clinic.monday + 6, now: Clinic.now)
        }
        #expect(feed.contains("SUMMARY:Busy: supervision or other own work\r\n"))
        #expect(!feed.contains("Group session"))
    }

    @Test func theNationalDataSetHasNothingOfIt() throws {
        let month = try #require(ReportingMonth("2027-03"))
        let extract = try withReader { try Interchange.nationalExtract(month: month, $0) }
        #expect(!extract.files.contains { $0.text.contains("C9,") })
        #expect(!extract.withoutOutcome.contains(9))
    }

    /// A forecast from the database keeps the time.
    @Test func aSnapshotHasIt() throws {
        let folder = try Folder()
        let store = try Clinic.store(Self.tables, in: folder)
        defer { try? store.close() }
        let service = BookingService(store, policy: Clinic.policy)
        let snapshot = try service.snapshot(in: BookingService.Context(now: Clinic.now))
        let hours = MinutesOfDay(start: 840, end: 960)
        #expect(snapshot.blocked == [OwnWork(clinician: 0, day: Clinic.monday + 2, hours: hours)])
    }

    /// Tables name teams; a table that counts them from 0 throughout is read so, and says it.
    @Test func teamsAreNamed() throws {
        let folder = try Folder()
        try Clinic.tables().write(to: folder.path)
        let (people, teams) = (try folder.text("people.csv"), try folder.text("teams.csv"))
        #expect(people.contains(",self-web,north,") && teams.contains("\n1,north,"))
        try folder.write("people.csv", people.replacing(",self-web,north,", with: ",self-web,2,"))
        #expect(try ServiceTables.read(folder.path).tables.people.map(\.referral.team) == [1, 1, 1, 1, 1, 1])
        try folder.write("people.csv", people.replacing(",self-web,north,", with: ",self-web,0,"))
        #expect(throws: InterchangeError.self) { try ServiceTables.read(folder.path) }
        try folder.write("teams.csv", "team,name\n0,north\n1,\"south, \"\"the other\"\"\"\n")
        let old = try ServiceTables.read(folder.path).tables
        #expect(old.people.map(\.referral.team) == [0, 0, 0, 0, 0, 0])
        #expect(old.notes == ["teams.csv counts teams from 0, as older versions did; all its tables are read so."])
    }
}
