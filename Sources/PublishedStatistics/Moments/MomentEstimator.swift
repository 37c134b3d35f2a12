import Foundation
import Statistics

/// Estimates from a few months, with standard errors that do not suppose months to be independent.
enum MomentEstimator {
    /// The fewest months that anything is estimated from.
    static let leastMonths = 6

    /// A ratio of totals: Σ part ÷ Σ whole.
    ///
    /// Its standard error is that of a ratio estimator (Cochran, *Sampling Techniques*, 1977, section 6.4) without the
    /// correction for a finite population, and so counts rounding and all that moves months, not only chance.
    static func ratio(_ pairs: [(part: Double, whole: Double)]) -> Estimate {
        let known = pairs.filter { $0.whole > 0 }
        guard known.count >= leastMonths else { return .failure(tooFew(known.count)) }
        let whole = known.reduce(0) { $0 + $1.whole }
        let value = known.reduce(0) { $0 + $1.part } / whole
        let count = Double(known.count)
        let residuals = known.map { $0.part - value * $0.whole }
        let squares = residuals.reduce(0) { $0 + $1 * $1 }
        let spread = (count / (count - 1) * squares).squareRoot() / whole
        return .success(Moment(value: value, standardError: spread * inflation(residuals), months: known.count))
    }

    /// How much a month counts: half of what a later one does after so many months, 1 without a half-life.
    static func weight(_ month: PublishedMonth, at last: PublishedMonth?, _ halfLife: Double?) -> Double {
        guard let last, let halfLife else { return 1 }
        return exp2(-Double(last.number - month.number) / halfLife)
    }

    /// A weighted mean.
    static func mean(_ values: [(value: Double, weight: Double)]) -> Estimate {
        ratio(values.map { ($0.value * $0.weight, $0.weight) })
    }

    /// By what the standard error of a mean grows because each month is like the one before: √((1 + r) / (1 − r)) for
    /// a first-order autoregression. A negative correlation is taken for none, and one over 0.9 for 0.9.
    static func inflation(_ residuals: [Double]) -> Double {
        let correlation = min(0.9, max(0, serialCorrelation(residuals)))
        return ((1 + correlation) / (1 - correlation)).squareRoot()
    }

    static func tooFew(_ count: Int) -> NotEstimable {
        NotEstimable("\(count) months are known, \(leastMonths) are needed")
    }
}
