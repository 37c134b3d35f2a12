import Allocation
import CareModel

extension Simulation {
    /// Planned times away that the scenario names (CL-6): nobody is booked in them, nobody new is taken on shortly
    /// before, and a long one hands the caseload over as it begins (TX-12).
    mutating func planTimesAway(_ clinician: Int) {
        let workforce = practices[posts[clinician].team].workforce
        for change in posts[clinician].staff.changes {
            guard let away = change.away, away.upperBound >= firstDay, away.lowerBound < lastDay else { continue }
            let first = max(away.lowerBound, firstDay)
            let isKnown = desk.capacity.absence(clinician, on: first).contains(.parentalLeave)
            hear(.absent(clinician: clinician, first: first, last: min(away.upperBound, lastPage), .parentalLeave))
            let days = away.upperBound - away.lowerBound + 1
            if days >= 14, workforce.noNewPeopleDays > 0, first > firstDay {
                let quiet = max(firstDay, first - Int32(workforce.noNewPeopleDays))
                hear(.absent(clinician: clinician, first: quiet, last: first - 1, .beforeLongAbsence))
            }
            // A first day's list that has the absence has the handover, or its time, too.
            guard !isKnown, days > Int32(workforce.handoverAfterWeeks * 7) else { continue }
            scheduleForHolder(.parentalLeaveStarts, clinician, at: first.start)
        }
    }
}
