import Allocation
import CareModel
import Diaries

extension Simulation {
    /// What a lever watches, now (PO-1, PO-10).
    func measure(_ measure: TriggerMeasure, team: Int) -> Double {
        switch measure {
        case .firstAppointmentWaitP90:
            return Double(desk.recentWaits.firstWait(centile: 0.9, team: team))
        case .waitingFirstAppointment:
            return Double(desk.people(in: .waitingFirstAppointment, team: team))
        case .waitingTreatmentLow:
            return Double(desk.treatmentLists[team * 2].count)
        case .waitingTreatmentHigh:
            return Double(desk.treatmentLists[team * 2 + 1].count)
        case .expectedFirstAppointmentWait:
            return expectedFirstWait(team: team)
        }
    }

    /// Days until somebody referred today would be seen: everyone before a first appointment over the pace at which
    /// people are seen.
    private func expectedFirstWait(team: Int) -> Double {
        let perWeek = desk.recentWaits.firstAppointmentsPerWeek(team: team)
        let waiting =
            desk.people(in: .waitingFirstAppointment, team: team) + desk.people(in: .firstAppointmentBooked, team: team)
        return Double(waiting) * 7 / max(1, perWeek)
    }

    /// Levers in force this week change the practice of their teams; diaries follow if their shape changed (PO-10).
    /// - Parameter places: the teams in which that is looked at; nil is all.
    mutating func applyLevers(in places: [Int]? = nil) {
        guard !scenario.levers.isEmpty else { return }
        let today = now.day
        for (index, lever) in scenario.levers.enumerated() {
            let isInTime = today >= (lever.from ?? today) && today <= (lever.until ?? today)
            activeLevers[index] = lever.teams.filter { team in
                if let places, !places.contains(team) { return activeLevers[index].contains(team) }
                return isInTime && (lever.condition.map { measure($0.measure, team: team) > $0.above } ?? true)
            }
        }
        followLevers()
    }

    /// Sets the practice of each team to what the levers in force make of it.
    mutating func followLevers() {
        var practices = scenario.teams.map(\.practice)
        for (index, lever) in scenario.levers.enumerated() {
            for team in activeLevers[index] { lever.change(&practices[team]) }
        }
        for team in practices.indices where practices[team] != self.practices[team] {
            setPractice(practices[team], team: team)
        }
    }

    private mutating func setPractice(_ practice: Practice, team: Int) {
        let before = practices[team]
        practices[team] = practice
        let keepsSplit = practice.diary.followsDemand && before.diary.followsDemand
        if !keepsSplit { splits[team] = StandingSplit(practice) }
        derived[team] = Derived(practice)
        hear(.rules(team: team, practice.bookingRules(openingHours: scenario.teams[team].openingHours)))
        guard
            practice.diary != before.diary || practice.low.rule != before.low.rule
                || practice.high.rule != before.high.rule
                || practice.keepingInTouch.rule != before.keepingInTouch.rule
                || practice.assessmentWeek.share != before.assessmentWeek.share
                || practice.workforce != before.workforce
        else { return }
        layOutWeeks(team: team)
    }

    /// Decides whether to call an assessment week, with its notice (PO-1).
    mutating func considerAssessmentWeek(team: Int) {
        let input = practices[team].assessmentWeek
        let today = now.day
        if desk.capacity.isAssessmentWeek(team: team, today) { count(.assessmentWeeks, team: team) }
        guard input.isOn, today >= (input.from ?? today), today <= (input.until ?? today) else { return }
        let rule = AssessmentWeekRule(
            isOn: input.isOn, above: input.above, lengthWeeks: input.lengthWeeks,
            minimumGapWeeks: input.minimumGapWeeks, noticeWeeks: input.noticeWeeks)
        let mondays = rule.mondays(
            measure: measure(input.trigger, team: team), on: today, last: desk.lastAssessmentWeek[team])
        for monday in mondays where desk.capacity.diary.hasPage(for: monday) {
            hear(.assessmentWeek(team: team, monday: monday))
        }
    }

    /// Weeks that the scenario fixes in advance (PO-1).
    mutating func declareFixedAssessmentWeeks() {
        for team in practices.indices where practices[team].assessmentWeek.isOn {
            for monday in practices[team].assessmentWeek.fixedWeeks where desk.capacity.diary.hasPage(for: monday) {
                hear(.assessmentWeek(team: team, monday: monday, isFixed: true))
            }
        }
    }
}
