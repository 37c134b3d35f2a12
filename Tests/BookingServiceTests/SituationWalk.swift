import Allocation
import BookingStore
import CareModel
import Foundation
import TestSupport

@testable import BookingService

/// Somebody of a small service, who is brought to a situation by the commands that clerks and clinicians give.
struct SituationWalk {
    let clinic: SmallClinic
    private(set) var person: Int64 = 0
    /// The appointment that was booked last; 0 if none was.
    private(set) var appointment: Int64 = 0
    private(set) var now: CivilMinute

    private var service: BookingService { clinic.service }
    var context: BookingService.Context {
        var context = BookingService.Context(now: now)
        context.secret = "a secret of sixteen letters"
        return context
    }

    init(to situation: Situation) throws {
        clinic = try SmallClinic { foundation in
            foundation.people = []
            foundation.changes = []
            foundation.clinicians[1].meteredUntil = nil
        }
        now = clinic.context.now
        try go(to: situation)
    }

    // MARK: Steps of the way

    private mutating func refer(_ change: (inout Referral) -> Void = { _ in }) throws {
        var referral = ServiceFixture.referral(0, traits: 1, at: now)
        change(&referral)
        person = try service.refer(referral, Identity(name: "Somebody Invented"), in: context).person
    }

    private mutating func reach(_ change: (inout Referral) -> Void = { _ in }) throws {
        try refer(change)
        _ = try service.screen(person: person, ScreeningFacts(), in: context)
        _ = try service.contact(person: person, .wantsAppointment, in: context)
    }

    /// Books the best slot.
    private mutating func book() throws {
        guard let best = try service.offer(person: person, in: context).slots.first else {
            throw BookingError.invalid("nothing is offered")
        }
        appointment = try service.book(person: person, slot: best.slot, in: context).appointment
    }

    /// Goes to the end of the appointment that is booked.
    private mutating func goOn(days: Int32 = 0) throws {
        let appointments = try service.record(of: person, in: context).appointments
        if let last = appointments.last(where: { $0.appointment == appointment }) {
            now = last.placement.start + Int64(last.placement.minutes)
        }
        now = now + Int64(days) * 1440
    }

    private mutating func attend(_ attendance: Attendance = .attendedOnTime, next: ContactRecord.NextStep? = nil) throws
    {
        try goOn()
        var contact = ContactRecord(attendance)
        contact.next = next
        _ = try service.attend(appointment: appointment, contact, in: context)
    }

    private mutating func assess(_ change: (inout Referral) -> Void = { _ in }) throws {
        try reach(change)
        try book()
        try attend()
    }

    private mutating func treat() throws {
        try assess()
        try book()
    }

    private mutating func openCourse() throws {
        var opening = GroupOpening(team: 0, first: now.day + 7)
        opening.smallest = 1
        opening.leaders = [0]
        _ = try service.openGroup(opening, in: context)
    }

    private mutating func wait(days: Int64) { now = now + days * 1440 }

    // MARK: Situations

    private mutating func go(to situation: Situation) throws {
        switch situation {
        case .awaitingScreening: try refer()
        case .awaitingContact, .notReached:
            try refer()
            _ = try service.screen(person: person, ScreeningFacts(), in: context)
            guard situation == .notReached else { return }
            _ = try service.contact(person: person, .notReached, in: context)
            wait(days: 5)
        case .waitingFirstAppointment: try reach()
        case .letDownBeforeFirstAppointment:
            try reach()
            try book()
            _ = try service.cancel(appointment: appointment, byPerson: false, in: context)
            wait(days: 1)
        case .firstAppointmentToCome, .firstAppointmentOver:
            try reach()
            try book()
            if situation == .firstAppointmentOver { try goOn(days: 1) }
        case .missedFirstAppointment, .outOfTouchAfterFirstAppointment:
            try reach()
            try book()
            try attend(.didNotAttend)
            if situation == .outOfTouchAfterFirstAppointment { wait(days: 14) }
        case .waitingTreatment:
            try assess()
            try openCourse()
        case .callToCome:
            try assess()
            appointment = try service.bookCall(person: person, in: context).appointment
        case .seatInCourse: try takeSeat()
        case .onHold: try assess { $0.weeksUntilBirth = 3 }
        case .holdOver:
            try assess { $0.weeksUntilBirth = 3 }
            wait(days: 100)
        case .closed:
            try refer()
            _ = try service.discharge(person: person, .signposted, in: context)
        case .sessionToCome, .sessionOver, .betweenSessions, .sessionCancelledByPerson, .sessionCancelledByService,
            .missedSession, .outOfTouchAfterSession, .awaitingSupervision, .supervisionOverdue:
            try goIntoTreatment(situation)
        case .courseRunning:
            try takeSeat()
            now = try service.groups(in: context)[0].due ?? now
            _ = try service.decideGroup(1, in: context)
            now = try service.groups(in: context)[0].sessions[0] + 90
            _ = try service.attendGroup(1, [SeatOutcome(person: person, .attendedOnTime)], in: context)
        }
    }

