import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Draws the day's referrals of a team, source by source (RF-1, RF-2): Poisson with the week's level, which makes
    /// weekly counts negative binomial.
    mutating func drawReferrals(team: Int, on today: CivilDay) {
        let input = scenario.teams[team].referrals
        guard input.perWeek > 0 else { return }
        let weekNumber = UInt64(UInt32(bitPattern: today.monday.number))
        var level = 1.0
        if input.weeklyVariation > 0 {
            var levels = random.stream(.weekLevel, of: StableKey.of(teamKeys[team], weekNumber))
            level = levels.gamma(Gamma(mean: 1, variation: input.weeklyVariation))
        }
        let growth = Simulation.trend(input, on: today, from: scenario.starts) * Simulation.ramp(input, on: today)
        let scale = arrivalScale[team] * level * growth
        for source in ReferralSource.allCases {
            let mean = scale * Simulation.arrivalIndex(input, source, on: today, calendar)
            guard mean > 0 else { continue }
            let day = UInt64(UInt32(bitPattern: today.number) & 0xFF_FFFF)
            let place = UInt64(source.rawValue) << 40 | day << 16
            var counts = random.stream(.arrivals, of: StableKey.of(teamKeys[team], place))
            for number in 0..<counts.poisson(mean: mean) {
                let key = StableKey.of(teamKeys[team], place | UInt64(number))
                let hours = source.arrivesAnyDay ? Simulation.webHours : scenario.teams[team].openingHours
                let minute = hours.start + Int(random.uniform(.arrivalMinute, of: key) * Double(hours.minutes))
                expect(key, team, source, CivilMinute(day: today, minuteOfDay: minute))
            }
        }
    }

    /// The hours in which people refer themselves on the web.
    private static var webHours: MinutesOfDay { MinutesOfDay(start: 7 * 60, end: 23 * 60) }

    /// The index of arrivals of a source on a day: its share, the month, the weekday, holidays (RF-2).
    static func arrivalIndex(
        _ input: ReferralInput, _ source: ReferralSource, on day: CivilDay, _ calendar: WorkingCalendar
    ) -> Double {
        let share = input.sources[Int(source.rawValue)]
        guard share > 0 else { return 0 }
        let month = input.months[day.date.month - 1]
        let weekday = Int(day.weekday.rawValue)
        if source.arrivesAnyDay {
            let holiday = calendar.isHoliday(day) ? input.bankHolidayShare : 1
            return share * month * holiday * input.webWeekdays[weekday] / input.webWeekdays.reduce(0, +)
        }
        guard calendar.isWorkingDay(day) else { return 0 }
        return share * month * input.staffedWeekdays[weekday] / input.staffedWeekdays.prefix(5).reduce(0, +)
    }

    /// Growth since the scenario's start (RF-2).
    static func trend(_ input: ReferralInput, on day: CivilDay, from starts: CivilDay) -> Double {
        input.trendPerYear == 0 ? 1 : cPow(1 + input.trendPerYear, Double(day - starts) / 365.25)
    }

    /// How far a team that opens has grown, 0 … 1 (CL-13).
    static func ramp(_ input: ReferralInput, on day: CivilDay) -> Double {
        guard let from = input.from else { return 1 }
        if day < from { return 0 }
        return input.rampWeeks > 0 ? min(1, Double(day - from + 7) / Double(input.rampWeeks * 7)) : 1
    }

    /// What makes the indices of the scenario's first year sum to the referrals of a year.
    static func arrivalScale(_ input: ReferralInput, scenario: ServiceScenario) -> Double {
        let year = WorkingCalendar(first: scenario.starts, dayCount: 364, closedDays: scenario.closedDays)
        var sum = 0.0
        for offset in 0..<Int32(364) {
            let day = scenario.starts + offset
            for source in ReferralSource.allCases {
                sum += arrivalIndex(input, source, on: day, year) * trend(input, on: day, from: scenario.starts)
            }
        }
        return sum > 0 ? input.perWeek * 52 / sum : 0
    }

    /// A person is on the way; the referral arrives at its minute.
    private mutating func expect(_ key: UInt64, _ team: Int, _ source: ReferralSource, _ received: CivilMinute) {
        let referral = Referral(received: received, source: source, team: UInt8(truncatingIfNeeded: team))
        schedule(.referralArrives, expected.count, at: received, .arrival)
        expected.append(ExpectedReferral(key: key, referral: referral))
    }

    /// A referral is received (RF-13): who it is, and what the person who screens will see.
    mutating func referralArrives(_ place: Int) {
        let (key, team) = (expected[place].key, Int(expected[place].referral.team))
        var referral = expected[place].referral
        referred[team].draw(&referral, key: key, random)
        drawMatrix(&referral, key: key)
        let urgent = drawUrgency(key: key, team: team)
        referral.isUrgent = urgent && referral.source == .selfTelephone
        hear(.received(referral, key: key))
        let person = desk.newest
        var state = PersonState()
        state.origin = random.replication
        if person < people.count { people[person] = state } else { people.append(state) }
        settle()
        drawShortNotice(person)
        drawScores(person)
        drawScreeningFacts(person)
        count(.referrals, of: person, team: team)
        startScreening(person)
    }

    /// Whether the person can come at short notice (FA-5).
    mutating func drawShortNotice(_ person: Int) {
        let share = practices[team(person)].firstAppointments.shortNotice
        if random.happens(.shortNotice, of: desk.people[person].key, share: share) {
            hear(.shortNotice(UInt32(person), true))
        }
    }
}

/// A referral that will arrive in the course of the day.
struct ExpectedReferral: BitwiseCopyable, Sendable {
    /// Names the person's random streams: team, source, day of arrival, number on that day.
    var key: UInt64
    var referral: Referral
}
