import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// A message is withdrawn when it is not true any more (BK-7), and what is newer is not undone by what is older.
@Suite struct OutboxTests {
    private let clinic: SmallClinic
    private let person: Int64
    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws {
        clinic = try SmallClinic {
            $0.people = []
            $0.changes = []
        }
        var identity = Identity(name: "Olga Invented")
        identity.consents = .textMessage
        let referral = ServiceFixture.referral(0, traits: 1, at: clinic.context.now)
        person = try clinic.service.refer(referral, identity, in: clinic.context).person
        _ = try clinic.service.screen(person: person, ScreeningFacts(), in: clinic.context)
        _ = try clinic.service.contact(person: person, .wantsAppointment, in: clinic.context)
    }

    private func slots() throws -> [SlotOffer] {
        try service.offer(person: person, limit: 8, in: context).slots.map(\.slot)
    }
    private func waiting() throws -> [String] { try service.outbox(in: context).map(\.template) }

    @Test func whatDoesNotStandIsWithdrawn() throws {
        let slots = try slots()
        let first = try service.book(person: person, slot: slots[0], in: context)
        #expect(try waiting() == ["appointment-booked"])
        let second = try service.reschedule(
            appointment: first.appointment, to: slots[3], byPerson: true, in: context)
        #expect(try waiting() == ["appointment-moved"])
        _ = try service.cancel(appointment: second.appointment, byPerson: true, in: context)
        #expect(try waiting() == [])
        #expect(try service.outbox(all: true, in: context).allSatisfy { $0.isWithdrawn })
        #expect(try service.verify().isSound)
    }

    /// Who was to be told of a wait that turns out short need not be (KT-2).
    @Test(arguments: [7, 40] as [Int32]) func nobodyIsToldOfAWaitThatIsShort(days: Int32) throws {
        let first = try service.book(person: person, slot: try slots()[0], in: context)
        let seen = BookingService.Context(now: first.start)
        var contact = ContactRecord(.attendedOnTime)
        contact.step = .low
        _ = try service.attend(appointment: first.appointment, contact, in: seen)
        let owner = try service.record(of: person, in: seen).person.episode
        #expect(owner.state == .waitingTreatment)
        let index = Int(person) - 1
        _ = try service.runUnanswered(seen, .book) { step in
            try step.decisions().log.tasks.add(.tellOfLongWait, due: seen.now, person: index)
            return true
        }
        let start = CivilMinute(day: seen.now.day + days, minuteOfDay: 600)
        let free = (0..<14 as Range<Int32>).compactMap { day -> BookedSlot? in
            let slot = SlotOffer(clinician: 0, start: start + Int64(day) * 1440, minutes: 0, reasons: [])
            return try? service.book(person: person, slot: slot, reason: "agreed", in: seen)
        }
        let booked = try #require(free.first)
        let isLong = booked.start.day - seen.now.day > 28
        #expect(isLong == (days == 40))
        #expect(try service.tasks(in: seen).contains { $0.kind == .tellOfLongWait } == isLong)
        #expect(try service.verify().isSound)
    }

    @Test func whoeverWasSentWordIsToldThatItIsCancelled() throws {
        let slots = try slots()
        let first = try service.book(person: person, slot: slots[0], in: context)
        try service.sent(messages: service.outbox(in: context).map(\.message), in: context)
        #expect(try waiting() == [])
        // The word of the move is not sent: the person knows of the first only.
        let second = try service.reschedule(
            appointment: first.appointment, to: slots[3], byPerson: true, in: context)
        _ = try service.cancel(appointment: second.appointment, byPerson: true, in: context)
        let left = try service.outbox(in: context)
        #expect(left.map(\.template) == ["appointment-cancelled"])
        #expect(left.first?.appointment == first.appointment)
        #expect(throws: BookingError.self) { try service.sent(messages: [1], in: context) }
    }

    @Test func nothingGoesToSomebodyWhoDied() throws {
        _ = try service.issueLink(person: person, secret: "a-secret-of-many-letters", days: 3, in: context)
        #expect(try waiting() == ["booking-link"])
        _ = try service.recordRisk(person: person, foundBy: nil, in: context)
        #expect(try service.tasks(in: context).contains { $0.person == person })
        _ = try service.discharge(person: person, .died, in: context)
        #expect(try waiting() == [])
        // Nobody need do anything for them either.
        #expect(try !service.tasks(in: context).contains { $0.person == person })
    }

