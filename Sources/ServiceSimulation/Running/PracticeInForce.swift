import Allocation
import CareModel
import Diaries

/// The practice that is in force in each team, and what changes it: levers, the split of diaries, assessment weeks
/// (PO-1, PO-2, PO-10).
struct PracticeInForce {
    /// Practice in force, by team, and what follows from it.
    var practices: [Practice]
    var derived: [Derived]
    /// The teams in which each lever is in force.
    var levers: [[Int]]
    /// The split of bookable time in force, by team, and who was seen since it was last looked at (PO-2).
    var splits: [StandingSplit]

    init(_ scenario: ServiceScenario) {
        practices = scenario.teams.map(\.practice)
        derived = practices.map(Derived.init)
        levers = [[Int]](repeating: [], count: scenario.levers.count)
        splits = practices.map(StandingSplit.init)
    }
}

extension PracticeInForce {
    /// What a lever watches, now (PO-1, PO-10).
    static func measure(_ measure: TriggerMeasure, team: Int, _ service: inout Simulation) -> Double {
        switch measure {
        case .firstAppointmentWaitP90:
            return Double(service.desk.recentWaits.firstWait(centile: 0.9, team: team))
        case .waitingFirstAppointment:
            return Double(service.desk.people(in: .waitingFirstAppointment, team: team))
        case .waitingTreatmentLow:
            return Double(service.desk.treatmentLists[team * 2].count)
        case .waitingTreatmentHigh:
            return Double(service.desk.treatmentLists[team * 2 + 1].count)
        case .expectedFirstAppointmentWait:
            return expectedFirstWait(team: team, &service)
        }
    }

    /// Days until somebody referred today would be seen: everyone before a first appointment over the pace at which
    /// people are seen.
    private static func expectedFirstWait(team: Int, _ service: inout Simulation) -> Double {
        let perWeek = service.desk.recentWaits.firstAppointmentsPerWeek(team: team)
        let waiting =
            service.desk.people(in: .waitingFirstAppointment, team: team)
            + service.desk.people(in: .firstAppointmentBooked, team: team)
        return Double(waiting) * 7 / max(1, perWeek)
    }

    /// Levers in force this week change the practice of their teams; diaries follow if their shape changed (PO-10).
    /// - Parameter places: the teams in which that is looked at; nil is all.
    static func applyLevers(in places: [Int]? = nil, _ service: inout Simulation) {
        guard !service.scenario.levers.isEmpty else { return }
        let today = service.now.day
        for (index, lever) in service.scenario.levers.enumerated() {
            let isInTime = today >= (lever.from ?? today) && today <= (lever.until ?? today)
            service.inForce.levers[index] = lever.teams.filter { team in
                if let places, !places.contains(team) { return service.inForce.levers[index].contains(team) }
                return isInTime
                    && (lever.condition.map { measure($0.measure, team: team, &service) > $0.above } ?? true)
            }
        }
        followLevers(&service)
    }

    /// Sets the practice of each team to what the levers in force make of it.
    static func followLevers(_ service: inout Simulation) {
        var practices = service.scenario.teams.map(\.practice)
        for (index, lever) in service.scenario.levers.enumerated() {
            for team in service.inForce.levers[index] { lever.change(&practices[team]) }
        }
        for team in practices.indices where practices[team] != service.inForce.practices[team] {
            setPractice(practices[team], team: team, &service)
        }
    }

    private static func setPractice(_ practice: Practice, team: Int, _ service: inout Simulation) {
        let before = service.inForce.practices[team]
        service.inForce.practices[team] = practice
        let keepsSplit = practice.diary.followsDemand && before.diary.followsDemand
        if !keepsSplit { service.inForce.splits[team] = StandingSplit(practice) }
        service.inForce.derived[team] = Derived(practice)
        let (hours, youngest) = (service.scenario.teams[team].openingHours, service.scenario.teams[team].youngestAge)
        service.hear(.rules(team: team, practice.bookingRules(openingHours: hours, youngestAge: youngest)))
        guard
            practice.diary != before.diary || practice.low.rule != before.low.rule
                || practice.high.rule != before.high.rule
                || practice.keepingInTouch.rule != before.keepingInTouch.rule
                || practice.assessmentWeek.share != before.assessmentWeek.share
                || practice.workforce != before.workforce
        else { return }
        Workforce.layOutWeeks(team: team, &service)
    }

    /// Decides whether to call an assessment week, with its notice (PO-1).
    static func considerAssessmentWeek(team: Int, _ service: inout Simulation) {
        let input = service.inForce.practices[team].assessmentWeek
        let today = service.now.day
        if service.desk.capacity.isAssessmentWeek(team: team, today) { service.count(.assessmentWeeks, team: team) }
        guard input.isOn, today >= (input.from ?? today), today <= (input.until ?? today) else { return }
        let mondays = input.rule.mondays(
            measure: measure(input.trigger, team: team, &service), on: today,
            last: service.desk.lastAssessmentWeek[team]
        )
        for monday in mondays where service.desk.capacity.diary.hasPage(for: monday) {
            service.hear(.assessmentWeek(team: team, monday: monday))
        }
    }

    /// Weeks that the scenario fixes in advance (PO-1).
    static func declareFixedAssessmentWeeks(_ service: inout Simulation) {
        for team in service.inForce.practices.indices where service.inForce.practices[team].assessmentWeek.isOn {
            for monday in service.inForce.practices[team].assessmentWeek.fixedWeeks
            where service.desk.capacity.diary.hasPage(for: monday) {
                service.hear(.assessmentWeek(team: team, monday: monday, isFixed: true))
            }
        }
    }
}
