import Allocation
import CareModel
import Diaries
import RandomStreams

extension Simulation {
    /// Clinicians set the number of people that they can hold, and with it their times, now and then (CL-10).
    mutating func declareCapacity() {
        let week = Int(now.day.monday.number) / 7
        for team in practices.indices {
            let workforce = practices[team].workforce
            guard workforce.declaredVariation > 0, week % max(1, workforce.declaredWeeks) == 0 else { continue }
            declareCapacity(team: team)
        }
    }

    /// What everybody in a team declares at present.
    /// - Parameter hasDeclared: who has, by clinician, and does not again; empty is nobody.
    mutating func declareCapacity(team: Int, except hasDeclared: [Bool] = []) {
        guard practices[team].workforce.declaredVariation > 0 else { return }
        for clinician in desk.capacity.range(team: team) where posts[clinician].known == nil {
            if !hasDeclared.isEmpty, hasDeclared[clinician] { continue }
            posts[clinician].declared = declaration(clinician)
            var known = desk.capacity.clinicians[clinician]
            known.caseloadCap = Simulation.clinician(posts[clinician], practice: practices[team]).caseloadCap
            hear(.clinician(clinician, known))
        }
        layOutWeeks(team: team)
    }

    /// What the holder of a post declares in the present period, about 1.
    private mutating func declaration(_ clinician: Int) -> Double {
        let workforce = practices[posts[clinician].team].workforce
        let period = Int(now.day.monday.number) / 7 / max(1, workforce.declaredWeeks)
        var declared = random.stream(
            .declaredCapacity, of: StableKey.of(posts[clinician].holderKey, UInt64(max(0, period))))
        return declared.lognormal(Lognormal(mean: 1, coefficientOfVariation: workforce.declaredVariation))
    }

    /// The top-up training for long-term conditions takes a day a week (CL-13). Days that are missed because of leave
    /// are made up until enough were attended.
    mutating func planTopUp(_ clinician: Int) {
        let staff = posts[clinician].staff
        guard let first = staff.topUpFrom, staff.topUpDays > 0 else { return }
        let share = practices[posts[clinician].team].workforce.topUpAttendance
        let needed = Int((Double(staff.topUpDays) * share).rounded(.up))
        var attended = 0
        for week in 0..<(staff.topUpDays + Simulation.weeksToMakeUp) {
            if week >= staff.topUpDays, attended >= needed { return }
            let day = first + Int32(week * 7)
            guard day >= now.day, desk.capacity.diary.hasPage(for: day) else {
                attended += 1
                continue
            }
            let absence = desk.capacity.absence(clinician, on: day)
            guard absence.contains(.training) || absence.isDisjoint(with: .seesNobody) else { continue }
            attended += 1
            hear(.absent(clinician: clinician, first: day, last: day, .training))
        }
    }

    /// Weeks in which missed days of a top-up training can be made up.
    private static var weeksToMakeUp: Int { 26 }

    /// On Mondays supervisors move cases from full clinicians to emptier ones (PO-8).
    mutating func moveCases(team: Int) {
        guard practices[team].workforce.reallocation.isOn else { return }
        for person in desk.casesToMove(team: team) {
            count(.casesMoved, team: team)
            hear(.caseMoved(person))
            settle()
        }
    }
}
