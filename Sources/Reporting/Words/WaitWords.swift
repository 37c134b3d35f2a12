import CareModel

/// Sentences on how long people wait: for a first appointment, for the second treatment, for high intensity (KP-1,
/// KP-3, KP-4).
struct WaitWords {
    let scope: Scope
    let index: ForecastIndex

    /// A wait that the page begins with.
    struct Wait {
        var measure: Measure
        /// What it is, as a heading.
        var title: String
        /// What it is, as the beginning of a sentence that a number of days ends.
        var opening: String
        /// The same in half a sentence.
        var clause: String
        /// The middle of it with those who still wait.
        var withWaiting: String
        /// The days in which it is hoped to end.
        var aim: PromisedMeasure
        /// The published wait that is nearest to it; nil if none is.
        var published: Measure?
    }

    /// All of them, in the order of a person's way.
    static let all = [
        Wait(
            measure: .firstAppointmentWait, title: "First appointment", opening: "A first appointment takes",
            clause: "a first appointment takes",
            withWaiting: "first-appointment-wait-median-with-waiting", aim: .firstAppointment,
            published: .firstTreatmentWait),
        Wait(
            measure: .secondTreatmentWait, title: "Second treatment",
            opening: "The second treatment follows the first in",
            clause: "the second treatment follows the first in",
            withWaiting: "second-treatment-wait-median-with-waiting", aim: .secondTreatment),
        Wait(
            measure: .assessmentToHighWait, title: "High intensity",
            opening: "High-intensity treatment follows the assessment in",
            clause: "high intensity the assessment in",
            withWaiting: "assessment-to-high-wait-median-with-waiting", aim: .treatmentHigh,
            published: .assessmentToHighWait),
    ]

    /// A sentence for each wait that is known.
    var sentences: [Told] { WaitWords.all.compactMap(sentence) }

    /// The first wait with its range, and the others in one sentence.
    var brief: [Told] {
        let others = WaitWords.all.dropFirst().compactMap { wait in
            index.summary(wait.measure, scope.group).map { row -> Told in "\(wait.clause) \(row.shown(.mean)) days" }
        }
        let rest: [Told] = others.isEmpty ? [] : [(Told.list(others) + ".").capitalised]
        return [WaitWords.all.first.flatMap(sentence)].compactMap { $0 } + rest
    }

    /// `A first appointment takes 21.3 days on average (9 in 10 runs: 20.1 to 22.6 days).`
    func sentence(_ wait: Wait) -> Told? {
        index.summary(wait.measure, scope.group).map { row in
            "\(wait.opening) \(row.shown(.mean)) days on average\(range(row))."
        }
    }

    private func range(_ row: MeasureSummary) -> Told {
        row.range.map { " (\(runs): \($0) days)" } ?? ""
    }

    private var runs: String { ChanceText.range(runs: index.forecast.manifest.replications) }

    /// Whether a wait grows by more than chance: the first quarter of a year beside the last; nil without numbers, and
    /// for a single run, which cannot tell.
    func trend(_ wait: Wait) -> (sign: String, words: Told, brief: String)? {
        let bands = index.weekly(wait.measure, scope.group).filter(\.mean.isFinite)
        let runs = index.forecast.manifest.replications
        guard bands.count >= 4, runs > 1 else { return nil }
        let length = min(13, max(1, bands.count / 4))
        let (first, last) = (Array(bands.prefix(length)), Array(bands.suffix(length)))
        let (from, to) = (first.shown(.mean, .mean), last.shown(.mean, .mean))
        let change = to.value - from.value
        let (before, after) = (first.luck(runs: runs), last.luck(runs: runs))
        let luck = (before * before + after * after).squareRoot()
        if abs(change) >= max(1, 0.1 * from.value), abs(change) < luck {
            return ("→", "No clear change: about \(to) days at the end", "no clear change")
        }
        guard abs(change) >= max(1, 0.1 * from.value), from.text != to.text else {
            return ("→", "Steady: about \(to) days at the end", "steady")
        }
        let brief = "\(change > 0 ? "growing" : "shrinking"), \(from.text) to \(to.text) days"
        return change > 0
            ? ("↗", "Growing: from about \(from) to about \(to) days", brief)
            : ("↘", "Shrinking: from about \(from) to about \(to) days", brief)
    }

    /// What those who still wait make of it; nil where it is not known.
    func withWaiting(_ wait: Wait) -> Told? {
        index.summary(wait.withWaiting, scope.group).map { row in
            "Half still wait after \(row.shown(.mean)) days"
        }
    }
}
