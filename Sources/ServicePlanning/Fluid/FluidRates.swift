import CareModel
import Experiments
import ServiceSimulation

/// What a team does in a week, as its simulated runs with nothing changed show it: the rates of a fluid model.
///
/// Nothing in it is assumed beside the balance itself: who comes, who leaves a list unseen, how many people a bookable
/// hour carries, how long they stay, are all read off the runs. So with nothing changed the fluid model says what the
/// simulation says, and with something changed it moves by what flows.
struct FluidRates: Sendable {
    /// People who join the list for a first appointment, by week.
    var joining: [Double]
    /// Bookable minutes by week, at each step.
    var minutes: (low: [Double], high: [Double])
    /// Bookable minutes a week of a whole-time post of each role, vacancies, leave and sickness taken off, by role.
    var minutesOfPost: [Double]
    /// People on each list, and in treatment, on the first day.
    var atStart: FluidPeople
    /// Share of those who join each list that leaves it unseen.
    var leaving: (first: Double, low: Double, high: Double)
    /// Share of the list that is seen in a week while there is time for all.
    var seen: Double
    /// First appointments that the bookable minutes planned for them give, for each minute.
    var firstPerMinute: (low: Double, high: Double)
    /// Bookable minutes that a first appointment takes.
    var minutesOfFirst: Double
    /// Share of first appointments held at low intensity.
    var firstAtLow: Double
    /// People who join each list of treatment for each first appointment.
    var perFirst: (low: Double, high: Double)
    /// People in treatment for each bookable minute that first appointments leave.
    var perMinute: (low: Double, high: Double)
    /// Share of those in treatment who end it in a week.
    var ending: (low: Double, high: Double)
    /// Step-ups for each course that ends at low intensity.
    var steppingUp: Double

    /// Reads the rates off records of a service with nothing changed.
    init(_ records: [ReplicationRecord], team: Int, of scenario: ServiceScenario) {
        let runs = Double(max(1, records.count))
        let weeks = records.first?.weeks ?? 0
        func weekly(_ counter: Counter) -> [Double] {
            (0..<weeks).map { week in
                records.reduce(0) { $0 + Double($1.count(counter, week: week, team: team)) } / runs
            }
        }
        func total(_ counter: Counter) -> Double { weekly(counter).reduce(0, +) }
        func atStart(_ counter: Counter) -> Double {
            records.reduce(0) { $0 + Double($1.countAtStart(counter, team: team)) } / runs
        }
        func role(_ counter: RoleCounter, _ role: Role, _ week: Int) -> Double {
            records.reduce(0) { $0 + Double($1.count(counter, week: week, team: team, role: role)) } / runs
        }
        func step(_ counter: RoleCounter, _ step: Step) -> [Double] {
            (0..<weeks).map { week in
                Role.allCases.filter { $0.step == step }.reduce(0) { $0 + role(counter, $1, week) }
            }
        }
        func queue(_ kind: QueueKind) -> (joined: Double, left: Double, personWeeks: Double) {
            let tallies = records.map { $0.queue(kind, team: team) }
            return (
                tallies.reduce(0) { $0 + Double($1.joined) } / runs, tallies.reduce(0) { $0 + Double($1.left) } / runs,
                tallies.reduce(0) { $0 + Double($1.area) } / runs / 10_080
            )
        }
        func share(_ part: Double, _ whole: Double) -> Double { whole > 0 ? max(0, part / whole) : 0 }

        let accepted = weekly(.accepted)
        let first = queue(.firstAppointment)
        let (low, high) = (queue(.treatmentLow), queue(.treatmentHigh))
        let firsts = total(.firstAppointments)
        joining = accepted.map { $0 * share(first.joined, accepted.reduce(0, +)) }
        minutes = (step(.bookableMinutes, .low), step(.bookableMinutes, .high))
        minutesOfPost = Role.allCases.map { own in
            let there = (0..<weeks).reduce(0) { $0 + role(.wteThousandths, own, $1) } / 1000
            let vacant = (0..<weeks).reduce(0) { $0 + role(.vacantThousandths, own, $1) } / 1000
            let all = (0..<weeks).reduce(0) { $0 + role(.bookableMinutes, own, $1) }
            // Of a role that nobody has: its target, and a fifth off for leave and sickness.
            return there > 0 ? all / (there + vacant) : own.defaultCompletedHoursPerWTE / 0.77 * 60 * 0.8
        }
        let startHigh = atStart(.waitingHigh) + atStart(.waitingStepUp)
        self.atStart = FluidPeople(
            first: atStart(.waitingFirstAppointment) + atStart(.firstAppointmentBooked),
            waitingLow: atStart(.waitingLow),
            waitingHigh: startHigh, low: atStart(.inTreatmentLow), high: atStart(.inTreatmentHigh))
        let (startsLow, startsHigh) = (total(.assessmentToLow), total(.assessmentToHigh) + total(.stepUpWaits))
        leaving = (
            share(first.left - firsts, first.left), share(low.left - startsLow, low.left),
            share(high.left - startsHigh, high.left)
        )
        let listed = total(.waitingFirstAppointment) + total(.firstAppointmentBooked)
        seen = share(firsts, firsts + listed)
        let practice = scenario.teams[team].practice
        minutesOfFirst = Double(practice.low.rule.firstAppointmentMinutes)
        let diary = practice.diary
        let (allLow, allHigh) = (minutes.low.reduce(0, +), minutes.high.reduce(0, +))
        let planned = (low: allLow * diary.lowFirstShare, high: allHigh * diary.highFirstShare)
        firstAtLow = share(planned.low, planned.low + planned.high)
        let unused = (
            low: step(.unusedMinutes, .low).reduce(0, +), high: step(.unusedMinutes, .high).reduce(0, +)
        )
        let usedByFirst = firsts * minutesOfFirst
        let isFull = share(unused.low, allLow) < 0.1
        let perMinute = 1 / max(1, minutesOfFirst)
        let kept = share(total(.attended), total(.appointments))
        firstPerMinute = (
            max(diary.lowFirstShare * perMinute * kept, isFull ? share(firsts * firstAtLow, allLow) : 0),
            max(diary.highFirstShare * perMinute * kept, isFull ? share(firsts * (1 - firstAtLow), allHigh) : 0)
        )
        let stockLow = total(.inTreatmentLow)
        let stockHigh = total(.inTreatmentHigh)
        self.perMinute = (
            share(stockLow, allLow - unused.low - usedByFirst * firstAtLow),
            share(stockHigh, allHigh - unused.high - usedByFirst * (1 - firstAtLow))
        )
        let (endedLow, endedHigh) = (
            startsLow - (weekly(.inTreatmentLow).last ?? 0) + self.atStart.low,
            startsHigh - (weekly(.inTreatmentHigh).last ?? 0) + self.atStart.high
        )
        ending = (share(endedLow, stockLow), share(endedHigh, stockHigh))
        let stepUps = total(.stepUps)
        steppingUp = share(stepUps, endedLow)
        perFirst = (share(low.joined, firsts), share(high.joined - stepUps, firsts))
    }
}

/// People in each place of a team, as a fluid model counts them.
struct FluidPeople: Sendable {
    var first = 0.0
    var waitingLow = 0.0
    var waitingHigh = 0.0
    var low = 0.0
    var high = 0.0
}
