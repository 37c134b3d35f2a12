public import EventKernel

/// What a station counts, since it began or since its latest reset.
@usableFromInline
struct StationMeasures: Sendable {
    @usableFromInline var arrivals = 0
    @usableFromInline var served = 0
    @usableFromInline var timesInStation = TallyMonitor()
    @usableFromInline var waitsBeforeGivingUp = TallyMonitor()

    @usableFromInline init() {}
}

extension Station {
    /// How many have come, whoever found the queue full included.
    public var arrivals: Int { measures.arrivals }
    /// How many have been served.
    public var served: Int { measures.served }
    /// How many have given up waiting.
    public var gaveUp: Int { measures.waitsBeforeGivingUp.count }
    /// How many found the queue full.
    public var refused: Int { resource.refused }
    /// How many wait now.
    public var waiting: Int { resource.waiting }
    /// How many are served now.
    public var inService: Int { resource.inUse }
    /// How long those had waited whose service has begun.
    public var waits: TallyMonitor { resource.waits }
    /// How long those had waited who gave up.
    public var waitsBeforeGivingUp: TallyMonitor { measures.waitsBeforeGivingUp }
    /// How long those who were served had been there, from coming to leaving.
    public var timesInStation: TallyMonitor { measures.timesInStation }
    /// How many waited, over time.
    public var queueLength: TimeWeightedMonitor<Double> { resource.queueLength }
    /// How many were served, over time.
    public var busyServers: TimeWeightedMonitor<Double> { resource.unitsInUse }

    /// Measures anew from a time on, as at the end of a warm-up; who is there stays.
    /// - Parameter now: the calendar's time.
    public mutating func resetMonitors(at now: Double) {
        measures = StationMeasures()
        resource.resetMonitors(at: now)
    }
}
