// SPDX-License-Identifier: GPL-3.0-or-later

extension FlowLine {
    /// The throughput of the line in the long run, by its Markov chain: parts at the second machine and at the third.
    ///
    /// The chain's states in the order of the parts at the second make a matrix with a narrow band; elimination within
    /// it takes states × band² steps.
    public static func exactThroughput(_ point: [Int]) -> Double {
        let rates = point.prefix(3).map(Double.init)
        let (second, third) = (point[3] + 1, point[4] + 1)
        let band = third + 2
        let count = (second + 1) * (third + 1)
        let state = { (two: Int, three: Int) in two * (third + 1) + three }
        // Row: the balance of a state. The flow into a state comes from at most a row of states away.
        var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        for two in 0...second {
            for three in 0...third {
                let here = state(two, three)
                func add(_ there: Int, _ rate: Double) {
                    matrix[there][here] += rate
                    matrix[here][here] -= rate
                }
                if two < second { add(state(two + 1, three), rates[0]) }
                if two > 0 && three < third { add(state(two - 1, three + 1), rates[1]) }
                if three > 0 { add(state(two, three - 1), rates[2]) }
            }
        }
        let chances = stationary(matrix, band: band)
        var busy = 0.0
        for two in 0...second {
            for three in 1...third { busy += chances[state(two, three)] }
        }
        return rates[2] * busy
    }

    /// With the last state's weight 1, the others solve the balances of all but the last.
    private static func stationary(_ matrix: [[Double]], band: Int) -> [Double] {
        let count = matrix.count - 1
        var rows = matrix.prefix(count).map { Array($0.prefix(count)) }
        var right = (0..<count).map { -matrix[$0][count] }
        for pivot in 0..<count {
            for row in (pivot + 1)..<max(pivot + 1, min(count, pivot + band + 1)) where rows[row][pivot] != 0 {
                let factor = rows[row][pivot] / rows[pivot][pivot]
                for column in pivot..<min(count, pivot + band + 1) {
                    rows[row][column] -= factor * rows[pivot][column]
                }
                right[row] -= factor * right[pivot]
            }
        }
        for pivot in (0..<count).reversed() {
            for column in (pivot + 1)..<max(pivot + 1, min(count, pivot + band + 1)) {
                right[pivot] -= rows[pivot][column] * right[column]
            }
            right[pivot] /= rows[pivot][pivot]
        }
        let total = right.reduce(1, +)
        return (right + [1]).map { $0 / total }
    }
}
