import CareModel

/// A queue measured against the pace at which it is served.
struct Bottleneck {
    /// The queue.
    var queue: WaitingQueue
    /// People in it on the first day (without a list, over the first four weeks), and mean over the last four weeks.
    var atStart: Double
    var atEnd: Double
    /// The first and the last four weeks.
    var bandsAtStart: [WeeklyBand]
    var bandsAtEnd: [WeeklyBand]
    /// Weeks of work that wait at the end, at the pace of the last thirteen weeks.
    var weeksOfWork: Double

    /// All queues that the forecast knows of, in the order of a person's way.
    static func all(_ scope: Scope, _ index: ForecastIndex) -> [Bottleneck] {
        WaitingQueue.all.compactMap { queue in
            let bands = index.weekly(queue.name, scope.group).filter(\.mean.isFinite)
            guard !bands.isEmpty, let weeks = weeksOfWork(queue, scope, index) else { return nil }
            return Bottleneck(
                queue: queue,
                atStart: index.waitingOnFirstDay(queue, scope).map(Double.init) ?? mean(bands.prefix(4)),
                atEnd: mean(bands.suffix(4)), bandsAtStart: Array(bands.prefix(4)),
                bandsAtEnd: Array(bands.suffix(4)), weeksOfWork: weeks)
        }
    }

    /// The queue with the most weeks of work; of equals the first.
    static func tightest(_ scope: Scope, _ index: ForecastIndex) -> Bottleneck? {
        all(scope, index).reduce(nil) { best, next in
            guard let best else { return next }
            return next.weeksOfWork > best.weeksOfWork ? next : best
        }
    }

    /// Queue over throughput; where the forecast does not count the throughput, the mean wait says the same (Little).
    private static func weeksOfWork(_ queue: WaitingQueue, _ scope: Scope, _ index: ForecastIndex) -> Double? {
        let people = mean(index.weekly(queue.name, scope.group).filter(\.mean.isFinite).suffix(4))
        let group = MeasureGroup(team: scope.team, step: queue.served.step?.name)
        let served = mean(index.weekly(queue.served.name, group).filter(\.mean.isFinite).suffix(13))
        if served > 0 { return people / served }
        return index.summary(queue.wait, scope.group).map { $0.mean / 7 }
    }

    private static func mean(_ bands: ArraySlice<WeeklyBand>) -> Double {
        bands.isEmpty ? 0 : bands.reduce(0) { $0 + $1.mean } / Double(bands.count)
    }
}
