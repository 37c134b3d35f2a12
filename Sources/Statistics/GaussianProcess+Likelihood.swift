// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

extension GaussianProcess {
    /// How well a kernel explains values of mean 0 and variance 1.
    struct Likelihood {
        let inputs: [[Double]]
        let values: [Double]
        let noise: [Double]

        struct Fit {
            let factors: [Double]
            let weights: [Double]
            let logLikelihood: Double
        }

        func fit(_ kernel: Kernel) -> Fit {
            let count = inputs.count
            let base = matrix(kernel)
            // A jitter of the tenth digit keeps near points apart; more only if it must.
            var jitter = 1e-8
            while true {
                var factors = base
                for index in 0..<count { factors[index * count + index] += jitter }
                guard cgsl_cholesky(count, &factors) == 0 else {
                    jitter *= 10
                    continue
                }
                var weights = values
                cgsl_cholesky_solve(count, factors, &weights)
                var logLikelihood = 0.0
                for index in 0..<count {
                    logLikelihood -= 0.5 * values[index] * weights[index] + log(factors[index * count + index])
                }
                return Fit(factors: factors, weights: weights, logLikelihood: logLikelihood)
            }
        }

        private func matrix(_ kernel: Kernel) -> [Double] {
            let count = inputs.count
            var matrix = noise
            for row in 0..<count {
                for column in 0...row {
                    let covariance = GaussianProcess.covariance(inputs[row], inputs[column], kernel)
                    matrix[row * count + column] += covariance
                    if column < row { matrix[column * count + row] += covariance }
                }
            }
            return matrix
        }

        /// The likelihood, and a wide belief that responses bend over about the unit of a coordinate.
        private func score(_ kernel: Kernel) -> Double {
            var score = fit(kernel).logLikelihood - kernel.logVariance * kernel.logVariance / 18
            for length in kernel.logLengths { score -= length * length / 2 }
            return score
        }

        /// Number by number, by steps that are halved when none is better.
        func best(from start: Kernel, sweeps: Int) -> Kernel {
            var best = start
            guard sweeps > 0 else { return best }
            var bestScore = score(best)
            var step = 0.8
            for _ in 0..<sweeps {
                var isBetter = false
                for index in -1..<start.logLengths.count {
                    for direction in [step, -step] {
                        let trial = best.moved(index, by: direction)
                        let trialScore = score(trial)
                        guard trialScore > bestScore else { continue }
                        (best, bestScore, isBetter) = (trial, trialScore, true)
                        break
                    }
                }
                if !isBetter { step /= 2 }
            }
            return best
        }
    }
}

extension GaussianProcess.Kernel {
    /// The same with one number moved: −1 is the variance.
    func moved(_ index: Int, by step: Double) -> GaussianProcess.Kernel {
        var moved = self
        if index < 0 { moved.logVariance += step } else { moved.logLengths[index] += step }
        return moved
    }
}
