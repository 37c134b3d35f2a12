/// Where the teams, posts and rooms of a snapshot are in a service that starts from it.
public struct SnapshotPlaces: Sendable, Equatable {
    /// The index of each team; nil for one that the service does not have.
    public var teams: [Int?]
    /// The index of each post; nil for one of a team that the service does not have.
    public var posts: [Int?]
    /// The index of each room; nil for one that the service does not have.
    public var rooms: [Int?]
    /// Teams of the service.
    public var teamCount: Int

    /// Places in a service whose teams, posts and rooms have these keys. A list of the snapshot that is empty stands
    /// for the service's own.
    public init(of snapshot: ServiceSnapshot, teams: [UInt64], posts: [UInt64], rooms: [UInt64]) {
        teamCount = teams.count
        self.teams = SnapshotPlaces.find(snapshot.teams, among: teams)
        self.posts = SnapshotPlaces.find(snapshot.posts.map(\.key), among: posts)
        self.rooms = SnapshotPlaces.find(snapshot.rooms, among: rooms)
    }

    private static func find(_ wanted: [UInt64], among keys: [UInt64]) -> [Int?] {
        if wanted.isEmpty { return Array(keys.indices) }
        var places: [UInt64: Int] = [:]  // lookup only
        for (place, key) in keys.enumerated() { places[key] = place }
        return wanted.map { places[$0] }
    }

    /// Whether everything is where it was.
    var changesNothing: Bool {
        func isInPlace(_ places: [Int?]) -> Bool { places.enumerated().allSatisfy { $0 == $1 } }
        return teams.count == teamCount && isInPlace(teams) && isInPlace(posts) && isInPlace(rooms)
    }
}

extension ServiceSnapshot {
    /// The same day with the places of a service that starts from it: its teams, its posts, its rooms.
    ///
    /// The people of a team that the service does not have are no part of it; an appointment in a room that it does not
    /// have has none. What is to come in the same run is no part of it either: another service has another luck.
    /// Everybody who is with a clinician must have a place with them: who is gone hands over once the
    /// service has begun (CL-7). O(people).
    public func seated(in places: SnapshotPlaces) -> ServiceSnapshot {
        if places.changesNothing { return self }
        var seated = ServiceSnapshot(taken: taken)
        seated.people = people.compactMap { $0.seated(in: places) }
        let known = Set(seated.people.map(\.key))  // lookup only
        seated.posts = posts.compactMap { post in
            var post = post
            guard let team = places.team(post.team) else { return nil }
            post.team = team
            return post
        }
        seated.appointments = appointments.compactMap { appointment in
            var appointment = appointment
            guard known.contains(appointment.person), let clinician = places.post(appointment.clinician) else {
                return nil
            }
            appointment.clinician = clinician
            appointment.room = places.room(appointment.room)
            return appointment
        }
        seated.blocked = blocked.compactMap { time in
            places.post(time.clinician).map { OwnWork(clinician: $0, day: time.day, hours: time.hours) }
        }
        seated.closedRooms = closedRooms.compactMap { closed in
            let room = places.room(Int32(clamping: closed.room))
            return room < 0 ? nil : RoomClosure(room: Int(room), first: closed.first, last: closed.last)
        }
        seated.groups = groups.compactMap { group in
            var group = group
            guard let team = places.team(group.facts.team) else { return nil }
            group.facts.team = team
            group.facts.facilitators = group.facts.facilitators.compactMap { places.post(Int32($0)).map { Int($0) } }
            return group
        }
        seated.lastAssessmentWeek = places.byTeam(lastAssessmentWeek, else: nil)
        seated.firstShares = places.byTeam(firstShares, else: [])
        seated.employment = places.byTeam(employment, else: EmploymentSnapshot(supported: 0, waitingSince: []))
        seated.former = former.compactMap { person in
            var person = person
            guard let team = places.team(Int(person.referral.team)) else { return nil }
            person.referral.team = UInt8(truncatingIfNeeded: team)
            return person
        }
        seated.running = running?.seated(in: places)
        return seated
    }
}

extension ServiceSnapshot {
    /// Two services of one day as one: the teams, posts and rooms of the other come after this one's. O(people).
    public func joined(with other: ServiceSnapshot) -> ServiceSnapshot {
        var after = SnapshotPlaces(of: other, teams: other.teams, posts: other.posts.map(\.key), rooms: other.rooms)
        after.teams = other.teams.indices.map { $0 + teams.count }
        after.posts = other.posts.indices.map { $0 + posts.count }
        after.rooms = other.rooms.indices.map { $0 + rooms.count }
        after.teamCount = teams.count + other.teams.count
        let second = other.seated(in: after)
        let counts = (teams.count, other.teams.count)
        func byTeam<Known>(_ own: [Known], _ others: [Known], else nothing: Known) -> [Known] {
            joinedByTeam(own, others, else: nothing, counts)
        }
        var both = self
        both.teams += other.teams
        both.rooms += other.rooms
        both.posts += second.posts
        both.people += second.people
        both.appointments = (appointments + second.appointments).sorted {
            ($0.start, $0.clinician) < ($1.start, $1.clinician)
        }
        both.blocked += second.blocked
        both.closedRooms += second.closedRooms
        both.groups += second.groups
        both.lastAssessmentWeek = byTeam(lastAssessmentWeek, second.lastAssessmentWeek, else: nil)
        both.firstShares = byTeam(firstShares, second.firstShares, else: [])
        both.employment = byTeam(
            employment, second.employment, else: EmploymentSnapshot(supported: 0, waitingSince: []))
        both.former = (former + second.former).sorted(by: FormerPerson.comesSooner)
        both.running = running.flatMap { one in second.running.map { one.joined(with: $0, counts) } }
        both.coming = nil
        return both
    }
}

extension Person {
    /// The same person, with the places of a service; nil if it does not have the team.
    fileprivate func seated(in places: SnapshotPlaces) -> Person? {
        var person = self
        guard let team = places.team(Int(referral.team)) else { return nil }
        person.referral.team = UInt8(truncatingIfNeeded: team)
        person.episode.clinician = places.post(episode.clinician) ?? -1
        person.facts.assessor = facts.assessor.flatMap(places.post)
        return person
    }
}

extension SnapshotPlaces {
    func team(_ place: Int) -> Int? { teams.indices.contains(place) ? teams[place] : nil }

    fileprivate func post(_ place: Int32) -> Int32? {
        posts.indices.contains(Int(place)) ? posts[Int(place)].map { Int32($0) } : nil
    }

    fileprivate func room(_ place: Int32) -> Int32 {
        rooms.indices.contains(Int(place)) ? rooms[Int(place)].map { Int32($0) } ?? -1 : -1
    }

    /// What is known of each team, by the service's index; nothing where nothing is known of any.
    func byTeam<Known>(_ known: [Known], else nothing: Known) -> [Known] {
        guard !known.isEmpty else { return [] }
        var placed = [Known](repeating: nothing, count: teamCount)
        for (place, value) in known.enumerated() {
            if let team = team(place) { placed[team] = value }
        }
        return placed
    }
}
