import Allocation
import BookingStore
public import CareModel

extension BookingService {
    /// The measures of a period that follow from where people stand: how many, how long they waited, how many recovered
    /// (KP-1 … KP-7), what clinicians gave to each course (KP-13), who came back (TX-14); of the whole service, of each
    /// team, and by who people are (KP-12). Of a group, counts of fewer than 5 people, and means and shares of fewer
    /// than 5, are left out; other counts are rounded to 5 (EQ-1).
    /// - Parameters:
    ///   - period: from the first day through the last.
    ///   - byGroup: whether by who people are too.
    public func measures(
        in period: ClosedRange<CivilDay>, byGroup: Bool, in context: Context
    ) throws(BookingError) -> [MeasuredPeople] {
        try look(context, .measures) { step in
            let service = MeasuredService(step: step)
            return try service.rows(of: service.measuredPeople(), in: period, byGroup: byGroup)
        }
    }

    /// The measures of several periods, as ``measures(in:byGroup:in:)`` counts each, in their order, and what first
    /// waits come to in each (``FirstWaitCount``); people are read once.
    public func measures(
        inEach periods: [ClosedRange<CivilDay>], in context: Context
    ) throws(BookingError) -> [[MeasuredPeople]] {
        try look(context, .measures) { step in
            let service = MeasuredService(step: step)
            let people = try service.measuredPeople()
            return try periods.map { period in
                try service.rows(of: people, in: period, byGroup: false) + service.firstWaits(of: people, in: period)
            }
        }
    }
}

/// Somebody, with what the measures ask of them.
private struct MeasuredPerson {
    var known: Person
    var beside: CounterTally.Beside
}

/// The measures of a period, as they are read.
private struct MeasuredService: StepPart {
    let step: CommandStep

    /// Of the whole service, of each team, and by who people are if that is asked.
    func rows(
        of people: [MeasuredPerson], in period: ClosedRange<CivilDay>, byGroup: Bool
    ) throws -> [MeasuredPeople] {
        let teams = try writer.teams().map(\.name)
        let standards = box.desk.standards
        var rows = MeasuredPeople.rows(CounterTally(of: people, standards, period), standards)
        for (team, name) in teams.enumerated() {
            let members = people.filter { Int($0.known.referral.team) == team }
            rows += MeasuredPeople.rows(CounterTally(of: members, standards, period), standards) { $0.team = name }
        }
        guard byGroup else { return rows }
        for group in EquityGroup.all {
            let members = people.filter { group.characteristic.value(of: $0.known.referral) == group.value }
            rows += MeasuredPeople.rows(
                CounterTally(of: members, standards, period), standards, isShared: true
            ) { $0.group = group }
        }
        return rows
    }

    /// Who waits for a first appointment at the end of a period, and whose promised day passed in it, of the whole
    /// service and of each team.
    func firstWaits(of people: [MeasuredPerson], in period: ClosedRange<CivilDay>) throws -> [MeasuredPeople] {
        let teams = try writer.teams().map(\.name)
        let standards = box.desk.standards
        return FirstWaitCount.allCases.flatMap { count -> [MeasuredPeople] in
            guard let measure = count.measure else { return [] }
            let counted = people.filter { count.holds($0.known, standards, in: period) }
            func row(_ people: Int, team: String?) -> MeasuredPeople {
                MeasuredPeople(
                    measure: measure.name(standards), unit: measure.unit, team: team, value: Double(people),
                    people: people)
            }
            return [row(counted.count, team: nil)]
                + teams.enumerated().map { place, name in
                    row(counted.count { Int($0.known.referral.team) == place }, team: name)
                }
        }
    }

    /// Everybody who was ever here, with what is known from before.
    func measuredPeople() throws -> [MeasuredPerson] {
        var times: [Int64: ContactTime] = [:]  // lookup only
        for time in try writer.contactTimes(ofOpenOnly: false) { times[time.person] = time }
        return try writer.everyPerson().map { person -> MeasuredPerson in
            var known = person
            let earlier = try known.earlier == nil ? [] : step.earlier.before(Int64(known.key))
            known.history = step.earlier.history(of: known, times[Int64(known.key)], after: earlier)
            let scores = known.facts.startScores
            let level = scores.flatMap { box.desk.careLevel(Int(known.key) - 1, $0) }
            return MeasuredPerson(
                known: known,
                beside: CounterTally.Beside(
                    earlierEnded: earlier.last?.ended.start, isAtStepThreePlus: level == .stepThreePlus))
        }
    }
}

extension CounterTally {
    fileprivate init(of people: [MeasuredPerson], _ standards: Standards, _ period: ClosedRange<CivilDay>) {
        self.init()
        for person in people { count(person.known, person.beside, standards, in: period) }
    }
}

extension MeasuredPeople {
    /// The measures that follow from counts, in the order of the registry.
    /// - Parameter isShared: whether small numbers are left out and counts are rounded (EQ-1).
    fileprivate static func rows(
        _ tally: CounterTally, _ standards: Standards, isShared: Bool = false,
        _ change: (inout MeasuredPeople) -> Void = { _ in }
    ) -> [MeasuredPeople] {
        Measure.all(standards).flatMap { measure in
            var counts: [(step: Step?, count: Measure.Count)] = [(nil, measure.count)]
            if let steps = measure.bySteps, !isShared { counts += [(.low, steps.low), (.high, steps.high)] }
            return counts.compactMap { step, count -> MeasuredPeople? in
                guard !count.counters.isEmpty, count.counters.allSatisfy(CounterTally.ofPersons.contains),
                    let found = count.ofPeople(tally.sum), var value = found.value
                else { return nil }
                var people = found.people
                if isShared {
                    guard people >= SmallNumbers.least else { return nil }
                    people = SmallNumbers.rounded(people)
                    if measure.isSharedInFives { value = people }
                }
                var row = MeasuredPeople(
                    measure: measure.name(standards), unit: measure.unit, step: step, value: value,
                    people: Int(people))
                change(&row)
                return row
            }
        }
    }
}
