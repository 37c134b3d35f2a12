import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// A new day for everyone: duty is given out, referrals of the day are drawn, the booking round is set.
    mutating func dayStarts() {
        let today = now.day
        startedDay = today
        recordOverrun(on: today - 1)
        if calendar.isWorkingDay(today) {
            for team in practices.indices {
                assignDuty(team: team, on: calendar.day(0, workingDaysAfter: today + Simulation.dutyLeadDays))
                schedule(
                    .bookingRound, team,
                    at: CivilMinute(day: today, minuteOfDay: practices[team].diary.bookingRoundMinute), .booking)
            }
        }
        expected.removeAll(keepingCapacity: true)
        for team in practices.indices { drawReferrals(team: team, on: today) }
        shareSupervision(on: today)
        blockGroupSupervision(on: today, of: practices.indices)
        planGroups(on: today)
        planNextYearsLeave(on: today)
        if today + 1 < lastDay { schedule(.dayStarts, 0, at: (today + 1).start, .dayStarts) }
    }

    /// Draws the day's referrals of a team, source by source (RF-1, RF-2): Poisson with the week's level, which makes
    /// weekly counts negative binomial.
    private mutating func drawReferrals(team: Int, on today: CivilDay) {
        let input = scenario.teams[team].referrals
        guard input.perWeek > 0 else { return }
        let weekNumber = UInt64(UInt32(bitPattern: today.monday.number))
        var draws = random.stream(.weekLevel, of: StableKey.of(teamKeys[team], weekNumber))
        var level = 1.0
        if input.weeklyVariation > 0 { level = draws.gamma(Gamma(mean: 1, variation: input.weeklyVariation)) }
        let growth = Simulation.trend(input, on: today, from: scenario.starts) * Simulation.ramp(input, on: today)
        let scale = arrivalScale[team] * level * growth
        for source in ReferralSource.allCases {
            let mean = scale * Simulation.arrivalIndex(input, source, on: today, calendar)
            guard mean > 0 else { continue }
            let day = UInt64(UInt32(bitPattern: today.number) & 0xFF_FFFF)
            let place = UInt64(source.rawValue) << 40 | day << 16
            let key = StableKey.of(teamKeys[team], place)
            var draws = random.stream(.arrivals, of: key)
            let arrivals = draws.poisson(mean: mean)
            var times = random.stream(.arrivalTimes, of: key)
            for number in 0..<arrivals {
                let hours = source.arrivesAnyDay ? Simulation.webHours : scenario.teams[team].openingHours
                let minute = hours.start + Int(times.uniform() * Double(hours.minutes))
                expect(
                    StableKey.of(teamKeys[team], place | UInt64(number)), team, source,
                    CivilMinute(day: today, minuteOfDay: minute))
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
        drawCharacteristics(&referral, key: key)
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

    private mutating func drawCharacteristics(_ referral: inout Referral, key: UInt64) {
        // Read in place: a team's referrals as a whole are dear to copy.
        let team = Int(referral.team)
        var draws = random.stream(.characteristics, of: key)
        referral.ageBand = Simulation.ageBand(draws.uniform(), scenario.teams[team].referrals.ageBands)
        referral.sex = draws.uniform() < scenario.teams[team].referrals.women ? .female : .male
        let perinatal = draws.uniform()
        let pregnant = draws.uniform()
        let weeks = 1 + Int(draws.uniform() * 34)
        referral.perinatal = perinatal < scenario.teams[team].referrals.perinatal ? .yes : .no
        if referral.perinatal == .yes, referral.sex == .female, pregnant < scenario.teams[team].referrals.pregnant {
            referral.weeksUntilBirth = UInt8(weeks)
        }
        referral.veteran = draws.uniform() < scenario.teams[team].referrals.veterans ? .yes : .no
        referral.longTermCondition =
            draws.uniform() < scenario.teams[team].referrals.longTermConditions ? .yes : .no
        let time = draws.uniform()
        let eveningOnly = scenario.teams[team].referrals.eveningOnly
        if time < eveningOnly {
            referral.timeOfDay = .evening
        } else if time < eveningOnly + scenario.teams[team].referrals.morningOnly {
            referral.timeOfDay = .morning
        }
        drawNeeds(&referral, &draws)
        drawGroups(&referral, key: key)
        drawEarlierWait(&referral, key: key)
    }

    /// Whoever comes from another area's waiting list keeps the clock that runs there (RF-14).
    private mutating func drawEarlierWait(_ referral: inout Referral, key: UInt64) {
        let team = Int(referral.team)
        guard scenario.teams[team].referrals.movedIn > 0 else { return }
        var draws = random.stream(.characteristics, of: key, 1)
        guard draws.uniform() < scenario.teams[team].referrals.movedIn else { return }
        let mean = scenario.teams[team].referrals.movedInDays
        let days = min(Double(longestEarlierWaitDays), draws.exponential(mean: mean))
        referral.received = referral.received - Int64(days * 1440)
    }

    /// Ethnicity and deprivation, where the scenario says how they are shared out (RF-13, EQ-1).
    private mutating func drawGroups(_ referral: inout Referral, key: UInt64) {
        let ethnicities = scenario.teams[Int(referral.team)].referrals.ethnicity
        let deprivation = scenario.teams[Int(referral.team)].referrals.deprivation
        guard !ethnicities.isEmpty || !deprivation.isEmpty else { return }
        var draws = random.stream(.characteristics, of: key, 3)
        let ethnicity = Simulation.place(draws.uniform(), ethnicities)
        referral.ethnicity = ethnicity.flatMap { EthnicityGroup(rawValue: UInt8($0)) } ?? .unknown
        referral.deprivationDecile = Simulation.place(draws.uniform(), deprivation).map { UInt8($0 + 1) } ?? 0
    }

    /// The place of the share in which a uniform number falls, of shares that are scaled to 1; nil without any.
    private static func place(_ uniform: Double, _ shares: [Double]) -> Int? {
        guard !shares.isEmpty else { return nil }
        var left = uniform * shares.reduce(0, +)
        for (place, share) in shares.enumerated() {
            left -= share
            if left < 0 { return place }
        }
        return shares.count - 1
    }

    /// Days that somebody may have waited elsewhere: five years.
    private var longestEarlierWaitDays: Int { 1826 }

    /// Whether the person can come at short notice (FA-5).
    mutating func drawShortNotice(_ person: Int) {
        var draws = random.stream(.booking, of: desk.people[person].key)
        if draws.uniform() < practices[team(person)].firstAppointments.shortNotice {
            hear(.shortNotice(UInt32(person), true))
        }
    }

    /// The age band in whose share a uniform number falls.
    private static func ageBand(_ uniform: Double, _ shares: [Double]) -> AgeBand {
        var left = uniform * shares.reduce(0, +)
        for place in 0..<min(4, shares.count) {
            left -= shares[place]
            guard left < 0 else { continue }
            switch place {
            case 0: return .sixteenToSeventeen
            case 1: return .eighteenToTwentyFive
            case 2: return .twentySixToSixtyFour
            default: return .sixtyFiveAndOver
            }
        }
        return .twentySixToSixtyFour
    }
}

/// A referral that will arrive in the course of the day.
struct ExpectedReferral: BitwiseCopyable, Sendable {
    /// Names the person's random streams: team, source, day of arrival, number on that day.
    var key: UInt64
    var referral: Referral
}
