import EventKernel
import RandomStreams

/// General practice, assessment and therapy, with people who give up waiting: the network of Murch et al. 2021
/// (doi 10.1016/j.orhc.2021.100311), in steps of a day, before, during and after the first lockdown of 2020.
///
/// A day has four parts, in the published order: services end, services start, people give up, people join queues. So
/// nobody starts on the day of joining. A person's last day of patience is drawn on joining, from the same law that the
/// paper applies day by day; the event that it schedules is cancelled when the person is served.
public struct ThreeNodeTalkingTherapiesNetwork: Sendable {
    /// Mean queues at the end of a day, in each of the three periods.
    public struct Results: Sendable {
        public var practice: [Double] = []
        public var assessment: [Double] = []
        public var therapy: [Double] = []
    }

    /// The first day of each period, and the day after the last.
    static let periods: [Int64] = [731, 1096, 1166, 1532]

    private let assessmentPatience = PatienceLaw { waited in
        let ratio = waited / 100
        return 1 - 1 / (1 + ratio * ratio * ratio * ratio * ratio)
    }
    private let therapyPatience = PatienceLaw { waited in 1 - 1 / (1 + waited / 120) }
    private let practiceStay = Categorical(weights: PublishedStays.practice.map(\.weight))
    private let assessmentStay = Categorical(weights: PublishedStays.assessment.map(\.weight))
    private let therapyStay = Categorical(weights: PublishedStays.therapy.map(\.weight))

    public init() {}

    /// Runs one replication.
    public func run(seed: UInt64, replication: UInt32) -> Results {
        var run = Run(seed: seed, replication: replication)
        var results = Results()
        run.calendar.schedule(at: 1, priority: .starts, .startServices)
        run.calendar.schedule(at: 1, priority: .joins, .arrivals)
        for day in Self.periods { run.calendar.schedule(at: day, priority: .newPeriod, .newPeriod) }
        while let event = run.calendar.next(until: .time(Self.periods[3] + 1)) {
            switch event.payload {
            case .newPeriod:
                results.practice.append(run.endPeriod(.practice))
                results.assessment.append(run.endPeriod(.assessment))
                results.therapy.append(run.endPeriod(.therapy))
            case .serviceEnds(let place, let person): endService(of: person, at: place, &run)
            case .startServices: startServices(&run)
            case .givesUp(let place, let person): giveUp(person, at: place, &run)
            case .arrivals: arrivals(&run)
            case .joins(let place, let person): join(person, at: place, &run)
            }
        }
        // The first value is of the warm-up.
        return Results(
            practice: Array(results.practice.dropFirst()), assessment: Array(results.assessment.dropFirst()),
            therapy: Array(results.therapy.dropFirst()))
    }

    private func arrivals(_ run: inout Run) {
        let rates = DailyRates(day: run.calendar.now)
        for _ in 0..<run.random.poisson(mean: rates.direct) { join(run.newPerson(), at: .assessment, &run) }
        for _ in 0..<run.random.poisson(mean: rates.consultations) { join(run.newPerson(), at: .practice, &run) }
        run.calendar.schedule(at: run.calendar.now + 1, priority: .joins, .arrivals)
    }

    private func join(_ person: UInt32, at place: Place, _ run: inout Run) {
        // The rooms are shut at this time of day, so everyone queues.
        guard case .queued(let handle) = run.rooms[place.rawValue].request(person) else { return }
        run.record(place)
        run.people[Int(person)].place = handle
        let patience: PatienceLaw
        switch place {
        case .practice: return
        case .assessment: patience = assessmentPatience
        case .therapy: patience = therapyPatience
        }
        let lastDay = run.calendar.now + patience.days(run.random.uniform())
        run.people[Int(person)].patience = run.calendar.schedule(
            at: lastDay, priority: .givingUp, .givesUp(place, person))
    }

    private func startServices(_ run: inout Run) {
        for place in Place.allCases {
            run.rooms[place.rawValue].setCapacity(place.capacity)
            while let person = run.rooms[place.rawValue].grantNext() {
                run.calendar.cancel(run.people[Int(person)].patience)
                let end = run.calendar.now + stay(at: place, &run.random)
                run.calendar.schedule(at: end, priority: .ends, .serviceEnds(place, person))
            }
            run.rooms[place.rawValue].setCapacity(0)
            run.record(place)
        }
        run.calendar.schedule(at: run.calendar.now + 1, priority: .starts, .startServices)
    }

    private func stay(at place: Place, _ random: inout RandomStream) -> Int64 {
        switch place {
        case .practice: PublishedStays.practice[random.categorical(practiceStay)].days
        case .assessment: PublishedStays.assessment[random.categorical(assessmentStay)].days
        case .therapy: PublishedStays.therapy[random.categorical(therapyStay)].days
        }
    }

    private func endService(of person: UInt32, at place: Place, _ run: inout Run) {
        _ = run.rooms[place.rawValue].release()
        let now = run.calendar.now
        switch place {
        case .practice where run.random.bernoulli(0.21):
            run.calendar.schedule(at: now, priority: .joins, .joins(.assessment, person))
        case .assessment where run.random.bernoulli(0.5):
            run.calendar.schedule(at: now, priority: .joins, .joins(.therapy, person))
        default: break
        }
    }

    private func giveUp(_ person: UInt32, at place: Place, _ run: inout Run) {
        _ = run.rooms[place.rawValue].renege(run.people[Int(person)].place)
        run.record(place)
        if place == .therapy, run.random.bernoulli(0.2) {
            run.calendar.schedule(at: run.calendar.now, priority: .joins, .joins(.practice, person))
        }
    }
}

extension EventPriority {
    fileprivate static var newPeriod: EventPriority { EventPriority(rawValue: 0) }
    fileprivate static var ends: EventPriority { EventPriority(rawValue: 10) }
    fileprivate static var starts: EventPriority { EventPriority(rawValue: 20) }
    fileprivate static var givingUp: EventPriority { EventPriority(rawValue: 30) }
    fileprivate static var joins: EventPriority { EventPriority(rawValue: 40) }
}
