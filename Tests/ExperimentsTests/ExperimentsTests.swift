import CareModel
import Experiments
import ServiceSimulation
import Statistics
import Testing

@Suite("Precision, and what measures are called")
struct ExperimentsTests {
    /// An invented service of two small teams, with a short past.
    private func service(firstDays: Int = 3) -> ServiceScenario {
        var scenario = ServiceScenario()
        scenario.name = "sample"
        scenario.weeks = 8
        scenario.start.warmUpWeeks = 12
        scenario.start.firstDays = firstDays
        scenario.teams = ["river", "hill"].map { name in
            var team = TeamScenario()
            team.name = name
            team.title = name
            team.referrals.perWeek = 8
            team.staff = [Role.wellbeingPractitioner, .highIntensityTherapist].map { role in
                var staff = StaffInput()
                staff.role = role
                staff.count = 2
                staff.seesUnder18 = true
                return staff
            }
            return team
        }
        return scenario
    }

    private func experiment(_ precision: Double, threads: Int, firstDays: Int = 3) -> Experiment {
        var experiment = Experiment(service(firstDays: firstDays), seed: 5, replications: 10, threads: threads)
        experiment.precision = .relative(precision)
        return experiment
    }

    @Test("the precision is that of the intervals that are printed, of the service and of each team")
    func precision() throws {
        for wanted in [0.2, 0.08] {
            let experiment = experiment(wanted, threads: 2)
            let result = try #require(experiment.run())
            #expect(result.reachedPrecision)
            // Each run has a first day of its own, however few the scenario asks for.
            #expect(result.start.days.count == result.records.count)
            var judged = 0
            for measure in result.measures(of: experiment.scenario)
            where measure.name == "first-appointment-wait-mean" && measure.group.people == nil {
                let sample = RunSample(measure.runs, firstDays: result.start.days.count)
                let interval = try #require(sample.interval(within: measure.limits))
                #expect(interval.halfWidth <= wanted * interval.estimate)
                judged += 1
            }
            #expect(judged == 3)
        }
    }

    @Test("the same runs on one thread and on three")
    func threads() throws {
        let one = try #require(experiment(0.08, threads: 1).run())
        let three = try #require(experiment(0.08, threads: 3).run())
        #expect(one.records.count > 10 && one.records.count == three.records.count)
        #expect(one.records.map(\.events) == three.records.map(\.events))
        #expect(one.start.waiting == three.start.waiting && one.start.origin == three.start.origin)
    }

    @Test("first days are at least as many as the scenario asks for, and runs at most as many as may be")
    func firstDays() throws {
        let many = try #require(experiment(0.5, threads: 2, firstDays: 15).run())
        #expect(many.records.count == 15 && many.start.days.count == 15)
        var never = experiment(0.000_1, threads: 2)
        never.mostReplications = 14
        let stopped = try #require(never.run())
        #expect(!stopped.reachedPrecision && stopped.records.count == 14)
    }

    @Test("a warm-up of less than two years has no growth, rather than none")
    func growth() throws {
        let result = try #require(Experiment(service(), seed: 1, replications: 1, threads: 1).run())
        #expect(result.start.origin == .warmUp(weeks: 12, fromLists: false, settledAfter: nil, growthInLastYear: nil))
    }

    private func names(_ change: (inout Standards) -> Void) throws -> [String] {
        var experiment = Experiment(service(), seed: 1, replications: 1, threads: 1)
        change(&experiment.scenario.standards)
        let result = try #require(experiment.run())
        let service = result.measures(of: experiment.scenario).filter { $0.group == ResultGroup() }
        return service.map(\.name)
    }

    @Test("measures are named by the limits in force, each name once")
    func namesOfLimits() throws {
        let usual = try names { _ in }
        for name in [
            "first-appointment-within-28-days", "first-appointment-within-42-days", "first-appointment-within-126-days",
            "first-treatment-within-42-days", "first-treatment-within-126-days", "second-treatment-within-28-days",
            "second-treatment-over-90-days", "perinatal-assessed-within-14-days", "perinatal-treated-within-28-days",
            "first-appointment-breaches-28", "first-appointment-breaches-42", "first-appointment-breaches-126",
        ] {
            #expect(usual.contains(name), "\(name)")
        }
        let other = try names {
            $0.firstAppointmentDays = 21
            $0.nationalFirstDays = 21
            $0.nationalSecondDays = 100
            $0.secondTreatmentLimitDays = 60
        }
        #expect(Set(other).count == other.count && Set(usual).count == usual.count)
        #expect(other.contains("first-appointment-within-21-days") && other.contains("first-appointment-breaches-21"))
        #expect(other.contains("second-treatment-over-60-days") && other.contains("first-treatment-within-100-days"))
        for name in other where name.contains("within") || name.contains("over") || name.contains("breaches") {
            #expect(!name.contains("42") && !name.contains("126") && !name.contains("90"), "\(name)")
        }
    }

