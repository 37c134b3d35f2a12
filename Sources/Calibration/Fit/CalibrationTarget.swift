import CareModel
import Foundation
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
    /// Whether the verdict on a fit rests on it.
    let isMain: Bool
    /// What the measure is called in the files of a forecast.
    let name: String
    let distance: Distance
    let simulated: @Sendable (YearTally) -> Double?

    private init(
        _ quantity: MomentQuantity, _ measure: Measure?, isLevel: Bool = false, isMain: Bool = false,
        _ distance: Distance, count: Measure.Count?
    ) {
        self.quantity = quantity
        self.isLevel = isLevel
        self.isMain = isMain
        self.distance = distance
        name = measure?.name(Standards()) ?? quantity.rawValue
        simulated = { tally in count.flatMap { tally.value($0) } }
    }

    private static func level(_ quantity: MomentQuantity, _ measure: Measure, within: Double) -> CalibrationTarget {
        CalibrationTarget(
            quantity, measure, isLevel: true, isMain: true, .relative(within), count: measure.count)
    }

    private static func share(
        _ quantity: MomentQuantity, _ measure: Measure?, isMain: Bool = false, within: Double
    ) -> CalibrationTarget {
        CalibrationTarget(quantity, measure, isMain: isMain, .absolute(within), count: measure?.count)
    }

    private static func mean(_ quantity: MomentQuantity, _ measure: Measure, within: Double) -> CalibrationTarget {
        CalibrationTarget(quantity, measure, .relative(within), count: measure.count)
    }

    /// Sessions at one step, which no measure of its own counts.
    private static func sessions(
        _ quantity: MomentQuantity, _ count: Measure.Count?, within: Double
    ) -> CalibrationTarget {
        CalibrationTarget(quantity, nil, .relative(within), count: count)
    }

    /// Every target, in the order of the report. Flows come first: sessions of finished courses are those of people who
    /// began long before, and contradict the appointments attended of some providers. How waits for treatment spread is
    /// asked for least exactly: one list of one team is more even than the lists of a real service's many places.
    static let all: [CalibrationTarget] = [
        level(.firstTreatmentsPerWeek, .enteredTreatment, within: 0.01),
        level(.secondTreatmentsPerWeek, .secondTreatments, within: 0.01),
        level(.finishedCoursesPerWeek, .finishedCourses, within: 0.01),
        level(.attendedPerWeek, .attendedAppointments, within: 0.01),
        share(.endedBeforeTreatment, .endedBeforeTreatment, within: 0.02),
        mean(.sessions, .sessionsPerFinished, within: 0.10),
        sessions(.lowIntensitySessions, Measure.sessionsPerFinished.bySteps?.low, within: 0.15),
        sessions(.highIntensitySessions, Measure.sessionsPerFinished.bySteps?.high, within: 0.10),
        level(.firstWaitMean, .firstTreatmentWait, within: 0.05),
        level(.waitingForTreatment, WaitingQueue.firstAppointment.measure, within: 0.06),
        mean(.assessmentToHighWait, .assessmentToHighWait, within: 0.15),
        mean(.stepUpWait, .stepUpWait, within: 0.25),
        share(.secondWithin28Days, .of(.secondTreatment), within: 0.06),
        share(.secondOver90Days, .of(.secondTreatmentLimit), within: 0.06),
        share(.didNotAttendShare, .didNotAttendShare, within: 0.004),
        share(.patientCancelledShare, .patientCancelledShare, within: 0.004),
        share(.providerCancelledShare, .providerCancelledShare, within: 0.004),
        share(.recovery, .recovery, isMain: true, within: 0.01),
        share(.reliableImprovement, .reliableImprovement, within: 0.012),
    ]

    /// A value on the scale of distances: in logarithms, or as it is.
    func figure(_ value: Double) -> Double {
        switch distance {
        case .relative: log(value)
        case .absolute: value
        }
    }

    /// What a difference on that scale counts.
    func scale(of moment: Moment) -> Double {
        switch distance {
        case .relative: moment.value / unit(of: moment)
        case .absolute: 1 / unit(of: moment)
        }
    }

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

    /// How far a simulated figure is from the published one, in its unit; 0 if nobody was there to be measured.
    func distance(of simulated: Double?, from moment: Moment) -> Double {
        guard let simulated else { return 0 }
        // Twice and half are as far; what does not happen at all counts as a hundredth.
        return (figure(max(simulated, moment.value / 100)) - figure(moment.value)) * scale(of: moment)
    }
}
