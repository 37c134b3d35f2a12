public import EventKernel
import RandomStreams

/// A machine that breaks down while it works, and goes on with its job once it is repaired.
public struct BreakingMachine: Sendable {
    /// Jobs that come a unit of time.
    public var rate: Double
    public var meanService: Double
    /// Work until it breaks, and the time that a repair takes.
    public var meanWorkToFailure: Double
    public var meanRepair: Double

    enum Payload: BitwiseCopyable {
        case arrival
        case ends
        case breaks
        case repaired
    }

    public init(rate: Double, meanService: Double, meanWorkToFailure: Double, meanRepair: Double) {
        self.rate = rate
        self.meanService = meanService
        self.meanWorkToFailure = meanWorkToFailure
        self.meanRepair = meanRepair
    }

    /// Times in the system of so many jobs, after as many of a warm-up.
    public func run(jobs: Int, warmUp: Int, seed: UInt64, replication: UInt32) -> TallyMonitor {
        let random = RandomSource(seed: seed, replication: replication)
        var gaps = random.stream(purpose: 1, subject: 0)
        var services = random.stream(purpose: 2, subject: 0)
        var failures = random.stream(purpose: 3, subject: 0)
        var repairs = random.stream(purpose: 4, subject: 0)
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var machine = PreemptiveResource<Double>(capacity: 1)
        var times = TallyMonitor()
        var served = 0
        var job = (arrived: 0.0, remaining: 0.0, unit: HeldUnit.none)

        // The job goes on until it ends or the machine breaks, whichever comes first.
        func work() {
            let untilBroken = failures.exponential(mean: meanWorkToFailure)
            let isWhole = job.remaining <= untilBroken
            calendar.schedule(at: calendar.now + min(job.remaining, untilBroken), isWhole ? .ends : .breaks)
            job.remaining -= untilBroken
        }
        func start(_ arrived: Double, on unit: HeldUnit) {
            job = (arrived, services.exponential(mean: meanService), unit)
            work()
        }
        calendar.schedule(at: gaps.exponential(mean: 1 / rate), .arrival)
        while served < warmUp + jobs, let event = calendar.next() {
            switch event.payload {
            case .arrival:
                calendar.schedule(at: event.time + gaps.exponential(mean: 1 / rate), .arrival)
                if case .granted(let unit) = machine.request(event.time) { start(event.time, on: unit) }
            case .breaks:
                machine.setCapacity(0)
                if let stopped = machine.stopNext() { machine.putFirst(stopped.requester) }
                calendar.schedule(at: event.time + repairs.exponential(mean: meanRepair), .repaired)
            case .repaired:
                machine.setCapacity(1)
                if let grant = machine.grantNext() { job.unit = grant.unit }
                work()
            case .ends:
                served += 1
                if served > warmUp { times.record(event.time - job.arrived) }
                if let grant = machine.release(job.unit) { start(grant.requester, on: grant.unit) }
            }
        }
        return times
    }
}
