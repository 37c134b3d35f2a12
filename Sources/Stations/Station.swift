public import EventKernel
public import RandomStreams

/// A queue and its servers, with all that a usual one has: a law of service, a law of patience, a limit, and measures.
///
///     var desk = Station<Void>(servers: 3, service: .exponential(mean: 5), patience: .exponential(mean: 10), random:
///     …) while let event = calendar.next(until: .time(10_000)) {
///         switch event.payload {
///         case .arrival:
///             desk.arrive((), in: &calendar)
///             calendar.schedule(at: event.time + gaps.exponential(mean: 2), .arrival)
///         case .station(let event): desk.handle(event, in: &calendar)
///         }
///     }
///     print(desk.waits.mean, desk.gaveUp)
///
/// How long the n-th to come is served, and how long they would wait, is drawn from streams of their own: they are the
/// same whatever the number of servers, the limit or the order of service, so that two runs of one seed differ in what
/// was changed alone (common random numbers).
public struct Station<Customer: BitwiseCopyable>: ~Copyable {
    /// Somebody who is here.
    @frozen
    @usableFromInline
    struct Visit: BitwiseCopyable {
        @usableFromInline var customer: Customer
        @usableFromInline var arrived: Double
        /// Which arrival this is, from 0: the subject of its streams.
        @usableFromInline var number: UInt64
        @usableFromInline var place = QueuePlace.none
        @usableFromInline var patience = EventHandle.none

        @inlinable
        init(customer: Customer, arrived: Double, number: UInt64) {
            self.customer = customer
            self.arrived = arrived
            self.number = number
        }
    }

    @usableFromInline let serviceLaw: ContinuousDistribution
    @usableFromInline let patienceLaw: ContinuousDistribution?
    @usableFromInline let random: RandomSource
    @usableFromInline let purpose: UInt16
    @usableFromInline var resource: MonitoredResource<Double, UInt32>
    @usableFromInline var visits: [Visit] = []
    @usableFromInline var vacant: [UInt32] = []
    @usableFromInline var nextNumber: UInt64 = 0
    @usableFromInline var measures = StationMeasures()

    /// The number by which its events name it.
    public let number: UInt16

    /// A station that nobody has come to.
    ///
    /// - Parameters:
    ///   - number: tells several of a model apart.
    ///   - servers: how many serve; at least 0.
    ///   - queueLimit: how many may wait; whoever finds that many goes away.
    ///   - service: how long a service takes, in the calendar's unit; never below 0.
    ///   - patience: how long somebody waits before they give up; nil, and nobody does.
    ///   - random: the streams of this replication.
    ///   - purpose: that of services; the next one is that of patience. No other stream of the model has either.
    ///   - start: when its measures begin.
    public init(
        number: UInt16 = 0, servers: Int, queueLimit: Int = .max, service: ContinuousDistribution,
        patience: ContinuousDistribution? = nil, random: RandomSource, purpose: UInt16, startingAt start: Double = 0
    ) {
        self.number = number
        self.random = random
        self.purpose = purpose
        serviceLaw = service
        patienceLaw = patience
        resource = MonitoredResource(capacity: servers, queueLimit: queueLimit, startingAt: start)
    }

    /// Somebody comes. O(log n).
    ///
    /// - Parameters:
    ///   - customer: what the model knows them by; ``handle(_:in:)`` gives it back.
    ///   - priority: smaller is served first.
    ///   - calendar: where their events go, at its time.
    /// - Returns: false if they found the queue full, and are not there.
    @discardableResult
    @inlinable
    public mutating func arrive<Payload: StationPayload>(
        _ customer: Customer, priority: EventPriority = .normal, in calendar: inout EventCalendar<Double, Payload>
    ) -> Bool {
        let visit = enter(customer, at: calendar.now)
        measures.arrivals += 1
        switch resource.request(visit, priority: priority, at: calendar.now) {
        case .granted: start(visit, in: &calendar)
        case .queued(let place):
            visits[Int(visit)].place = place
            guard let patienceLaw else { break }
            var stream = random.stream(purpose: purpose + 1, subject: visits[Int(visit)].number)
            visits[Int(visit)].patience = calendar.schedule(
                at: calendar.now + stream.draw(patienceLaw),
                .station(StationEvent(station: number, kind: .givesUp, visit: visit)))
        case .refused:
            vacant.append(visit)
            return false
        }
        return true
    }

    /// One of its events has fired. O(log n).
    ///
    /// - Parameters:
    ///   - event: one that this station scheduled.
    ///   - calendar: the one that fired it.
    /// - Returns: who leaves, and how.
    @discardableResult
    @inlinable
    public mutating func handle<Payload: StationPayload>(
        _ event: StationEvent, in calendar: inout EventCalendar<Double, Payload>
    ) -> StationDeparture<Customer> {
        guard event.station == number else { fatalError("an event of station \(event.station) came to \(number)") }
        let visit = visits[Int(event.visit)]
        vacant.append(event.visit)
        switch event.kind {
        case .serviceEnds:
            measures.served += 1
            measures.timesInStation.record(calendar.now - visit.arrived)
            if let following = resource.release(at: calendar.now) { start(following, in: &calendar) }
            return .served(visit.customer)
        case .givesUp:
            resource.renege(visit.place, at: calendar.now)
            measures.waitsBeforeGivingUp.record(calendar.now - visit.arrived)
            return .gaveUp(visit.customer)
        }
    }

    /// More serve from now on, or fewer: nobody is interrupted.
    ///
    /// - Parameters:
    ///   - servers: at least 0.
    ///   - calendar: where events of those who start now go.
    @inlinable
    public mutating func setServers<Payload: StationPayload>(
        _ servers: Int, in calendar: inout EventCalendar<Double, Payload>
    ) {
        resource.setCapacity(servers)
        while let visit = resource.grantNext(at: calendar.now) { start(visit, in: &calendar) }
    }

    /// A visit of somebody who has come just now.
    @inlinable
    mutating func enter(_ customer: Customer, at now: Double) -> UInt32 {
        let visit = Visit(customer: customer, arrived: now, number: nextNumber)
        nextNumber += 1
        if let place = vacant.popLast() {
            visits[Int(place)] = visit
            return place
        }
        visits.append(visit)
        return UInt32(visits.count - 1)
    }

    /// Their service begins.
    @inlinable
    mutating func start<Payload: StationPayload>(
        _ visit: UInt32, in calendar: inout EventCalendar<Double, Payload>
    ) {
        calendar.cancel(visits[Int(visit)].patience)
        var stream = random.stream(purpose: purpose, subject: visits[Int(visit)].number)
        calendar.schedule(
            at: calendar.now + stream.draw(serviceLaw),
            .station(StationEvent(station: number, kind: .serviceEnds, visit: visit)))
    }
}

extension Station: Sendable where Customer: Sendable {}
extension Station.Visit: Sendable where Customer: Sendable {}
