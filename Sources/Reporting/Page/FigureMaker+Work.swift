import CareModel
import Statistics

extension FigureMaker {
    /// Caseload, hours and unused slots by role, against cap and target.
    var staff: [Figure] {
        let roles = index.roles(team: scope.team)
        return [
            against(StaffMeasure.caseload, roles, title: "Caseload against the cap", unit: "% of cap", limit: "cap"),
            against(
                StaffMeasure.hours, roles, title: "Completed hours against the target", unit: "% of target",
                limit: "target"),
            lines(
                roles.map { series($0, StaffMeasure.unused, scale: 100) }, title: "Bookable slots that nobody used",
                unit: "% of slots"),
        ].compactMap { $0 }
    }

    /// Roles that have a limit as a percentage of it; if none has, all as they are.
    private func against(
        _ measure: StaffMeasure, _ roles: [String], title: String, unit: String, limit: String
    ) -> Figure? {
        let limited = roles.compactMap { role -> (head: String, bands: [WeeklyBand], scale: Double)? in
            let group = MeasureGroup(team: scope.team, role: role)
            guard let limit = measure.limit(group, index), limit > 0 else { return nil }
            return series(role, measure, scale: 100 / limit)
        }
        if let figure = lines(limited, title: title, unit: unit, limits: [Figure.Limit(value: 100, label: limit)]) {
            return figure
        }
        return lines(roles.map { series($0, measure, scale: 1) }, title: measure.label, unit: measure.unit)
    }

    private func series(
        _ role: String, _ measure: StaffMeasure, scale: Double
    ) -> (head: String, bands: [WeeklyBand], scale: Double) {
        let group = MeasureGroup(team: scope.team, role: role)
        return (RoleWords.title(role), index.weekly(measure.measure, group), scale)
    }

    /// Weeks shaded by the chance that they are assessment weeks, with the waits before and after; nil without any.
    var assessmentWeeks: Figure? {
        let chances = index.forecast.assessmentWeeks.filter { $0.team == scope.team && $0.chance.happened > 0 }
        guard !chances.isEmpty else { return nil }
        let byDay = Dictionary(chances.map { ($0.starts, $0.probability) }) { first, _ in first }
        let low = index.weekly(WaitingQueue.treatmentLow.name, scope.group)
        let high = index.weekly(WaitingQueue.treatmentHigh.name, scope.group)
        let queue =
            low.isEmpty
            ? high
            : zip(low, high).map { low, high in
                var sum = low
                sum.mean += high.mean
                // No longer a measure of the files.
                sum.measure = ""
                return sum
            }
        guard
            var figure = lines(
                [
                    series("First appointment, days", .firstAppointmentWait),
                    series("Second treatment, days", .secondTreatmentWait),
                    ("Waiting for treatment, people", queue, 1),
                ], title: "Waits and the treatment queue around assessment weeks", unit: "days waited")
        else { return nil }
        figure.kind = .shaded
        figure.note = AssessmentWeekWords(scope: scope, index: index).sentences.joined(separator: " ")
        let days = index.weekly(.firstAppointmentWait, scope.group).map(\.starts)
        figure.columns.insert(.init(key: "shade", head: "Assessment week, %"), at: 0)
        for position in figure.rows.indices {
            let chance = position < days.count ? byDay[days[position]] ?? 0 : .nan
            figure.rows[position].cells.insert(NumberText.percent(chance), at: 0)
        }
        return figure
    }

    /// Why appointments did not happen.
    var attendance: Figure? {
        let attended = index.summary(.attendedShare, scope.group)
        return lines(
            series(.attendance), title: "Appointments that did not happen", unit: "% of appointments",
            note: attended.map { "Over the period \(ChanceText.people($0.mean)) appointments were attended." } ?? "")
    }

    /// People coming in, moving on and leaving.
    var flow: Figure? { lines(series(.flow), title: "People coming in and moving on", unit: "people a week") }
}
