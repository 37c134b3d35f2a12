internal import CareModel
internal import ServiceSimulation

extension ScenarioChecks {
    /// Core hours have a length and lie within the extended ones.
    mutating func checkHours(_ index: Int) {
        let team = team(index)
        for (name, hours) in [("opening-hours", team.openingHours), ("extended-hours", team.extendedHours)] {
            let key = key(index, name)
            guard hours.start >= hours.end, !isFaulty(key) else { continue }
            let from = ValueForm<Int>.clock(hours.start)
            report(
                "\(key).to", near: "\(key).from", message: "\(ValueForm<Int>.clock(hours.end)) is not after \(from)",
                allowed: "later than from, \(from)")
        }
        let (opening, extended) = (team.openingHours, team.extendedHours)
        let isWithin = opening.start >= extended.start && opening.end <= extended.end
        guard !isWithin, !isFaulty(key(index, "opening-hours"), key(index, "extended-hours")) else { return }
        let hours = "\(ValueForm<Int>.clock(extended.start)) to \(ValueForm<Int>.clock(extended.end))"
        report(
            key(index, "opening-hours"), near: key(index, "extended-hours"),
            message: "is not within extended-hours, \(hours)", allowed: "core hours within the extended ones")
    }

    /// Somebody must arrive in some month and on some weekday.
    mutating func checkReferrals(_ index: Int) {
        let referrals = team(index).referrals
        let indices = [
            ("months", referrals.months), ("web-weekdays", referrals.webWeekdays),
            ("staffed-weekdays", Array(referrals.staffedWeekdays.prefix(5))),
        ]
        for (name, values) in indices where values.allSatisfy({ $0 == 0 }) {
            let key = key(index, "referrals.\(name)")
            guard !isFaulty(key) else { continue }
            report(key, message: "every index is 0", allowed: "at least one above 0")
        }
    }

    /// Dates, hours and therapies of each group of staff.
    mutating func checkStaff(_ index: Int) {
        for (group, key) in zip(team(index).staff, decoder.staffKeys[index]) {
            checkOrder("\(key).from", group.from, "\(key).until", group.until)
            checkQualifying(group, key)
            checkHours(group, key, team: index)
            guard group.role.step == .low, !isFaulty("\(key).modalities", "\(key).role") else { continue }
            for modality in group.modalities where modality.step == .high {
                report(
                    "\(key).modalities",
                    message: "a \(group.role.name) works at step 2 and cannot give \(modality.name)",
                    allowed: Modality.guidedSelfHelp.name)
            }
        }
    }

    private mutating func checkQualifying(_ group: StaffInput, _ key: String) {
        guard let day = group.qualifies, !isFaulty("\(key).qualifies", "\(key).role", "starts") else { return }
        if !group.role.isTrainee {
            report(
                "\(key).qualifies", message: "a \(group.role.name) is qualified already",
                allowed: "only for trainee-pwp and trainee-hit")
        } else if day <= max(decoder.scenario.starts, group.from ?? decoder.scenario.starts) {
            let start = max(decoder.scenario.starts, group.from ?? decoder.scenario.starts)
            report(
                "\(key).qualifies", message: "\(day) is not after the first day, \(start)",
                allowed: "a later date, or role: \(group.role.qualified.name)")
        }
    }

    private mutating func checkHours(_ group: StaffInput, _ key: String, team index: Int) {
        let contracted = team(index).practice.workforce.hoursPerWeek
        guard !isFaulty("\(key).bookable-hours", "\(key).completed-hours", "\(key).role") else { return }
        if group.bookableHours < group.completedHours {
            let completed = NumberText.of(group.completedHours)
            report(
                "\(key).bookable-hours", near: "\(key).completed-hours",
                message: "\(NumberText.of(group.bookableHours)) is less than completed-hours, \(completed)",
                allowed: "at least \(completed)")
        } else if group.bookableHours > contracted, !isFaulty(practiceKey(index, "workforce.hours-per-week")) {
            let bookable = NumberText.of((group.bookableHours * 100).rounded() / 100)
            report(
                "\(key).bookable-hours", near: "\(key).completed-hours",
                message: "\(bookable) is more than the contracted hours, \(NumberText.of(contracted))",
                allowed: "at most workforce.hours-per-week")
        }
    }
}
