import CareModel
import Experiments
import Forecasting
import Planning
import ScenarioFiles
import ServiceSimulation
import Statistics
import Testing

@testable import ServicePlanning

/// A service's plan as a problem: what may be chosen, what it makes of the scenario, and what a run says.
@Suite struct ServicePlanProblemTests {
    private let all = [
        "first-appointment-within-28-days>=50%@2027-05..2027-07", "access-rate>=5%@2027-05..2027-07",
        "staff-cost<=900000@2027-05..2027-07", "waiting-first-appointment<=today+2@2027-05..2027-07",
        "south:waiting-first-appointment-at-end<=10@2027-05..2027-07", "cost-per-finished-course<=2000",
    ]

    @Test func aRunOfTeamsApartSaysWhatARunOfAllOfThemSays() throws {
        let prepared = try SmallPlan.request(all, vary: ["pwp=-1..4", "hit=0..3", "referrals=0%..40%/20%"]).prepare()
        let (problem, service, days, _) = try SmallPlan.problem(prepared)
        let point = prepared.variables.map { variable in
            variable.name == "north:pwp" ? 2 : variable.name == "south:hit" ? 1 : variable.name == "referrals" ? 2 : 0
        }
        let planned = try #require(service.scenario(point))
        for number in [0, 5] {
            func record(_ scenario: ServiceScenario) -> ReplicationRecord {
                var experiment = Experiment(scenario, seed: 1, replications: 1, threads: 1)
                experiment.runsPartsApart = false
                return experiment.record(replication: number, from: days[0])
            }
            let (plan, now) = (record(planned), record(prepared.loaded.scenario))
            let values = problem.run(point, number)
            #expect(values.count == prepared.targets.count)
            for (target, value) in zip(prepared.targets, values) {
                func sums(_ record: ReplicationRecord, _ weeks: Range<Int>) throws -> MeasureSums {
                    try #require(record.sums(target.count, teams: target.teams, weeks: weeks, of: planned))
                }
                let whole = target.value(try sums(plan, target.weeks), today: try sums(now, target.weeksOfToday))
                #expect(abs(value - whole) <= 1e-9 * max(1, abs(whole)), "\(target.title)")
            }
            #expect(problem.run(point, number) == values)
        }
    }

    @Test func postsBeginAsFastAsTheServiceCanHire() throws {
        let prepared = try SmallPlan.request(["access-rate>=5%"], vary: ["north:pwp=0..4"]).prepare()
        let service = PlannedService(prepared.loaded, changes: [], variables: prepared.variables, hiresAQuarter: nil)
        let pace = HiringPace(
            .wellbeingPractitioner, of: prepared.loaded.scenario.teams[0], starts: prepared.loaded.scenario.starts,
            told: nil)
        // Two posts of which half a year leave: one in a quarter of nineteen in twenty.
        #expect(pace.postsAQuarter == 1 && pace.firstDay.description == "2027-01-18")
        let planned = try #require(service.scenario([3]))
        let hired = planned.teams[0].staff.filter { $0.from != nil }
        #expect(hired.map(\.from) == [pace.firstDay, pace.firstDay + 91, pace.firstDay + 182])
        #expect(hired.allSatisfy { $0.count == 1 && $0.wte == 1 && $0.role == .wellbeingPractitioner })
        #expect(planned.teams[1].staff == prepared.loaded.scenario.teams[1].staff)
        #expect(pace.most(before: pace.firstDay) == 0 && pace.most(before: pace.firstDay + 1) == 1)
        #expect(pace.most(before: pace.firstDay + 92) == 2)
    }

