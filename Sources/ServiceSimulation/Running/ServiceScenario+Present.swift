import Allocation
public import CareModel

/// How a clinician of a database differs from what the database's own scenario says of the post.
public struct StaffDifference: Equatable, Sendable {
    /// Index of the clinician.
    public var clinician: Int
    /// In what.
    public var what: What

    /// In what a clinician differs.
    public enum What: UInt8, CaseIterable, Sendable {
        /// The scenario has no such post.
        case post
        /// When appointments may be booked.
        case weeks
        /// The most people on the caseload.
        case caseload
        /// The therapies, or people under 18.
        case training
        /// The contracted hours.
        case hours
    }
}

/// Who of a service works on in a forecast of it.
public struct StaffTakenOver: Equatable, Sendable {
    /// Who each clinician is, by index (``StableKey``): a snapshot names posts by it.
    public var keys: [UInt64] = []
    /// What stays as the database has it, by clinician.
    public var differences: [StaffDifference] = []
    /// Posts that the scenario has, the service's own had not, and nobody in the database holds: they begin today.
    public var hired = 0
    /// Clinicians whose posts the scenario does not have any more: they hand over today (CL-7).
    public var gone: [Int] = []
    /// Posts of the service's own scenario that nobody in the database holds.
    public var unfilled = 0
}

extension ServiceScenario {
    /// Takes over who works in a service today. Where a clinician is as the service's own scenario says, this scenario
    /// goes on saying it, so that a change of it can be tried out; where not, the clinician stays as they are. A post
    /// that only this scenario has is hired for, and one that only the service's own has is given up.
    /// - Parameters:
    ///   - staff: everybody who works there, by index, with the teams of `own`.
    ///   - day: today.
    ///   - own: the scenario that the service was made from; its teams are this scenario's, in any order.
    /// - Returns: who works on, and what stays as it is.
    public mutating func takeOver(
        _ staff: [StaffedPost], on day: CivilDay, from own: ServiceScenario
    ) -> StaffTakenOver {
        let matching = PostMatching(staff, own: own, now: self, on: day)
        let described = matching.described(staff, by: own)
        let teams = teamKeys
        var taken = StaffTakenOver(keys: matching.keys, hired: matching.hired.count)
        taken.unfilled = matching.unfilled
        var present: [PresentPost] = []
        for (index, known) in staff.enumerated() {
            guard let team = matching.team(of: known, among: teams), !matching.isGone[index] else {
                taken.gone.append(index)
                continue
            }
            var post = PresentPost(
                key: matching.keys[index], team: team, staff: known.input, clinician: known.clinician,
                startedOn: known.startedOn)
            post.clinician.team = Int32(team)
            post.number = index
            post.weeks = known.weeks
            post.hours = known.hours
            if let place = matching.places[index] {
                post.staff = matching.posts[place].staff.held(
                    by: known, untilAllAlong: matching.ownUntil(of: index), on: day)
                post.clinician.leave(on: post.staff.until)
                post.number = matching.posts[place].number
            }
            if let said = described[index], matching.places[index] != nil {
                for what in known.differences(from: said) {
                    taken.differences.append(StaffDifference(clinician: index, what: what))
                }
                post.follow(known, said)
            } else {
                post.staff.wte = known.wte
                taken.differences.append(StaffDifference(clinician: index, what: .post))
            }
            present.append(post)
        }
        presentPosts = present
        hiredPosts = matching.hired
        return taken
    }
}

extension PresentPost {
    /// What the scenario said of the post all along, it may say differently now; what it did not say stays.
    fileprivate mutating func follow(_ known: StaffedPost, _ said: StaffedPost) {
        let different = known.differences(from: said)
        if different.contains(.hours) { staff.wte = known.wte }
        if !different.contains(.weeks) { weeks = nil }
        if !different.contains(.caseload) {
            clinician.caseloadCap = Int32(staff.caseloadCap)
        }
        if !different.contains(.training) {
            clinician.trainedIn = staff.trainedIn
            clinician.seesUnder18 = staff.seesUnder18
        }
    }
}

extension StaffedPost {
    /// In what a clinician differs from what is said of the post.
    fileprivate func differences(from said: StaffedPost) -> [StaffDifference.What] {
        var found: [StaffDifference.What] = []
        if weeks.usual != said.weeks.usual || weeks.assessment != said.weeks.assessment || !hours.isEmpty {
            found.append(.weeks)
        }
        if clinician.caseloadCap != said.clinician.caseloadCap { found.append(.caseload) }
        if clinician.trainedIn != said.clinician.trainedIn || clinician.seesUnder18 != said.clinician.seesUnder18 {
            found.append(.training)
        }
        if abs(wte - said.wte) >= 0.005 { found.append(.hours) }
        return found
    }

    /// A post of nobody but this clinician.
    fileprivate var input: StaffInput {
        var staff = StaffInput()
        staff.role = clinician.role
        staff.wte = wte
        return staff
    }
}

extension StaffInput {
    /// What is said of a post, with the role and the days of whoever holds it. A last day that the service's own
    /// scenario said all along is as the database has it by now; another is tried out, unless it is past: whoever works
    /// there today has not left.
    fileprivate func held(
        by known: StaffedPost, untilAllAlong ownUntil: CivilDay?, on day: CivilDay
    ) -> StaffInput {
        var staff = self
        if staff.role != known.clinician.role { staff.qualify(as: known.clinician.role) }
        staff.from = known.startedOn > day ? known.startedOn : nil
        if let until = staff.until {
            let stored = known.clinician.lastDay < Clinician.never ? known.clinician.lastDay : nil
            let isTriedOut = until != ownUntil && until >= day
            staff.until = isTriedOut ? min(until, stored ?? until) : stored
        }
        return staff
    }
}

