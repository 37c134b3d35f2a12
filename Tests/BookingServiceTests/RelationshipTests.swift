import Allocation
import BookingService
import BookingStore
import CareModel
import Testing

/// A clinician opens the records of their own people; another's needs a reason, which is kept and reported (IG-1).
@Suite struct RelationshipTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    /// The first clinician of the first team, as a user.
    private let clinician: BookingService.Context
    private let manager: BookingService.Context

    init() throws {
        clinic = try SmallClinic()
        var administrator = clinic.context
        administrator.author = Author(user: 0, origin: "test")
        _ = try clinic.service.addUser("Ada Invented", .administrator, in: administrator)
        administrator.author = Author(user: 1, origin: "test")
        _ = try clinic.service.addUser("Max Invented", .manager, in: administrator)
        let user = try clinic.service.addUser("Clara Invented", .clinician, clinician: 0, in: administrator)
        var own = clinic.context
        own.author = Author(user: user, origin: "test")
        clinician = own
        own.author = Author(user: 2, origin: "test")
        manager = own
    }

    private func because(_ reason: String?) -> BookingService.Context {
        var context = clinician
        context.reason = reason
        return context
    }

    /// Books the person with the clinician, which makes them one of their people.
    private func book(_ person: Int64) throws {
        let slots = try service.offer(person: person, limit: 60, in: manager).slots
        let slot = try #require(slots.first { $0.clinician == 0 })
        _ = try service.book(person: person, slot: slot.slot, in: manager)
    }

    @Test func anothersRecordNeedsAReason() throws {
        for reason in [nil, "", "  "] {
            #expect(throws: BookingError.noRelationship(person: 1)) {
                _ = try service.record(of: 1, in: because(reason))
            }
            #expect(throws: BookingError.noRelationship(person: 1)) {
                _ = try service.records(of: 1, "export of one person", in: because(reason))
            }
        }
        #expect("\(BookingError.noRelationship(person: 1))".contains("--reason"))
        #expect(try service.record(of: 1, in: because("on duty")).person.number == 1)
        let looks = try service.audit(person: 1, in: manager)
        #expect(looks.filter(\.isRefused).count == 6 && looks.filter(\.isRefused).allSatisfy { $0.reason == nil })
        // The report of who looked with which reason.
        let reported = try service.audit(withReason: true, in: manager)
        #expect(reported.map(\.reason) == ["on duty"] && reported.first?.userName == "Clara Invented")
        #expect(try service.record(of: 1, in: manager).accesses.contains { $0.reason == "on duty" })
        #expect(try service.verify().isSound)
    }

    @Test func theirOwnNeedsNone() throws {
        try book(1)
        #expect(try service.record(of: 1, in: clinician).person.number == 1)
        #expect(try service.records(of: 1, "record", in: clinician).count == 1)
        // Whoever was seen once stays one of theirs.
        let start = try #require(service.record(of: 1, in: clinician).appointments.first?.placement.start)
        var contact = ContactRecord(.attendedOnTime)
        contact.end = .adviceOnly
        var seen = manager
        seen.now = start + 50
        let appointment = try #require(service.record(of: 1, in: clinician).appointments.first?.appointment)
        _ = try service.attend(appointment: appointment, contact, in: seen)
        var later = clinician
        later.now = start + 60
        #expect(try service.record(of: 1, in: later).person.episode.state == .closed)
    }

    @Test func aDiaryOfAnotherNeedsAReason() throws {
        let today = clinic.context.now.day
        #expect(throws: BookingError.noRelationship(person: nil)) {
            _ = try service.diary(ofClinician: 1, from: today, days: 1, in: clinician)
        }
        #expect(try service.diary(ofClinician: 0, from: today, days: 1, in: clinician).days.count == 1)
        #expect(try service.diary(ofClinician: 1, from: today, days: 1, in: because("covering")).days.count == 1)
        #expect(try service.audit(withReason: true, in: manager).map(\.reason) == ["covering"])
    }

    /// The rule is the clinicians': a manager opens every record, and so does a service without users.
    @Test func othersNeedNone() throws {
        #expect(try service.record(of: 1, in: manager).person.number == 1)
        let alone = try SmallClinic()
        #expect(try alone.service.record(of: 1, in: alone.context).person.number == 1)
    }

    @Test func aUserIsAClinicianWhoIsThere() throws {
        var administrator = clinic.context
        administrator.author = Author(user: 1, origin: "test")
        #expect(throws: BookingError.refused([.noSuchClinician])) {
            _ = try service.addUser("Nobody Invented", .clinician, clinician: 77, in: administrator)
        }
    }
}