    @Test func fewerPostsAreThoseOfWhoeverCameLast() throws {
        let prepared = try SmallPlan.request(["access-rate>=5%"], vary: ["north:pwp=-2..0@2027-03"]).prepare()
        let service = PlannedService(prepared.loaded, changes: [], variables: prepared.variables, hiresAQuarter: nil)
        let planned = try #require(service.scenario([-1]))
        let staff = planned.teams[0].staff[0]
        let last = CivilDay("2027-02-28")
        #expect(staff.count == 2 && staff.changes == [StaffChange(member: 1, lastDay: last)])
        #expect(throws: ServicePlanningError.self) {
            try SmallPlan.request(["access-rate>=5%"], vary: ["north:pwp=-3..0"]).prepare()
        }
    }

    @Test func traineesQualifyAfterTheirYear() throws {
        let prepared = try SmallPlan.request(["access-rate>=5%"], vary: ["south:trainee-pwp=0..2@2027-02-01"]).prepare()
        let service = PlannedService(prepared.loaded, changes: [], variables: prepared.variables, hiresAQuarter: nil)
        let planned = try #require(service.scenario([2]))
        let hired = try #require(planned.teams[1].staff.last)
        #expect(hired.role == .traineeWellbeingPractitioner && hired.count == 2)
        #expect(hired.from == CivilDay("2027-02-01") && hired.qualifies == CivilDay("2028-01-31"))
    }

    @Test func whatMayBeChosenSuitsTheTargets() throws {
        let waits = try SmallPlan.request(["first-appointment-within-28-days>=90%"]).prepare()
        #expect(waits.variables.map(\.name) == ["north:pwp", "south:pwp", "north:hit", "south:hit"])
        let access = try SmallPlan.request(["south:access-rate>=20%"]).prepare()
        #expect(access.variables.map(\.name) == ["south:pwp", "south:hit", "referrals"])
        #expect(access.targets.map(\.reason) == [.asked, .guarding, .guarding, .guarding])
        #expect(
            access.targets.dropFirst().map(\.target.measure)
                == ["weeks-to-first-appointment", "weeks-to-low-intensity", "weeks-to-high-intensity"])
        #expect(access.targets.allSatisfy { $0.teams == [1] })
    }

    /// A wait of many weeks is not told to the day: hundreds of runs would be spent on what nobody feels.
    @Test func waitsAreHeldAsNearlyAsRunsCanTell() throws {
        let long = [
            ScenarioChange(key: "teams.south.initial", value: "{ waiting-first-appointment: 4, waiting-high: 60 }")
        ]
        let request = PlanRequest(SmallPlan.source, changes: long, targets: ["south:access-rate>=5%"])
        let prepared = try request.prepare()
        let scenario = prepared.loaded.scenario
        let experiment = Experiment(scenario, seed: 1, replications: 4, threads: 2)
        let days = try #require(StartingPoint.make(for: experiment)).days
        let records = (0..<4).map { experiment.record(replication: $0, from: days[0]) }
        let guards = prepared.targets.filter { $0.reason == .guarding }.map { $0.held(against: records, of: scenario) }
        func wait(_ target: ResolvedTarget, _ weeks: Range<Int>) -> [Double] {
            records.compactMap {
                $0.sums(target.count, teams: [1], weeks: weeks, of: scenario)?.value(target.count, weeks: weeks.count)
            }
        }
        let today = guards.map { wait($0, 0..<13).reduce(0, +) / 4 }
        let luck = guards.map { target in
            Summary(zip(wait(target, target.weeks), wait(target, 0..<13)).map { $0 - $1 }).standardDeviation
        }
        let allowances = guards.map(\.allowance)
        #expect(today[0] < 6 && today[2] > 20, "\(today)")
        for place in guards.indices {
            let most = max(0.3, today[place] / 20, luck[place] / 4)
            #expect(abs(allowances[place] - most) <= 0.0501, "\(today) \(luck) \(allowances)")
        }
        // As today's or shorter is good without doubt; longer by twice the allowance is not.
        #expect(guards.map(\.tolerance) == allowances.map { 2 * $0 })
        #expect(guards.map(\.atLeast) == allowances.map { -2 * $0 })
        // What was asked for is as it was asked.
        #expect(prepared.targets[0].tolerance == nil)
    }

    /// RF-2: nobody is called in before there is somebody to see them, and nobody who came before is lost.
    @Test func referralsComeStepByStepUntilTheDaysOfTheTarget() throws {
        func referrals(_ target: String) throws -> ReferralInput {
            var request = SmallPlan.request([target], vary: ["referrals=0%..50%/50%"])
            request.letsWaitsMove = true
            let prepared = try request.prepare()
            let service = PlannedService(
                prepared.loaded, changes: [], variables: prepared.variables, hiresAQuarter: nil)
            #expect(try #require(service.scenario([0])).teams[0].referrals == service.unchanged.teams[0].referrals)
            return try #require(service.scenario([1])).teams[0].referrals
        }
        let starts = try #require(CivilDay("2026-11-23"))
        let usual = try referrals("access-rate>=5%")
        #expect(usual.perWeek == 14 && usual.growth == 0.5 && usual.growthWeeks == 20)
        #expect(abs(usual.growth(on: starts, from: starts) - 1.025) < 1e-12)
        #expect(abs(usual.growth(on: starts + 69, from: starts) - 1.265) < 0.01)
        #expect(usual.growth(on: starts + 19 * 7, from: starts) == 1.5)
        #expect(usual.growth(on: starts + 300, from: starts) == 1.5)
        // A target of the first day leaves no time.
        let atOnce = try referrals("access-rate>=5%@2026-11-23..2027-05-30")
        #expect(atOnce.growth(on: starts, from: starts) == 1.5)
        // What grows already grows on with it, over the longer of both times.
        var twice = usual
        twice.grow(by: 0.1, over: 5)
        #expect(abs(twice.growth - 0.65) < 1e-12 && twice.growthWeeks == 20)
    }

    /// More referrals on top of a scenario's growth stop where a scenario ends, so that every plan can be written.
    @Test(arguments: [
        (10.0, "referrals=0%..60%/5%", 0...0), (9.0, "referrals=0%..60%/5%", 0...2),
        (4.5, "referrals=0%..100%/50%", 0...2), (-0.98, "referrals=-90%..0%/10%", 4...9),
    ])
    func referralsStayWithinWhatAScenarioCanHave(growth: Double, choice: String, range: ClosedRange<Int>) throws {
        let grown = [ScenarioChange(key: "teams.north.referrals.growth", value: "\(growth)")]
        var request = PlanRequest(SmallPlan.source, changes: grown, targets: ["access-rate>=5%"])
        request.variations = [choice]
        request.settings.weeks = 400
        let prepared = try request.prepare()
        #expect(prepared.variables.map(\.range) == [range])
        let service = PlannedService(
            prepared.loaded, changes: grown, variables: prepared.variables, hiresAQuarter: nil)
        for end in [range.lowerBound, range.upperBound] {
            let text = try #require(ServicePlanOutcome.text(of: [end], prepared, service))
            let read = try ScenarioLoader.load(.text(text)).scenario
            #expect(read.teams.allSatisfy { $0.referrals.canGrowSo })
        }
    }

    @Test func referralsThatCannotGrowAreRefused() throws {
        let grown = [ScenarioChange(key: "teams.north.referrals.growth", value: "10")]
        for (choice, words) in [("referrals=10%..60%", "-99% to 0% more"), ("north:referrals=5%..10%", "0% more")] {
            var request = PlanRequest(SmallPlan.source, changes: grown, targets: ["access-rate>=5%"])
            request.variations = [choice]
            do throws(ServicePlanningError) {
                _ = try request.prepare()
                Issue.record("\(choice) was taken")
            } catch {
                #expect("\(error)".contains(words), "\(error)")
            }
        }
        // What two choices ask together beyond that is no plan.
        var request = PlanRequest(SmallPlan.source, targets: ["access-rate>=5%"])
        request.variations = ["referrals=0%..900%/900%", "north:referrals=0%..900%/900%"]
        let prepared = try request.prepare()
        let service = PlannedService(prepared.loaded, changes: [], variables: prepared.variables, hiresAQuarter: nil)
        #expect(
            service.scenario([1, 0]) != nil && service.scenario([0, 1]) != nil && service.scenario([1, 1]) == nil)
    }

    @Test func moreChoicesThanRunsCanTellApartAreRefused() throws {
        let many = (1...16).map { "pwp=0..1@2027-02-\($0 < 10 ? "0" : "")\($0)" }
        let few = try SmallPlan.request(["access-rate>=5%"], vary: Array(many.dropLast())).prepare()
        #expect(few.variables.count == 30)
        do throws(ServicePlanningError) {
            _ = try SmallPlan.request(["access-rate>=5%"], vary: many).prepare()
            Issue.record("32 choices were taken")
        } catch {
            #expect("\(error)".contains("32 choices") && "\(error)".contains("north:pwp"))
        }
    }

    @Test func everythingThatIsWrongIsSaidAtOnce() throws {
        var request = SmallPlan.request(
            [
                "access-rat>=5%", "east:access-rate>=5%", "recovery>=7", "first-appointment-wait-p90<=30",
                "access-rate>=5%@2031",
            ], vary: ["west:pwp=0..2", "nonsense.key=0..1/0.5", "pwp=0..2@2031-01"])
        request.budget = 1
        request.hiresAQuarter = 0
        do throws(ServicePlanningError) {
            _ = try request.prepare()
            Issue.record("it was taken")
        } catch {
            guard case .faults(let faults) = error else {
                Issue.record("\(error)")
                return
            }
            let words = faults.map(\.description)
            #expect(faults.count == 10, "\(words)")
            for part in [
                "near it: access-rate", "no team east", "is a share", "distribution", "not within the forecast",
                "no team west", "nonsense", "2031-01-01 is not within", "100 to", "1 to 999",
            ] {
                #expect(words.contains { $0.contains(part) }, "\(part): \(words)")
            }
        }
    }

    @Test func aPlanIsWrittenAsAScenarioThatIsThePlan() throws {
        var request = SmallPlan.request(
            ["first-appointment-wait-mean<=1"],
            vary: [
                "north:pwp=2..2", "south:hit=-1..-1@2027-03", "referrals=5%..10%", "attendance.reminders=false..true",
            ])
        request.letsWaitsMove = true
        let prepared = try request.prepare()
        let service = PlannedService(prepared.loaded, changes: [], variables: prepared.variables, hiresAQuarter: nil)
        let point = prepared.variables.map(\.range.upperBound)
        let text = try #require(ServicePlanOutcome.text(of: point, prepared, service))
        let read = try ScenarioLoader.load(.text(text)).scenario
        let planned = try #require(service.scenario(point))
        #expect(read.teams.map(\.staff) == planned.teams.map(\.staff))
        #expect(read.teams.map(\.practice) == planned.teams.map(\.practice))
        for (one, other) in zip(read.teams, planned.teams) {
            #expect(abs(one.referrals.growth - other.referrals.growth) < 1e-6)
            #expect(one.referrals.growthWeeks == other.referrals.growthWeeks)
            #expect(one.referrals.growth > 0.09 && one.referrals.growthWeeks == 20)
        }
        #expect(read.teamKeys == planned.teamKeys)
    }
}