extension Clinician {
    /// A last day that is sooner than any known so far.
    fileprivate mutating func leave(on last: CivilDay?) {
        guard let last, last < lastDay else { return }
        lastDay = last
        windsDownFrom = min(windsDownFrom, last)
    }
}

/// Which post of a scenario each clinician holds.
private struct PostMatching {
    /// The posts of the scenario that is tried out.
    let posts: [PostState]
    /// Who each clinician is, by index.
    private(set) var keys: [UInt64] = []
    /// The place of each clinician's post in ``posts``; nil if it has none.
    private(set) var places: [Int?] = []
    /// Whether each clinician's post is one of the service's own that is given up.
    private(set) var isGone: [Bool] = []
    /// The posts that begin today.
    private(set) var hired: [UInt64] = []
    /// Posts of the service's own scenario that nobody holds.
    private(set) var unfilled = 0
    private let ownPosts: [PostState]
    private let ownPlaces: [Int?]
    private let ownTeams: [UInt64]

    /// A clinician holds the service's own post that fits; whoever came since, one that only the scenario now has.
    init(_ staff: [StaffedPost], own: ServiceScenario, now: ServiceScenario, on day: CivilDay) {
        ownTeams = own.teamKeys
        ownPosts = Workforce.posts(of: own, on: own.starts)
        posts = Workforce.posts(of: now, on: day)
        ownPlaces = PostMatching.places(of: staff, among: ownPosts, own: own.teamKeys, own.teamKeys, on: day)
        let ownKeys = Set(ownPosts.map(\.key))  // lookup only
        unfilled = ownPosts.count - ownPlaces.count { $0 != nil }
        let others = posts.indices.filter { !ownKeys.contains(posts[$0].key) }
        let came = staff.indices.filter { ownPlaces[$0] == nil }
        let found = PostMatching.places(
            of: came.map { staff[$0] }, among: others.map { posts[$0] }, own: own.teamKeys, now.teamKeys, on: day)
        places = ownPlaces.map { place in place.flatMap { own in posts.firstIndex { $0.key == ownPosts[own].key } } }
        for (index, place) in zip(came, found) { places[index] = place.map { others[$0] } }
        isGone = staff.indices.map { ownPlaces[$0] != nil && places[$0] == nil }
        for (index, known) in staff.enumerated() {
            let own = ownPlaces[index].map { ownPosts[$0].key } ?? places[index].map { posts[$0].key }
            let team = ownTeams[Int(known.clinician.team)]
            keys.append(own ?? StableKey.of(StableKey.of(team, "clinician"), UInt64(index)))
        }
        let held = Set(keys)  // lookup only
        hired = others.map { posts[$0].key }.filter { !held.contains($0) }
    }

    /// The last day that the service's own scenario says of a clinician's post; nil if it says none.
    func ownUntil(of clinician: Int) -> CivilDay? { ownPlaces[clinician].flatMap { ownPosts[$0].staff.until } }

    /// The index of a clinician's team in a scenario whose teams have these keys; nil if it does not have it.
    func team(of known: StaffedPost, among teams: [UInt64]) -> Int? {
        teams.firstIndex(of: ownTeams[Int(known.clinician.team)])
    }

    /// For each clinician the place of the post: the first of the same team and role that nobody has, else the first of
    /// a trainee who has qualified since; nil if there is none. Those who still work there go first.
    private static func places(
        of staff: [StaffedPost], among posts: [PostState], own ownTeams: [UInt64], _ teams: [UInt64], on day: CivilDay
    ) -> [Int?] {
        var places = [Int?](repeating: nil, count: staff.count)
        var isTaken = [Bool](repeating: false, count: posts.count)
        for hasLeft in [false, true] {
            for qualified in [false, true] {
                for (index, known) in staff.enumerated()
                where places[index] == nil && (known.clinician.lastDay < day) == hasLeft {
                    places[index] = posts.indices.first { place in
                        let role = posts[place].staff.role
                        return !isTaken[place] && teams[posts[place].team] == ownTeams[Int(known.clinician.team)]
                            && (qualified ? role.qualified : role) == known.clinician.role
                    }
                    if let place = places[index] { isTaken[place] = true }
                }
            }
        }
        return places
    }

    /// What a scenario says of each clinician's post on its first day, when the service was made from it; nil where it
    /// has no such post.
    func described(_ staff: [StaffedPost], by own: ServiceScenario) -> [StaffedPost?] {
        var snapshot = ServiceSnapshot(taken: own.starts.start)
        for (index, known) in staff.enumerated() {
            guard let place = ownPlaces[index] else { continue }
            snapshot.posts.append(
                PostSnapshot(
                    key: ownPosts[place].key, team: ownPosts[place].team, role: known.clinician.role,
                    startedOn: ownPosts[place].startedOn))
        }
        let said = Simulation(own, from: snapshot, seed: 1, replication: 0, weeks: 1).staffing()
        return ownPlaces.map { place in place.map { said[$0] } }
    }
}
