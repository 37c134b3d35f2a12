import EventKernel
import RandomStreams

/// SimPy's "Machine shop": ten machines that break, and one repairman whose other work a broken machine interrupts.
public struct MachineShop: Sendable {
    public var machines = 10
    /// Minutes that a part takes: mean and standard deviation.
    public var part = (mean: 10.0, deviation: 2.0)
    /// Minutes at which each machine breaks, where they are known; nil draws them, 300 apart on average.
    public var breaks: [[Double]]?

    enum Payload: BitwiseCopyable {
        case madePart(machine: Int)
        case breaks(machine: Int)
        case repaired(machine: Int)
        case otherWorkDone
    }

    struct Machine {
        /// When the part that is being made will be done, and what is left of it while the machine is broken.
        var partDone = 0.0
        var remaining = 0.0
        var isBroken = false
        var part = EventHandle.none
        var made = 0
    }

    /// What changes while it runs.
    struct Run: ~Copyable {
        /// Who asks for the repairman on behalf of other work.
        static let otherWork = -1

        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var repairman = PreemptiveResource<Int>(capacity: 1)
        var shop: [Machine]
        var other = (remaining: 30.0, started: 0.0, event: EventHandle.none)
        var otherWorkDone = 0
        var unit = HeldUnit.none
        let shopFloor: MachineShop
        var parts: RandomStream
        var failures: RandomStream
    }

    public init() {}

    /// What is done in four weeks, or so many minutes: parts by machine, and other work.
    public func run(
        seed: UInt64, replication: UInt32, minutes: Double = 4 * 7 * 24 * 60
    ) -> (parts: [Int], otherWork: Int) {
        let random = RandomSource(seed: seed, replication: replication)
        var run = Run(
            shop: [Machine](repeating: Machine(), count: machines), shopFloor: self,
            parts: random.stream(purpose: 1, subject: 0), failures: random.stream(purpose: 2, subject: 0))
        for machine in run.shop.indices {
            run.beginPart(machine)
            run.scheduleFailures(machine)
        }
        run.askForOtherWork()
        while let event = run.calendar.next(until: .time(minutes)) {
            switch event.payload {
            case .madePart(let machine):
                run.shop[machine].made += 1
                run.beginPart(machine)
            case .breaks(let machine): run.breakDown(machine)
            case .repaired(let machine):
                run.shop[machine].isBroken = false
                run.work(machine, for: run.shop[machine].remaining)
                run.giveBack()
            case .otherWorkDone:
                run.otherWorkDone += 1
                run.giveBack()
                run.other.remaining = 30
                run.askForOtherWork()
            }
        }
        return (run.shop.map(\.made), run.otherWorkDone)
    }
}

extension MachineShop.Run {
    mutating func work(_ machine: Int, for minutes: Double) {
        shop[machine].partDone = calendar.now + minutes
        shop[machine].part = calendar.schedule(at: shop[machine].partDone, .madePart(machine: machine))
    }

    mutating func beginPart(_ machine: Int) {
        let (mean, deviation) = shopFloor.part
        work(
            machine,
            for: deviation > 0
                ? parts.truncatedNormal(
                    mean: mean, standardDeviation: deviation, lowerBound: 0, upperBound: 10 * mean) : mean)
    }

    mutating func scheduleFailures(_ machine: Int) {
        guard let known = shopFloor.breaks else { return scheduleFailure(machine) }
        for minute in known[machine] { calendar.schedule(at: minute, .breaks(machine: machine)) }
    }

    mutating func scheduleFailure(_ machine: Int) {
        guard shopFloor.breaks == nil else { return }
        calendar.schedule(at: calendar.now + failures.exponential(mean: 300), .breaks(machine: machine))
    }

    mutating func breakDown(_ machine: Int) {
        scheduleFailure(machine)
        guard !shop[machine].isBroken else { return }
        shop[machine].isBroken = true
        shop[machine].remaining = shop[machine].partDone - calendar.now
        calendar.withdraw(shop[machine].part)
        switch repairman.request(machine, priority: .repair) {
        case .granted(let unit): begin(machine, on: unit)
        case .interrupts(let stopped, let unit):
            calendar.withdraw(other.event)
            other.remaining -= calendar.now - other.started
            repairman.putFirst(stopped.requester, priority: stopped.priority)
            begin(machine, on: unit)
        case .queued, .refused: break
        }
    }

    mutating func askForOtherWork() {
        if case .granted(let unit) = repairman.request(Self.otherWork, priority: .slack) {
            begin(Self.otherWork, on: unit)
        }
    }

    mutating func begin(_ requester: Int, on granted: HeldUnit) {
        unit = granted
        if requester == Self.otherWork {
            other.started = calendar.now
            other.event = calendar.schedule(at: calendar.now + other.remaining, .otherWorkDone)
        } else {
            calendar.schedule(at: calendar.now + 30, .repaired(machine: requester))
        }
    }

    mutating func giveBack() {
        if let grant = repairman.release(unit) { begin(grant.requester, on: grant.unit) }
    }
}

extension EventPriority {
    fileprivate static var repair: EventPriority { EventPriority(rawValue: 1) }
    fileprivate static var slack: EventPriority { EventPriority(rawValue: 2) }
}
