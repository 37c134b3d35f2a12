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

extension ServiceScenario {
    /// Takes over who works in a service today. Where a clinician is as the service's own scenario says, this scenario
    /// goes on saying it, so that a change of it can be tried out; where not, the clinician stays as they are.
    /// - Parameters:
    ///   - staff: everybody who works there, by index; sorted by team, then step 2 before step 3.
    ///   - day: today.
    ///   - own: the scenario that the service was made from.
    /// - Returns: what stays as it is, by clinician.
    public mutating func takeOver(
        _ staff: [StaffedPost], on day: CivilDay, from own: ServiceScenario
    ) -> [StaffDifference] {
        let posts = Simulation.posts(of: self, on: day)
        let places = PostMatching.places(of: staff, among: posts)
        let described = PostMatching.described(staff, by: own)
        var differences: [StaffDifference] = []
        presentPosts = staff.indices.map { index in
            let known = staff[index]
            var present = PresentPost(
                key: UInt64(known.clinician.team) << 32 | 0xFFFF << 16 | UInt64(index), team: Int(known.clinician.team),
                staff: known.input, clinician: known.clinician, startedOn: known.startedOn)
            present.weeks = known.weeks
            if let place = places[index] {
                present.key = posts[place].key
                present.staff = posts[place].staff.held(by: known, on: day)
            }
            guard let said = described[index], places[index] != nil else {
                present.staff.wte = known.wte
                differences.append(StaffDifference(clinician: index, what: .post))
                return present
            }
            for what in known.differences(from: said) {
                differences.append(StaffDifference(clinician: index, what: what))
            }
            present.follow(known, said)
            return present
        }
        return differences
    }
}

extension PresentPost {
    /// What the scenario said of the post all along, it may say differently now; what it did not say stays.
    fileprivate mutating func follow(_ known: StaffedPost, _ said: StaffedPost) {
        let different = known.differences(from: said)
        if different.contains(.hours) { staff.wte = known.wte }
        if !different.contains(.weeks) { weeks = nil }
        if !different.contains(.caseload) {
            clinician.caseloadCap = Int32(CaseloadRule.cap(perWTE: staff.caseload, wte: staff.wte))
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
        if weeks.usual != said.weeks.usual || weeks.assessment != said.weeks.assessment { found.append(.weeks) }
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
    /// What is said of a post, with the role and the days of whoever holds it.
    fileprivate func held(by known: StaffedPost, on day: CivilDay) -> StaffInput {
        var staff = self
        if staff.role != known.clinician.role { staff.qualify(as: known.clinician.role) }
        staff.from = known.startedOn > day ? known.startedOn : nil
        if staff.until != nil {
            staff.until = known.clinician.lastDay < Clinician.never ? known.clinician.lastDay : nil
        }
        return staff
    }
}

/// Which post of a scenario each clinician holds.
private enum PostMatching {
    /// For each clinician the place of the post among those of a scenario: the first of the same team and role that
    /// nobody has, else the first of a trainee who has qualified since; nil if there is none.
    static func places(of staff: [StaffedPost], among posts: [PostState]) -> [Int?] {
        var places = [Int?](repeating: nil, count: staff.count)
        var isTaken = [Bool](repeating: false, count: posts.count)
        for qualified in [false, true] {
            for (index, known) in staff.enumerated() where places[index] == nil {
                places[index] = posts.indices.first { place in
                    let role = posts[place].staff.role
                    return !isTaken[place] && posts[place].team == Int(known.clinician.team)
                        && (qualified ? role.qualified : role) == known.clinician.role
                }
                if let place = places[index] { isTaken[place] = true }
            }
        }
        return places
    }

    /// What a scenario says of each clinician's post on its first day, when the service was made from it; nil where it
    /// has no such post.
    static func described(_ staff: [StaffedPost], by own: ServiceScenario) -> [StaffedPost?] {
        let posts = Simulation.posts(of: own, on: own.starts)
        let places = places(of: staff, among: posts)
        var snapshot = ServiceSnapshot(taken: own.starts.start)
        for (index, known) in staff.enumerated() {
            guard let place = places[index] else { continue }
            snapshot.posts.append(
                PostSnapshot(key: posts[place].key, role: known.clinician.role, startedOn: posts[place].startedOn))
        }
        let said = Simulation(own, from: snapshot, seed: 1, replication: 0, weeks: 1).staffing()
        return places.map { place in place.map { said[$0] } }
    }
}
