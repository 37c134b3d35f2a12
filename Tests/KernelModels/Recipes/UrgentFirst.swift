public import EventKernel
import RandomStreams

/// Interruption: urgent jobs stop the others, which go on later where they were (preemptive resume).
public struct UrgentFirst: Sendable {
    /// Jobs of each class that come a unit of time, the most urgent first.
    public var rates: [Double]
    public var meanService: Double

    enum Payload: BitwiseCopyable {
        case arrival(kind: Int)
        case ends(job: Int)
    }

    struct Job {
        var kind: Int
        var arrived: Double
        var remaining: Double
        var ends = 0.0
        var ending = EventHandle.none
        var unit = HeldUnit.none

        var priority: EventPriority { EventPriority(rawValue: UInt8(kind)) }
    }

    public init(rates: [Double], meanService: Double) {
        self.rates = rates
        self.meanService = meanService
    }

    /// Times in the system, by class, of jobs that came after the warm-up.
    public func run(warmUp: Double, until end: Double, seed: UInt64, replication: UInt32) -> [TallyMonitor] {
        let random = RandomSource(seed: seed, replication: replication)
        var services = random.stream(purpose: 1, subject: 0)
        var gaps = random.stream(purpose: 2, subject: 0)
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var machine = PreemptiveResource<Int>(capacity: 1)
        var jobs: [Job] = []
        var times = rates.map { _ in TallyMonitor() }

        func start(_ job: Int, on unit: HeldUnit) {
            jobs[job].unit = unit
            jobs[job].ends = calendar.now + jobs[job].remaining
            jobs[job].ending = calendar.schedule(at: jobs[job].ends, .ends(job: job))
        }
        for kind in rates.indices { calendar.schedule(at: 0, .arrival(kind: kind)) }
        while let event = calendar.next(until: .time(end)) {
            switch event.payload {
            case .arrival(let kind):
                calendar.schedule(at: event.time + gaps.exponential(mean: 1 / rates[kind]), .arrival(kind: kind))
                let job = jobs.count
                jobs.append(Job(kind: kind, arrived: event.time, remaining: services.exponential(mean: meanService)))
                switch machine.request(job, priority: jobs[job].priority) {
                case .granted(let unit): start(job, on: unit)
                case .interrupts(let stopped, let unit):
                    jobs[stopped.requester].remaining = jobs[stopped.requester].ends - event.time
                    calendar.withdraw(jobs[stopped.requester].ending)
                    machine.putFirst(stopped.requester, priority: stopped.priority)
                    start(job, on: unit)
                case .queued, .refused: break
                }
            case .ends(let job):
                if jobs[job].arrived > warmUp { times[jobs[job].kind].record(event.time - jobs[job].arrived) }
                if let grant = machine.release(jobs[job].unit) { start(grant.requester, on: grant.unit) }
            }
        }
        return times
    }
}
