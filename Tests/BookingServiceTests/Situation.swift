import Allocation
import BookingStore
import CareModel
import TestSupport
import Testing

@testable import BookingService

/// Where somebody can be at the desk: every state of an episode, with what makes a difference within it.
enum Situation: String, CaseIterable, CustomTestStringConvertible {
    case awaitingScreening, awaitingContact, notReached
    case waitingFirstAppointment, letDownBeforeFirstAppointment, firstAppointmentToCome, firstAppointmentOver
    case missedFirstAppointment, outOfTouchAfterFirstAppointment
    case waitingTreatment, callToCome, seatInCourse
    case onHold, holdOver
    case sessionToCome, sessionOver, betweenSessions, sessionCancelledByPerson, sessionCancelledByService
    case missedSession, outOfTouchAfterSession, courseRunning
    case awaitingSupervision, supervisionOverdue
    case closed

    var testDescription: String { rawValue }

    /// The state.
    var state: EpisodeState {
        switch self {
        case .awaitingScreening: .awaitingScreening
        case .awaitingContact, .notReached: .awaitingContact
        case .waitingFirstAppointment, .letDownBeforeFirstAppointment: .waitingFirstAppointment
        case .firstAppointmentToCome, .firstAppointmentOver: .firstAppointmentBooked
        case .missedFirstAppointment, .outOfTouchAfterFirstAppointment: .missedFirstAppointment
        case .waitingTreatment, .callToCome, .seatInCourse: .waitingTreatment
        case .onHold, .holdOver: .onHold
        case .sessionToCome, .sessionOver, .betweenSessions, .sessionCancelledByPerson, .sessionCancelledByService,
            .courseRunning:
            .inTreatment
        case .missedSession, .outOfTouchAfterSession: .missedSession
        case .awaitingSupervision, .supervisionOverdue: .awaitingSupervision
        case .closed: .closed
        }
    }

    /// The list on which somebody finds the person.
    enum List { case waiting, tasks, diary, courses }

    /// Where somebody finds the person; nil for whoever has left.
    var lists: [List] {
        switch self {
        case .awaitingScreening, .awaitingContact, .notReached, .letDownBeforeFirstAppointment, .missedFirstAppointment,
            .outOfTouchAfterFirstAppointment, .onHold, .holdOver, .missedSession, .outOfTouchAfterSession,
            .awaitingSupervision, .supervisionOverdue:
            [.waiting, .tasks]
        case .waitingFirstAppointment, .waitingTreatment: [.waiting]
        case .firstAppointmentToCome, .sessionToCome: [.diary]
        case .callToCome: [.waiting, .diary]
        case .firstAppointmentOver, .sessionOver, .betweenSessions, .sessionCancelledByPerson,
            .sessionCancelledByService:
            [.tasks]
        case .seatInCourse: [.waiting, .courses]
        case .courseRunning: [.courses]
        case .closed: []
        }
    }

    /// Whether what is to be done next is late.
    var isOverdue: Bool {
        switch self {
        case .outOfTouchAfterFirstAppointment, .outOfTouchAfterSession, .holdOver, .supervisionOverdue,
            .letDownBeforeFirstAppointment, .sessionCancelledByService, .firstAppointmentOver, .sessionOver,
            .notReached:
            true
        case .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .firstAppointmentToCome,
            .missedFirstAppointment, .waitingTreatment, .callToCome, .seatInCourse, .onHold, .sessionToCome,
            .betweenSessions, .sessionCancelledByPerson, .missedSession, .courseRunning, .awaitingSupervision, .closed:
            false
        }
    }

    /// The commands that move the person on, beside the end of the episode for a reason of its own: each is done.
    var waysOn: [String] {
        switch self {
        case .awaitingScreening: ["screen"]
        case .awaitingContact, .notReached: ["attempt-contact"]
        case .waitingFirstAppointment, .letDownBeforeFirstAppointment: ["hold", "book", "link"]
        case .firstAppointmentToCome: ["cancel", "reschedule"]
        case .firstAppointmentOver, .sessionOver: ["attend"]
        case .missedFirstAppointment, .outOfTouchAfterFirstAppointment, .missedSession, .outOfTouchAfterSession:
            ["make-contact", "no-contact"]
        case .waitingTreatment: ["hold", "book", "put-on-hold", "join-group", "book-call", "choose-calls", "link"]
        case .callToCome: ["cancel", "book", "reschedule"]
        case .seatInCourse: ["leave-group"]
        case .onHold, .holdOver: ["put-on-hold", "end-hold"]
        case .sessionToCome: ["cancel", "reschedule", "move-case", "course"]
        case .betweenSessions, .sessionCancelledByPerson, .sessionCancelledByService:
            ["hold", "book", "course", "move-case", "link"]
        case .courseRunning: ["leave-group", "move-case"]
        case .awaitingSupervision, .supervisionOverdue: ["agree-step-up", "decline-step-up"]
        case .closed: ["reopen"]
        }
    }
}
