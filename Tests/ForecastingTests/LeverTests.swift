import CareModel
import Experiments
import Foundation
import Reporting
import ScenarioFiles
import ServiceSimulation
import Testing

@testable import Forecasting

/// What would help: changes tried beside a forecast.
@Suite struct LeverTests {
    /// Two teams; the north has too few therapists, the south enough of everybody.
    static let text = """
        name: two
        title: Two Teams
        starts: 2026-11-23
        weeks: 15
        start: { origin: list }
        attendance: { did-not-attend-first: 0.15, did-not-attend-treatment: 0.12 }
        teams:
          - name: north
            title: North
            referrals: { per-week: 14, sources: { self: 1 } }
            initial: { waiting-first-appointment: 30, waiting-low: 20, waiting-high: 60, caseload-filled: 0.9 }
            staff:
              - { role: pwp, count: 2 }
              - { role: hit, count: 1, wte: 0.6, modalities: [counselling] }
              - { role: hit, count: 2, modalities: [cbt] }
          - name: south
            title: South
            referrals: { per-week: 6, sources: { self: 1 } }
            initial: { waiting-first-appointment: 6, waiting-low: 2, waiting-high: 2, caseload-filled: 0.2 }
            staff:
              - { role: pwp, count: 3 }
              - { role: senior-hit, count: 3, modalities: [cbt] }
        """

    static let source = ScenarioSource.text(text, name: "two.yaml")

    private func request(_ text: String = LeverTests.text, runs: Int = 8) -> ForecastRequest {
        var request = ForecastRequest(of: .scenario(.text(text, name: "two.yaml")))
        request.length = .replications(runs)
        return request
    }

    private func help(_ request: ForecastRequest) throws -> WhatWouldHelp {
        let prepared = try request.prepare()
        return try prepared.whatWouldHelp(after: try prepared.run())
    }

