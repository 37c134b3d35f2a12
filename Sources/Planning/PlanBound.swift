// SPDX-License-Identifier: GPL-3.0-or-later

/// What choices keep together: Σ coefficient × choice ≤ most.
public struct PlanBound: Sendable, Hashable, Codable {
    /// What it is called.
    public let name: String
    /// One for each variable.
    public let coefficients: [Double]
    /// The largest that their sum may be.
    public let most: Double

    /// A bound of that name.
    public init(name: String, coefficients: [Double], most: Double) {
        self.name = name
        self.coefficients = coefficients
        self.most = most
    }

    /// Whether a point keeps it, rounding aside.
    func isKept(by point: [Int]) -> Bool {
        var sum = 0.0
        for (coefficient, choice) in zip(coefficients, point) { sum += coefficient * Double(choice) }
        return sum <= most + 1e-9 * max(1, abs(most))
    }
}
