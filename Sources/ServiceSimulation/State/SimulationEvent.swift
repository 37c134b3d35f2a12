import CareModel
import EventKernel

/// What the calendar of a service holds: eight bytes.
struct SimulationEvent: BitwiseCopyable, Sendable {
    /// What is to happen.
    var kind: Kind
    /// Who: a person, a clinician or a team, by kind.
    var subject: UInt32

    enum Kind: UInt8, Sendable {
        case weekStarts, dayStarts, bookingRound, backfill
        case referralArrives, screeningDone, contactAttempt
        case appointment, personCancels, serviceCancels, notConfirmed
        case contactDeadline, supervision, holdEnds, withdraws, callDue
        case sicknessStarts, sicknessGoesOn, absenceIsLong, parentalLeaveAnnounced, parentalLeaveStarts
        case noticeGiven, postFallsVacant, postFilled, trainingEnds
        case groupDue, employmentEnds, comesBack, contactDue
    }
}

/// The order of events at one minute, written down (design: total order).
extension EventPriority {
    /// The week's record is closed before anything of the new week happens.
    static var weekStarts: EventPriority { EventPriority(rawValue: 0) }
    /// Then the day begins: release of time, duty, arrivals.
    static var dayStarts: EventPriority { EventPriority(rawValue: 10) }
    /// Then clinicians come, go and fall ill.
    static var workforce: EventPriority { EventPriority(rawValue: 20) }
    /// Then appointments are cancelled.
    static var cancellation: EventPriority { EventPriority(rawValue: 30) }
    /// Then people are seen.
    static var appointment: EventPriority { EventPriority(rawValue: 40) }
    /// Then deadlines pass and people withdraw.
    static var deadline: EventPriority { EventPriority(rawValue: 50) }
    /// Then the office works: screening, contact, calls.
    static var office: EventPriority { EventPriority(rawValue: 60) }
    /// Then referrals arrive.
    static var arrival: EventPriority { EventPriority(rawValue: 70) }
    /// Last, free time is offered.
    static var booking: EventPriority { EventPriority(rawValue: 80) }
}
