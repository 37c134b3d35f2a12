import Allocation
import CareModel

extension Workforce {
    /// Planned times away that the scenario names (CL-6): nobody is booked in them, nobody new is taken on shortly
    /// before, and a long one hands the caseload over as it begins (TX-12).
    static func planTimesAway(_ clinician: Int, _ service: inout Simulation) {
        let workforce = service.inForce.practices[service.workforce.posts[clinician].team].workforce
        for change in service.workforce.posts[clinician].staff.changes {
            guard let away = change.away, away.upperBound >= service.firstDay, away.lowerBound < service.lastDay else {
                continue
            }
            let first = max(away.lowerBound, service.firstDay)
            let isKnown = service.desk.capacity.absence(clinician, on: first).contains(.parentalLeave)
            service.hear(
                .absent(
                    clinician: clinician, first: first, last: min(away.upperBound, service.lastPage), .parentalLeave))
            let days = away.upperBound - away.lowerBound + 1
            let quiet = LongAbsence.quietDays(
                before: away.lowerBound, through: away.upperBound, days: workforce.noNewPeopleDays,
                from: service.firstDay)
            if let quiet { closeToNewPeople(clinician, quiet, &service) }
            // A first day's list that has the absence has the handover, or its time, too.
            guard !isKnown, days > Int32(workforce.handoverAfterWeeks * 7) else { continue }
            scheduleForHolder(.parentalLeaveStarts, clinician, at: first.start, &service)
        }
    }
}
