import CareModel
import ServiceSimulation

/// A number that is read off a record of a year of the sample service, with what it is called and what it counts.
struct RuleMeasure: Sendable {
    /// What it is, as a service manager says it.
    var title: String
    /// What its numbers count.
    var unit: MeasureUnit
    /// How it is read.
    let value: @Sendable (ReplicationRecord) -> Double

    /// A measure of its own.
    init(_ title: String, _ unit: MeasureUnit, _ value: @escaping @Sendable (ReplicationRecord) -> Double) {
        self.title = title
        self.unit = unit
        self.value = value
    }

    /// What it was in a run.
    func callAsFunction(_ record: ReplicationRecord) -> Double { value(record) }

    /// The same, called otherwise.
    func named(_ title: String, _ unit: MeasureUnit? = nil) -> RuleMeasure {
        RuleMeasure(title, unit ?? self.unit, value)
    }
}

extension RuleMeasure {
    /// A sum over the year and both teams.
    static func total(_ counter: Counter) -> RuleMeasure {
        let (title, unit) = words(counter)
        return RuleMeasure("\(title), a year", unit) { record in
            (0..<2).reduce(0) { $0 + Double(record.total(counter, team: $1)) }
        }
    }

    /// A sum over another, in the words of the measure that is made of them where there is one.
    static func share(_ part: Counter, _ whole: Counter) -> RuleMeasure {
        let (one, other) = (total(part), total(whole))
        let (title, unit) = words(part, whole)
        return RuleMeasure(title, unit) { record in one(record) / max(1, other(record)) }
    }

    /// People whose episode ended for a reason.
    static func ends(_ reason: EndReason) -> RuleMeasure {
        RuleMeasure("Ended: \(reason.name.replacing("-", with: " ")), a year", .people) { record in
            (0..<2).reduce(0) { $0 + Double(record.ends(reason, team: $1)) }
        }
    }

    /// A number at the end of the year.
    static func lastWeek(_ counter: Counter) -> RuleMeasure {
        let (title, unit) = words(counter)
        return RuleMeasure("\(title), at the end of the year", unit) { record in
            (0..<2).reduce(0) { $0 + Double(record.count(counter, week: 51, team: $1)) }
        }
    }

    /// The mean of a week over the last half of the year.
    static func lastWeeks(_ counter: Counter) -> RuleMeasure {
        let (title, unit) = words(counter)
        return RuleMeasure("\(title), a week of the last half year", unit) { record in
            (26..<52).reduce(0) { sum, week in
                (0..<2).reduce(sum) { $0 + Double(record.count(counter, week: week, team: $1)) / 26 }
            }
        }
    }

    /// A sum over the weeks, teams and some roles, so many of which are one.
    static func ofRoles(
        _ counter: RoleCounter, of roles: [Role] = Role.allCases, each: Double = 1, _ title: String, _ unit: MeasureUnit
    ) -> RuleMeasure {
        RuleMeasure(title, unit) { record in
            var sum = 0
            for week in 0..<record.weeks {
                for team in 0..<record.teams {
                    for role in roles { sum += record.count(counter, week: week, team: team, role: role) }
                }
            }
            return Double(sum) / each
        }
    }

    /// The measure of a name, which `stepcare forecast` prints, of the whole service under its own standards.
    static func of(_ name: String) -> RuleMeasure? {
        let standards = Standards()
        guard let row = Measure.rows.first(where: { $0.name(standards) == name && $0.isOfTeams }) else { return nil }
        switch row.count {
        case .total(let counter): return total(counter).named("\(row.title(standards)), a year", row.unit)
        case .stock(let counter): return lastWeeks(counter).named("\(row.title(standards)), last half year", row.unit)
        case .ratio(let parts, let wholes, let each):
            let (one, other) = (parts.map(total), wholes.map(total))
            return RuleMeasure(row.title(standards), row.unit) { record in
                one.reduce(0) { $0 + $1(record) } / max(1, other.reduce(0) { $0 + $1(record) }) / each
            }
        case .atEnd(let counter): return lastWeek(counter).named(row.title(standards), row.unit)
        case .atStart, .centile, .centileWithWaiting, .access, .cost, .perClinician, .role, .ends: return nil
        }
    }

    /// What a count is called: as the measure that is made of it alone, or as it is said here.
    private static func words(_ counter: Counter) -> (String, MeasureUnit) {
        if let said = said[counter] { return said }
        for row in Measure.rows {
            switch row.count {
            case .total(counter), .stock(counter): return (row.title, row.unit)
            case .total, .stock, .ratio, .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost,
                .perClinician, .role, .ends:
                continue
            }
        }
        let name = "\(counter)".map { $0.isUppercase ? " \($0.lowercased())" : String($0) }.joined()
        return (name.prefix(1).uppercased() + name.dropFirst(), .people)
    }

    private static func words(_ part: Counter, _ whole: Counter) -> (String, MeasureUnit) {
        switch (part, whole) {
        case (.finishedLowSessions, .finishedWithLow): return ("Sessions at step 2 of a finished course", .sessions)
        case (.finishedHighSessions, .finishedWithHigh): return ("Sessions at step 3 of a finished course", .sessions)
        case (.perinatalAssessedWithin14, .perinatalAssessed):
            return ("Perinatal people who are assessed within the promised days", .share)
        case (.didNotAttend, .appointments): return ("Appointments missed without notice", .share)
        case (.finishedCases, .finishedCourses): return ("Finished courses that began as a case", .share)
        default: break
        }
        for row in Measure.rows {
            if case .ratio([part], [whole], each: _) = row.count { return (row.title, row.unit) }
        }
        return ("\(words(part).0), of \(words(whole).0.lowercased())", .share)
    }

    /// Counts that no measure tells alone, or whose title is for a narrow table.
    private static let said: [Counter: (String, MeasureUnit)] = [
        .breaches28: ("People who pass the promised days without a first appointment", .people),
        .secondWithin28: ("Second treatments within the expected days", .people),
        .secondOver90: ("Second treatments after the limit", .people),
        .finishedWithin42: ("Finished courses whose treatment began within the national standard", .people),
        .endedDroppedOut: ("Courses ended because people dropped out", .people),
        .uncontactable: ("People who could not be reached", .people),
        .notAccepted: ("People not accepted, or sent elsewhere", .people),
        .perinatalAssessed: ("Perinatal people assessed", .people),
        .assessmentToLow: ("People who had a first session at step 2 after the assessment", .people),
        .assessmentToHigh: ("People who had a first session at step 3 after the assessment", .people),
        .assessmentToHighDays: ("Days from assessment to step 3, of all together", .days),
        .arrivedTooLate: ("Appointments to which people came too late to be seen", .appointments),
        .cancelledByPatient: ("Appointments cancelled by the person", .appointments),
        .cancelledByProvider: ("Appointments cancelled by the service", .appointments),
        .cancelledLate: ("Appointments cancelled late", .appointments),
        .keptAtADistance: ("Appointments kept by telephone or online", .appointments),
        .finishedSessions: ("Sessions of finished courses", .sessions),
        .waitingFirstAppointment: ("People who wait for a first appointment", .people),
        .waitingLow: ("People who wait for step 2", .people),
        .waitingHigh: ("People who wait for step 3", .people),
        .inTreatmentLow: ("People in treatment at step 2", .people),
        .inTreatmentHigh: ("People in treatment at step 3", .people),
        .onHold: ("People on hold", .people),
        .inService: ("People in the service", .people),
    ]
}
