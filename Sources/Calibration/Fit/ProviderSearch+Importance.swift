import PublishedStatistics

/// What counts how much in a search.
extension ProviderSearch {
    /// By how much each residual of a trial counts, beside its own unit.
    static func counts(_ trial: Trial) -> [Double] {
        trial.targets.map { importance($0.target.quantity) }
            + [Double](repeating: steadiness, count: trial.steadyLists.count)
            + trial.parameters.map { $0.key.hasPrefix("staff") ? staffExpectation : expectation }
    }

    /// How each residual of a trial counts as it grows.
    static func losses(_ trial: Trial) -> [Loss] {
        trial.targets.map { target, moment in
            guard target.isMain else { return own.contains(target.quantity) ? .square : .bounded }
            let share = FitJudgement.tolerance * moment.value / target.unit(of: moment)
            return .main(tolerance: share * importance(target.quantity))
        } + [Loss](repeating: .square, count: trial.steadyLists.count + trial.parameters.count)
    }

    /// How a residual counts as it grows.
    enum Loss {
        /// By its square.
        case square
        /// By its square while it is small, and as it is once it is large: a figure that no verdict rests on. Published
        /// figures contradict each other, and one that cannot be met would else pull at all that can.
        case bounded
        /// By more than its square: a figure that must be within a tolerance for a verdict to hold.
        case main(tolerance: Double)

        /// What its square counts (for ``bounded``, Charbonnier's loss, or pseudo-Huber's).
        func counted(_ residual: Double) -> Double {
            switch self {
            case .square: return residual
            case .bounded:
                let ratio = residual / Self.enough
                let size = Self.enough * (2 * ((1 + ratio * ratio).squareRoot() - 1)).squareRoot()
                return residual < 0 ? -size : size
            case .main(let tolerance):
                let ratio = residual / tolerance
                return residual * (1 + ratio * ratio)
            }
        }

        /// By how much that changes where the residual does, over 0.
        func answer(_ residual: Double) -> Double {
            switch self {
            case .square: return 1
            case .bounded:
                let ratio = residual / Self.enough
                let size = abs(counted(residual))
                return size > 0 ? abs(residual) / (size * (1 + ratio * ratio).squareRoot()) : 1
            case .main(let tolerance):
                let ratio = residual / tolerance
                return 1 + 3 * ratio * ratio
            }
        }

        /// A residual of this size is large.
        private static let enough = 4.0
    }

    /// Figures that have a value of their own, which moves hardly any other.
    private static let own: [MomentQuantity] = [
        .didNotAttendShare, .patientCancelledShare, .providerCancelledShare, .reliableImprovement,
    ]

    /// How much more a figure counts than its unit says: totals, waits and the list go first.
    private static func importance(_ quantity: MomentQuantity) -> Double {
        importances.first { $0.quantities.contains(quantity) }?.weight ?? 0.4
    }

    private static let importances: [(quantities: [MomentQuantity], weight: Double)] = [
        ([.firstWaitMean], 3), ([.waitingForTreatment], 2.5),
        ([.firstTreatmentsPerWeek, .finishedCoursesPerWeek], 2),
        ([.secondTreatmentsPerWeek, .attendedPerWeek], 1.5), ([.recovery, .assessmentToHighWait], 1),
        ([.endedBeforeTreatment, .sessions, .secondWithin28Days, .secondOver90Days], 0.7),
    ]
    /// How much it counts that lists stand still.
    private static let steadiness = 0.5
    /// How much it counts that values lie where they are expected, as far as the figures leave them to.
    private static let expectation = 0.4
    /// The same of staff, whose hours the attended appointments tell.
    private static let staffExpectation = 1.0
}
