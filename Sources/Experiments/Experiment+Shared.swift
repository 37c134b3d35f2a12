import CareModel
import Replications
import ServiceSimulation

/// An experiment whose runs several processes make. A shard makes some runs and the first days that they begin with;
/// whoever has the pieces of all shards runs the experiment as ever, and finds them.
extension Experiment {
    /// First days, where warm-ups make them.
    var dayCount: Int {
        switch scenario.start.origin {
        case .list: 1
        case .warmUp: min(scenario.start.firstDays, max(1, replications))
        }
    }

    /// Whether the process only takes what others have made, and something is not there.
    var isToStop: Bool {
        guard let sharedWork, sharedWork.part == .collector else { return false }
        sharedWork.fallShort()
        return true
    }

    /// A first day that another process made.
    func dayMadeElsewhere(_ number: Int) -> WarmUpRun? {
        sharedWork?.found(dayName(number)).flatMap(WarmUpRun.init(bytes:))
    }

    /// Runs that other processes made; nil unless all of them are there.
    func madeElsewhere(_ numbers: Range<Int>) -> [ReplicationRecord]? {
        guard let sharedWork, sharedWork.found(runName(numbers.lowerBound)) != nil else { return nil }
        let found = Replications.run(
            numbers, threads: threads, progress: { _ in }, isCancelled: { false },
            body: { sharedWork.found(runName($0)).flatMap(ReplicationRecord.init(bytes:)) })
        let records = (found ?? []).compactMap { $0 }
        return records.count == numbers.count ? records : nil
    }

    /// The runs that a shard makes: those that begin with one first day lie together, so that few days are made twice.
    func numbers(ofShard place: Int, of count: Int) -> [Int] {
        let byDay = (0..<dayCount).flatMap { Array(stride(from: $0, to: replications, by: dayCount)) }
        return Array(byDay[byDay.count * place / count..<byDay.count * (place + 1) / count]).sorted()
    }

    /// Makes the runs of this shard, and the first days that are its to hand over.
    /// - Returns: false if it was cancelled.
    public func makeShare(
        progress: @Sendable (Progress) -> Void = { _ in }, isCancelled: @Sendable () -> Bool = { false }
    ) -> Bool {
        guard let numbers = numbersOfShare else { return false }
        progress(Progress(done: -1, planned: numbers.count))
        guard let (days, _) = startOfShare(numbers, all: false, isCancelled) else { return false }
        return makeRuns(numbers, from: days, progress: progress, isCancelled: isCancelled)
    }

    /// The runs of this shard; nil for what is no shard.
    var numbersOfShare: [Int]? {
        guard let sharedWork, case .shard(let place, let count) = sharedWork.part else { return nil }
        return numbers(ofShard: place, of: count)
    }

    /// Makes runs from first days by their numbers, and hands them over.
    /// - Returns: false if it was cancelled.
    func makeRuns(
        _ numbers: [Int], from days: [FirstDay?], progress: @Sendable (Progress) -> Void,
        isCancelled: @Sendable () -> Bool
    ) -> Bool {
        let parts = ExperimentParts(of: self)
        let records = parts.run(
            numbers.indices, threads: threads, progress: { progress(Progress(done: $0, planned: numbers.count)) },
            isCancelled: isCancelled,
            body: { part, place in
                days[numbers[place] % days.count]
                    .map { record(part, replication: numbers[place], parts, from: $0) }
            })
        guard let records else { return false }
        for (number, record) in zip(numbers, records) {
            sharedWork?.put(runName(number), parts.joined(record.compactMap { $0 }).bytes)
        }
        return true
    }

    /// The first days that some runs begin with, each at its place; nil for those that none begins with. Those of which
    /// this shard makes the first run are handed over.
    /// - Parameter all: whether all are made.
    /// - Returns: the days, and the starting point that all of them make; nil if it was cancelled.
    func startOfShare(
        _ numbers: [Int], all: Bool, _ isCancelled: @Sendable () -> Bool
    ) -> (days: [FirstDay?], start: StartingPoint?)? {
        guard case .warmUp = scenario.start.origin else {
            return StartingPoint.make(for: self, isCancelled: isCancelled).map { ($0.days, $0) }
        }
        let wanted = (0..<dayCount).filter { day in all || numbers.contains { $0 % dayCount == day } }
        guard let runs = StartingPoint.warmUps(wanted, self, isCancelled: isCancelled) else { return nil }
        var days = [FirstDay?](repeating: nil, count: dayCount)
        for (day, run) in zip(wanted, runs) {
            days[day] = run.day
            if numbers.contains(day) { sharedWork?.put(dayName(day), FirstDayBytes(of: run).all) }
        }
        return (days, all ? StartingPoint(runs, weeks: scenario.start.warmUpWeeks) : nil)
    }

    private func dayName(_ number: Int) -> String { "scenario \(place) first day \(number)" }

    private func runName(_ number: Int) -> String { "scenario \(place) run \(number)" }
}

extension Comparison {
    /// Makes this shard's runs of all experiments.
    /// - Parameters:
    ///   - progress: called from any thread, with the place of the experiment that runs.
    ///   - isCancelled: asked between runs.
    /// - Returns: false if it was cancelled.
    public func makeShare(
        progress: @Sendable (Int, Progress) -> Void = { _, _ in }, isCancelled: @Sendable () -> Bool = { false }
    ) -> Bool {
        guard sharesFirstDays, let numbers = experiments[0].numbersOfShare else {
            for (place, experiment) in experiments.enumerated() {
                let isDone = experiment.makeShare(progress: { progress(place, $0) }, isCancelled: isCancelled)
                if !isDone { return false }
            }
            return true
        }
        let base = experiments[0]
        let isOfOneTeams = experiments.allSatisfy { $0.scenario.teams.map(\.name) == base.scenario.teams.map(\.name) }
        progress(0, Progress(done: -1, planned: numbers.count))
        guard let (days, start) = base.startOfShare(numbers, all: !isOfOneTeams, isCancelled) else { return false }
        for (place, experiment) in experiments.enumerated() {
            let own = place == 0 ? nil : start?.passed(from: base.scenario, to: experiment, isCancelled: isCancelled)
            if isCancelled() { return false }
            let isDone = experiment.makeRuns(
                numbers, from: own?.days ?? days, progress: { progress(place, $0) }, isCancelled: isCancelled)
            if !isDone { return false }
        }
        return true
    }
}