    /// Each difference is the one that a comparison of the same keys, weeks, runs and seed finds, of the team in which
    /// the change acts, though that team is run alone; counts are a year's.
    /// Those that help most come first, and the threads change nothing.
    @Test func whatEachDoesIsWhatAComparisonFinds() throws {
        var request = request()
        request.settings.threads = 2
        let help = try help(request)
        #expect((3...5).contains(help.levers.count), "\(help.levers.map(\.title))")
        #expect(help.weeks == 15 && help.unsaid.isEmpty && help.levers.allSatisfy { $0.runs == 8 })
        #expect(help.levers.first?.name == "one-more-hit-north", "\(help.levers.map(\.name))")
        var compared = 0
        for lever in help.levers {
            // Each beside the forecast alone: several in one comparison have wider intervals.
            let variant = ComparisonRequest.Variant(
                name: lever.name, changes: lever.changes.map { ScenarioChange(key: $0.key, value: $0.value) })
            var comparison = ComparisonRequest([Self.source], variants: [variant])
            comparison.replications = 8
            comparison.settings.weeks = help.weeks
            let report = try comparison.prepare().run().report()
            let names = MeasureNames([report.scenarios[0].standards])
            for effect in lever.effects {
                let row = try #require(
                    report.rows.first { $0.measure == effect.measure && $0.group.team == lever.team?.name })
                let scale = names[effect.measure]?.growsWithWeeks == true ? 52.0 / 15 : 1
                let (mine, other) = (effect.differences[0], row.differences[0])
                #expect((mine == nil) == (other == nil), "\(lever.name) \(effect.measure)")
                guard let mine, let other else { continue }
                compared += 1
                let pairs = [
                    (mine.mean, other.mean), (mine.ci95.lowerBound, other.ci95.lowerBound),
                    (mine.ci95.upperBound, other.ci95.upperBound),
                ]
                for (one, two) in pairs {
                    #expect(abs(one - two * scale) <= 1e-9 * max(1, abs(one)), "\(lever.name) \(effect.measure)")
                }
            }
        }
        #expect(compared > 40)
        request.settings.threads = 1
        #expect(try self.help(request) == help)
    }

    /// A year is tried at most, of a forecast that is longer: its first weeks are those of a shorter one.
    @Test func theFirstWeeksOfARunAreAShorterRun() throws {
        var request = request(runs: 2)
        let long = try request.prepare().run().result.records
        request.settings.weeks = 13
        let short = try request.prepare().run().result.records
        for (long, short) in zip(long, short) {
            #expect(long.counts.prefix(short.counts.count).elementsEqual(short.counts))
            #expect(long.roleCounts.prefix(short.roleCounts.count).elementsEqual(short.roleCounts))
        }
    }

    /// Nothing is proposed that a service cannot have, or has already, and whatever is proposed can be read.
    @Test func nothingIsProposedThatCannotBe() throws {
        func candidates(_ text: String) throws -> [LeverCandidates.Everywhere] {
            let scenario = try ScenarioLoader.load(.text(text, name: "two.yaml")).scenario
            return LeverCandidates(scenario: scenario, teams: Array(scenario.teams.indices)).all
        }
        func kinds(_ text: String) throws -> [LeverKind] { try candidates(text).map(\.kind) }
        let usual = try candidates(Self.text)
        let therapists = try #require(usual.first { $0.kind == .therapist })
        #expect(therapists.choices.map(\.name) == ["one-more-hit-north"], "the south has none")
        #expect(therapists.changes.map(\.key) == ["teams.north.staff.[3].count"])
        #expect(try !kinds(Self.text).contains { [.noAssessmentWeeks, .largerGroups, .reminders].contains($0) })
        let other = try kinds(
            Self.text.replacingOccurrences(
                of: "teams:\n",
                with: """
                    assessment-week: { is-on: true }
                    groups: { is-on: true }
                    computerised: { is-on: true }
                    case-management: { is-on: true }
                    diary: { follows-demand: true }
                    workforce: { low-leavers-per-year: 0, high-leavers-per-year: 0 }
                    teams:

                    """
            )
            .replacingOccurrences(of: "attendance: {", with: "attendance: { reminders: false,")
            .replacingOccurrences(
                of: "did-not-attend-first: 0.15, did-not-attend-treatment: 0.12",
                with: "did-not-attend-first: 0.01, did-not-attend-treatment: 0.02"))
        for kind in [LeverKind.noAssessmentWeeks, .largerGroups, .reminders] { #expect(other.contains(kind)) }
        for kind in [
            LeverKind.assessmentWeeks, .groups, .computerised, .caseReviews, .followsDemand, .fasterHiring,
            .fewerMissed,
        ] {
            #expect(!other.contains(kind), "\(kind)")
        }
        let nobody = try kinds(
            Self.text.replacingOccurrences(of: "role: pwp", with: "role: senior-pwp").replacingOccurrences(
                of: "role: hit", with: "role: senior-hit"))
        for kind in [LeverKind.practitioner, .therapist] { #expect(!nobody.contains(kind), "\(kind)") }
        var team = TeamScenario()
        let left = LeverKind.allCases.filter { $0.change(of: team, Standards()) != nil }
        #expect(left == [.fewerMissed], "nobody works there")
        team.staff = [StaffInput()]
        team.staff[0].role = .highIntensityTherapist
        for kind in [LeverKind.practitioner, .groups, .computerised] {
            #expect(kind.change(of: team, Standards()) == nil, "\(kind): nobody works at step 2")
        }
        #expect(LeverKind.therapist.change(of: team, Standards())?.keys.first?.key == "staff.hit.count")
    }

    /// The keys of every change are read from text as `--set` reads them, alone and in all teams together, and do what
    /// they say: a post more is one post more.
    @Test(arguments: ["bnssg", "case-management", "ieso", "ltc", "newham", "north-essex", "waitlist-procedure"])
    func everyChangeOfEveryScenarioCanBeRead(_ name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Scenarios").path
        let base = try ScenarioLoader.load(path: "\(folder)/\(name).yaml")
        func posts(_ scenario: ServiceScenario) -> Int { scenario.teams.flatMap(\.staff).reduce(0) { $0 + $1.count } }
        let candidates = LeverCandidates(scenario: base.scenario, teams: Array(base.scenario.teams.indices)).all
        #expect(candidates.count > 8, "\(name)")
        for everywhere in candidates {
            _ = try ScenarioLoader.load(base.source, changes: everywhere.changes)
            for choice in everywhere.choices {
                let changed = try ScenarioLoader.load(base.source, changes: choice.changes)
                let isPost = choice.kind == .practitioner || choice.kind == .therapist
                #expect(posts(changed.scenario) == posts(base.scenario) + (isPost ? 1 : 0), "\(name) \(choice.name)")
            }
        }
        let names = candidates.flatMap(\.choices).map(\.name)
        #expect(Set(names).count == names.count)
    }

    /// What helps more comes before what helps less, by broken promises and by those who wait, of the whole service.
    @Test func rankingFollowsTheEffect() throws {
        let record = try #require(try request(runs: 1).prepare().run().result.records.first)
        let scenario = try ScenarioLoader.load(Self.source).scenario
        let base = LeverSample(record, teams: [0, 1], weeks: 15, of: scenario)
        #expect(base.broken > 0 && base.waiting > 0)
        func score(_ broken: Double, _ waiting: Double) -> Double {
            var changed = base
            changed.broken *= broken
            changed.waiting *= waiting
            return LeverScore.of([changed], base: [base], service: [base])
        }
        #expect(score(1, 1) == 0 && abs(score(0.5, 1) - 0.5) < 1e-12 && abs(score(1, 0.75) - 0.25) < 1e-12)
        #expect(score(0.4, 1) > score(0.5, 1) && score(1, 0.9) > score(1, 1) && score(1.1, 1) < 0)
        // A team's gain counts as much as its part of the service's trouble.
        let north = LeverSample(record, teams: [0], weeks: 15, of: scenario)
        var less = north
        less.broken *= 0.5
        let part = LeverScore.of([less], base: [north], service: [base])
        #expect(abs(part - 0.5 * north.broken / base.broken) < 1e-12)
        var nothing = base
        (nothing.broken, nothing.waiting) = (0, 0)
        #expect(LeverScore.of([nothing], base: [nothing], service: [nothing]) == 0)
    }

    /// One run, one week, and nobody at all: it says what cannot be said.
    @Test func whatCannotBeToldIsSaid() throws {
        #expect(
            try help(request(runs: 1)).unsaid.first?.hasPrefix("It cannot be told from one run:") == true)
        var short = request()
        short.settings.weeks = 1
        #expect(try help(short).unsaid.first?.hasPrefix("It cannot be told from one week:") == true)
        var idle = request(
            Self.text.replacingOccurrences(of: "per-week: 14", with: "per-week: 0")
                .replacingOccurrences(of: "per-week: 6", with: "per-week: 0")
                .replacingOccurrences(
                    of: #"initial: \{[^}]*\}"#, with: "initial: { caseload-filled: 0 }", options: .regularExpression))
        idle.settings.weeks = 13
        let nobody = try help(idle)
        #expect(nobody.levers.allSatisfy { !$0.helps }, "\(nobody.levers.map(\.title))")
    }

    /// A large service is tried where most promises are broken, and says so; whoever asks gets all of it.
    @Test func aLargeServiceIsTriedInPart() throws {
        let request = request()
        let result = try request.prepare().run().result
        let scenario = try ScenarioLoader.load(Self.source).scenario
        func plan(_ kinds: Int, everywhere: Bool = false) -> (plan: LeverPlan?, words: [String]) {
            LeverPlan.made(for: result, of: scenario, kinds: kinds, everywhere: everywhere)
        }
        #expect(plan(17).plan?.teams == [0, 1] && plan(17).words.isEmpty)
        let bounded = plan(100_000)
        #expect(bounded.plan?.teams == [0] && bounded.words.first?.contains("1 of the 2 teams") == true)
        #expect(plan(100_000, everywhere: true).plan?.teams == [0, 1])
        let part = LeverCandidates(scenario: scenario, teams: [0]).all
        #expect(part.allSatisfy { $0.choices.allSatisfy { $0.team == 0 && $0.title.hasSuffix(" in North") } })
    }

    /// A service's own list of today is what each change begins with, too, with its staff as they are.
    @Test func aDatabaseIsTriedFromItsOwnList() throws {
        let database = try SmallDatabase()
        var request = SmallService.request(.service(database.source()))
        request.length = .replications(8)
        request.settings.weeks = 13
        let prepared = try request.prepare()
        let more = try #require(
            try prepared.today?.changed([ScenarioChange(key: "teams.north.staff.pwp.count", value: "3")]))
        #expect(more.staffNote?.contains("1 more clinician") == true)
        #expect(more.snapshot.people.count == prepared.today?.snapshot.people.count)
        let same = try #require(try prepared.today?.changed([]))
        #expect(same.staffNote == prepared.today?.staffNote)
        let told = Notebook<RunProgress>()
        let help = try prepared.whatWouldHelp(after: try prepared.run(), RunWatch(progress: { told.add($0) }))
        #expect(!help.levers.isEmpty)
        guard case .levers(let done, let planned)? = told.values.last else { throw WrongError("no progress") }
        #expect(done == planned)
        let outcome = try prepared.run()
        let error = #expect(throws: ForecastingError.self) {
            _ = try prepared.whatWouldHelp(after: outcome, RunWatch(isCancelled: { true }))
        }
        guard case .cancelled? = error else { throw WrongError("\(String(describing: error))") }
    }
}
