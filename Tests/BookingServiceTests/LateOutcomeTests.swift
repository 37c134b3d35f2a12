import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import TestSupport
import Testing

/// An outcome that is recorded late: waits end and begin with the appointment, the log has the minute of the recording.
@Suite struct LateOutcomeTests {
    private let folder: Folder
    private let service: BookingService
    private let monday = ServiceFixture.mondays[0]
    private var context: BookingService.Context

    init() throws {
        folder = try Folder()
        context = BookingService.Context(now: CivilMinute(day: monday, minuteOfDay: 540))
        service = BookingService(
            try BookingStore.create(at: folder.file("service.db")), policy: ServiceFixture.policy)
        var foundation = ServiceFixture.foundation(monday)
        // Somebody whose episode moved an hour after the appointment began.
        var stored = StoredEpisode(received: monday.start - 7 * 1440)
        stored.state = .firstAppointmentBooked
        stored.stateSince = CivilMinute(day: monday, minuteOfDay: 530)
        var person = Person(
            key: 99, referral: ServiceFixture.referral(0, traits: 1, at: stored.received))
        person.episode = Episode(stored)
        foundation.people.append((Identity(name: "Person 9"), person))
        foundation.appointments.append(
            AppointmentSnapshot(
                person: 99, clinician: 0, kind: .firstAppointment, start: CivilMinute(day: monday, minuteOfDay: 470),
                minutes: 50, bookedAt: monday.start - 1440))
        try service.found(foundation, in: context)
    }

    private func at(_ minute: CivilMinute) -> BookingService.Context { BookingService.Context(now: minute) }

    private func seen(_ step: Step) -> ContactRecord {
        var contact = ContactRecord(.attendedOnTime)
        contact.step = step
        return contact
    }

    @Test func aFirstAppointmentCountsWhenItWas() throws {
        let best = try #require(service.offer(person: 1, in: context).slots.first)
        let booked = try service.book(person: 1, slot: best.slot, in: context)
        let late = at(best.start + 9 * 1440)
        let state = try service.attend(appointment: booked.appointment, seen(.low), in: late)
        #expect(state.state == .waitingTreatment)
        let record = try service.record(of: 1, in: late)
        let episode = record.person.episode
        #expect(episode.firstAppointment == best.start && episode.firstTreatment == best.start)
        #expect(episode.waitingSince == best.start && episode.stateSince == best.start)
        #expect(record.person.facts.lastKeptInTouch == best.start.day)
        let outcome = record.entries.first { $0.event.kind == .attendanceRecorded }
        #expect(outcome?.at == late.now)
        let waiting = try service.waitingList(in: late).first { $0.person == 1 }
        #expect(waiting?.days == 9)
        #expect(try service.verify().isSound)
    }

    @Test func aMissedAppointmentCountsWhenItWasButThereIsTimeToCall() throws {
        let best = try #require(service.offer(person: 1, in: context).slots.first)
        let booked = try service.book(person: 1, slot: best.slot, in: context)
        let late = at(best.start + 9 * 1440)
        let state = try service.attend(appointment: booked.appointment, ContactRecord(.didNotAttend), in: late)
        #expect(state.state == .missedFirstAppointment)
        #expect(try service.record(of: 1, in: late).person.episode.stateSince == best.start)
        #expect(try #require(state.nextActionDue) > late.now)
    }

    /// A clock of an episode never goes back: what is told late counts from the last move on.
    @Test func nothingCountsBeforeTheLastMove() throws {
        let late = at(context.now + 3 * 1440)
        let booked = try #require(service.record(of: 9, in: late).appointments.first)
        _ = try service.attend(appointment: booked.appointment, seen(.low), in: late)
        let episode = try service.record(of: 9, in: late).person.episode
        let moved = CivilMinute(day: monday, minuteOfDay: 530)
        #expect(episode.firstAppointment == moved && episode.waitingSince == moved && episode.stateSince == moved)
    }
}
