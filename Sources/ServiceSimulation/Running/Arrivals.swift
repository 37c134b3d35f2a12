import Allocation
import CareModel
import EventKernel
import RandomStreams

/// Who is referred: draws the referrals of each day, and receives them (RF-1, RF-2, RF-13).
struct Arrivals {
    /// The referrals of today that have not arrived yet, and those that have.
    var expected: [ExpectedReferral] = []
    /// What the people are like who are referred, by team.
    let referred: [ReferredPeople]
    /// Expected arrivals on a day of index 1, by team.
    let scale: [Double]

    init(_ scenario: ServiceScenario) {
        referred = scenario.teams.map { ReferredPeople($0.referrals) }
        scale = scenario.teams.map { Arrivals.arrivalScale($0.referrals, scenario: scenario) }
    }
}

extension Arrivals {
    /// Draws the day's referrals of a team, source by source (RF-1, RF-2): Poisson with the week's level, which makes
    /// weekly counts negative binomial.
    static func drawReferrals(team: Int, on today: CivilDay, _ service: inout Simulation) {
        let input = service.scenario.teams[team].referrals
        guard input.perWeek > 0 else { return }
        let weekNumber = UInt64(UInt32(bitPattern: today.monday.number))
        var level = 1.0
        if input.weeklyVariation > 0 {
            var levels = service.random.stream(.weekLevel, of: StableKey.of(service.teamKeys[team], weekNumber))
            level = levels.gamma(Gamma(mean: 1, variation: input.weeklyVariation))
        }
        let starts = service.scenario.starts
        let growth =
            Arrivals.trend(input, on: today, from: starts) * Arrivals.ramp(input, on: today)
            * input.growth(on: today, from: starts)
        let scale = service.arrivals.scale[team] * level * growth
        for source in ReferralSource.allCases {
            let mean = scale * Arrivals.arrivalIndex(input, source, on: today, service.calendar)
            guard mean > 0 else { continue }
            let day = UInt64(UInt32(bitPattern: today.number) & 0xFF_FFFF)
            let place = UInt64(source.rawValue) << 40 | day << 16
            var counts = service.random.stream(.arrivals, of: StableKey.of(service.teamKeys[team], place))
            for number in 0..<counts.poisson(mean: mean) {
                let key = StableKey.of(service.teamKeys[team], place | UInt64(number))
                let hours = source.arrivesAnyDay ? Arrivals.webHours : service.scenario.teams[team].openingHours
                let minute = hours.start + Int(service.random.uniform(.arrivalMinute, of: key) * Double(hours.minutes))
                expect(key, team, source, CivilMinute(day: today, minuteOfDay: minute), &service)
            }
        }
    }

    /// The hours in which people refer themselves on the web.
    static var webHours: MinutesOfDay { MinutesOfDay(start: 7 * 60, end: 23 * 60) }

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
        return ReferralInput.share(of: input.rampWeeks, since: from, on: day)
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
    private static func expect(
        _ key: UInt64, _ team: Int, _ source: ReferralSource, _ received: CivilMinute, _ service: inout Simulation
    ) {
        let referral = Referral(received: received, source: source, team: UInt8(truncatingIfNeeded: team))
        service.schedule(.referralArrives, service.arrivals.expected.count, at: received, .arrival)
        service.arrivals.expected.append(ExpectedReferral(key: key, referral: referral))
    }

    /// A referral is received (RF-13): who it is, and what the person who screens will see.
    static func referralArrives(_ place: Int, _ service: inout Simulation) {
        let (key, team) = (service.arrivals.expected[place].key, Int(service.arrivals.expected[place].referral.team))
        var referral = service.arrivals.expected[place].referral
        service.arrivals.referred[team].draw(&referral, key: key, service.random)
        Treatment.drawMatrix(&referral, key: key, nil, &service)
        receive(referral, key: key, nil, &service)
    }

    /// A referral is received, of somebody new or of somebody who was there before (TX-14).
    static func receive(_ drawn: Referral, key: UInt64, _ former: FormerPerson?, _ service: inout Simulation) {
        var referral = drawn
        let team = Int(referral.team)
        let urgent = Screening.drawUrgency(key: key, team: team, &service)
        referral.isUrgent = urgent && referral.source == .selfTelephone
        service.hear(.received(referral, key: key))
        let person = service.desk.newest
        var state = PersonState()
        state.origin = service.random.replication
        if let former { state.history = former.history }
        if person < service.people.count { service.people[person] = state } else { service.people.append(state) }
        service.settle()
        drawShortNotice(person, &service)
        if let former {
            let latent = Returns.relapsed(former, &service)
            Treatment.setLatent(person, latent, &service)
        } else {
            Treatment.drawScores(person, &service)
        }
        Screening.drawScreeningFacts(person, &service)
        service.count(.referrals, of: person, team: team)
        if let former { Returns.count(former, person, team: team, &service) }
        Screening.startScreening(person, &service)
    }

    /// Whether the person can come at short notice (FA-5).
    static func drawShortNotice(_ person: Int, _ service: inout Simulation) {
        let share = service.inForce.practices[service.team(person)].firstAppointments.shortNotice
        if service.random.happens(.shortNotice, of: service.desk.people[person].key, share: share) {
            service.hear(.shortNotice(UInt32(person), true))
        }
    }
}

/// A referral that will arrive in the course of the day.
struct ExpectedReferral: BitwiseCopyable, Sendable {
    /// Names the person's random streams: team, source, day of arrival, number on that day.
    var key: UInt64
    var referral: Referral
}
