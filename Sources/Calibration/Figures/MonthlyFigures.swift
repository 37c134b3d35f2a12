public import CareModel
public import Experiments
public import PublishedStatistics
import ServiceSimulation
import Statistics

/// A forecast by calendar months, as the national statistics count.
///
/// A record counts by week. A week that two months share is divided by its working days; stocks are taken at the end of
/// the week in which the month ends.
public struct MonthlyFigures: Sendable {
    /// A figure that is both published and simulated.
    public enum Figure: String, CaseIterable, Sendable {
        case referrals
        case firstTreatments = "first-treatments"
        case secondTreatments = "second-treatments"
        case finishedCourses = "finished-courses"
        case attended = "attended-appointments"
        case firstWait = "first-treatment-wait-mean"
        case stock = "waiting-for-treatment"
        case stepUpWait = "step-up-wait-mean"
        case assessmentToHigh = "assessment-to-high-wait-mean"
        case recovery

        /// The measure that is the same of a simulated service; a share is a percentage when published.
        public var measure: Measure {
            switch self {
            case .referrals: .referrals
            case .firstTreatments: .enteredTreatment
            case .secondTreatments: .secondTreatments
            case .finishedCourses: .finishedCourses
            case .attended: .attendedAppointments
            case .firstWait: .firstTreatmentWait
            case .stock: WaitingQueue.firstAppointment.measure
            case .stepUpWait: .stepUpWait
            case .assessmentToHigh: .assessmentToHighWait
            case .recovery: .recovery
            }
        }

        /// Its level of late.
        var quantity: MomentQuantity {
            switch self {
            case .referrals: .referralsPerWeek
            case .firstTreatments: .firstTreatmentsPerWeek
            case .secondTreatments: .secondTreatmentsPerWeek
            case .finishedCourses: .finishedCoursesPerWeek
            case .attended: .attendedPerWeek
            case .firstWait: .firstWaitMean
            case .stock: .waitingForTreatment
            case .stepUpWait: .stepUpWait
            case .assessmentToHigh: .assessmentToHighWait
            case .recovery: .recovery
            }
        }

        /// The published figure.
        public var published: ForecastFigure {
            switch self {
            case .referrals: ForecastFigure(.referrals)
            case .firstTreatments: ForecastFigure(.firstTreatments)
            case .secondTreatments: ForecastFigure(.secondTreatments)
            case .finishedCourses: ForecastFigure(.finishedCourses)
            case .attended: .attended
            case .firstWait: ForecastFigure(.firstWaitMean)
            case .stock: ForecastFigure(.waitingForTreatment)
            case .stepUpWait: ForecastFigure(.stepUpWait)
            case .assessmentToHigh: ForecastFigure(.assessmentToHighWait)
            case .recovery: ForecastFigure(.recoveryShare)
            }
        }
    }

    /// The first month.
    public let first: PublishedMonth
    /// The months that the records hold whole.
    public let months: Int
    private let records: [ReplicationRecord]
    private let shares: [SpanOfDays]

    /// - Parameters:
    ///   - result: of a forecast of one team that begins with, or within six days after, the first of a month.
    ///   - first: that month.
    public init(_ result: ExperimentResult, from first: PublishedMonth) {
        records = result.records
        self.first = first
        let starts = records.first?.starts ?? CivilDay(number: 0)
        let weeks = records.first?.weeks ?? 0
        var shares: [SpanOfDays] = []
        var month = first
        while let day = CivilDay(year: month.year, month: month.month, day: 1),
            day + Int32(month.days) <= starts + Int32(weeks * 7)
        {
            shares.append(SpanOfDays(from: day, days: month.days, starts: starts, weeks: weeks))
            month = month + 1
        }
        self.shares = shares
        months = shares.count
    }

    /// A figure of a month, run by run; nil where nobody was there to be measured.
    public func values(_ figure: Figure, month: Int) -> [Double?] { records.map { value(figure, $0, shares[month]) } }

    /// A month of a figure, over all runs.
    public struct Month: Sendable {
        /// Which.
        public let month: PublishedMonth
        /// The mean of the runs.
        public let mean: Double
        /// Their 5th centile.
        public let low: Double
        /// Their 95th centile.
        public let high: Double
    }

    /// The first twelve months of a figure; those in which no run had anybody to be measured are left out.
    public func byMonth(_ figure: Figure) -> [Month] {
        (0..<min(12, months)).compactMap { month in
            let values = values(figure, month: month).compactMap { $0 }
            guard !values.isEmpty else { return nil }
            return Month(
                month: first + month, mean: Summary(values).mean, low: quantile(0.05, of: values),
                high: quantile(0.95, of: values))
        }
    }

    /// A figure of the year: the total of counts, the mean of the months of all others; nil without any.
    public func year(_ figure: Figure) -> [Double?] {
        let addsUp = figure.published.unit == .percentOfActual && figure != .stock
        return records.indices.map { run in
            let known = (0..<min(12, months)).compactMap { value(figure, records[run], shares[$0]) }
            guard !known.isEmpty else { return nil }
            let sum = known.reduce(0, +)
            return addsUp ? sum : sum / Double(known.count)
        }
    }

    private func value(_ figure: Figure, _ record: ReplicationRecord, _ month: SpanOfDays) -> Double? {
        record.value(figure.measure.count, teams: 0..<1, over: month).map {
            $0 * (figure.measure.unit == .share ? 100 : 1)
        }
    }
}
