import PublishedStatistics

/// What counts how much in a search.
extension ProviderSearch {
    /// By how much each residual of a trial counts, beside its own unit.
    static func counts(_ trial: Trial) -> [Double] {
        trial.targets.map { importance($0.target.quantity) }
            + [Double](repeating: steadiness, count: trial.steadyLists.count)
            + trial.parameters.map { $0.key.hasPrefix("staff") ? staffExpectation : expectation }
    }

    /// Which residuals are ``bounded(_:)``: those of figures that no verdict rests on. Published figures contradict
    /// each other, and one that cannot be met would else pull at all that can.
    static func areBounded(_ trial: Trial) -> [Bool] {
        trial.targets.map { !$0.target.isMain && !own.contains($0.target.quantity) }
            + [Bool](repeating: false, count: trial.steadyLists.count + trial.parameters.count)
    }

    /// Figures that have a value of their own, which moves hardly any other.
    private static let own: [MomentQuantity] = [
        .didNotAttendShare, .patientCancelledShare, .providerCancelledShare, .reliableImprovement,
    ]

    /// A residual whose square grows as the residual does once it is large (Charbonnier's loss, or pseudo-Huber's).
    static func bounded(_ residual: Double) -> Double {
        let ratio = residual / enough
        let size = enough * (2 * ((1 + ratio * ratio).squareRoot() - 1)).squareRoot()
        return residual < 0 ? -size : size
    }

    /// By how much that changes where the residual does, of 0 … 1.
    static func answer(_ residual: Double) -> Double {
        let ratio = residual / enough
        let size = abs(bounded(residual))
        return size > 0 ? abs(residual) / (size * (1 + ratio * ratio).squareRoot()) : 1
    }

    /// A residual of this size is large.
    private static let enough = 4.0

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
