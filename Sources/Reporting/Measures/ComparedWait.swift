/// A wait beside those whom it leaves out: a mean wait is of those who were seen, and says nothing where hardly anybody
/// is. What belongs to it, by the names of measures.
struct ComparedWait {
    /// The mean wait of those seen.
    var measure: String
    /// What it is.
    var words: String
    /// Those who were seen.
    var seen: String
    /// Who still waits at the end.
    var queues: [String]
    /// How the names of the promises that pass begin; the limit follows.
    var passed: String
    /// What people wait for, as it follows "wait for".
    var object: String
    /// How the names of the waits and promises begin that leave out the same people.
    var alike: [String]

    /// All of them, in the order of a person's way.
    static let all = [
        ComparedWait(
            measure: "first-appointment-wait-mean", words: "the wait for a first appointment",
            seen: "first-appointments", queues: ["waiting-first-appointment-at-end"],
            passed: "first-appointment-breaches-", object: "one",
            alike: ["first-appointment-", "first-treatment-"]),
        ComparedWait(
            measure: "second-treatment-wait-mean", words: "the wait from first to second treatment",
            seen: "second-treatments", queues: ["waiting-treatment-low-at-end", "waiting-treatment-high-at-end"],
            passed: "second-treatment-breaches-", object: "treatment",
            alike: ["second-treatment-", "assessment-to-low-", "assessment-to-high-"]),
        ComparedWait(
            measure: "step-up-wait-mean", words: "the wait for step-up", seen: "step-up-first-sessions",
            queues: ["waiting-step-up-at-end"], passed: "step-up-breaches-", object: "it",
            alike: ["step-up-"]),
    ]
}

/// One scenario of a comparison beside the first, for one group.
struct ComparedPair {
    let report: ComparisonReport
    /// The scenario's place.
    let place: Int
    let group: MeasureGroup

    /// A measure of both; nil where it cannot be said.
    func row(_ measure: String) -> (base: Double, mean: Double, difference: MeasureDifference, unit: String)? {
        guard let row = report.rows.first(where: { $0.measure == measure && $0.group == group }),
            let base = row.means[0], let mean = row.means[place], let difference = row.differences[place - 1]
        else { return nil }
        return (base, mean, difference, row.unit)
    }

    /// The measures whose names begin so, in order, with what follows in the name.
    func measures(beginning start: String) -> [(measure: String, limit: String)] {
        var found: [(measure: String, limit: String)] = []
        for row in report.rows where row.group == group && row.measure.hasPrefix(start) {
            let limit = String(row.measure.dropFirst(start.count))
            if limit.allSatisfy(\.isNumber) { found.append((row.measure, limit)) }
        }
        return found
    }

    /// What speaks against calling a shorter wait better: more people who wait or pass their day, or fewer seen though
    /// as many come. Empty if nothing does.
    func objections(to wait: ComparedWait) -> [String] {
        var found: [String] = []
        let queues = wait.queues.compactMap(row)
        let more = queues.reduce(0) { $0 + $1.difference.mean }
        if more > 0, queues.contains(where: { $0.difference.isClear && $0.difference.mean > 0 }) {
            found.append("\(ComparedPair.people(more)) more wait for \(wait.object) at the end")
        }
        if let seen = row(wait.seen), seen.difference.isClear, seen.difference.mean < 0, !isFewerCome(seen) {
            found.append("\(ComparedPair.people(-seen.difference.mean)) fewer were seen")
        }
        for (measure, limit) in measures(beginning: wait.passed) {
            guard let passed = row(measure), passed.difference.isClear, passed.difference.mean > 0 else { continue }
            found.append("\(ComparedPair.people(passed.difference.mean)) more pass \(limit) days")
        }
        return found
    }

    /// Whether fewer are seen because fewer are referred: the share that is seen is no smaller. That fewer come so far,
    /// because fewer are seen before, is no reason.
    private func isFewerCome(
        _ seen: (base: Double, mean: Double, difference: MeasureDifference, unit: String)
    ) -> Bool {
        guard let coming = row("referrals"), coming.difference.isClear, coming.difference.mean < 0, seen.base > 0,
            coming.base > 0
        else { return false }
        return seen.mean / seen.base >= coming.mean / coming.base - 0.02
    }

    /// The waits, and the shares of those seen in time, that look better only because few are seen.
    var misleading: Set<String> {
        var found: Set<String> = []
        for wait in ComparedWait.all where !objections(to: wait).isEmpty {
            for row in report.rows where row.group == group && wait.alike.contains(where: row.measure.hasPrefix) {
                guard let difference = row.differences[place - 1], difference.isClear else { continue }
                let isBetterIfLess = row.measure.contains("-wait-") || row.measure.contains("-over-")
                let isOfSeen = row.measure.contains("-wait-") || row.measure.contains("-within-") || isBetterIfLess
                let counts = row.measure.hasSuffix("-with-waiting") || row.measure.hasSuffix("-of-all-due")
                if isOfSeen, !counts, (difference.mean < 0) == isBetterIfLess { found.insert(row.measure) }
            }
        }
        return found
    }

    /// `861`, `12`, `0.4`.
    static func people(_ number: Double) -> String {
        ValueText.number(number, unit: "people")
    }
}
