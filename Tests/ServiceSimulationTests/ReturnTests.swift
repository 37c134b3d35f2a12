import Allocation
import CareModel
import RuleEvidence
import Statistics
import Testing

@testable import ServiceSimulation

/// People who come back (TX-14): the same person in a new episode, after some time, with earlier courses counted.
@Suite struct ReturnTests {
    private static func scenario(_ change: (inout ReturnInput) -> Void = { _ in }) -> ServiceScenario {
        var scenario = SampleService.scenario(referralsPerWeek: 60)
        for team in scenario.teams.indices {
            scenario.teams[team].practice.returns.afterRecovery = 0.3
            scenario.teams[team].practice.returns.afterCourse = 0.3
            scenario.teams[team].practice.returns.afterLeaving = 0.3
            change(&scenario.teams[team].practice.returns)
        }
        return scenario
    }

    /// Everybody's whole story over some years.
    private static func run(_ scenario: ServiceScenario, weeks: Int = 130) -> Simulation {
        var simulation = Simulation(
            scenario, from: ServiceSnapshot(taken: scenario.starts.start), seed: 5, replication: 1, weeks: weeks,
            keepsEveryone: true)
        simulation.checksInvariants = true
        simulation.run()
        return simulation
    }

    private static func again(_ key: UInt64) -> UInt64 { StableKey.of(key, "comes back") }

    /// The share who come back within a year is the key's, none of them before the earliest day; whoever comes back is
    /// who they were, with an episode and perhaps a course more, as unwell as before.
    @Test func theShareOfAYearComesBackAndIsKnown() throws {
        let simulation = Self.run(Self.scenario { $0.earliestDays = 40 })
        var places: [UInt64: Int] = [:]  // lookup only
        for person in simulation.desk.people.indices { places[simulation.desk.people[person].key] = person }
        var (left, back, courses) = (0, 0, 0)
        for person in simulation.desk.people.indices where simulation.desk.episodes[person].state == .closed {
            let ended = simulation.desk.episodes[person].stateSince
            guard ended.day + 366 < simulation.lastDay else { continue }
            left += 1
            guard let later = places[Self.again(simulation.desk.people[person].key)] else { continue }
            let (before, after) = (simulation.desk.referrals[person], simulation.desk.referrals[later])
            let days = after.received.day - ended.day
            #expect(days >= 40)
            if days <= 365 { back += 1 }
            #expect(after.ageBand == before.ageBand && after.sex == before.sex && after.source == before.source)
            #expect(after.longTermCondition == before.longTermCondition && after.veteran == before.veteran)
            let (was, now) = (simulation.people[person], simulation.people[later])
            let finished = simulation.desk.episodes[person].isFinishedCourse
            #expect(now.earlierEpisodes == was.earlierEpisodes + 1)
            #expect(now.earlierCourses == was.earlierCourses + (finished ? 1 : 0))
            #expect(abs(now.depressionAtReferral - was.depressionAtReferral) < 1e-4)
            if finished { courses += 1 }
        }
        let (share, error) = (Double(back) / Double(left), (0.3 * 0.7 / Double(left)).squareRoot())
        #expect(left > 2000 && courses > 100)
        #expect(abs(share - 0.3) < 4 * error + 0.01, "\(share) of \(left)")
        RuleEvidence.record(
            ["TX-14"], test: "ReturnTests.theShareOfAYearComesBackAndIsKnown",
            switched: SwitchedKeys.between(SampleService.scenario(referralsPerWeek: 60), Self.scenario()),
            effect: "30% are to come back within a year: \(RuleEvidence.text(share * 100))% of \(left) people who left"
                + " did, each with the characteristics, scores and courses of before")
    }

    /// Without returns nobody comes back, and the last number is as it was.
    @Test func nobodyComesBackWithoutTheKeys() {
        var same = SampleService.scenario()
        for team in same.teams.indices {
            same.teams[team].practice.returns.earliestDays = 300
            same.teams[team].practice.returns.relapse = 0
            same.teams[team].practice.returns.looksLikeHighIntensity = 1
        }
        let records = SampleRun.records(same, from: RuleEffectTests.firstDay, seed: 9, replications: 2)
        #expect(records == Array(RuleEffectTests.baseline.prefix(2)))
        #expect(records.allSatisfy { $0.total(.returners, team: 0) == 0 && $0.total(.cases, team: 0) > 0 })
    }

    /// Returners are counted, their courses too; those who relapsed by less are less unwell; those who had a course
    /// look more like step 3.
    @Test func returnersAreMeasured() {
        func records(_ scenario: ServiceScenario) -> [ReplicationRecord] {
            SampleRun.records(scenario, from: SampleRun.firstDay(scenario, seed: 9), seed: 9, replications: 4)
        }
        func ratio(_ records: [ReplicationRecord], _ part: Counter, _ whole: Counter) -> [Double] {
            records.map(RuleEffectTests.share(part, whole).value)
        }
        let base = records(Self.scenario())
        let (shares, courses) = (ratio(base, .returnersWithinYear, .referrals), ratio(base, .caseCourses, .cases))
        #expect(shares.allSatisfy { $0 > 0.1 && $0 < 0.5 } && courses.allSatisfy { $0 > 1.02 && $0 < 3 })
        let rare = records(Self.scenario { $0.afterLeaving = 0.02 })
        let seen = PairedDifference(first: ratio(rare, .returnersWithinYear, .referrals), second: shares).interval
        #expect(seen.upperBound < 0)
        let mild = records(Self.scenario { $0.relapse = 0 })
        let cases = PairedDifference(
            first: ratio(mild, .finishedCases, .finishedCourses), second: ratio(base, .finishedCases, .finishedCourses)
        ).interval
        #expect(cases.upperBound < 0)
        let high = records(Self.scenario { $0.looksLikeHighIntensity = 0.8 })
        let steps = PairedDifference(
            first: ratio(high, .assessmentToHigh, .firstAppointments),
            second: ratio(base, .assessmentToHigh, .firstAppointments)
        ).interval
        #expect(steps.lowerBound > 0)
        func text(_ interval: ConfidenceInterval) -> String {
            RuleEvidence.text(difference: interval.estimate, from: interval.lowerBound, to: interval.upperBound)
        }
        RuleEvidence.record(
            ["TX-14"], test: "ReturnTests.returnersAreMeasured",
            switched: SwitchedKeys.between(
                Self.scenario(),
                Self.scenario {
                    $0.afterLeaving = 0.02
                    $0.relapse = 0
                    $0.looksLikeHighIntensity = 0.8
                }),
            effect: "people who left early come back at 2% and not 30% a year; share of referrals that are returners "
                + "within a year: \(text(seen)). No relapse; share of finished courses that began as a case: "
                + "\(text(cases)). Returners look like step 3; share who go straight there: \(text(steps))")
    }
}
