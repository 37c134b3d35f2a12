import CareModel
import ServiceSimulation

/// What a team does in a week, as its simulated runs with nothing changed show it: the rates of a fluid model.
///
/// Who comes, who leaves a list unseen, how many people a bookable hour carries, how long they stay, are all read off
/// the runs; assumed beside the balance itself is what runs in which nobody waits do not show: how full caseloads get,
/// and how much time is idle, where people wait. So with nothing changed the fluid model says nearly what the
/// simulation says, and with something changed it moves by what flows.
struct FluidRates: Sendable {
    /// Who reads referrals.
    var door: FluidDoor
    /// Referrals by week.
    var referrals: [Double]
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
    /// Share of low-intensity time that nothing fills however long the lists are: given back too late, or too short.
    var idle: Double
    /// Bookable minutes that a first appointment takes.
    var minutesOfFirst: Double
    /// Share of first appointments held at low intensity.
    var firstAtLow: Double
    /// People who join each list of treatment for each first appointment.
    var perFirst: (low: Double, high: Double)
    /// People in treatment for each bookable minute that first appointments leave, at the pace at which they are seen.
    var perMinute: (low: Double, high: Double)
    /// People whom caseloads hold for each bookable minute (CL-1).
    var caseload: (low: Double, high: Double)
    /// Share of those in treatment who end it in a week while there is time to see them at that pace.
    var ending: (low: Double, high: Double)
    /// Step-ups for each course that ends at low intensity.
    var steppingUp: Double

    /// Reads the rates off records of a service with nothing changed.
    init(_ records: [ReplicationRecord], team: Int, of scenario: ServiceScenario) {
        let counted = CountedWeeks(records: records, team: team)
        let share = CountedWeeks.share
        let practice = scenario.teams[team].practice
        let accepted = counted.weekly(.accepted)
        let (first, low, high) = (
            counted.queue(.firstAppointment), counted.queue(.treatmentLow), counted.queue(.treatmentHigh)
        )
        let firsts = counted.total(.firstAppointments)
        referrals = counted.weekly(.referrals)
        door = FluidDoor(referrals, of: scenario.teams[team])
        joining = accepted.map { $0 * share(first.joined, accepted.reduce(0, +)) }
        minutes = (counted.weekly(.bookableMinutes, .low), counted.weekly(.bookableMinutes, .high))
        minutesOfPost = Role.allCases.map { Self.minutes(of: $0, counted) }
        let there = Self.people(counted)
        atStart = there
        let starts = (
            low: counted.total(.assessmentToLow), high: counted.total(.assessmentToHigh) + counted.total(.stepUpWaits)
        )
        leaving = (
            share(first.left - firsts, first.left), share(low.left - starts.low, low.left),
            share(high.left - starts.high, high.left)
        )
        let listed = counted.total(.waitingFirstAppointment) + counted.total(.firstAppointmentBooked)
        seen = share(firsts, firsts + listed)
        minutesOfFirst = Double(practice.low.rule.firstAppointmentMinutes)
        let all = (low: minutes.low.reduce(0, +), high: minutes.high.reduce(0, +))
        let planned = (low: all.low * practice.diary.lowFirstShare, high: all.high * practice.diary.highFirstShare)
        firstAtLow = share(planned.low, planned.low + planned.high)
        let unused = (
            low: counted.weekly(.unusedMinutes, .low).reduce(0, +),
            high: counted.weekly(.unusedMinutes, .high).reduce(0, +)
        )
        idle = min(Self.mostIdle, share(unused.low, all.low))
        let perMinute = share(counted.total(.attended), counted.total(.appointments)) / max(1, minutesOfFirst)
        // Where hardly any time is left, what was done is what can be done.
        let isFull = share(unused.low, all.low) < 0.1
        firstPerMinute = (
            max(practice.diary.lowFirstShare * perMinute, isFull ? share(firsts * firstAtLow, all.low) : 0),
            max(practice.diary.highFirstShare * perMinute, isFull ? share(firsts * (1 - firstAtLow), all.high) : 0)
        )
        let stock = (low: counted.total(.inTreatmentLow), high: counted.total(.inTreatmentHigh))
        let usedByFirst = firsts * minutesOfFirst
        self.perMinute = (
            share(stock.low, all.low - unused.low - usedByFirst * firstAtLow),
            share(stock.high, all.high - unused.high - usedByFirst * (1 - firstAtLow))
        )
        let ended = (
            low: starts.low + there.low - (counted.weekly(.inTreatmentLow).last ?? 0),
            high: starts.high + there.high - (counted.weekly(.inTreatmentHigh).last ?? 0)
        )
        ending = (share(ended.low, stock.low), share(ended.high, stock.high))
        let waiting = (
            low: counted.total(.waitingLow), high: counted.total(.waitingHigh) + counted.total(.waitingStepUp)
        )
        caseload = (
            Self.caseload(.low, counted, of: scenario.teams[team], stock.low, all.low, waiting.low > 2 * starts.low),
            Self.caseload(
                .high, counted, of: scenario.teams[team], stock.high, all.high, waiting.high > 2 * starts.high)
        )
        let stepUps = counted.total(.stepUps)
        steppingUp = share(stepUps, ended.low)
        perFirst = (share(low.joined, firsts), share(high.joined - stepUps, firsts))
    }

    /// Bookable minutes a week of a whole-time post; of a role that nobody has its target, and a fifth off for leave
    /// and sickness.
    private static func minutes(of role: Role, _ counted: CountedWeeks) -> Double {
        let there = counted.total(.wteThousandths, role) / 1000
        guard there > 0 else { return role.defaultCompletedHoursPerWTE / 0.77 * 60 * 0.8 }
        return counted.total(.bookableMinutes, role) / (there + counted.total(.vacantThousandths, role) / 1000)
    }

    /// People whom caseloads of a step hold for each bookable minute: what they hold where people wait for them, else
    /// most of their cap, since some clinicians are new or about to go.
    private static func caseload(
        _ step: Step, _ counted: CountedWeeks, of team: TeamScenario, _ stock: Double, _ minutes: Double,
        _ isFull: Bool
    ) -> Double {
        if isFull { return share(stock, minutes) }
        var held = 0.0
        for role in Role.allCases where role.step == step {
            let groups = team.staff.filter { $0.role == role }
            let wte = groups.reduce(0) { $0 + Double($1.count) * $1.wte }
            let caps = groups.reduce(0) { $0 + $1.count * $1.caseloadCap }
            held += counted.total(.wteThousandths, role) / 1000 * share(Double(caps), wte)
        }
        return share(held * usuallyFilled, minutes)
    }

    /// The most that is idle where there is something to do.
    private static let mostIdle = 0.25

    /// How much of the caps is filled where people wait.
    private static let usuallyFilled = 0.92

    private static func share(_ part: Double, _ whole: Double) -> Double { CountedWeeks.share(part, whole) }

    private static func people(_ counted: CountedWeeks) -> FluidPeople {
        FluidPeople(
            first: counted.atStart(.waitingFirstAppointment) + counted.atStart(.firstAppointmentBooked),
            waitingLow: counted.atStart(.waitingLow),
            waitingHigh: counted.atStart(.waitingHigh) + counted.atStart(.waitingStepUp),
            low: counted.atStart(.inTreatmentLow), high: counted.atStart(.inTreatmentHigh))
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
