import CareModel

/// One scenario of a comparison beside the first, for one group.
struct ComparedPair {
    let report: ComparisonReport
    /// The scenario's place.
    let place: Int
    let group: MeasureGroup

    /// A measure of both, by its row.
    func row(_ measure: Measure) -> (base: Double, mean: Double, difference: MeasureDifference, unit: String)? {
        row(measure.name(report.scenarios[0].standards))
    }

    /// A measure of both; nil where it cannot be said.
    func row(_ measure: String) -> (base: Double, mean: Double, difference: MeasureDifference, unit: String)? {
        guard let row = report.rows.first(where: { $0.measure == measure && $0.group == group }),
            let base = row.means[0], let mean = row.means[place], let difference = row.differences[place - 1]
        else { return nil }
        return (base, mean, difference, row.unit)
    }

    /// The measures of promises that pass, in order, with their days, whatever a scenario promises.
    func measures(_ promises: [PromisedMeasure]) -> [(measure: String, limit: String)] {
        report.rows.filter { $0.group == group }.compactMap { row in
            promises.lazy.compactMap { $0.days(in: row.measure) }.first.map { (row.measure, String($0)) }
        }
    }

    /// What speaks against calling a shorter wait better: more people who wait or pass their day, or fewer seen though
    /// as many come. Empty if nothing does.
    func objections(to wait: ComparedWait) -> [String] {
        var found: [String] = []
        let queues = wait.queues.compactMap { row($0.name + WaitingQueue.atEnd) }
        let more = queues.reduce(0) { $0 + $1.difference.mean }
        if more > 0, queues.contains(where: { $0.difference.isClear && $0.difference.mean > 0 }) {
            found.append("\(ComparedPair.people(more)) more wait for \(wait.object) at the end")
        }
        if let seen = row(wait.seen), seen.difference.isClear, seen.difference.mean < 0, !isFewerCome(seen) {
            found.append("\(ComparedPair.people(-seen.difference.mean)) fewer were seen")
        }
        for (measure, limit) in measures(wait.passed) {
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
        guard let coming = row(Measure.referrals), coming.difference.isClear, coming.difference.mean < 0, seen.base > 0,
            coming.base > 0
        else { return false }
        return seen.mean / seen.base >= coming.mean / coming.base - 0.02
    }

    /// The waits, and the shares of those seen in time, that look better only because few are seen.
    var misleading: Set<String> {
        let names = MeasureNames(report.scenarios.map(\.standards))
        let unlikely = ComparedWait.all.filter { !objections(to: $0).isEmpty }.map(\.alike)
        var found: Set<String> = []
        for row in report.rows where row.group == group {
            guard let measure = names[row.measure], let seen = measure.seenOnly, unlikely.contains(seen),
                let difference = row.differences[place - 1], difference.isClear
            else { continue }
            if (difference.mean < 0) == (measure.better == .less) { found.insert(row.measure) }
        }
        return found
    }

    /// `861`, `12`, `0.4`.
    static func people(_ number: Double) -> String {
        ValueText.number(number, unit: "people")
    }
}
