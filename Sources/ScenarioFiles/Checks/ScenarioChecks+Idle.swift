import CareModel
internal import CareModel
internal import ServiceSimulation

/// Settings that do nothing are warned of: where they are given by the file that was asked for, or by the command line.
extension ScenarioChecks {
    /// Warns of keys that do nothing while something else is as it is.
    mutating func warnOfIdleKeys() {
        guard faulty.isEmpty else { return }
        let given = givenHere()
        for rule in Switch.table {
            let idle = given.filter { rule.decides($0.path) && !acts(rule, $0) }
            guard let first = idle.first else { continue }
            let others = idle.dropFirst().map { String($0.path.split(separator: ".").last ?? "") }
            var words = "does nothing \(rule.because)"
            if !others.isEmpty {
                let shown = others.prefix(3).joined(separator: ", ")
                words += "; so do \(shown)" + (others.count > 3 ? " and \(others.count - 3) more" : "")
            }
            decoder.decoding.warn(at: [first.fullKey], first.fullKey, words, allowed: rule.allowed)
        }
        for index in decoder.scenario.teams.indices { warnOfIdleStaff(index) }
        warnOfIdleLevers()
    }

    /// A key that is given here: in full, as it stands in a team or at the top, and the teams on which it acts.
    private struct Given {
        var fullKey: String
        var path: String
        var teams: [Int]
        var place: Place
    }

    /// Whether a value says anything: nothing, or no, is what a rule that is off does anyway.
    private func says(_ text: String?) -> Bool { text != "0" && text != "false" }

    private func givenHere() -> [Given] {
        let places = decoder.decoding.places
        let main = places[""]?.file
        var found: [Given] = []
        for (fullKey, place) in places where place.file == main || place.file == Override.file {
            if let team = decoder.teamKeys.firstIndex(where: { fullKey.hasPrefix($0 + ".") }) {
                let path = String(fullKey.dropFirst(decoder.teamKeys[team].count + 1))
                guard let key = TeamKeys.table.key(at: path), says(key.text(self.team(team))) else { continue }
                found.append(Given(fullKey: fullKey, path: path, teams: [team], place: place))
            } else if let key = PracticeKeys.table.key(at: fullKey), says(key.text(decoder.practice)) {
                let teams = decoder.teamKeys.indices.filter { places[joined(decoder.teamKeys[$0], fullKey)] == nil }
                found.append(Given(fullKey: fullKey, path: fullKey, teams: teams, place: place))
            } else if let key = ServiceKeys.table.key(at: fullKey), says(key.text(decoder.scenario)) {
                let teams = Array(decoder.teamKeys.indices)
                found.append(Given(fullKey: fullKey, path: fullKey, teams: teams, place: place))
            }
        }
        return found.sorted { one, other in
            (one.place.line, one.place.column, one.fullKey) < (other.place.line, other.place.column, other.fullKey)
        }
    }

    /// Whether a key acts on some team, with or without the levers.
    private func acts(_ rule: Switch, _ given: Given) -> Bool {
        given.teams.contains { team in
            let scenario = decoder.scenario.teams[team]
            return practices(of: team).contains { practice in
                rule.acts(Switch.Situation(practice: practice, team: scenario, service: decoder.scenario))
            }
        }
    }

    /// A team's practice, and what each lever alone and all together make of it.
    private func practices(of team: Int) -> [Practice] {
        let own = decoder.scenario.teams[team].practice
        var all = own
        var found = [own]
        for lever in decoder.scenario.levers where lever.teams.contains(team) {
            var alone = own
            lever.change(&alone)
            lever.change(&all)
            found.append(alone)
        }
        return found + [all]
    }

