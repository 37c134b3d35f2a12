import CareModel

/// What a plan changes in a team, as a fluid model takes it.
struct FluidChange: Sendable {
    /// Referrals, times as many.
    var referrals = 1.0
    /// Time to screen them, times as much.
    var screening = 1.0
    /// Bookable minutes more, by week, at each step.
    var minutes: (low: [Double], high: [Double])

    /// Nothing changed.
    init(weeks: Int) {
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

/// A team as water: what comes in flows on as fast as hours and caseloads let it (a fluid limit: Whitt, *Operations
/// Research* 54, 2006, 37–54, doi 10.1287/opre.1050.0227). Weekly steps; a fraction of a millisecond.
struct FluidTeam: Sendable {
    let rates: FluidRates
    /// Referrals that get through the front door with nothing changed, by week.
    private let passingNow: [Double]

    init(rates: FluidRates) {
        self.rates = rates
        passingNow = rates.door.passing(referrals: 1, time: 1)
    }

    /// Share of the time that treatment leaves which still becomes first appointments: it is released days before.
    private static let released = 0.3

    /// Runs the weeks.
    func run(_ change: FluidChange) -> FluidWeeks {
        var people = rates.atStart
        var weeks = FluidWeeks()
        let passing = rates.door.passing(referrals: change.referrals, time: change.screening)
        for week in rates.joining.indices {
            let more = passingNow[week] > 0 ? passing[week] / passingNow[week] : change.referrals
            step(week, rates.joining[week] * more, change, &people, &weeks)
        }
        weeks.referrals = rates.referrals.map { $0 * change.referrals }
        return weeks
    }

    private func step(
        _ week: Int, _ joining: Double, _ change: FluidChange, _ people: inout FluidPeople, _ weeks: inout FluidWeeks
    ) {
        let low = max(0, rates.minutes.low[week] + change.minutes.low[week])
        let high = max(0, rates.minutes.high[week] + change.minutes.high[week])
        // First appointments: the time that is theirs, and what treatment leaves.
        let wanted = people.first + joining * (1 - rates.leaving.first)
        let planned = low * rates.firstPerMinute.low * rates.minutesOfFirst
        let spare =
            max(0, low - planned - people.low / max(1e-9, rates.perMinute.low)) * Self.released
            / max(1, rates.minutesOfFirst)
        let capacity = low * rates.firstPerMinute.low + high * rates.firstPerMinute.high + spare
        let firsts = min(wanted * rates.seen, capacity)
        people.first = max(0, wanted - firsts)
        let endedLow = people.low * rates.ending.low
        let endedHigh = people.high * rates.ending.high
        people.low -= endedLow
        people.high -= endedHigh
        people.waitingLow += firsts * rates.perFirst.low * (1 - rates.leaving.low)
        people.waitingHigh +=
            (firsts * rates.perFirst.high + endedLow * rates.steppingUp) * (1 - rates.leaving.high)
        let lowTime = max(0, low - firsts * rates.firstAtLow * rates.minutesOfFirst)
        let highTime = max(0, high - firsts * (1 - rates.firstAtLow) * rates.minutesOfFirst)
        let startsLow = min(people.waitingLow, max(0, lowTime * rates.perMinute.low - people.low))
        let startsHigh = min(people.waitingHigh, max(0, highTime * rates.perMinute.high - people.high))
        people.waitingLow -= startsLow
        people.waitingHigh -= startsHigh
        people.low += startsLow
        people.high += startsHigh
        weeks.joining.append(joining)
        weeks.firsts.append(firsts)
        weeks.startsLow.append(startsLow)
        weeks.startsHigh.append(startsHigh)
        weeks.ends.append(endedLow * (1 - rates.steppingUp) + endedHigh)
        weeks.endsHigh.append(endedHigh)
        weeks.waitingFirst.append(people.first)
        weeks.waitingLow.append(people.waitingLow)
        weeks.waitingHigh.append(people.waitingHigh)
        weeks.inLow.append(people.low)
        weeks.inHigh.append(people.high)
    }
}