    @Test("scenarios that promise other days are compared at the days of each")
    func comparedLimits() throws {
        let base = Experiment(service(), seed: 1, replications: 3, threads: 1)
        var other = base
        other.scenario.standards.firstAppointmentDays = 21
        let result = try #require(Comparison([base, other], sharesFirstDays: true).run())
        let rows = result.measures().filter { $0.group == ResultGroup() }
        #expect(Set(rows.map(\.name)).count == rows.count)
        for (name, measured) in [
            ("first-appointment-within-28-days", [true, false]), ("first-appointment-within-21-days", [false, true]),
            ("first-appointment-within-42-days", [true, true]),
        ] {
            let row = try #require(rows.first { $0.name == name }, "\(name)")
            #expect(row.values.map { $0.contains { $0 != nil } } == measured)
            #expect((result.difference(of: 1, row) != nil) == measured.allSatisfy { $0 })
        }
    }

    @Test("several scenarios have intervals so wide that those of a measure hold all together")
    func comparedTogether() throws {
        let base = Experiment(service(), seed: 1, replications: 4, threads: 2)
        var other = base
        other.scenario.teams[0].referrals.perWeek *= 1.2
        let one = try #require(Comparison([base, other], sharesFirstDays: true).run())
        let three = try #require(Comparison([base, other, base, base], sharesFirstDays: true).run())
        func interval(_ result: ComparisonResult) throws -> ConfidenceInterval {
            let row = try #require(result.measures().first { $0.name == "referrals" && $0.group == ResultGroup() })
            return try #require(result.difference(of: 1, row)).interval
        }
        let (alone, together) = (try interval(one), try interval(three))
        #expect(alone.estimate == together.estimate && alone.upperBound > alone.lowerBound)
        #expect(together.lowerBound < alone.lowerBound && together.upperBound > alone.upperBound)
    }

    @Test("takes the hours of a finished course from what clinicians gave to it, by step, and by who people are")
    func hours() throws {
        var experiment = experiment(1, threads: 2)
        experiment.precision = nil
        experiment.replications = 2
        experiment.scenario.start.warmUpWeeks = 40
        experiment.scenario.measuresGroups = true
        let result = try #require(experiment.run())
        let record = result.records[0]
        func total(_ counter: Counter) -> Int { (0..<2).reduce(0) { $0 + record.total(counter, team: $1) } }
        try #require(total(.cases) > 0)
        #expect(total(.cases) == total(.lowCases) + total(.highCases))
        let measures = result.measures(of: experiment.scenario).filter { $0.name == "hours-per-finished-mean" }
        let ofNobody = measures.filter { $0.group.people == nil }
        #expect(measures.allSatisfy { $0.unit == "hours" } && ofNobody.count == 7)
        #expect(ofNobody[0].group == ResultGroup())
        #expect(ofNobody[0].runs[0] == Double(total(.caseMinutes)) / 60 / Double(total(.cases)))
        #expect(measures.contains { $0.group.people?.characteristic == .sex })
    }

    @Test("the access rate of a group is of the need that is the group's, and that of all is of all")
    func accessOfGroups() throws {
        var experiment = experiment(1, threads: 2)
        experiment.precision = nil
        experiment.replications = 2
        experiment.scenario.measuresGroups = true
        experiment.scenario.start.warmUpWeeks = 30
        for team in experiment.scenario.teams.indices {
            experiment.scenario.teams[team].referrals.ethnicity = [0, 3, 0, 1, 0, 0]
            experiment.scenario.teams[team].referrals.deprivation = [1, 1]
            experiment.scenario.teams[team].population.ethnicity = [0, 0.6, 0, 0.4, 0, 0]
            experiment.scenario.teams[team].population.sexes = [1, 1]
        }
        let result = try #require(experiment.run())
        let rows = result.measures(of: experiment.scenario).filter { $0.name == "access-rate" }
        func rate(_ name: String) throws -> Double {
            let row = try #require(rows.first { $0.group.people?.name == name }, "\(name)")
            return try #require(row.runs[0])
        }
        let whole = try #require(rows.first { $0.group == ResultGroup() }?.runs[0])
        #expect(abs(0.6 * (try rate("white")) + 0.4 * (try rate("asian")) - whole) < 1e-9)
        #expect(try rate("white") > rate("asian"))
        #expect(abs((try rate("female") + rate("male")) / 2 - whole) < 1e-9)
        // Nobody said how many of those in need live where.
        #expect(!rows.contains { $0.group.people?.characteristic == .deprivation })
    }
}
