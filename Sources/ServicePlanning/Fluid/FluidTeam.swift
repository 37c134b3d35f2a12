import CareModel

/// What a plan changes in a team, as a fluid model takes it.
struct FluidChange: Sendable {
    /// Referrals of each week, times as many.
    var referrals: [Double]
    /// Time to screen them, times as much.
    var screening = 1.0
    /// Bookable minutes more, by week, at each step.
    var minutes: (low: [Double], high: [Double])

    /// Nothing changed.
    init(weeks: Int) {
        referrals = [Double](repeating: 1, count: weeks)
        minutes = ([Double](repeating: 0, count: weeks), [Double](repeating: 0, count: weeks))
    }
}

/// The weeks of a team as a fluid model sees them: people per week and people at the week's end.
struct FluidWeeks: Sendable {
    var referrals: [Double] = []
    var joining: [Double] = []
    var firsts: [Double] = []
    var startsLow: [Double] = []
    var startsHigh: [Double] = []
    var ends: [Double] = []
    var endsHigh: [Double] = []
    var waitingFirst: [Double] = []
    var waitingLow: [Double] = []
    var waitingHigh: [Double] = []
    var inLow: [Double] = []
    var inHigh: [Double] = []

    /// Days that whoever is seen first in a week has waited, by Little's law.
    func firstWait(_ week: Int) -> Double { 7 * waitingFirst[week] / max(1e-6, firsts[week]) }
    /// Days of those who begin low intensity.
    func lowWait(_ week: Int) -> Double { 7 * waitingLow[week] / max(1e-6, startsLow[week]) }
    /// Days of those who begin high intensity.
    func highWait(_ week: Int) -> Double { 7 * waitingHigh[week] / max(1e-6, startsHigh[week]) }
}

/// A team's people while the weeks go by.
private struct FluidLists {
    var first: Double
    var waitingLow: Double
    var waitingHigh: Double
    var low: FluidCaseload
    var high: FluidCaseload

    init(_ people: FluidPeople) {
        first = people.first
        waitingLow = people.waitingLow
        waitingHigh = people.waitingHigh
        low = FluidCaseload(people.low)
        high = FluidCaseload(people.high)
    }
}

/// A team as water: what comes in flows on as fast as hours and caseloads let it (a fluid limit: Whitt, *Operations
/// Research* 54, 2006, 37–54, doi 10.1287/opre.1050.0227). Weekly steps; a fraction of a millisecond.
struct FluidTeam: Sendable {
    let rates: FluidRates
    /// Referrals that get through the front door with nothing changed, by week.
    private let passingNow: [Double]

    init(rates: FluidRates) {
        self.rates = rates
        passingNow = rates.door.passing(rates.joining.map { _ in 1 }, time: 1)
    }

    /// Share of the time that treatment could use and leaves which still becomes first appointments: it is released
    /// days before.
    private static let released = 0.8
    /// Weeks on either side over which treatment's time evens out: courses run through a week of holidays.
    private static let evenOver = 3

    /// Runs the weeks.
    func run(_ change: FluidChange) -> FluidWeeks {
        var people = FluidLists(rates.atStart)
        var weeks = FluidWeeks()
        let grown = rates.returners.grown(change.referrals)
        let passing = rates.door.passing(grown, time: change.screening)
        let even = (
            low: Self.even(rates.minutes.low, change.minutes.low),
            high: Self.even(rates.minutes.high, change.minutes.high)
        )
        for week in rates.joining.indices {
            let more = passingNow[week] > 0 ? passing[week] / passingNow[week] : grown[week]
            step(week, rates.joining[week] * more, change, (even.low[week], even.high[week]), &people, &weeks)
        }
        weeks.referrals = zip(rates.referrals, grown).map { $0 * $1 }
        return weeks
    }

    /// The mean of the weeks around each.
    private static func even(_ minutes: [Double], _ more: [Double]) -> [Double] {
        let all = zip(minutes, more).map { max(0, $0 + $1) }
        return all.indices.map { week in
            let near = all[max(0, week - evenOver)...min(all.count - 1, week + evenOver)]
            return near.reduce(0, +) / Double(near.count)
        }
    }

    private func step(
        _ week: Int, _ joining: Double, _ change: FluidChange, _ even: (low: Double, high: Double),
        _ people: inout FluidLists, _ weeks: inout FluidWeeks
    ) {
        let low = max(0, rates.minutes.low[week] + change.minutes.low[week])
        let high = max(0, rates.minutes.high[week] + change.minutes.high[week])
        // First appointments: the time that is theirs, and what treatment leaves.
        let wanted = people.first + joining * (1 - rates.leaving.first)
        let planned = low * rates.firstPerMinute.low * rates.minutesOfFirst
        let (inLow, inHigh) = (people.low.people, people.high.people)
        let used = planned + inLow / max(1e-9, rates.perMinute.low)
        let spare = max(0, low * (1 - rates.idle) - used) * Self.released / max(1, rates.minutesOfFirst)
        let capacity = low * rates.firstPerMinute.low + high * rates.firstPerMinute.high + spare
        let firsts = min(wanted * rates.seen.first, capacity)
        people.first = max(0, wanted - firsts)
        people.first -= rates.patience.first.leaving(people.first, joining: joining)
        let lowTime = max(0, even.low - firsts * rates.firstAtLow * rates.minutesOfFirst)
        let highTime = max(0, even.high - firsts * (1 - rates.firstAtLow) * rates.minutesOfFirst)
        // Caseloads are filled to their caps; with less time than they want people are seen less often and stay longer.
        let pace = (
            low: min(1, lowTime * rates.perMinute.low / max(1e-9, inLow)),
            high: min(1, highTime * rates.perMinute.high / max(1e-9, inHigh))
        )
        let endedLow = people.low.pass(ending: pace.low * rates.ending.low)
        let endedHigh = people.high.pass(ending: pace.high * rates.ending.high)
        let joined = (
            low: firsts * rates.perFirst.low, high: firsts * rates.perFirst.high + endedLow * rates.steppingUp
        )
        people.waitingLow += joined.low * (1 - rates.leaving.low)
        people.waitingHigh += joined.high * (1 - rates.leaving.high)
        let room = (
            low: max(0, even.low * rates.caseload.low - people.low.people),
            high: max(0, even.high * rates.caseload.high - people.high.people)
        )
        let startsLow = min(people.waitingLow * rates.seen.low, room.low)
        let startsHigh = min(people.waitingHigh * rates.seen.high, room.high)
        people.waitingLow -= startsLow
        people.waitingHigh -= startsHigh
        people.waitingLow -= rates.patience.low.leaving(people.waitingLow, joining: joined.low)
        people.waitingHigh -= rates.patience.high.leaving(people.waitingHigh, joining: joined.high)
        people.low.begin(startsLow)
        people.high.begin(startsHigh)
        weeks.joining.append(joining)
        weeks.firsts.append(firsts)
        weeks.startsLow.append(startsLow)
        weeks.startsHigh.append(startsHigh)
        weeks.ends.append(endedLow * (1 - rates.steppingUp) + endedHigh)
        weeks.endsHigh.append(endedHigh)
        weeks.waitingFirst.append(people.first)
        weeks.waitingLow.append(people.waitingLow)
        weeks.waitingHigh.append(people.waitingHigh)
        weeks.inLow.append(people.low.people)
        weeks.inHigh.append(people.high.people)
    }
}
