import BookingService
public import BookingStore
public import CareModel
public import ScenarioFiles
import ServiceSimulation

/// A service's own list of today, as a forecast starts from it, and the scenario that goes with it.
public struct ServiceToday: Sendable {
    /// The scenario, starting today, with the database's own staff.
    public let loaded: LoadedScenario
    /// Who is there today, without anything that identifies anybody (IG-2).
    public let snapshot: ServiceSnapshot
    /// Whether whoever asks may see people one by one; else totals only (IG-1).
    public let seesPeople: Bool
    /// What of the staff is as the database has it and not as the scenario says, and who begins and leaves, in a
    /// sentence; nil if the staff are as the scenario says.
    public let staffNote: String?
    /// What its own log has of the same weeks a year before.
    let yearBefore: OwnYearBefore
    private let read: Read

    /// Reads a database.
    /// - Parameters:
    ///   - database: its path.
    ///   - now: the present minute.
    ///   - author: who asks, and from where.
    ///   - scenario: another scenario than the database's own, to try something out on today's list.
    ///   - changes: what is laid over the scenario.
    ///   - weeks: to be forecast; nil is as the scenario says.
    ///   - what: what it is for, for the access log; nil is a forecast, person by person for whoever may see people.
    /// - Throws: ``ForecastingError``.
    public init(
        database: String, now: CivilMinute, by author: Author, _ scenario: ScenarioSource? = nil,
        _ changes: [ScenarioChange] = [], weeks: Int? = nil, for what: String? = nil
    ) throws(ForecastingError) {
        self = try ForecastingError.wrapping {
            let store = try BookingStore.open(at: database)
            defer { try? store.close() }
            return try ServiceToday(store, now: now, by: author, scenario, changes, weeks, what)
        }
    }

    /// People on the list.
    public var people: Int { snapshot.people.count }

    /// Reads a store that is open.
    private init(
        _ store: BookingStore, now: CivilMinute, by author: Author, _ scenario: ScenarioSource?,
        _ changes: [ScenarioChange], _ weeks: Int?, _ what: String?
    ) throws {
        let own = try StoredService.scenario(of: store)
        let context = BookingService.Context(now: now, author: author)
        let loaded = try ServiceToday.scenario(scenario, changes) ?? StoredService.scenario(of: store, changes)
        try ServiceToday.check(loaded.scenario, against: own.scenario)
        let service = BookingService(store, policy: ServicePolicy(own.scenario))
        let seesPeople = try service.may(.seePeople, in: context)
        let firstDay = try store.read { try $0.service() }?.firstDay ?? now.day
        let read = Read(
            snapshot: try service.snapshot(
                what ?? (seesPeople ? "forecast, person by person" : "forecast"), in: context),
            staff: try service.staff(absencesFrom: now.day, in: context), rooms: try service.rooms(in: context),
            own: own.scenario, day: now.day,
            yearBefore: try OwnYearBefore(
                service, from: firstDay, today: now.day, weeks: weeks ?? loaded.scenario.weeks,
                loaded.scenario.standards, in: context),
            changes: (scenario == nil ? try StoredService.text(of: store).changes : []) + changes)
        self.init(read, loaded, seesPeople: seesPeople)
    }

    /// The service as a scenario describes it, with what was read.
    private init(_ read: Read, _ scenario: LoadedScenario, seesPeople: Bool) {
        var (loaded, snapshot) = (scenario, read.snapshot)
        let taken = loaded.scenario.takeOver(read.staff.map(StaffedPost.init), on: read.day, from: read.own)
        snapshot.teams = read.own.teamKeys
        snapshot.posts = read.staff.indices.map { ServiceToday.post(taken.keys[$0], read.staff[$0], on: read.day) }
        snapshot.rooms = ServiceToday.takeOver(read.rooms, &loaded.scenario, from: read.own)
        loaded.scenario.begin(on: read.day)
        self.read = read
        self.loaded = loaded
        self.snapshot = snapshot
        self.seesPeople = seesPeople
        staffNote = StaffWords.sentence(taken)
        yearBefore = read.yearBefore
    }

    /// The same list of today with more changes laid over the scenario; the database is not read again.
    /// - Throws: every fault that was found.
    func changed(_ changes: [ScenarioChange]) throws(ScenarioErrors) -> ServiceToday {
        let changed = try loaded.with(read.changes + changes)
        return ServiceToday(read, changed, seesPeople: seesPeople)
    }

    /// What a database says of a minute.
    private struct Read: Sendable {
        var snapshot: ServiceSnapshot
        var staff: [ClinicianAtDesk]
        var rooms: [Room]
        /// The scenario that the service was made from.
        var own: ServiceScenario
        /// Today.
        var day: CivilDay
        var yearBefore: OwnYearBefore
        /// What is laid over the scenario's own texts.
        var changes: [ScenarioChange]
    }

    private static func scenario(
        _ source: ScenarioSource?, _ changes: [ScenarioChange]
    ) throws(ForecastingError) -> LoadedScenario? {
        guard let source else { return nil }
        do { return try ScenarioLoader.load(source, changes: changes) } catch { throw .scenario(error) }
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
