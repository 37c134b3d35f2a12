import CareModel
internal import CareModel
internal import ServiceSimulation

/// Checks what no single key can show: names, dates in order, sums, and whether somebody can do the work.
///
/// A check leaves out what a fault in reading has already shown.
struct ScenarioChecks {
    /// The scenario and where its keys stand; faults go in here.
    var decoder: ScenarioDecoder
    /// The keys that were faulty in reading.
    let faulty: Set<String>
    /// Those, and everything around each of them.
    private let faultyOrAround: Set<String>

    private init(_ decoder: ScenarioDecoder) {
        self.decoder = decoder
        faulty = Set(decoder.decoding.diagnostics.map(\.key))
        var around = faulty
        for key in faulty {
            for cut in key.indices where key[cut] == "." || key[cut] == "[" { around.insert(String(key[..<cut])) }
        }
        faultyOrAround = around
    }

    /// Runs every check.
    static func run(_ decoder: inout ScenarioDecoder) {
        var checks = ScenarioChecks(decoder)
        checks.checkBounds()
        guard decoder.scenario.teams.count <= 255 else {
            decoder = checks.decoder
            return
        }
        checks.checkNames()
        checks.checkService()
        for team in decoder.scenario.teams.indices {
            checks.checkShares(team)
            checks.checkHours(team)
            checks.checkReferrals(team)
            checks.checkPractice(checks.team(team).practice, team: team)
            checks.checkStaff(team)
            checks.checkVenues(team)
            checks.checkWhoSeesWhom(team)
        }
        for team in decoder.scenario.teams.indices { checks.checkTrusted(team) }
        checks.checkLevers()
        if checks.decoder.decoding.diagnostics.isEmpty {
            for team in decoder.scenario.teams.indices { checks.warnOfUnheldHours(team) }
            for team in decoder.scenario.teams.indices { checks.warnOfFit(team) }
            checks.warnOfIdleKeys()
            checks.warnOfDefaults()
        }
        decoder = checks.decoder
    }

    /// A team by index.
    func team(_ index: Int) -> TeamScenario { decoder.scenario.teams[index] }

    /// The full key of a team, or of something in it.
    func key(_ team: Int, _ path: String = "") -> String { joined(decoder.teamKeys[team], path) }

    /// The key that gives a team's practice a value: the team's own, or the top's.
    func practiceKey(_ team: Int, _ path: String) -> String {
        decoder.decoding.places[key(team, path)] == nil ? path : key(team, path)
    }

    /// Whether one of the keys, or something below it, was faulty in reading.
    func isFaulty(_ keys: String...) -> Bool {
        keys.contains { faultyOrAround.contains($0) }
    }

    /// Adds a fault at its key, or at the nearest thing around it that the file gives.
    mutating func report(_ key: String, near others: String..., message: String, allowed: String) {
        decoder.decoding.report(at: [key] + others, key, message, allowed: allowed)
    }

    private mutating func checkNames() {
        for index in decoder.scenario.teams.indices {
            let name = team(index).name
            guard decoder.scenario.teams[..<index].contains(where: { $0.name == name }), !isFaulty(key(index)) else {
                continue
            }
            report(key(index, "name"), message: "the name '\(name)' stands twice", allowed: "a name of its own")
        }
    }

    private mutating func checkService() {
        let standards = decoder.scenario.standards
        checkOrder(
            "standards.national-first-days", standards.nationalFirstDays, "standards.national-second-days",
            standards.nationalSecondDays)
        checkOrder(
            "standards.second-treatment-days", standards.secondTreatmentDays, "standards.second-treatment-limit-days",
            standards.secondTreatmentLimitDays)
    }

    /// The first of two values may not exceed the second.
    mutating func checkOrder(_ lowKey: String, _ low: Int, _ highKey: String, _ high: Int) {
        guard low > high, !isFaulty(lowKey, highKey) else { return }
        let name = highKey.split(separator: ".").last ?? ""
        report(lowKey, near: highKey, message: "\(low) is more than \(name), \(high)", allowed: "at most \(high)")
    }

    /// The first of two numbers may not exceed the second.
    mutating func checkOrder(_ lowKey: String, _ low: Double, _ highKey: String, _ high: Double) {
        guard low > high, !isFaulty(lowKey, highKey) else { return }
        let name = highKey.split(separator: ".").last ?? ""
        let (low, high) = (NumberText.of(low), NumberText.of(high))
        report(lowKey, near: highKey, message: "\(low) is more than \(name), \(high)", allowed: "at most \(high)")
    }

    /// The first of two days may not come after the second.
    mutating func checkOrder(_ fromKey: String, _ from: CivilDay?, _ untilKey: String, _ until: CivilDay?) {
        guard let from, let until, until < from, !isFaulty(fromKey, untilKey) else { return }
        let name = fromKey.split(separator: ".").last ?? ""
        report(
            untilKey, near: fromKey, message: "\(until) is before \(name), \(from)", allowed: "\(from) or later")
    }
}