    private mutating func takeSeat() throws {
        try assess()
        try openCourse()
        _ = try service.joinGroup(person: person, group: 1, in: context)
    }

    private mutating func goIntoTreatment(_ situation: Situation) throws {
        try treat()
        switch situation {
        case .sessionOver: try goOn(days: 1)
        case .betweenSessions: try attend()
        case .sessionCancelledByPerson: _ = try service.cancel(appointment: appointment, byPerson: true, in: context)
        case .sessionCancelledByService:
            _ = try service.cancel(appointment: appointment, byPerson: false, in: context)
            wait(days: 1)
        case .missedSession, .outOfTouchAfterSession:
            try attend(.didNotAttend)
            if situation == .outOfTouchAfterSession { wait(days: 14) }
        case .awaitingSupervision, .supervisionOverdue:
            try attend(next: .stepUp)
            if situation == .supervisionOverdue { wait(days: 8) }
        case .sessionToCome: break
        case .awaitingScreening, .awaitingContact, .notReached, .waitingFirstAppointment,
            .letDownBeforeFirstAppointment, .firstAppointmentToCome, .firstAppointmentOver, .missedFirstAppointment,
            .outOfTouchAfterFirstAppointment, .waitingTreatment, .callToCome, .seatInCourse, .onHold, .holdOver,
            .courseRunning, .closed:
            throw BookingError.invalid("it is no situation of a treatment")
        }
    }

    // MARK: What can be tried

    /// A slot that the person would be offered, or any.
    private func slot() throws -> WantedSlot {
        let offered = try? service.offer(person: person, in: context).slots.first?.wanted
        if let offered { return offered }
        let start = CivilMinute(day: now.day.monday + 14, minuteOfDay: 11 * 60)
        return WantedSlot(clinician: 0, start: start, minutes: 30)
    }

    /// Every command that is about one person, with parts as good as any, by its name.
    func commands() throws -> [(name: String, command: BookingCommand)] {
        let slot = try slot()
        var change = PersonChange()
        change.phone = "01632 960123"
        let seen = ContactRecord(.attendedOnTime)
        let all: [BookingCommand] = [
            .screen(Screen(person: person)), .attemptContact(AttemptContact(person: person, answer: .notReached)),
            .makeContact(MakeContact(person: person)),
            .endWithoutContact(EndWithoutContact(person: person, atLimit: .ends)),
            .agreeStepUp(AgreeStepUp(person: person)), .declineStepUp(DeclineStepUp(person: person)),
            .moveCase(MoveCase(person: person)),
            .putOnHold(PutOnHold(person: person, until: now.day + 28, why: "moves house")),
            .endHold(EndHold(person: person)), .discharge(Discharge(person: person, reason: .notSuitable)),
            .chooseCalls(ChooseCalls(person: person, wantsCalls: false)),
            .recordRisk(RecordRisk(person: person, clinician: 0)),
            .changePerson(ChangePerson(person: person, change: change)),
            .hold(Hold(person: person, slot: slot)), .book(Book(person: person, slot: slot)),
            .reschedule(Reschedule(appointment: appointment, slot: try otherSlot(slot), byPerson: true)),
            .keepAtADistance(KeepAtADistance(appointment: appointment)),
            .cancel(Cancel(appointment: appointment)), .confirmed(Confirmed(appointment: appointment)),
            .changeVenue(ChangeVenue(appointment: appointment, venue: .distance(.telephone))),
            .planCourse(PlanCourse(person: person, sessions: 2)), .bookCall(BookCall(person: person)),
            .attend(Attend(appointment: appointment, contact: seen)),
            .correct(Correct(appointment: appointment)), .reopen(Reopen(person: person)),
            .correctSeat(CorrectSeat(group: 1, person: person)), .joinGroup(JoinGroup(person: person)),
            .leaveGroup(LeaveGroup(person: person)), .issueLink(IssueLink(person: person)),
            .receiveContact(ReceiveContact(person: person, about: .administration, said: "has moved")),
            .askSupervision(AskSupervision(person: person, question: "another step?", isUrgent: false)),
        ]
        return all.map { ($0.name, $0) }
    }

    /// A time at which what is booked could be instead.
    private func otherSlot(_ slot: WantedSlot) throws -> WantedSlot {
        let known = try service.record(of: person, in: context).appointments
        guard let booked = known.last(where: { $0.appointment == appointment }) else { return slot }
        return WantedSlot(
            clinician: booked.placement.clinician, start: booked.placement.start + 30,
            minutes: booked.placement.minutes)
    }

    /// The commands that are about nobody in particular, or about something that has a number of its own.
    static let elsewhere: Set = [  // lookup only
        "close-room", "add-room", "change-clinician", "change-hours", "open-room", "absent", "back", "decide-group",
        "open-group", "attend-group", "cancel-group", "refer-many", "refer", "sent", "done", "remove-user", "add-user",
        "choose-by-link", "allocate", "cancel-unconfirmed", "accept", "confirm", "release", "backfill",
        "call-off-assessment-week", "declare-assessment-week", "answer-ticket",
    ]
}