    private mutating func warnOfIdleStaff(_ index: Int) {
        let team = team(index)
        for (group, key) in zip(team.staff, decoder.staffKeys[index]) where group.count > 0 {
            warn("\(key).top-up-days", group.topUpDays > 0 && group.topUpFrom == nil, "without top-up-from", "a date")
            warn("\(key).top-up-from", group.topUpDays == 0 && group.topUpFrom != nil, "without top-up-days", "1 to 60")
            warn(
                "\(key).languages", !group.languages.isEmpty && !team.referrals.asks.languages.contains { $0 > 0 },
                "while nobody asks for a language", "referrals.asks.languages")
            warn(
                "\(key).venues", group.venues.contains { $0 > 0 } && team.rooms.perVenue.isEmpty,
                "while the team has no rooms", "rooms.per-venue")
            warn(
                "\(key).early-days-per-week", group.earlyDaysPerWeek > 0 && group.eveningsPerWeek >= 5,
                "while all days run into the evening", "evenings-per-week below 5")
            let last = decoder.scenario.starts + Int32(decoder.scenario.weeks * 7 - 1)
            if let from = group.from, from > last {
                warn("\(key).from", true, "within the forecast: \(from) is after its last day", "\(last) or before")
            }
        }
        let practice = team.practice
        let leaders = team.staff.reduce(0) { $0 + ($1.role.step == .low ? $1.count : 0) }
        let needed = practice.groups.rule.facilitators
        if practice.groups.rule.isOn, leaders < needed {
            let words = "does nothing: a course needs \(needed) clinicians of step 2, and \(team.name) has \(leaders)"
            let keys = [key(index, "groups.is-on"), "groups.is-on"]
            decoder.decoding.warn(at: keys, practiceKey(index, "groups.is-on"), words, allowed: "more staff at step 2")
        }
    }

    private mutating func warn(_ key: String, _ isIdle: Bool, _ because: String, _ allowed: String) {
        guard isIdle else { return }
        decoder.decoding.warn(at: [key], key, "does nothing \(because)", allowed: allowed)
    }

    /// Levers that set what is in force already.
    private mutating func warnOfIdleLevers() {
        for (index, lever) in decoder.scenario.levers.enumerated() {
            for setting in decoder.settings[index] {
                let path = String(setting.fullKey.drop { $0 != "." }.dropFirst().drop { $0 != "." }.dropFirst(5))
                guard let key = PracticeKeys.table.key(at: path), !lever.teams.isEmpty else { continue }
                let others = decoder.scenario.levers.indices.filter { $0 != index }
                let isChanged = lever.teams.contains { team in
                    let own = decoder.scenario.teams[team].practice
                    let elsewhere = others.contains { other in
                        decoder.scenario.levers[other].teams.contains(team)
                            && decoder.settings[other].contains { $0.fullKey.hasSuffix(".set.\(path)") }
                    }
                    return elsewhere || key.text(own) != setting.valueText
                }
                guard !isChanged else { continue }
                decoder.decoding.warn(
                    at: [setting.fullKey], setting.fullKey,
                    "does nothing: \(setting.valueText) is in force without the lever", allowed: "another value")
            }
        }
    }

    /// Keys of practice that say how many hours can be booked.
    private static let hoursOfPractice = ["bookable-share", "most-bookable-share", "hours-per-week"].map {
        "workforce.\($0)"
    }

    /// Warns of bookable hours that somebody asks for and nobody can hold (CL-2).
    mutating func warnOfUnheldHours(_ index: Int) {
        guard faulty.isEmpty else { return }
        let team = team(index)
        for (group, key) in decoder.staffKeys[index].enumerated() where team.staff[group].count > 0 {
            let keys =
                ["\(key).bookable-hours", "\(key).completed-hours"]
                + Self.hoursOfPractice.flatMap { [$0, self.key(index, $0)] }
            guard keys.contains(where: { decoder.decoding.places[$0] != nil }) else { continue }
            let hours = team.bookableHours(ofGroup: group)
            let wte = team.staff[group].wte
            let share = practiceKey(index, "workforce.bookable-share")
            let isShare = decoder.decoding.places[share] != nil && team.practice.workforce.bookableShare > 1
            let own = "\(key).bookable-hours"
            let place = isShare ? share : decoder.decoding.places[own] != nil ? own : "\(key).completed-hours"
            func text(_ hours: Double) -> String { NumberText.of((hours / wte * 10).rounded() / 10) }
            if hours.asked > hours.left + 0.05 {
                decoder.decoding.warn(
                    at: [place, own, "\(key).completed-hours", key], place,
                    "\(text(hours.asked)) bookable hours a week per WTE cannot be held: \(text(hours.left)) are left"
                        + " when workforce.most-bookable-share, study and supervision are taken off",
                    allowed: "at most \(text(hours.left))")
            } else if min(hours.asked, hours.left) > hours.laidOut + hours.longest {
                decoder.decoding.warn(
                    at: [place, own, "\(key).completed-hours", key], place,
                    "\(text(hours.asked)) bookable hours a week per WTE do not fit into the opening hours as whole"
                        + " appointments: \(text(hours.laidOut)) do", allowed: "longer opening-hours, or fewer hours")
            }
        }
    }
}
