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
    /// Whether whoever asks may see people one by one; else totals only (IG-1).
    let seesPeople: Bool

    /// Reads a database.
    /// - Parameters:
    ///   - user: who asks, by number among the service's users.
    ///   - scenario: another scenario than the database's own, to try something out on today's list.
    init(database: String, now: Minute, user: Int64?, _ scenario: String?, _ overrides: [KeyValue]) throws {
        do {
            let store = try BookingStore.open(at: database)
            defer { try? store.close() }
            let own = try StoredService.scenario(of: store).scenario
            var loaded =
                try scenario.map { try loadScenario($0, overrides: overrides) }
                ?? StoredService.scenario(of: store, overrides)
            try ServiceToday.check(loaded.scenario, against: own)
            let author = Author(user: user ?? 0, origin: "command line")
            let context = BookingService.Context(now: now.minute, author: author)
            let service = BookingService(store, policy: ServicePolicy(own))
            let seesPeople = try service.may(.seePeople, in: context)
            var snapshot = try service.snapshot(
                seesPeople ? "forecast, person by person" : "forecast", in: context)
            let staff = try service.staff(absencesFrom: now.minute.day, in: context)
            let taken = loaded.scenario.takeOver(staff.map(StaffedPost.init), on: now.minute.day, from: own)
            snapshot.teams = own.teamKeys
            snapshot.posts = staff.indices.map { ServiceToday.post(taken.keys[$0], staff[$0], on: now.minute.day) }
            snapshot.rooms = ServiceToday.takeOver(try service.rooms(in: context), &loaded.scenario, from: own)
            loaded.scenario.begin(on: now.minute.day)
            if let words = StaffWords.sentence(taken) { Terminal.say("\(database): \(words)") }
            self.loaded = loaded
            self.snapshot = snapshot
            self.seesPeople = seesPeople
        } catch let failure {
            throw ServiceFailure.report(failure, database)
        }
    }

    /// A forecast of a service is of its teams, by whatever order they are described in.
    private static func check(_ scenario: ServiceScenario, against own: ServiceScenario) throws {
        let (described, known) = (scenario.teams.map(\.name), own.teams.map(\.name))
        let unknown = described.filter { !known.contains($0) }
        let missing = known.filter { !described.contains($0) }
        guard !unknown.isEmpty || !missing.isEmpty else { return }
        var parts: [String] = []
        if !unknown.isEmpty { parts.append("the database has no team \(unknown.joined(separator: ", "))") }
        if !missing.isEmpty { parts.append("the scenario has no team \(missing.joined(separator: ", "))") }
        throw BookingError.invalid(parts.joined(separator: "; ") + "; describe the same teams in both, by name")
    }

    /// Rooms that are as the database's scenario says can be changed to try something out; others stay.
    /// - Returns: who the database's rooms are.
    private static func takeOver(
        _ rooms: [Room], _ scenario: inout ServiceScenario, from own: ServiceScenario
    ) -> [UInt64] {
        guard rooms != own.rooms else { return own.roomKeys }
        var there = own
        there.presentRooms = rooms
        scenario.presentRooms = rooms.map { room in
            var room = room
            let name = own.teams.indices.contains(Int(room.team)) ? own.teams[Int(room.team)].name : ""
            room.team = Int32(scenario.teams.firstIndex { $0.name == name } ?? -1)
            return room
        }
        return there.roomKeys
    }

    private static func post(_ key: UInt64, _ known: ClinicianAtDesk, on day: CivilDay) -> PostSnapshot {
        var post = PostSnapshot(
            key: key, team: Int(known.details.team), role: known.details.role, startedOn: known.details.startedOn)
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
    init(_ known: ClinicianAtDesk) {
        self.init(
            clinician: known.clinician, wte: Double(known.details.wholeTimePercent) / 100,
            startedOn: known.details.startedOn, weeks: known.weeks)
        hours = known.hours
    }
}

/// What of the staff is as the database has it and not as the scenario says, in a sentence.
enum StaffWords {
    /// What stays, and who begins and leaves; nil if the staff are as the scenario says.
    static func sentence(_ staff: StaffTakenOver) -> String? {
        let sentences = [stays(staff), changes(staff)].compactMap { $0 }
        return sentences.isEmpty ? nil : sentences.joined(separator: "; ")
    }

    private static func stays(_ staff: StaffTakenOver) -> String? {
        var parts = StaffDifference.What.allCases.compactMap { what -> String? in
            let clinicians = staff.differences.filter { $0.what == what }.map(\.clinician)
            return clinicians.isEmpty ? nil : "\(words(what)) of \(list(clinicians))"
        }
        if staff.unfilled > 0 { parts.append("want of \(staff.unfilled) post\(staff.unfilled == 1 ? "" : "s")") }
        guard !parts.isEmpty else { return nil }
        return "the forecast takes from the database, not from the scenario, the " + parts.joined(separator: "; the ")
            + " (numbers of clinicians; levers and --set do not change these)"
    }

    private static func changes(_ staff: StaffTakenOver) -> String? {
        var parts: [String] = []
        if staff.hired > 0 { parts.append("\(staff.hired) more clinician\(staff.hired == 1 ? "" : "s")") }
        if !staff.gone.isEmpty {
            parts.append("no post for \(list(staff.gone)), who hand\(staff.gone.count == 1 ? "s" : "") over today")
        }
        return parts.isEmpty ? nil : "the scenario has \(parts.joined(separator: ", and ")) (numbers of clinicians)"
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
