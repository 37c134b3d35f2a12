import PublishedStatistics

/// How the figures of a fitted service answer to its values, from the slopes at the end of the search.
struct CalibrationResponses: Sendable {
    private let slopes: [[Double]]
    private let parameters: [CalibrationParameter]
    private let targets: [(target: CalibrationTarget, moment: Moment)]

    /// - Parameters:
    ///   - slopes: of the distances, a row for each target and more rows after them, by the places of the search.
    ///   - parameters: its values.
    ///   - targets: what was aimed at.
    init(
        slopes: [[Double]], parameters: [CalibrationParameter],
        targets: [(target: CalibrationTarget, moment: Moment)]
    ) {
        self.slopes = slopes
        self.parameters = parameters
        self.targets = targets
    }

    /// By how much a figure changes if some values grow together by a little, over that little: in logarithms for
    /// figures that are rates, waits or stocks, in its own unit for shares. Nil if the figure was not aimed at.
    func response(of quantity: MomentQuantity, to keys: [String]) -> Double? {
        guard let row = targets.firstIndex(where: { $0.target.quantity == quantity }), row < slopes.count else {
            return nil
        }
        let entry = targets[row]
        let unit = entry.target.unit(of: entry.moment)
        let scale: Double
        switch entry.target.distance {
        case .absolute: scale = unit
        case .relative: scale = entry.moment.value > 0 ? unit / entry.moment.value : 0
        }
        return parameters.enumerated().reduce(0) { sum, entry in
            keys.contains(entry.element.key) ? sum + slopes[row][entry.offset] * scale / entry.element.deviation : sum
        }
    }
}
