import CareModel
internal import CareModel
internal import ServiceSimulation

extension ScenarioChecks {
    /// Core hours have a length and lie within the extended ones.
    mutating func checkHours(_ index: Int) {
        let team = team(index)
        let pairs = [
            ("opening-hours", team.openingHours), ("extended-hours", team.extendedHours),
            ("rooms.hours", team.rooms.hours),
        ]
        for (name, hours) in pairs {
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
        for (place, (group, key)) in zip(team(index).staff, decoder.staffKeys[index]).enumerated() {
            checkName(group, key, after: team(index).staff[..<place])
            checkOrder("\(key).from", group.from, "\(key).until", group.until)
            checkQualifying(group, key)
            checkHours(group, key, team: index)
            guard group.role.holdsCases else {
                checkHelper(group, key)
                continue
            }
            guard group.role.step == .low, !isFaulty("\(key).modalities", "\(key).role") else { continue }
            for modality in group.modalities where modality.step == .high {
                report(
                    "\(key).modalities",
                    message: "a \(group.role.name) works at step 2 and cannot give \(modality.name)",
                    allowed: Modality.guidedSelfHelp.name)
            }
        }
    }

    /// Venues are those that the team has, and no more rooms are accessible than there are (CL-9).
    mutating func checkVenues(_ index: Int) {
        let rooms = team(index).rooms
        guard !isFaulty(key(index, "rooms.per-venue")), !rooms.perVenue.isEmpty else { return }
        let allowed = "0 to \(rooms.perVenue.count), the venues of rooms.per-venue"
        for (group, key) in zip(team(index).staff, decoder.staffKeys[index]) where !isFaulty("\(key).venues") {
            if let venue = group.venues.first(where: { $0 > rooms.perVenue.count }) {
                report("\(key).venues", message: "there is no venue \(venue)", allowed: allowed)
            }
        }
        let asks = key(index, "referrals.asks.venues")
        if !isFaulty(asks), team(index).referrals.asks.venues.count > rooms.perVenue.count {
            report(asks, message: "there are fewer venues", allowed: "\(rooms.perVenue.count) shares at most")
        }
        let accessible = key(index, "rooms.accessible-per-venue")
        guard !isFaulty(accessible) else { return }
        for (place, count) in rooms.accessiblePerVenue.enumerated() {
            let there = place < rooms.perVenue.count ? rooms.perVenue[place] : 0
            guard count > there else { continue }
            report(
                accessible, message: "\(count) of \(there) rooms of venue \(place + 1) are accessible",
                allowed: "no more than rooms.per-venue")
        }
    }

    /// A group's name keeps it apart from the others of the team.
    private mutating func checkName(_ group: StaffInput, _ key: String, after others: ArraySlice<StaffInput>) {
        guard !group.name.isEmpty, !isFaulty("\(key).name") else { return }
        if Role.allCases.contains(where: { $0.name == group.name }) {
            report(
                "\(key).name", message: "'\(group.name)' is a role",
                allowed: "a name of its own, or none for the group without a name")
        } else if others.contains(where: { $0.name == group.name }) {
            report("\(key).name", message: "the name '\(group.name)' stands twice", allowed: "a name of its own")
        }
    }

    /// Whoever holds no cases gives no therapy alone, and has no caseload (CL-15).
    private mutating func checkHelper(_ group: StaffInput, _ key: String) {
        guard !isFaulty("\(key).role") else { return }
        let given = [
            ("caseload", group.caseloadPerWTE != nil), ("modalities", !group.modalities.isEmpty),
        ]
        for (name, isGiven) in given where isGiven && !isFaulty("\(key).\(name)") {
            report(
                "\(key).\(name)",
                message: "a \(group.role.name) has no people of their own: they support computerised CBT and groups",
                allowed: "none, or role: \(Role.assistantPsychologist.name)")
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
            let isGiven = group.bookableHoursPerWTE != nil
            report(
                "\(key).\(isGiven ? "bookable-hours" : "completed-hours")",
                message: (isGiven ? bookable : "needs \(bookable) bookable hours, which")
                    + " is more than the contracted hours, \(NumberText.of(contracted))",
                allowed: "at most workforce.hours-per-week")
        }
    }
}
