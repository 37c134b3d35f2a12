import CareModel

/// Which event may happen in which state, and where it leads: written here again, to test the episode against.
enum EpisodeTable {
    /// One event of each kind that the table tells apart.
    static let events: [EpisodeEvent] =
        [
            .accepted(.low, .routine), .accepted(.high, .perinatal), .contacted, .firstAppointmentBooked,
            .firstAppointmentCancelled, .firstAppointmentMissed,
            .assessed(.treatment(.low, .guidedSelfHelp), treatmentBegan: true),
            .assessed(.treatment(.high, .counselling), treatmentBegan: false),
            .assessed(.hold(.high, .cognitiveBehaviouralTherapy), treatmentBegan: true),
            .assessed(.hold(.low, .guidedSelfHelp), treatmentBegan: false),
            .assessed(.end(.adviceOnly), treatmentBegan: true), .assessed(.end(.referredOn), treatmentBegan: false),
            .holdEnded, .allocated(clinician: 0), .allocated(clinician: 7), .sessionAttended, .sessionCancelled,
            .sessionMissed, .madeContact, .stepUpProposed, .stepUpAgreed, .handedOver,
            .planAmended(.low, .routine), .planAmended(.high, .risk), .therapyChanged(.psychoEducation),
            .therapyChanged(.counselling), .missCounted, .putOnHold, .stepUpDeclined,
        ] + EndReason.allCases.map(EpisodeEvent.closed)

    /// Where an event leads; nil if it may not happen.
    static func next(_ state: EpisodeState, _ step: Step, _ event: EpisodeEvent) -> EpisodeState? {
        if state == .closed { return nil }
        switch event {
        case .closed: return .closed
        case .accepted: return state == .awaitingScreening ? .awaitingContact : nil
        case .contacted: return state == .awaitingContact ? .waitingFirstAppointment : nil
        case .firstAppointmentBooked: return state == .waitingFirstAppointment ? .firstAppointmentBooked : nil
        case .firstAppointmentCancelled: return state == .firstAppointmentBooked ? .waitingFirstAppointment : nil
        case .firstAppointmentMissed: return state == .firstAppointmentBooked ? .missedFirstAppointment : nil
        case .assessed(let outcome, _):
            guard state == .firstAppointmentBooked else { return nil }
            switch outcome {
            case .treatment: return .waitingTreatment
            case .hold: return .onHold
            case .end: return .closed
            }
        case .holdEnded: return state == .onHold ? .waitingTreatment : nil
        case .allocated: return state == .waitingTreatment ? .inTreatment : nil
        case .planAmended: return state == .waitingTreatment ? .waitingTreatment : nil
        case .sessionAttended: return state == .inTreatment || state == .waitingTreatment ? state : nil
        case .therapyChanged(let modality):
            return state == .waitingTreatment || state == .inTreatment && step == modality.step ? state : nil
        case .missCounted: return [.waitingTreatment, .inTreatment, .missedSession].contains(state) ? state : nil
        case .sessionCancelled: return state == .inTreatment ? .inTreatment : nil
        case .sessionMissed: return state == .inTreatment ? .missedSession : nil
        case .madeContact:
            if state == .missedFirstAppointment { return .waitingFirstAppointment }
            return state == .missedSession ? .inTreatment : nil
        case .stepUpProposed: return state == .inTreatment && step == .low ? .awaitingSupervision : nil
        case .putOnHold: return state == .waitingTreatment ? .onHold : nil
        case .stepUpDeclined: return state == .awaitingSupervision ? .waitingTreatment : nil
        case .stepUpAgreed: return state == .awaitingSupervision ? .waitingTreatment : nil
        case .handedOver: return state == .inTreatment || state == .missedSession ? .waitingTreatment : nil
        }
    }

    /// A way to each state from referral, at each step that the state can have.
    static let ways: [(state: EpisodeState, step: Step, events: [EpisodeEvent])] = {
        let booked: [EpisodeEvent] = [.accepted(.low, .routine), .contacted, .firstAppointmentBooked]
        let low = booked + [.assessed(.treatment(.low, .guidedSelfHelp), treatmentBegan: true)]
        let high = booked + [.assessed(.treatment(.high, .counselling), treatmentBegan: false)]
        let inLow = low + [.allocated(clinician: 3), .sessionAttended]
        let inHigh = high + [.allocated(clinician: 4), .sessionAttended]
        return [
            (.awaitingScreening, .low, []), (.awaitingContact, .low, Array(booked.prefix(1))),
            (.waitingFirstAppointment, .low, Array(booked.prefix(2))), (.firstAppointmentBooked, .low, booked),
            (.missedFirstAppointment, .low, booked + [.firstAppointmentMissed]), (.waitingTreatment, .low, low),
            (.waitingTreatment, .high, high),
            (.onHold, .low, booked + [.assessed(.hold(.low, .guidedSelfHelp), treatmentBegan: true)]),
            (.inTreatment, .low, inLow), (.inTreatment, .high, inHigh),
            (.missedSession, .low, inLow + [.sessionMissed]), (.missedSession, .high, inHigh + [.sessionMissed]),
            (.awaitingSupervision, .low, inLow + [.stepUpProposed]), (.closed, .low, inLow + [.closed(.completed)]),
            (.closed, .low, [.closed(.died)]),
        ]
    }()
}
