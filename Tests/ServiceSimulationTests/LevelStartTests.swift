import CareModel
import Foundation
import Statistics
import Testing

@testable import ServiceSimulation

/// The first weeks after a start are level with what the same weeks would have been: a run that goes on from a first
/// day with other luck differs from the one that it was taken from by chance alone, measure by measure.
@Suite struct LevelStartTests {
    /// Chance that a sound service fails one of the tests below, all measures together.
    private static let errorRate = 0.002

    @Test(arguments: ShippedService.names)
    func theFirstWeeksAreLevel(name: String) throws { try expectLevel(ShippedService.small(name)) }

    @Test func theFirstWeeksAreLevelUnderEveryRule() throws { try expectLevel(EveryRule.scenario()) }

    /// The same where a database takes the snapshot, which knows nothing that nobody sees: it is drawn given what is
    /// known.
    @Test func theFirstWeeksAreLevelWithoutWhatNobodySees() throws {
        try expectLevel(SampleService.scenario(referralsPerWeek: 60)) { snapshot in
            for person in snapshot.people.indices { snapshot.people[person].unseen = nil }
            snapshot.coming = nil
        }
    }

    private func expectLevel(
        _ scenario: ServiceScenario, _ change: (inout ServiceSnapshot) -> Void = { _ in }
    ) throws {
        let (days, weeks, between) = (24, 8, 5)
        let warmUp = 52
        let first = scenario.starts - Int32((warmUp + days * between) * 7)
        var past = scenario
        past.starts = first
        let start =
            scenario.teams.contains { $0.initial.isAnybodyWaiting }
            ? InitialList.snapshot(of: past, seed: 11) : ServiceSnapshot(taken: first.start)
        var whole = Simulation(
            scenario, from: start, seed: 11, replication: 3, weeks: warmUp + days * between + weeks)
        var snapshots: [ServiceSnapshot] = []
        for day in 0..<days {
            whole.run(until: first + Int32((warmUp + day * between) * 7))
            snapshots.append(whole.snapshot())
        }
        whole.run()
        let goneOn = whole.finish()
        var differences = [[Double]](repeating: [], count: Self.measures.count)
        for (day, snapshot) in snapshots.enumerated() {
            var snapshot = snapshot
            change(&snapshot)
            let week = warmUp + day * between
            var again = Simulation(
                scenario, from: snapshot, seed: 11, replication: UInt32(100 + day), weeks: weeks)
            again.run()
            let record = again.finish()
            for (place, measure) in Self.measures.enumerated() {
                let one = measure.value(record, weeks: 0..<weeks, teams: scenario.teams.count)
                let other = measure.value(goneOn, weeks: week..<week + weeks, teams: scenario.teams.count)
                if let one, let other { differences[place].append(one - other) }
            }
        }
        let level = 1 - Self.errorRate / Double(Self.measures.count)
        for (measure, found) in zip(Self.measures, differences) where found.count > days / 2 {
            guard Summary(found).variance > 0 else { continue }
            let interval = ConfidenceInterval.student(found, level: level)
            #expect(
                interval.contains(0),
                "\(scenario.name): \(measure.name) \(interval.lowerBound) to \(interval.upperBound)")
        }
    }

    private struct Measure: Sendable {
        var name: String
        var value: @Sendable (ReplicationRecord, Range<Int>, Int) -> Double?

        func value(_ record: ReplicationRecord, weeks: Range<Int>, teams: Int) -> Double? {
            value(record, weeks, teams)
        }

        static func total(_ counter: Counter) -> Measure {
            Measure(name: "\(counter)") { record, weeks, teams in Measure.sum(counter, record, weeks, teams) }
        }

        static func share(_ part: Counter, _ whole: Counter) -> Measure {
            Measure(name: "\(part) of \(whole)") { record, weeks, teams in
                let count = Measure.sum(whole, record, weeks, teams)
                return count > 0 ? Measure.sum(part, record, weeks, teams) / count : nil
            }
        }

        private static func sum(
            _ counter: Counter, _ record: ReplicationRecord, _ weeks: Range<Int>, _ teams: Int
        ) -> Double {
            weeks.reduce(0) { sum, week in
                (0..<teams).reduce(sum) { $0 + Double(record.count(counter, week: week, team: $1)) }
            }
        }
    }

    private static let measures: [Measure] = [
        .total(.accepted), .total(.firstAppointments), .total(.enteredTreatment), .total(.secondTreatments),
        .total(.finishedCourses), .total(.attended), .total(.didNotAttend), .total(.cancelledByPatient),
        .total(.cancelledByProvider), .total(.closed), .total(.uncontactable), .total(.declinedAppointment),
        .total(.endedCompleted), .total(.endedDroppedOut), .total(.stepUps), .total(.keepingInTouchCalls),
        .total(.assessmentWeeks), .total(.groupsRun),
        .total(.waitingFirstAppointment), .total(.waitingHigh), .total(.inTreatmentLow), .total(.inTreatmentHigh),
        .share(.recovered, .finishedCases), .share(.reliablyImproved, .finishedCourses),
        .share(.finishedSessions, .finishedCourses), .share(.firstAppointmentWaitDays, .firstAppointments),
        .share(.secondTreatmentWaitDays, .secondTreatments),
    ]
}
