/// A queue measured against the pace at which it is served.
struct Bottleneck {
    /// The queue.
    var queue: Headline
    /// People in it on the first day (without a list, over the first four weeks), and mean over the last four weeks.
    var atStart: Double
    var atEnd: Double
    /// Weeks of work that wait at the end, at the pace of the last thirteen weeks.
    var weeksOfWork: Double
    /// The step whose clinicians serve it; nil where both do.
    var step: String?

    /// All queues that the forecast knows of, in the order of a person's way.
    static func all(_ scope: Scope, _ index: ForecastIndex) -> [Bottleneck] {
        Headline.queues.compactMap { queue in
            let bands = index.weekly(queue.measure, scope.group).filter(\.mean.isFinite)
            guard !bands.isEmpty, let weeks = weeksOfWork(queue.measure, scope, index) else { return nil }
            return Bottleneck(
                queue: queue,
                atStart: index.waitingOnFirstDay(queue.measure, scope).map(Double.init) ?? mean(bands.prefix(4)),
                atEnd: mean(bands.suffix(4)), weeksOfWork: weeks,
                step: step(queue.measure))
        }
    }

    /// The queue with the most weeks of work; of equals the first.
    static func tightest(_ scope: Scope, _ index: ForecastIndex) -> Bottleneck? {
        all(scope, index).reduce(nil) { best, next in
            guard let best else { return next }
            return next.weeksOfWork > best.weeksOfWork ? next : best
        }
    }

    private static func step(_ queue: String) -> String? {
        switch queue {
        case "waiting-treatment-low": "low"
        case "waiting-treatment-high", "waiting-step-up": "high"
        default: nil
        }
    }

    /// Queue over throughput; where the forecast does not count the throughput, the mean wait says the same (Little).
    private static func weeksOfWork(_ queue: String, _ scope: Scope, _ index: ForecastIndex) -> Double? {
        let flow: (measure: String, step: String?, wait: String)
        switch queue {
        case "waiting-first-appointment": flow = ("first-appointments", nil, "first-appointment-wait-mean")
        case "waiting-treatment-low": flow = ("second-treatments", "low", "assessment-to-low-wait-mean")
        case "waiting-treatment-high": flow = ("second-treatments", "high", "assessment-to-high-wait-mean")
        default: flow = ("step-ups", nil, "step-up-wait-mean")
        }
        let people = mean(index.weekly(queue, scope.group).filter(\.mean.isFinite).suffix(4))
        let group = MeasureGroup(team: scope.team, step: flow.step)
        let served = mean(index.weekly(flow.measure, group).filter(\.mean.isFinite).suffix(13))
        if served > 0 { return people / served }
        return index.summary(flow.wait, scope.group).map { $0.mean / 7 }
    }

    private static func mean(_ bands: ArraySlice<WeeklyBand>) -> Double {
        bands.isEmpty ? 0 : bands.reduce(0) { $0 + $1.mean } / Double(bands.count)
    }
}
