import EventKernel
import RandomStreams
import Replications
import Stations
public import Statistics

/// Warm-up: where the effect of an empty start has gone, by MSER-5 on the mean of several runs.
public struct WarmUpOfAQueue: Sendable {
    enum Payload: StationPayload {
        case arrival
        case look
        case station(StationEvent)
    }

    public init() {}

    /// The number in the system at times 0, 1, 2 …, the mean of so many runs from empty.
    public func series(length: Int, runs: Int) -> [Double] {
        let all = Replications.run(runs, threads: 2) { run(length: length, replication: UInt32($0)) }
        return (0..<length).map { place in all.reduce(0) { $0 + $1[place] } / Double(runs) }
    }

    /// How many first observations to drop.
    public func truncation(length: Int, runs: Int) -> WarmUp { WarmUp.mser5(series(length: length, runs: runs)) }

    private func run(length: Int, replication: UInt32) -> [Double] {
        let random = RandomSource(seed: 11, replication: replication)
        var gaps = random.stream(purpose: 1, subject: 0)
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var desk = Station<Int>(servers: 1, service: .exponential(mean: 0.9), random: random, purpose: 2)
        var series: [Double] = []
        calendar.schedule(at: 0, .look)
        calendar.schedule(at: gaps.exponential(mean: 1), .arrival)
        while series.count < length, let event = calendar.next() {
            switch event.payload {
            case .arrival:
                desk.arrive(desk.arrivals, in: &calendar)
                calendar.schedule(at: event.time + gaps.exponential(mean: 1), .arrival)
            case .look:
                series.append(Double(desk.waiting + desk.inService))
                calendar.schedule(at: event.time + 1, .look)
            case .station(let happening): desk.handle(happening, in: &calendar)
            }
        }
        return series
    }
}
