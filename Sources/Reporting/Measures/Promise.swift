import CareModel
import Statistics

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
    static func of(_ line: Headline, standards: Standards) -> Promise? {
        if let promised = line.promised { return of(promised, standards: standards) }
        return line.row?.leastShare.map(share)
    }

    /// The promise of a measure that is named by a limit.
    static func of(_ measure: PromisedMeasure, standards: Standards) -> Promise? {
        switch measure {
        case .firstAppointment, .secondTreatment, .perinatalAssessed, .perinatalTreated: everyone
        case .firstAppointmentNationalFirst, .firstTreatmentNationalFirst: share(standards.nationalFirstShare)
        case .firstTreatmentNationalSecond: share(standards.nationalSecondShare)
        case .secondTreatmentLimit:
            Promise(
                limit: standards.secondTreatmentLimitShare, side: .atMost,
                words: "at most \(NumberText.percent(standards.secondTreatmentLimitShare))%")
        case .firstAppointmentNationalSecond, .secondTreatmentBeforeLimit, .treatmentLow, .treatmentHigh, .stepUp,
            .breaches, .breachesNationalFirst, .breachesNationalSecond, .secondBreaches, .secondBreachesLimit:
            nil
        }
    }

    /// At least this share.
    static func share(_ share: Double) -> Promise {
        Promise(limit: share, side: .atLeast, words: "at least \(NumberText.percent(share))%")
    }

    /// Everyone, to the half per cent that a table would round away.
    static let everyone = Promise(limit: 0.995, side: .atLeast, words: "everyone")

    /// What a measure says about the promise; nil where a single run, or none, was made.
    func verdict(_ row: MeasureSummary) -> Verdict? {
        guard row.mean.isFinite, let kept = row.sample?.chance(where: isKept) else { return nil }
        return Verdict(kept: kept)
    }

    private func isKept(by value: Double) -> Bool {
        let tolerance = 1e-9 * max(1, abs(limit))
        switch side {
        case .atLeast: return value >= limit - tolerance
        case .atMost: return value <= limit + tolerance
        }
    }
}

extension Forecast {
    /// Whether a measure rests on a number that nobody gave, so that it is held to nothing: without a population of
    /// its own a service has no access rate to judge (EQ-3).
    func isAssumed(_ line: Headline) -> Bool {
        guard let key = line.row?.restsOn else { return false }
        return assumptions.contains { $0.isDefault && $0.key.hasSuffix(key) }
    }
}

/// What a forecast says about a promise: no more than its number of runs can show.
enum Verdict: Equatable {
    /// The chance that it is kept, or broken, is shown to be at least ``sure``.
    case meets, misses
    /// Neither is shown: in so many of the runs it is kept.
    case kept(Int, of: Int)

    /// The least chance of which *meets* and *misses* speak: 30 runs that all agree can just show it.
    static let sure = 0.9

    /// What the runs show; nil for a single one.
    init?(kept: Chance) {
        guard kept.runs > 1 else { return nil }
        self =
            if kept.atLeast >= Verdict.sure { .meets } else if kept.contrary.atLeast >= Verdict.sure {
                .misses
            } else { .kept(kept.happened, of: kept.runs) }
    }

    /// As a table says it: `meets`, `misses`, `17 of 30 runs`.
    var words: String {
        switch self {
        case .meets: "meets"
        case .misses: "misses"
        case .kept: "\(brief) runs"
        }
    }

    /// The same for a narrow table: `17 of 30`.
    var brief: String {
        switch self {
        case .meets, .misses: words
        case .kept(let kept, let runs): "\(NumberText.grouped(kept)) of \(NumberText.grouped(runs))"
        }
    }

    /// What the words mean, in one line.
    static let key = "meets, misses: the runs show a chance of at least 9 in 10; else the runs that meet it, 17 of 30."

    /// A sign that does not rest on colour.
    var sign: String {
        switch self {
        case .meets: "✓"
        case .misses: "✗"
        case .kept: "≈"
        }
    }

    /// Name of the style class.
    var style: String {
        switch self {
        case .meets: "meets"
        case .misses: "misses"
        case .kept: "either"
        }
    }
}
