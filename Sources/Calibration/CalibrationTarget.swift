import CareModel
import PublishedStatistics
import ServiceSimulation

/// A published figure that a fit tries to meet, and how the simulated service gives the same figure.
struct CalibrationTarget: Sendable {
    /// How a distance from the published figure counts.
    enum Distance: Sendable {
        /// As a share of it; more exactly than this share it is never asked for.
        case relative(Double)
        /// In its own unit; more exactly than this it is never asked for.
        case absolute(Double)
    }

    let quantity: MomentQuantity
    /// Whether a forecast sets out from it: flows, the list and the first wait are those of the months behind, however
    /// far other months of the year were from them.
    let isLevel: Bool
    let distance: Distance
    let simulated: @Sendable (YearTally) -> Double?

    private init(
        _ quantity: MomentQuantity, isLevel: Bool = false, _ distance: Distance,
        simulated: @escaping @Sendable (YearTally) -> Double?
    ) {
        self.quantity = quantity
        self.isLevel = isLevel
        self.distance = distance
        self.simulated = simulated
    }

    private static func rate(_ quantity: MomentQuantity, _ counter: Counter) -> CalibrationTarget {
        CalibrationTarget(quantity, isLevel: true, .relative(0.01)) { $0.perWeek(counter) }
    }

    private static func share(
        _ quantity: MomentQuantity, _ part: Counter, _ whole: Counter, within: Double
    ) -> CalibrationTarget {
        CalibrationTarget(quantity, .absolute(within)) { $0.ratio(part, whole) }
    }

    private static func mean(
        _ quantity: MomentQuantity, _ part: Counter, _ whole: Counter, within: Double
    ) -> CalibrationTarget {
        CalibrationTarget(quantity, .relative(within)) { $0.ratio(part, whole) }
    }

    /// Every target, in the order of the report. Flows come first: sessions of finished courses are those of people who
    /// began long before, and contradict the appointments attended of some providers. How waits for treatment spread is
    /// asked for least exactly: one list of one team is more even than the lists of a real service's many places.
    static let all: [CalibrationTarget] = [
        rate(.firstTreatmentsPerWeek, .enteredTreatment), rate(.secondTreatmentsPerWeek, .secondTreatments),
        rate(.finishedCoursesPerWeek, .finishedCourses), rate(.attendedPerWeek, .attended),
        share(.endedBeforeTreatment, .endedBeforeTreatment, .closed, within: 0.02),
        mean(.sessions, .finishedSessions, .finishedCourses, within: 0.10),
        mean(.lowIntensitySessions, .finishedLowSessions, .finishedWithLow, within: 0.15),
        mean(.highIntensitySessions, .finishedHighSessions, .finishedWithHigh, within: 0.10),
        CalibrationTarget(.firstWaitMean, isLevel: true, .relative(0.05)) {
            $0.ratio(.firstTreatmentWaitDays, .enteredTreatment)
        },
        CalibrationTarget(.waitingForTreatment, isLevel: true, .relative(0.06)) {
            $0.perWeek(.beforeFirstAppointment)
        },
        mean(.assessmentToHighWait, .assessmentToHighDays, .assessmentToHigh, within: 0.15),
        share(.secondWithin28Days, .secondWithin28, .secondTreatments, within: 0.06),
        share(.secondOver90Days, .secondOver90, .secondTreatments, within: 0.06),
        CalibrationTarget(.didNotAttendShare, .absolute(0.004)) { tally in
            let all = tally.total(.appointments)
            return all > 0 ? (tally.total(.didNotAttend) + tally.total(.arrivedTooLate)) / all : nil
        },
        share(.patientCancelledShare, .cancelledByPatient, .appointments, within: 0.004),
        share(.providerCancelledShare, .cancelledByProvider, .appointments, within: 0.004),
        share(.recovery, .recovered, .finishedCases, within: 0.01),
        share(.reliableImprovement, .reliablyImproved, .finishedCourses, within: 0.012),
    ]

    /// A distance of this counts as one: what the figure is never asked for more exactly, and its standard error where
    /// it stands for more than the months that it was taken from.
    func unit(of moment: Moment) -> Double {
        switch distance {
        case .relative(let share) where isLevel:
            return max(1e-9, share * abs(moment.value))
        case .relative(let share):
            let floor = max(1e-9, share * abs(moment.value))
            return (floor * floor + moment.standardError * moment.standardError).squareRoot()
        case .absolute(let least):
            return (least * least + moment.standardError * moment.standardError).squareRoot()
        }
    }
}
