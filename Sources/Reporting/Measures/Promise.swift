import CareModel

/// A standard that a measure is held to.
struct Promise: Equatable {
    /// On which side of the limit a service keeps the promise.
    enum Side {
        case atLeast, atMost
    }

    /// The limit, in the measure's unit.
    var limit: Double
    /// The side that keeps it.
    var side: Side
    /// As a table says it: `at least 75%`.
    var words: String

    /// The promise that a measure of the service or a team is held to; nil for a measure without one.
    ///
    /// FA-1, KT-1, KP-2, KP-3, KP-6, PR-1; the access rate of EQ-3 is 25% of local need a year.
    static func of(_ measure: String, standards: Standards) -> Promise? {
        switch measure {
        case "first-appointment-within-28-days", "second-treatment-within-28-days",
            "perinatal-assessed-within-14-days", "perinatal-treated-within-28-days":
            everyone
        case "first-appointment-within-42-days", "first-treatment-within-42-days":
            share(standards.nationalFirstShare)
        case "first-treatment-within-126-days": share(standards.nationalSecondShare)
        case "second-treatment-over-90-days":
            Promise(
                limit: standards.secondTreatmentLimitShare, side: .atMost,
                words: "at most \(NumberText.percent(standards.secondTreatmentLimitShare))%")
        case "recovery": share(0.50)
        case "access-rate": share(0.25)
        default: nil
        }
    }

    /// At least this share.
    static func share(_ share: Double) -> Promise {
        Promise(limit: share, side: .atLeast, words: "at least \(NumberText.percent(share))%")
    }

    /// Everyone, to the half per cent that a table would round away.
    static let everyone = Promise(limit: 0.995, side: .atLeast, words: "everyone")

    /// What a measure says about the promise.
    ///
    /// *Meets* or *misses* is said only when at least 19 in 20 runs of the forecast agree.
    func verdict(_ row: MeasureSummary) -> Verdict? {
        guard row.mean.isFinite, row.p05.isFinite, row.p95.isFinite else { return nil }
        let tolerance = 1e-9 * max(1, abs(limit))
        switch side {
        case .atLeast:
            if row.p05 >= limit - tolerance { return .meets }
            return row.p95 < limit - tolerance ? .misses : .eitherWay
        case .atMost:
            if row.p95 <= limit + tolerance { return .meets }
            return row.p05 > limit + tolerance ? .misses : .eitherWay
        }
    }
}

/// What a forecast says about a promise.
enum Verdict: String {
    case meets, misses
    case eitherWay = "either way"

    /// A sign that does not rest on colour.
    var sign: String {
        switch self {
        case .meets: "✓"
        case .misses: "✕"
        case .eitherWay: "≈"
        }
    }

    /// Name of the style class.
    var style: String { self == .eitherWay ? "either" : rawValue }
}
