import Allocation
import CareModel
import Testing

@testable import ServiceSimulation

/// A first day that is used with other staff than it was made with.
@Suite struct OtherStaffTests {
    private static let scenario = IdentityService.scenario()
    private static let snapshot = IdentityService.firstDay(scenario)

    private func simulation(_ scenario: ServiceScenario, weeks: Int = 2) -> Simulation {
        var simulation = Simulation(
            scenario, from: Self.snapshot, seed: 5, replication: 3, weeks: weeks, keepsEveryone: true)
        simulation.checksInvariants = true
        return simulation
    }

    /// Who is with a clinician of the first day who is gone is handed over in the first minute, as after every leaver:
    /// nobody is lost, nobody is seen by nobody, and whatever was booked is cancelled by the service (CL-7, AT-10).
    @Test(arguments: [0, 1, 2], [0, 3])
    func whoIsGoneHandsOver(team: Int, group: Int) throws {
        var cut = Self.scenario
        cut.teams[team].staff[group].count -= 1
        let kept = Set(Simulation.postKeys(of: cut))
        let gone = try #require(Self.snapshot.posts.firstIndex { !kept.contains($0.key) })
        let caseload = Self.snapshot.people.filter { $0.episode.state.isOnCaseload && $0.episode.clinician == gone }
        let booked = Self.snapshot.appointments.filter { $0.clinician == gone }
        let isFilled = Self.snapshot.posts[gone].vacantUntil == nil
        #expect(!isFilled || !caseload.isEmpty && !booked.isEmpty)

        var service = simulation(cut)
        let place = try #require(service.workforce.posts.firstIndex { $0.key == Self.snapshot.posts[gone].key })
        #expect(service.workforce.posts[place].isGone && service.caseloads[place] == Int32(caseload.count))
        service.run(until: cut.starts + 1)
        #expect(service.caseloads[place] == 0)
        let record = service.finish()
        #expect(record.total(.handovers, team: team) >= caseload.count)
        for other in [0, 1, 2] where other != team {
            #expect(record.total(.handovers, team: other) == 0)
        }
        for person in service.desk.people.indices {
            #expect(Int(service.desk.people[person].slotClinician) != place)
            #expect(Int(service.desk.episodes[person].clinician) != place)
        }
        #expect(service.desk.episodes.count >= Self.snapshot.people.count)
    }

    /// Fewer clinicians from the same list make the wait longer, and cost less.
    @Test func aCutReadsAsACut() {
        var cut = Self.scenario
        cut.teams[1].staff[0].count = 1
        func total(_ scenario: ServiceScenario, _ counter: Counter) -> Int {
            (0..<4).reduce(0) { sum, replication in
                var service = Simulation(
                    scenario, from: Self.snapshot, seed: 5, replication: UInt32(replication), weeks: 20)
                service.run()
                return sum + service.finish().total(counter, team: 1)
            }
        }
        #expect(total(cut, .firstAppointments) < total(Self.scenario, .firstAppointments))
        #expect(total(cut, .waitingFirstAppointment) > total(Self.scenario, .waitingFirstAppointment))
        #expect(total(cut, .clinicianThousandths) < total(Self.scenario, .clinicianThousandths))
    }

    /// Who is new has nobody's caseload, diary, leave or sickness, and begins as a starter does (CL-8).
    @Test(arguments: [0, 1, 2])
    func whoIsNewStartsEmpty(team: Int) throws {
        var hired = Self.scenario
        hired.teams[team].staff[0].count += 1
        let known = Set(Self.snapshot.posts.map(\.key))
        let service = simulation(hired)
        let new = try #require(service.workforce.posts.firstIndex { !known.contains($0.key) })
        #expect(service.workforce.posts[new].team == team && service.workforce.posts[new].startedOn == hired.starts)
        #expect(service.caseloads[new] == 0)
        #expect(service.bookings.allSatisfy { $0.map { Int($0.clinician) != new } ?? true })
        #expect(service.desk.capacity.clinicians[new].meteredUntil > hired.starts)
        for (place, post) in service.workforce.posts.enumerated() where place != new {
            let before = Self.snapshot.posts.first { $0.key == post.key }
            #expect(post.startedOn == before?.startedOn && post.leavesOn == before?.leavesOn)
        }
    }

    /// Staff who join after the weeks that are run change nothing before, in their own team either.
    @Test func whoIsStillToComeChangesNothing() {
        var late = Self.scenario
        var joiners = SampleService.staff(.wellbeingPractitioner, count: 3)
        joiners.from = late.starts + 40 * 7
        late.teams[1].staff.insert(joiners, at: 0)
        #expect(
            IdentityService.stories(late, from: Self.snapshot)
                == IdentityService.stories(Self.scenario, from: Self.snapshot))
    }

    /// The teams of one day, parted and joined again in another order, live as they would have together.
    @Test func teamsShareNobody() {
        let (first, second) = (Self.scenario.only([0, 2]), Self.scenario.only([1]))
        func part(_ scenario: ServiceScenario) -> ServiceSnapshot {
            var part = Self.snapshot.seated(
                in: SnapshotPlaces(
                    of: Self.snapshot, teams: scenario.teamKeys, posts: Simulation.postKeys(of: scenario),
                    rooms: scenario.roomKeys))
            part.teams = scenario.teamKeys
            part.rooms = scenario.roomKeys
            return part
        }
        let joined = part(first).joined(with: part(second))
        #expect(joined.people.count == Self.snapshot.people.count)
        #expect(part(first).people.count < joined.people.count)
        #expect(
            IdentityService.stories(Self.scenario.only([0, 2, 1]), from: joined)
                == IdentityService.stories(Self.scenario, from: Self.snapshot))
    }
}
