import CareModel
import GRDB

extension Projector {
    private static let service = Columns("one, name, fingerprint, scenario, first_day", of: "service")
    private static let weeks = Columns("team, monday", of: "assessment_weeks")

    func applyToService(_ entry: LogEntry) throws {
        switch entry.event {
        case .serviceInitialised(let service):
            try insert(
                Projector.service,
                [1, service.name, service.fingerprint, service.scenario, Int64(service.firstDay.number)], entry)
        case .teamAdded(let team):
            try insert(TeamAdded.columns, [Int64(team.team), team.name], entry)
        case .roomAdded(let room):
            try insert(RoomAdded.columns, room.columnValues, entry)
        case .roomClosed(let closed):
            guard closed.first <= closed.last else { throw refusal(entry, "it ends before it begins") }
            try insert(RoomClosed.columns, closed.columnValues, entry)
        case .roomOpened(let opened):
            try change(
                "UPDATE room_closures SET is_over = 1 WHERE closure = ? AND is_over = 0", [opened.closure], entry,
                else: "there is no closure \(opened.closure), or it is over")
        case .assessmentWeekDeclared(let week):
            try insert(Projector.weeks, [Int64(week.team), Int64(week.monday.number)], entry)
        case .userAdded(let user):
            try insert(UserDetails.columns, [user.user] + user.columnValues, entry)
        case .userChanged(let user):
            try change(
                "UPDATE users SET (name, role, clinician, is_active) = (?, ?, ?, ?) WHERE user = ?",
                user.columnValues + [user.user], entry, else: "there is no user \(user.user)")
        default: break
        }
    }

    func applyToClinicians(_ entry: LogEntry) throws {
        switch entry.event {
        case .clinicianAdded(let details):
            try insert(ClinicianDetails.columns, [Int64(details.clinician)] + details.columnValues, entry)
        case .clinicianChanged(let details):
            try change(
                ClinicianDetails.update, details.columnValues + [Int64(details.clinician)], entry,
                else: "there is no clinician \(details.clinician)")
        case .availabilitySet(let week): try set(week, entry)
        case .absenceAdded(let added):
            try insert(
                AbsenceRecord.columns,
                [
                    added.absence, Int64(added.clinician), Int64(added.days.first.number),
                    Int64(added.days.last.number), Int64(added.days.reason.rawValue), false,
                ], entry)
        case .absenceRemoved(let removed):
            try change(
                "UPDATE absences SET is_removed = 1 WHERE absence = ? AND is_removed = 0", [removed.absence], entry,
                else: "there is no absence \(removed.absence), or it was removed before")
        default: break
        }
    }

    private func set(_ week: AvailabilitySet, _ entry: LogEntry) throws {
        if let first = week.from {
            try run(
                "DELETE FROM dated_weeks WHERE clinician = ? AND week = ? AND first = ?",
                [Int64(week.clinician), Int64(week.week.rawValue), Int64(first.number)])
            return try insert(AvailabilitySet.columns, week.columnValues(from: first), entry)
        }
        try run(
            "DELETE FROM availability WHERE clinician = ? AND week = ?",
            [Int64(week.clinician), Int64(week.week.rawValue)])
        for stretch in week.stretches {
            try insert(
                AvailabilityStretch.columns,
                [
                    Int64(week.clinician), Int64(week.week.rawValue), Int64(stretch.weekday.rawValue),
                    Int64(stretch.purpose), stretch.minutes.start, stretch.minutes.end,
                ], entry)
        }
    }
}
