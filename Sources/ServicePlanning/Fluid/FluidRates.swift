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
    /// Bookable minutes of a whole-time post of each role.
    var posts: FluidPosts
    /// People on each list, and in treatment, on the first day.
    var atStart: FluidPeople
    /// Share of those who join each list that leaves it unseen, however short the wait.
    var leaving: (first: Double, low: Double, high: Double)
    /// How those who wait give up as the wait goes on.
    var patience: FluidPatiences
    /// Those of them who were here before, and how many more they are after a growth of all.
    var returners: FluidReturners
    /// Share of each list that is seen in a week while there is time for all: appointments are booked ahead.
    var seen: (first: Double, low: Double, high: Double)
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
        returners = FluidReturners(counted.weekly(.returners), of: referrals, scenario.start)
        door = FluidDoor(referrals, of: scenario.teams[team])
        joining = accepted.map { $0 * share(first.joined, accepted.reduce(0, +)) }
        minutes = (counted.weekly(.bookableMinutes, .low), counted.weekly(.bookableMinutes, .high))
        posts = FluidPosts(counted)
        let there = Self.people(counted)
        atStart = there
        let starts = (
            low: counted.total(.assessmentToLow), high: counted.total(.assessmentToHigh) + counted.total(.stepUpWaits)
        )
        var patience = FluidPatiences(practice.waiting)
        let givenUp = patience.hold(
            to: (first.left - firsts, low.left - starts.low, high.left - starts.high), counted)
        self.patience = patience
        leaving = (
            share(first.left - firsts - givenUp.first, first.left),
            share(low.left - starts.low - givenUp.low, low.left),
            share(high.left - starts.high - givenUp.high, high.left)
        )
        let listed = counted.total(.waitingFirstAppointment) + counted.total(.firstAppointmentBooked)
        let waiting = (
            low: counted.total(.waitingLow), high: counted.total(.waitingHigh) + counted.total(.waitingStepUp)
        )
        func seen(_ starts: Double, _ waiting: Double) -> Double {
            max(Self.leastSeen, share(starts, starts + waiting))
        }
        self.seen = (share(firsts, firsts + listed), seen(starts.low, waiting.low), seen(starts.high, waiting.high))
        minutesOfFirst = Double(practice.low.rule.firstAppointmentMinutes)
        let all = (low: minutes.low.reduce(0, +), high: minutes.high.reduce(0, +))
        let planned = (low: all.low * practice.diary.lowFirstShare, high: all.high * practice.diary.highFirstShare)
        firstAtLow = share(planned.low, planned.low + planned.high)
        let unused = (
            low: counted.weekly(.unusedMinutes, .low).reduce(0, +),
            high: counted.weekly(.unusedMinutes, .high).reduce(0, +)
        )
        idle = min(Self.mostIdle, share(unused.low, all.low))
        let perMinute = Self.kept(counted) * (1 - idle) / max(1, minutesOfFirst)
        // Where hardly any time is left, what was done is what can be done.
        let isFull = share(unused.low, all.low) < 0.1
        firstPerMinute = (
            max(practice.diary.lowFirstShare * perMinute, isFull ? share(firsts * firstAtLow, all.low) : 0),
            max(practice.diary.highFirstShare * perMinute, isFull ? share(firsts * (1 - firstAtLow), all.high) : 0)
        )
        let stock = (low: counted.total(.inTreatmentLow), high: counted.total(.inTreatmentHigh))
        let used = firsts * minutesOfFirst
        self.perMinute = (
            share(stock.low, all.low - unused.low - used * firstAtLow),
            share(stock.high, all.high - unused.high - used * (1 - firstAtLow))
        )
        let ended = Self.ended(counted, starts, there)
        ending = (share(ended.low, stock.low), share(ended.high, stock.high))
        caseload = (
            Self.caseload(.low, counted, of: scenario.teams[team], stock.low, all.low, waiting.low > 2 * starts.low),
            Self.caseload(
                .high, counted, of: scenario.teams[team], stock.high, all.high, waiting.high > 2 * starts.high)
        )
        let stepUps = counted.total(.stepUps)
        steppingUp = share(stepUps, ended.low)
        perFirst = (share(low.joined, firsts), share(high.joined - stepUps, firsts))
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

    /// People who ended treatment: who began it, or was in it, and no longer is.
    private static func ended(
        _ counted: CountedWeeks, _ starts: (low: Double, high: Double), _ there: FluidPeople
    ) -> (low: Double, high: Double) {
        (
            starts.low + there.low - (counted.weekly(.inTreatmentLow).last ?? 0),
            starts.high + there.high - (counted.weekly(.inTreatmentHigh).last ?? 0)
        )
    }

    /// The share of appointments that are kept where others wait: one that is cancelled in time goes to somebody else.
    private static func kept(_ counted: CountedWeeks) -> Double {
        let lost = [Counter.didNotAttend, .arrivedTooLate, .cancelledLate].reduce(0) { $0 + counted.total($1) }
        let attended = counted.total(.attended)
        return share(attended, attended + lost)
    }

    /// The most that is idle where there is something to do.
    private static let mostIdle = 0.25

    /// The least of a list for treatment that begins in a week in which there is room for all: a list that was long
    /// says nothing of it.
    private static let leastSeen = 0.5

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
