import Allocation
import CareModel
import Diaries
import RandomStreams

extension Workforce {
    /// Clinicians set the number of people that they can hold, and with it their times, now and then (CL-10).
    static func declareCapacity(_ service: inout Simulation) {
        let week = Int(service.now.day.monday.number) / 7
        for team in service.inForce.practices.indices {
            let workforce = service.inForce.practices[team].workforce
            guard workforce.declaredVariation > 0, week % max(1, workforce.declaredWeeks) == 0 else { continue }
            declareCapacity(team: team, &service)
        }
    }

    /// What everybody in a team declares at present.
    /// - Parameter hasDeclared: who has, by clinician, and does not again; empty is nobody.
    static func declareCapacity(team: Int, except hasDeclared: [Bool] = [], _ service: inout Simulation) {
        guard service.inForce.practices[team].workforce.declaredVariation > 0 else { return }
        for clinician in service.desk.capacity.range(team: team) where service.workforce.posts[clinician].known == nil {
            if !hasDeclared.isEmpty, hasDeclared[clinician] { continue }
            service.workforce.posts[clinician].declared = declaration(clinician, &service)
            var known = service.desk.capacity.clinicians[clinician]
            known.caseloadCap =
                Workforce.clinician(service.workforce.posts[clinician], practice: service.inForce.practices[team])
                .caseloadCap
            service.hear(.clinician(clinician, known))
        }
        layOutWeeks(team: team, &service)
    }

    /// What the holder of a post declares in the present period, about 1.
    private static func declaration(_ clinician: Int, _ service: inout Simulation) -> Double {
        let workforce = service.inForce.practices[service.workforce.posts[clinician].team].workforce
        let period = Int(service.now.day.monday.number) / 7 / max(1, workforce.declaredWeeks)
        var declared = service.random.stream(
            .declaredCapacity, of: StableKey.of(service.workforce.posts[clinician].holderKey, UInt64(max(0, period))))
        return declared.lognormal(Lognormal(mean: 1, coefficientOfVariation: workforce.declaredVariation))
    }

    /// The top-up training for long-term conditions takes a day a week, until as many days were attended as somebody
    /// attends of it (CL-13). Days that are missed because of leave are made up.
    static func planTopUp(_ clinician: Int, _ service: inout Simulation) {
        let staff = service.workforce.posts[clinician].staff
        guard let first = staff.topUpFrom, staff.topUpDays > 0 else { return }
        let share = service.inForce.practices[service.workforce.posts[clinician].team].workforce.topUpAttendance
        let needed = Int((Double(staff.topUpDays) * share).rounded(.up))
        var attended = 0
        for week in 0..<(staff.topUpDays + Workforce.weeksToMakeUp) {
            if attended >= needed { return }
            let day = first + Int32(week * 7)
            guard day >= service.now.day, service.desk.capacity.diary.hasPage(for: day) else {
                attended += 1
                continue
            }
            let absence = service.desk.capacity.absence(clinician, on: day)
            guard absence.contains(.training) || absence.isDisjoint(with: .seesNobody) else { continue }
            attended += 1
            service.hear(.absent(clinician: clinician, first: day, last: day, .training))
        }
    }

    /// Weeks in which missed days of a top-up training can be made up.
    private static var weeksToMakeUp: Int { 26 }

    /// On Mondays supervisors move cases from full clinicians to emptier ones (PO-8).
    static func moveCases(team: Int, _ service: inout Simulation) {
        guard service.inForce.practices[team].workforce.reallocation.isOn else { return }
        for person in service.desk.casesToMove(team: team) {
            service.count(.casesMoved, team: team)
            service.hear(.caseMoved(person))
            service.settle()
        }
    }
}