    @Test func aLinkIsNotSentToSomebodyWhoIsBooked() throws {
        _ = try service.issueLink(person: person, secret: "a-secret-of-many-letters", days: 3, in: context)
        _ = try service.book(person: person, slot: slots()[0], in: context)
        #expect(try waiting() == ["appointment-booked"])
    }

    @Test("BK-8: a message goes the way that the person prefers, if they agreed to it")
    func theWayThatIsPreferred() throws {
        var change = PersonChange()
        change.consents = [.textMessage, .email]
        change.preferredChannel = .email
        _ = try service.change(person: person, change, in: context)
        _ = try service.book(person: person, slot: slots()[0], in: context)
        #expect(try service.outbox(in: context).map(\.channel) == [.email])
        var other = PersonChange()
        other.preferredChannel = .post
        _ = try service.change(person: person, other, in: context)
        _ = try service.cancel(
            appointment: #require(service.outbox(in: context).first?.appointment), byPerson: false, in: context)
        // Nobody agreed to letters: the next way stands in.
        #expect(try service.outbox(in: context).last?.channel == .textMessage)
    }

    @Test func consentThatIsTakenBackCounts() throws {
        _ = try service.book(person: person, slot: slots()[0], in: context)
        var change = PersonChange()
        change.consents = []
        _ = try service.change(person: person, change, in: context)
        #expect(try waiting() == [])
        #expect(try service.outbox(all: true, in: context).first?.isWithdrawn == true)
    }

    @Test func anOlderHoldDoesNotUndoANewerBooking() throws {
        let slots = try slots()
        let first = try service.book(person: person, slot: slots[0], in: context)
        let held = try service.hold(person: person, slot: slots[3], in: context)
        let moved = try service.reschedule(appointment: first.appointment, to: slots[5], byPerson: true, in: context)
        #expect(throws: BookingError.holdEnded(held.hold, .released)) {
            _ = try service.confirm(hold: held.hold, in: context)
        }
        #expect(
            try service.record(of: person, in: context).appointments.last { $0.status == .standing }?.appointment
                == moved.appointment)
    }

    @Test func aMoveToWhereItIsChangesNothing() throws {
        let slot = try slots()[0]
        let first = try service.book(person: person, slot: slot, in: context)
        let again = try service.reschedule(appointment: first.appointment, to: slot, byPerson: true, in: context)
        #expect(again.isUnchanged == true && again.appointment == first.appointment)
        #expect(throws: BookingError.self) { _ = try service.hold(person: person, slot: slot, in: context) }
        #expect(try waiting() == ["appointment-booked"])
    }

    @Test func aTimeThatWasGivenUpIsNotOfferedAgain() throws {
        let slot = try slots()[0]
        let first = try service.book(person: person, slot: slot, in: context)
        _ = try service.cancel(appointment: first.appointment, byPerson: true, in: context)
        for _ in 0..<2 {
            let offered = try slots()
            #expect(!offered.isEmpty)
            #expect(offered.allSatisfy { $0.start >= slot.start + Int64(slot.minutes) || $0.start < slot.start })
            #expect(try !service.people(for: slot, in: context).contains { $0.person == person })
            // After a reload it is the same.
            service.memory.forget()
        }
        _ = try service.backfill(team: 0, in: context)
        let booked = try service.record(of: person, in: context).appointments.filter { $0.status == .standing }
        #expect(booked.allSatisfy { $0.placement.start != slot.start })
        // Asked for, it is to be had.
        if let other = booked.first {
            _ = try service.reschedule(appointment: other.appointment, to: slot, byPerson: true, in: context)
        }
    }

    @Test(arguments: [5, 45, 55, 240]) func anotherLengthNeedsAReason(minutes: Int) throws {
        var slot = try slots()[0]
        let usual = slot.minutes
        slot.minutes = minutes
        guard minutes != usual else { return }
        #expect(throws: BookingError.self) { _ = try service.hold(person: person, slot: slot, in: context) }
        guard minutes < usual else { return }
        let held = try service.hold(person: person, slot: slot, reason: "asked for", in: context)
        _ = try service.confirm(hold: held.hold, in: context)
        #expect(try service.record(of: person, in: context).appointments.last?.placement.minutes == minutes)
    }

    @Test(arguments: [245, 256, 260, 960, Int.max - 1_000_000]) func noAppointmentIsCut(minutes: Int) throws {
        var slot = try slots()[0]
        slot.minutes = minutes
        #expect(throws: BookingError.self) {
            _ = try service.hold(person: person, slot: slot, reason: "asked for", in: context)
        }
    }
}
