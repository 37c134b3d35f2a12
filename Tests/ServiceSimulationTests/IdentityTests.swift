import Allocation
import CareModel
import Diaries
import Testing

@testable import ServiceSimulation

/// Everybody is who their name says, wherever they stand in a list (design: identity, never position).
@Suite struct IdentityTests {
    /// A change of one team, and what of the service it may touch.
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Whether the team itself may become another.
        let changesTeam: Bool
        let make: @Sendable (inout ServiceScenario, Int) -> Void

        init(_ name: String, changesTeam: Bool = true, _ make: @escaping @Sendable (inout ServiceScenario, Int) -> Void)
        {
            testDescription = name
            self.changesTeam = changesTeam
            self.make = make
        }
    }

    static let changes: [Change] = [
        Change("one more of step 2") { $0.teams[$1].staff[0].count += 1 },
        Change("one more of step 3") { $0.teams[$1].staff[3].count += 1 },
        Change("one less of step 2") { $0.teams[$1].staff[0].count -= 1 },
        Change("one less of step 3") { $0.teams[$1].staff[3].count -= 1 },
        Change("nobody of a role") { $0.teams[$1].staff.remove(at: 1) },
        Change("another role") { $0.teams[$1].staff[0].role = .seniorWellbeingPractitioner },
        Change("a new group in front") { scenario, team in
            scenario.teams[team].staff.insert(SampleService.staff(.traineeWellbeingPractitioner, count: 2), at: 0)
        },
        Change("other hours and caps") { scenario, team in
            scenario.teams[team].staff[0].wte = 0.6
            scenario.teams[team].staff[3].caseloadPerWTE = 20
        },
        Change("somebody leaves on a date") { $0.teams[$1].staff[0].until = $0.starts + 30 },
        Change("fewer rooms") { $0.teams[$1].rooms.perVenue = [1] },
        Change("a lever more") { scenario, team in
            scenario.levers.insert(
                Lever(name: "more", teams: [team]) { $0.contact.declines = 0.5 }, at: 0)
        },
        Change("no courses in groups") { $0.teams[$1].practice.groups.rule.isOn = false },
        Change("more referrals") { $0.teams[$1].referrals.perWeek = 40 },
        Change("another name") { $0.teams[$1].name = "elsewhere" },
        Change("the team is gone") { scenario, team in scenario = scenario.only([0, 1, 2].filter { $0 != team }) },
        Change("a new title", changesTeam: false) { $0.teams[$1].title = "Another title" },
        Change("its groups the other way round", changesTeam: false) { $0.teams[$1].staff.reverse() },
        Change("the team first", changesTeam: false) { scenario, team in
            scenario = scenario.only([team] + [0, 1, 2].filter { $0 != team })
        },
        Change("the team last", changesTeam: false) { scenario, team in
            scenario = scenario.only([0, 1, 2].filter { $0 != team } + [team])
        },
        Change("another team before it", changesTeam: false) { scenario, team in
            scenario.teams.insert(SampleService.team("newcomers", referralsPerWeek: 20), at: team)
            for lever in scenario.levers.indices {
                scenario.levers[lever].teams = scenario.levers[lever].teams.map { $0 >= team ? $0 + 1 : $0 }
            }
        },
    ]

    /// From one first day, whatever is changed of a team touches nobody of another, person by person, minute by minute.
    @Test(arguments: changes, [0, 1, 2])
    func aChangeStaysInItsTeam(change: Change, team: Int) {
        let scenario = IdentityService.scenario()
        let snapshot = Self.firstDay
        let before = IdentityService.stories(scenario, from: snapshot)
        var changed = scenario
        change.make(&changed, team)
        let after = IdentityService.stories(changed, from: snapshot)
        for place in scenario.teams.indices where place != team || !change.changesTeam {
            let name = scenario.teams[place].name
            #expect((before[name]?.count ?? 0) > 200)
            #expect(before[name] == after[name], "\(change.testDescription), team \(team): \(name)")
        }
        if change.changesTeam {
            let name = scenario.teams[team].name
            #expect(before[name] != after[name], "\(change.testDescription) changes nothing in \(name)")
        }
    }

    private static let firstDay = IdentityService.firstDay(IdentityService.scenario())

    /// A service that is written in another order grows into the same first day, and says so of everybody.
    @Test func theOrderOfWritingIsNoMatterFromTheStart() {
        let scenario = IdentityService.scenario()
        var other = scenario.only([2, 0, 1])
        for team in other.teams.indices { other.teams[team].staff.reverse() }
        let one = IdentityService.stories(scenario, from: Self.firstDay)
        #expect(one == IdentityService.stories(other, from: IdentityService.firstDay(other)))
        for origin in [scenario, other] {
            let list = InitialList.snapshot(of: origin, seed: 3)
            #expect(
                list.people.map(\.key).sorted()
                    == InitialList.snapshot(of: scenario, seed: 3).people.map(\.key).sorted())
        }
    }

    /// One more of a role leaves the days off, the leave and the training of everybody else of the team as they were,
    /// and of duty takes some days and moves none.
    @Test(arguments: [0, 3])
    func aHireTakesNobodysWeekOrLeave(group: Int) {
        let scenario = IdentityService.scenario()
        var hired = scenario
        hired.teams[1].staff[group].count += 1
        let (before, after) = (weeks(scenario), weeks(hired))
        #expect(after.count == before.count + 1)
        for (key, week) in before {
            #expect(after[key]?.leave == week.leave && after[key]?.sex == week.sex)
            #expect(after[key]?.weekdays == week.weekdays)
            let kept = after[key]?.duty ?? []
            #expect(kept.isSubset(of: week.duty), "a day of duty has moved")
        }
    }

    private struct Known: Equatable {
        var leave: [Absence] = []
        var duty: Set<CivilDay> = []
        var weekdays: [Bool] = []
        var sex = Sex.unknown
    }

    private func weeks(_ scenario: ServiceScenario) -> [UInt64: Known] {
        let empty = ServiceSnapshot(taken: scenario.starts.start)
        let simulation = Simulation(scenario, from: empty, seed: 2, replication: 1, weeks: 1)
        var known: [UInt64: Known] = [:]
        for clinician in simulation.workforce.posts.indices {
            var one = Known()
            one.sex = simulation.desk.capacity.clinicians[clinician].sex
            let week = simulation.desk.capacity.week(clinician, isAssessment: false)
            one.weekdays = Weekday.allCases.map { !week.bookable($0).isEmpty }
            for offset in 0..<Int32(60) {
                let day = scenario.starts + offset
                if simulation.desk.capacity.absence(clinician, on: day).contains(.duty) { one.duty.insert(day) }
            }
            for absence in simulation.desk.capacity.absences(clinician, from: scenario.starts) {
                let reason = absence.reason.subtracting(.duty)
                for day in absence.first.number...absence.last.number where !reason.isEmpty {
                    let day = CivilDay(number: day)
                    one.leave.append(Absence(first: day, last: day, reason: reason))
                }
            }
            known[simulation.workforce.posts[clinician].key] = one
        }
        return known
    }

    /// Two groups of one role keep apart, whichever is written first, and a name keeps a group what it is.
    @Test func groupsOfOneRole() {
        var scenario = IdentityService.scenario()
        var part = SampleService.staff(.wellbeingPractitioner, count: 2, wte: 0.6)
        scenario.teams[0].staff.append(part)
        let keys = Simulation.postKeys(of: scenario)
        #expect(Set(keys).count == keys.count)
        var other = scenario
        other.teams[0].staff.reverse()
        #expect(Simulation.postKeys(of: other) == keys)
        part.from = scenario.starts + 100
        part.name = "joiners"
        scenario.teams[0].staff[scenario.teams[0].staff.count - 1] = part
        let named = Simulation.postKeys(of: scenario)
        #expect(Set(named).count == named.count)
        scenario.teams[0].staff[scenario.teams[0].staff.count - 1].wte = 1
        scenario.teams[0].staff[scenario.teams[0].staff.count - 1].from = nil
        #expect(Set(Simulation.postKeys(of: scenario)) == Set(named))
    }
}
