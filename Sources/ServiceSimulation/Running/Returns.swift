import Allocation
import CareModel
import EventKernel
import RandomStreams

/// People whose episode has ended and who will be referred again (TX-14).
struct Returns {
    /// Everybody who will come back, by place; nil where a place is free.
    private(set) var former: [FormerPerson?] = []
    private var free: [Int] = []

    /// Remembers somebody.
    /// - Returns: the place.
    mutating func add(_ person: FormerPerson) -> Int {
        guard let place = free.popLast() else {
            former.append(person)
            return former.count - 1
        }
        former[place] = person
        return place
    }

    /// Puts off a return.
    mutating func putOff(_ place: Int, to minute: CivilMinute) { former[place]?.returns = minute }

    /// Takes somebody out who comes back now.
    mutating func take(_ place: Int) -> FormerPerson? {
        defer {
            former[place] = nil
            free.append(place)
        }
        return former[place]
    }

    /// The places of everybody, soonest first.
    var places: [Int] {
        former.enumerated().compactMap { place, person in person.map { (place, $0) } }
            .sorted { FormerPerson.comesSooner($0.1, $1.1) }.map(\.0)
    }
}

extension Returns {
    /// Whoever has not come back for so long does not: five years.
    private static var longestDays: Double { 1826 }

    /// An episode has ended: whether and when the person comes back is drawn.
    static func leaves(_ person: Int, _ reason: EndReason, _ service: inout Simulation) {
        guard service.inForce.practices[service.team(person)].returns.isAny, reason != .died else { return }
        let known = service.desk.people[person]
        let isFinished = service.desk.episodes[person].isFinishedCourse
        let ending: FormerPerson.Ending = !isFinished ? .left : known.scores.isCase ? .finished : .recovered
        let state = service.people[person]
        let history = PersonHistory(
            episodes: UInt8(clamping: Int(state.earlierEpisodes) + 1),
            courses: UInt8(clamping: Int(state.earlierCourses) + (isFinished ? 1 : 0)),
            unhelpful: UInt8(clamping: Int(state.unhelpfulCourses) + (ending == .finished ? 1 : 0)))
        var former = FormerPerson(
            key: known.key, referral: service.desk.referrals[person], ended: service.now, ending, history: history,
            returns: nil, atReferral: (state.depressionAtReferral, state.anxietyAtReferral),
            atEnd: (state.depression, state.anxiety))
        former.returns = drawReturn(former, &service)
        guard let minute = former.returns else { return }
        service.schedule(.comesBack, service.returns.add(former), at: minute, .arrival)
    }

    /// When somebody comes back, given that it has not happened yet; nil for whoever does not. The chance is the same
    /// from day to day, so that how long it has not happened says nothing of how long it will not.
    private static func drawReturn(_ former: FormerPerson, _ service: inout Simulation) -> CivilMinute? {
        let team = Int(former.referral.team)
        let share = service.inForce.practices[team].returns.share(after: former.ending)
        guard share > 0 else { return nil }
        let earliest = former.ended + Int64(service.inForce.practices[team].returns.earliestDays) * 1440
        let from = max(earliest, service.now)
        var draws = service.random.stream(.comesBack, of: former.key)
        let days = draws.exponential(mean: service.inForce.practices[team].returns.meanDays(share))
        guard days <= longestDays else { return nil }
        let hours = hours(of: former.referral, &service)
        let minute = hours.start + Int(draws.uniform() * Double(hours.minutes))
        return max(from, CivilMinute(day: from.day + Int32(days), minuteOfDay: minute))
    }

    private static func hours(of referral: Referral, _ service: inout Simulation) -> MinutesOfDay {
        referral.source.arrivesAnyDay ? Arrivals.webHours : service.scenario.teams[Int(referral.team)].openingHours
    }

    /// Somebody is referred again: the same person, in a new episode with luck of its own.
    static func comesBack(_ place: Int, _ service: inout Simulation) {
        guard let known = service.returns.former[place] else { return }
        let today = service.now.day
        if !known.referral.source.arrivesAnyDay, !service.calendar.isWorkingDay(today) {
            let next = CivilMinute(
                day: service.calendar.day(0, workingDaysAfter: today), minuteOfDay: service.now.minuteOfDay)
            service.returns.putOff(place, to: next)
            service.schedule(.comesBack, place, at: next, .arrival)
            return
        }
        guard let former = service.returns.take(place) else { return }
        let key = StableKey.of(former.key, "comes back")
        var referral = former.referral.again(at: service.now)
        let latent = relapsed(former, &service)
        Treatment.drawMatrix(&referral, key: key, latent, &service)
        if service.inForce.practices[Int(referral.team)].screening.rule.usesMatrix {
            let counted = MatrixRating.earlierInterventions(Int(former.history.unhelpful))
            if counted.rawValue > referral.matrix.earlierInterventions.rawValue {
                referral.matrix.earlierInterventions = counted
            }
        }
        Arrivals.receive(referral, key: key, former, &service)
    }

    /// How unwell somebody is who comes back: part of what scores fell has come back too.
    static func relapsed(_ former: FormerPerson, _ service: inout Simulation) -> LatentScores {
        let share = service.inForce.practices[Int(former.referral.team)].returns.relapse
        func back(_ end: Float, _ start: Float) -> Double { Double(end) + share * (Double(start) - Double(end)) }
        return LatentScores(
            depression: back(former.depression, former.depressionAtReferral),
            anxiety: back(former.anxiety, former.anxietyAtReferral))
    }

    /// Counts a referral of somebody who was there before.
    static func count(_ former: FormerPerson, _ person: Int, team: Int, _ service: inout Simulation) {
        service.count(.returners, of: person, team: team)
        if service.now.day - former.ended.day <= 365 { service.count(.returnersWithinYear, of: person, team: team) }
    }

    /// Remembers those whom a snapshot knows to have left: where nobody has drawn when they come back, it is drawn.
    static func restore(_ known: [FormerPerson], _ service: inout Simulation) {
        for person in known {
            var person = person
            if person.returns == nil { person.returns = drawReturn(person, &service) }
            guard let minute = person.returns else { continue }
            service.schedule(.comesBack, service.returns.add(person), at: minute, .arrival)
        }
    }
}

extension Referral {
    /// The referral of the same person again: who they are and what they ask for is the same. A birth is so much
    /// nearer, or past, and somebody is perinatal no more when a year has gone since.
    func again(at minute: CivilMinute) -> Referral {
        var referral = self
        let weeks = Int(max(0, minute - received) / (1440 * 7))
        // Of a child of some age under one, half a year is left on average.
        let left = weeksUntilBirth > 0 ? Int(weeksUntilBirth) + 52 : 26
        if perinatal == .yes, weeks > left { referral.perinatal = .no }
        referral.weeksUntilBirth = UInt8(max(0, Int(weeksUntilBirth) - weeks))
        referral.received = minute
        referral.scores = nil
        referral.matrix = ReferralMatrix()
        referral.isUrgent = false
        return referral
    }
}
