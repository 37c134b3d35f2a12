import ArgumentParser
import BookingService
import BookingStore
import CareModel
import ScenarioFiles
import ServiceSimulation

/// A service's own list of today, as a forecast starts from it, and the scenario that goes with it.
struct ServiceToday {
    /// The scenario, starting today, with the database's own staff.
    let loaded: LoadedScenario
    /// Who is there today, without anything that identifies anybody (IG-2).
    let snapshot: ServiceSnapshot

    /// Reads a database.
    /// - Parameter scenario: another scenario than the database's own, to try something out on today's list.
    init(database: String, now: Minute, _ scenario: String?, _ overrides: [KeyValue]) throws {
        do {
            let store = try BookingStore.open(at: database)
            defer { try? store.close() }
            let own = try StoredService.scenario(of: store).scenario
            var loaded =
                try scenario.map { try loadScenario($0, overrides: overrides) }
                ?? StoredService.scenario(of: store, overrides)
            guard own.teams.count == loaded.scenario.teams.count else {
                throw BookingError.invalid(
                    "the scenario has \(loaded.scenario.teams.count) teams, the database \(own.teams.count); "
                        + "describe the same teams in both")
            }
            let context = BookingService.Context(now: now.minute)
            let service = BookingService(store, policy: ServicePolicy(loaded.scenario))
            var snapshot = try service.snapshot(in: context)
            let staff = try service.staff(absencesFrom: now.minute.day, in: context)
            try ServiceToday.check(loaded.scenario, against: own, staff.count)
            let described = Simulation.postKeys(of: loaded.scenario)
            let differences = loaded.scenario.takeOver(staff.map(StaffedPost.init), on: now.minute.day, from: own)
            // Rooms that are as the database's scenario says can be changed to try something out.
            let rooms = try service.rooms(in: context)
            if rooms != own.rooms { loaded.scenario.presentRooms = rooms }
            let keys = loaded.scenario.presentPosts.map(\.key)
            let empty = described.filter { !keys.contains($0) }.count
            snapshot.posts = staff.indices.map { ServiceToday.post(keys[$0], staff[$0], on: now.minute.day) }
            loaded.scenario.begin(on: now.minute.day)
            if let words = StaffWords.sentence(differences, empty: empty) { Terminal.say("\(database): \(words)") }
            self.loaded = loaded
            self.snapshot = snapshot
        } catch let failure {
            throw ServiceFailure.report(failure, database)
        }
    }

    /// A scenario that has hired or let go since is no forecast of the staff in the database.
    private static func check(_ scenario: ServiceScenario, against own: ServiceScenario, _ staff: Int) throws {
        let keys = Simulation.postKeys(of: scenario)
        guard keys == Simulation.postKeys(of: own) || keys.count == staff else {
            throw BookingError.invalid(
                "the scenario has \(keys.count) clinicians, the database \(staff); describe the same staff in both")
        }
    }

    private static func post(_ key: UInt64, _ known: StaffMember, on day: CivilDay) -> PostSnapshot {
        var post = PostSnapshot(key: key, role: known.details.role, startedOn: known.details.startedOn)
        post.leavesOn = known.details.lastDay
        post.absences = known.absences
        // A year in which leave is entered is planned; one without is still to be.
        let isPlanned = known.absences.contains { $0.reason.contains(.leave) }
        post.leavePlannedThrough = isPlanned ? day.date.year : 0
        return post
    }
}

extension StaffedPost {
    /// A clinician of a database, as a forecast starts with them.
    init(_ known: StaffMember) {
        self.init(
            clinician: known.clinician, wte: Double(known.details.wholeTimePercent) / 100,
            startedOn: known.details.startedOn, weeks: known.weeks)
    }
}

/// What of the staff is as the database has it and not as the scenario says, in a sentence.
enum StaffWords {
    /// The sentence; nil if nothing differs.
    /// - Parameter empty: posts of the scenario that nobody in the database has.
    static func sentence(_ differences: [StaffDifference], empty: Int) -> String? {
        var parts = StaffDifference.What.allCases.compactMap { what -> String? in
            let clinicians = differences.filter { $0.what == what }.map(\.clinician)
            return clinicians.isEmpty ? nil : "\(words(what)) of \(list(clinicians))"
        }
        if empty > 0 { parts.append("want of \(empty) post\(empty == 1 ? "" : "s")") }
        guard !parts.isEmpty else { return nil }
        return "the forecast takes from the database, not from the scenario, the " + parts.joined(separator: "; the ")
            + " (numbers of clinicians; levers and --set do not change these)"
    }

    private static func words(_ what: StaffDifference.What) -> String {
        switch what {
        case .post: "posts"
        case .weeks: "weeks"
        case .caseload: "caseload caps"
        case .training: "therapies"
        case .hours: "contracted hours"
        }
    }

    /// Numbers in order, runs of them as "3 to 7".
    private static func list(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
            .joined(separator: ", ")
    }
}
