import CareModel

/// What a change gains and what it costs, of what is surer than chance.
extension TriedLever {
    /// A difference to the better, or of pounds to either side: how much, from and to.
    struct Gain: Equatable {
        /// Its measure's name.
        var measure: String
        /// What it is of, as words follow "the wait".
        var words: String
        /// Its unit.
        var unit: String
        /// How much better, and between what; of pounds how many more.
        var mean: Double
        var low: Double
        var high: Double
    }

    /// A wait that a change may shorten.
    private struct Wait {
        var measure: Measure
        /// As it follows "sooner" in a sentence.
        var sooner: String
        /// As it follows "the wait".
        var words: String
        /// Whom its mean leaves out.
        var judged: ComparedWait
    }

    private static var waits: [Wait] {
        let (first, second, stepUp) = (ComparedWait.all[0], ComparedWait.all[1], ComparedWait.all[2])
        return [
            Wait(
                measure: .firstAppointmentWait, sooner: "to a first appointment", words: "for a first appointment",
                judged: first),
            Wait(
                measure: .secondTreatmentWait, sooner: "to a second treatment", words: "from first to second treatment",
                judged: second),
            Wait(
                measure: .assessmentToHighWait, sooner: "to high intensity", words: "for high intensity",
                judged: second),
            Wait(measure: .stepUpWait, sooner: "to a step-up", words: "for a step-up", judged: stepUp),
        ]
    }

    /// The change beside the service as it is.
    private var pair: ComparedPair {
        var report = ComparisonReport(
            scenarios: [
                ComparedScenario(name: "as-it-is", title: "", sha256: "", standards: standards),
                ComparedScenario(name: name, title: title, sha256: "", standards: standards),
            ], seed: 0, replications: runs, weeks: 0, starts: CivilDay(number: 0), version: "",
            sharesFirstDays: true, teams: [])
        report.rows = effects
        return ComparedPair(report: report, place: 1, group: MeasureGroup())
    }

    /// The wait that it shortens most, in days, of those that are clearly shorter for everybody and not only for those
    /// who were seen; nil without any.
    var daysGained: Gain? { largest(ofSeenOnly: false) }

    /// The same of waits that are shorter for those who were seen, while more people wait, pass their day or are not
    /// seen: no gain.
    var daysOfSeenOnly: Gain? { largest(ofSeenOnly: true) }

    private func largest(ofSeenOnly: Bool) -> Gain? {
        let pair = pair
        let gains = TriedLever.waits.compactMap { wait -> Gain? in
            guard let row = pair.row(wait.measure), isClear(row, isLarger: false),
                pair.objections(to: wait.judged).isEmpty != ofSeenOnly
            else { return nil }
            return gain(wait.measure.name(standards), wait.sooner, row.unit, row.difference)
        }
        return gains.reduce(nil) { best, next in (best?.mean ?? 0) >= next.mean ? best : next }
    }

    /// The wait that it moves most, whether that is sure or not: what a chart draws where there is no ``daysGained``.
    var daysMoved: Gain? {
        if let clear = daysGained ?? daysOfSeenOnly { return clear }
        let pair = pair
        let moved = TriedLever.waits.compactMap { wait in
            pair.row(wait.measure).map {
                gain(wait.measure.name(standards), wait.sooner, $0.unit, $0.difference)
            }
        }
        return moved.reduce(nil) { best, next in
            guard let best else { return next }
            return abs(best.mean) >= abs(next.mean) ? best : next
        }
    }

    /// The promise that it breaks for fewest people beside now, people a year; nil if for no clearly smaller number.
    var peopleSaved: Gain? {
        let gains = passed.filter { isClear($0.row, isLarger: false) }.map {
            gain($0.measure, $0.words, $0.row.unit, $0.row.difference)
        }
        return gains.reduce(nil) { best, next in (best?.mean ?? 0) >= next.mean ? best : next }
    }

    /// What staff cost more, pounds a year; less than nought is less. Nil where that cannot be said.
    var poundsMore: Gain? {
        guard let row = pair.row(Measure.staffCost) else { return nil }
        let interval = row.difference.ci95
        return Gain(
            measure: Measure.staffCost.name(standards), words: "", unit: row.unit, mean: row.difference.mean,
            low: interval.lowerBound, high: interval.upperBound)
    }

    /// Whether anything is clearly better.
    public var helps: Bool { daysGained != nil || peopleSaved != nil }

    /// What is clearly worse and by one in a hundred at least, in words: of each wait its promise, else the wait, else
    /// the list; then courses and recovery.
    var worse: [String] {
        let pair = pair
        var found = ComparedWait.all.compactMap { wait in
            let names = wait.passed.map(standards.name)
            let broken = passed.first { names.contains($0.measure) && isWorse($0.row) }.map {
                "\(DifferenceText.size($0.row.difference, $0.row.unit)) more people a year \($0.words)"
            }
            return broken ?? longer(wait.alike) ?? moreWaiting(wait.queues)
        }
        if let row = pair.row(Measure.finishedCourses), isWorse(row, less: true) {
            found.append("\(DifferenceText.size(row.difference, row.unit)) fewer people a year finish a course")
        }
        if let row = pair.row(Measure.recovery), isWorse(row, less: true) {
            found.append("recovery is \(DifferenceText.size(row.difference, row.unit)) points lower")
        }
        return found
    }

    private func longer(_ alike: Measure.SeenWait) -> String? {
        let pair = pair
        return TriedLever.waits.lazy.filter { $0.judged.alike == alike }.compactMap { wait in
            guard let row = pair.row(wait.measure), isWorse(row) else { return nil }
            return "the wait \(wait.words) is \(DifferenceText.size(row.difference, row.unit)) days longer"
        }.first
    }

    private func moreWaiting(_ queues: [WaitingQueue]) -> String? {
        let pair = pair
        return queues.lazy.compactMap { queue in
            guard let row = pair.row(queue.name + WaitingQueue.atEnd), isWorse(row) else { return nil }
            return "\(DifferenceText.size(row.difference, row.unit)) more people wait for \(queue.words) at the end"
        }.first
    }

    /// The promises by who passes their day, with what happens as words follow "people".
    private var passed: [(measure: String, words: String, row: Row)] {
        let pair = pair
        let kinds = [
            (PromisedMeasure.allBreaches, "a first appointment"),
            (PromisedMeasure.allSecondBreaches, "a second treatment"),
        ]
        return kinds.flatMap { promises, what in
            pair.measures(promises).compactMap { measure, limit in
                pair.row(measure).map { (measure, "pass \(limit) days without \(what)", $0) }
            }
        }
    }

    /// A measure without the change and with it.
    private typealias Row = (base: Double, mean: Double, difference: MeasureDifference, unit: String)

    /// Whether a measure that should be small is clearly larger, or smaller, and by more than nought as it is written.
    private func isClear(_ row: Row, isLarger larger: Bool) -> Bool {
        row.difference.isClear && (row.difference.mean > 0) == larger
            && ValueText.number(abs(row.difference.mean), unit: row.unit).contains { $0 >= "1" && $0 <= "9" }
    }

    private func isWorse(_ row: Row, less: Bool = false) -> Bool {
        isClear(row, isLarger: !less) && abs(row.difference.mean) >= 0.01 * abs(row.base)
    }

    private func gain(_ measure: String, _ words: String, _ unit: String, _ difference: MeasureDifference) -> Gain {
        Gain(
            measure: measure, words: words, unit: unit, mean: -difference.mean, low: -difference.ci95.upperBound,
            high: -difference.ci95.lowerBound)
    }
}
