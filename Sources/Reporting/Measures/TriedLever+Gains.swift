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
    var daysGained: Gain? {
        let pair = pair
        let gains = TriedLever.waits.compactMap { wait -> Gain? in
            guard let row = pair.row(wait.measure), row.difference.isClear, row.difference.mean < 0,
                shows(row.difference.mean, row.unit), pair.objections(to: wait.judged).isEmpty
            else { return nil }
            return gain(wait.measure.name(standards), wait.sooner, row.unit, row.difference)
        }
        return gains.reduce(nil) { best, next in (best?.mean ?? 0) >= next.mean ? best : next }
    }

    /// The wait that it moves most, whether that is sure or not: what a chart draws beside ``daysGained``.
    var daysMoved: Gain? {
        if let daysGained { return daysGained }
        let pair = pair
        let moved = TriedLever.waits.compactMap { wait in
            pair.row(wait.measure).map {
                gain(wait.measure.name(standards), wait.sooner, $0.unit, $0.difference)
            }
        }
        return moved.reduce(nil) { best, next in abs(best?.mean ?? 0) >= abs(next.mean) && best != nil ? best : next }
    }

    /// The promise that it breaks for fewest people beside now, people a year; nil if for no clearly smaller number.
    var peopleSaved: Gain? {
        let gains = passed.compactMap { row -> Gain? in
            guard row.difference.isClear, row.difference.mean < 0, shows(row.difference.mean, row.unit) else {
                return nil
            }
            return gain(row.measure, row.words, row.unit, row.difference)
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

    /// What is clearly worse, in words: promises, waits, lists, courses, recovery.
    var worse: [String] {
        let pair = pair
        var found: [String] = []
        for row in passed
        where row.difference.isClear && row.difference.mean > 0 && shows(row.difference.mean, row.unit) {
            found.append("\(DifferenceText.size(row.difference, row.unit)) more people a year \(row.words)")
        }
        for wait in TriedLever.waits {
            guard let row = pair.row(wait.measure), row.difference.isClear, row.difference.mean > 0,
                shows(row.difference.mean, row.unit)
            else { continue }
            found.append("the wait \(wait.words) is \(DifferenceText.size(row.difference, row.unit)) days longer")
        }
        for queue in WaitingQueue.all {
            guard let row = pair.row(queue.name + WaitingQueue.atEnd), row.difference.isClear,
                row.difference.mean > 0, shows(row.difference.mean, row.unit)
            else { continue }
            found.append(
                "\(DifferenceText.size(row.difference, row.unit)) more people wait for \(queue.words) at the end")
        }
        if let row = pair.row(Measure.finishedCourses), row.difference.isClear, row.difference.mean < 0,
            shows(row.difference.mean, row.unit)
        {
            found.append("\(DifferenceText.size(row.difference, row.unit)) fewer people a year finish a course")
        }
        if let row = pair.row(Measure.recovery), row.difference.isClear, row.difference.mean < 0,
            shows(row.difference.mean, row.unit)
        {
            found.append("recovery is \(DifferenceText.size(row.difference, row.unit)) points lower")
        }
        return found
    }

    /// The promises by who passes their day, with what happens as words follow "people".
    private var passed: [(measure: String, words: String, unit: String, difference: MeasureDifference)] {
        let pair = pair
        let kinds = [
            (PromisedMeasure.allBreaches, "a first appointment"),
            (PromisedMeasure.allSecondBreaches, "a second treatment"),
        ]
        return kinds.flatMap { promises, what in
            pair.measures(promises).compactMap { measure, limit in
                pair.row(measure).map {
                    (measure, "pass \(limit) days without \(what)", $0.unit, $0.difference)
                }
            }
        }
    }

    /// Whether a difference is more than nought as it is written.
    private func shows(_ difference: Double, _ unit: String) -> Bool {
        ValueText.number(abs(difference), unit: unit).contains { $0 >= "1" && $0 <= "9" }
    }

    private func gain(_ measure: String, _ words: String, _ unit: String, _ difference: MeasureDifference) -> Gain {
        Gain(
            measure: measure, words: words, unit: unit, mean: -difference.mean, low: -difference.ci95.upperBound,
            high: -difference.ci95.lowerBound)
    }
}
