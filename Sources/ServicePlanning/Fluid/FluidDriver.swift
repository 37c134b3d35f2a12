import CareModel
import Foundation

/// Which flow or list of the fluid model a count follows: it grows and shrinks with it.
enum FluidDriver: Sendable, Equatable {
    case referred, joining, firsts, starts, startsLow, startsHigh, ends
    case waitingFirst, waitingLow, waitingHigh, inLow, inHigh
    /// Waits, summed over those whose wait ends.
    case firstWaits, lowWaits, highWaits, treatmentWaits
    /// Those of a flow who waited so many days at most, or longer.
    case firstsWithin(Int)
    case treatmentWithin(Int)
    case firstsBeyond(Int)
    case treatmentBeyond(Int)

    /// The driver of a count; nil for one that the fluid model says nothing of.
    init?(_ counter: Counter, _ standards: Standards) {
        let promised = standards.firstAppointmentDays
        switch counter {
        case .referrals: self = .referred
        case .accepted, .diverted, .notAccepted, .uncontactable, .declinedAppointment, .screened,
            .screenedInTime:
            self = .joining
        case .firstAppointments, .enteredTreatment, .attendedFirst, .coursesAfterAssessment: self = .firsts
        case .firstAppointmentWaitDays, .firstTreatmentWaitDays: self = .firstWaits
        case .firstWithin28: self = .firstsWithin(promised)
        case .firstWithin42: self = .firstsWithin(42)
        case .firstWithin126: self = .firstsWithin(126)
        case .breaches28: self = .firstsBeyond(promised)
        case .breaches42: self = .firstsBeyond(42)
        case .breaches126: self = .firstsBeyond(126)
        case .secondTreatments: self = .starts
        case .secondTreatmentWaitDays: self = .treatmentWaits
        case .secondWithin28: self = .treatmentWithin(28)
        case .secondWithin90: self = .treatmentWithin(90)
        case .secondOver90, .secondPassed90: self = .treatmentBeyond(90)
        case .secondPassed28: self = .treatmentBeyond(28)
        case .assessmentToLow: self = .startsLow
        case .assessmentToLowDays: self = .lowWaits
        case .assessmentToHigh, .stepUpWaits: self = .startsHigh
        case .assessmentToHighDays, .stepUpWaitDays: self = .highWaits
        case .finishedCourses, .finishedSessions, .endedCompleted, .endedDroppedOut, .finishedCases, .recovered,
            .reliablyImproved, .reliablyRecovered, .cases:
            self = .ends
        case .waitingFirstAppointment, .firstAppointmentBooked, .beforeFirstAppointment: self = .waitingFirst
        case .waitingLow: self = .waitingLow
        case .waitingHigh, .waitingStepUp: self = .waitingHigh
        case .inTreatmentLow: self = .inLow
        case .inTreatmentHigh: self = .inHigh
        case _: return nil
        }
    }

    /// Whether it counts who waits or is in treatment, or for how long, and not who moves on.
    var isList: Bool {
        switch self {
        case .waitingFirst, .waitingLow, .waitingHigh, .inLow, .inHigh, .firstWaits, .lowWaits, .highWaits,
            .treatmentWaits:
            true
        case .referred, .joining, .firsts, .starts, .startsLow, .startsHigh, .ends, .firstsWithin, .treatmentWithin,
            .firstsBeyond, .treatmentBeyond:
            false
        }
    }

    /// What it comes to in some weeks: a sum of flows, or of lists at the ends of the weeks.
    /// - Parameter spread: of waits about their middle, as the standard deviation of their logarithm.
    func sum(_ weeks: FluidWeeks, _ range: Range<Int>, spread: Double) -> Double {
        range.reduce(0) { $0 + value(weeks, $1, spread) }
    }

    private func value(_ weeks: FluidWeeks, _ week: Int, _ spread: Double) -> Double {
        let starts = weeks.startsLow[week] + weeks.startsHigh[week]
        let lowDays = weeks.lowWait(week) * weeks.startsLow[week]
        let highDays = weeks.highWait(week) * weeks.startsHigh[week]
        func within(_ wait: Double, _ days: Int) -> Double { Self.share(within: Double(days), wait, spread) }
        func treatment(_ days: Int) -> Double {
            weeks.startsLow[week] * within(weeks.lowWait(week), days)
                + weeks.startsHigh[week] * within(weeks.highWait(week), days)
        }
        switch self {
        case .referred: return weeks.referrals[week]
        case .joining: return weeks.joining[week]
        case .firsts: return weeks.firsts[week]
        case .starts: return starts
        case .startsLow: return weeks.startsLow[week]
        case .startsHigh: return weeks.startsHigh[week]
        case .ends: return weeks.ends[week]
        case .waitingFirst: return weeks.waitingFirst[week]
        case .waitingLow: return weeks.waitingLow[week]
        case .waitingHigh: return weeks.waitingHigh[week]
        case .inLow: return weeks.inLow[week]
        case .inHigh: return weeks.inHigh[week]
        case .firstWaits: return weeks.waitingFirst[week] * 7
        case .lowWaits: return lowDays
        case .highWaits: return highDays
        case .treatmentWaits: return lowDays + highDays
        case .firstsWithin(let days): return weeks.firsts[week] * within(weeks.firstWait(week), days)
        case .firstsBeyond(let days): return weeks.firsts[week] * (1 - within(weeks.firstWait(week), days))
        case .treatmentWithin(let days): return treatment(days)
        case .treatmentBeyond(let days): return starts - treatment(days)
        }
    }

    /// The share of waits that are no longer than some days, of a logistic law of their logarithm.
    private static func share(within days: Double, _ middle: Double, _ spread: Double) -> Double {
        1 / (1 + pow(max(0.1, middle) / days, 1.8 / max(0.1, spread)))
    }
}
