import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import Testing

/// Somebody who asks for a language, a therapist's sex, a venue or to be seen face to face waits in a narrower queue,
/// and is booked with what was asked for (KT-10, EQ-2, CL-9).
@Suite struct RoomTests {
    private let clinic: SmallClinic

    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws {
        clinic = try SmallClinic {
            $0.people = []
            $0.changes = []
        }
    }

    /// Somebody who waits for a first appointment at step 2: with Clinician 0, a woman who speaks language 2, or
    /// Clinician 1, a man.
    private func waiting(_ change: (inout Referral) -> Void) throws -> Int64 { try clinic.waiting { change(&$0) } }

    private func slots(_ person: Int64) throws -> [RankedSlot] {
        try service.offer(person: person, limit: 20, in: context).slots
    }

    @Test func aTherapistOfTheSexThatIsAskedFor() throws {
        let person = try waiting { $0.therapistSex = .male }
        #expect(try Set(slots(person).map(\.clinician)) == [1])
        let anybody = try waiting { _ in }
        let other = try #require(slots(anybody).first { $0.clinician == 0 })
        #expect(throws: BookingError.needsReason([.anotherSex])) {
            _ = try service.book(person: person, slot: other.slot, in: context)
        }
        _ = try service.book(person: person, slot: other.slot, reason: "agreed by telephone", in: context)
    }

    @Test func aClinicianWhoSpeaksTheLanguageOrAnInterpreter() throws {
        let alone = try waiting { $0.language = 2 }
        #expect(try Set(slots(alone).map(\.clinician)) == [0])
        let interpreted = try waiting {
            $0.language = 2
            $0.interpreter = .yes
        }
        let lengths = Set(try slots(interpreted).map { [Int($0.clinician), $0.minutes] })
        let usual = try #require(slots(alone).first).minutes
        #expect(lengths == [[0, usual], [1, usual + ServiceFixture.policy.rules[0].interpreterMinutes]])
        let english = try waiting {
            $0.language = 2
            $0.interpreter = .no
        }
        #expect(try Set(slots(english).map(\.clinician)) == [0, 1])
    }

    @Test func oneRoomIsOnePersonsAtATime() throws {
        // Clinicians 0 and 3 both work on Monday mornings, but there is one room at venue 1.
        let (one, other) = (try waiting { $0.venue = 1 }, try waiting { $0.venue = 1 })
        let best = try #require(slots(one).first)
        #expect(best.roomName == "Blue" && best.room == 1)
        let booked = try service.book(person: one, slot: best.slot, in: context)
        #expect(booked.room == "Blue")
        for slot in try slots(other) where slot.start.day == best.start.day {
            #expect(slot.start >= best.start + Int64(best.minutes) || slot.start + Int64(slot.minutes) <= best.start)
        }
        var elsewhere = best.slot
        elsewhere.clinician = best.clinician == 0 ? 1 : 0
        #expect(throws: BookingError.self) { _ = try service.book(person: other, slot: elsewhere, in: context) }
        let records = try service.record(of: one, in: context).appointments
        #expect(records.map(\.placement.room) == [1])
        #expect(try service.verify().differences.isEmpty)
    }

    @Test("EQ-5, BK-9: whoever needs access has an accessible room, in its hours")
    func whoNeedsAccessGetsAnAccessibleRoomInItsHours() throws {
        let person = try waiting {
            $0.channel = .faceToFace
            $0.accessibilityNeed = .yes
        }
        let found = try slots(person)
        #expect(!found.isEmpty && found.allSatisfy { $0.roomName == "Green" && $0.start.minuteOfDay >= 600 })
    }

    @Test("BK-9: nobody is at two venues in a day")
    func nobodyIsAtTwoVenuesInADay() throws {
        let (one, other) = (try waiting { $0.venue = 1 }, try waiting { $0.venue = 2 })
        let best = try #require(slots(one).first)
        _ = try service.book(person: one, slot: best.slot, in: context)
        #expect(try slots(other).allSatisfy { $0.clinician != best.clinician || $0.start.day != best.start.day })
    }

    @Test func aProposalHasTheirPlacesToo() throws {
        let (one, other) = (try waiting { $0.venue = 1 }, try waiting { _ in })
        let proposal = try service.propose(team: 0, in: context)
        #expect(Set(proposal.places.map(\.person)) == [one, other])
        let accepted = try service.accept(proposal.places, in: context)
        #expect(accepted.allSatisfy { $0.appointment != nil })
        #expect(try service.record(of: one, in: context).appointments.map(\.placement.room) == [1])
    }

    @Test func aRoomThatIsAddedIsUsed() throws {
        let person = try waiting { $0.venue = 7 }
        #expect(try slots(person).isEmpty)
        let number = try service.addRoom(RoomAdded(room: 0, team: 0, name: "Loft", venue: 7), in: context)
        #expect(number == 3)
        #expect(try slots(person).allSatisfy { $0.roomName == "Loft" })
        var change = ClinicianChange()
        change.venues = [1, 1, 1, 1, 1, 0, 0]
        for clinician in Int32(0)...1 { _ = try service.change(clinician: clinician, change, in: context) }
        #expect(try slots(person).isEmpty)
    }

    @Test func whoCannotComeKeepsTheTimeAndGivesTheRoomBack() throws {
        let person = try waiting { $0.venue = 1 }
        let best = try #require(slots(person).first)
        let booked = try service.book(person: person, slot: best.slot, in: context)
        let kept = try service.keepAtADistance(appointment: booked.appointment, in: context)
        #expect(kept.start == best.start && kept.room == nil)
        let records = try service.record(of: person, in: context).appointments
        let standing = records.filter { $0.status == .standing }
        #expect(standing.map(\.appointment) == [kept.appointment] && standing[0].booking.channel == .telephone)
        #expect(standing[0].placement.room == nil && standing[0].booking.replaces == booked.appointment)
        #expect(throws: BookingError.self) {
            _ = try service.keepAtADistance(appointment: kept.appointment, in: context)
        }
        #expect(try service.verify().differences.isEmpty)
    }
}
