import CareModel
import RuleEvidence
import ServiceSimulation
import Statistics
import Testing

/// PO-1: an assessment week shortens first waits, and the bottleneck for treatment that follows shows.
///
/// Paired by common random numbers over twelve replications; each claim at a one-sided error rate of 2.5%.
@Suite struct AssessmentWeekTests {
    @Test func firstWaitsFallAndSecondWaitsRise() throws {
        // A service short of first appointments, so that there is something to shorten.
        var scenario = SampleService.scenario(referralsPerWeek: 115)
        scenario.teams = [scenario.teams[0]]
        scenario.teams[0].practice.diary.lowFirstShare = 0.30
        let firstDay = SampleRun.firstDay(scenario, seed: 21)
        var held = scenario
        held.teams[0].practice.assessmentWeek.isOn = true
        held.teams[0].practice.assessmentWeek.above = .infinity
        held.teams[0].practice.assessmentWeek.fixedWeeks = [scenario.starts + 56, scenario.starts + 63]
        let without = SampleRun.records(scenario, from: firstDay, seed: 21, replications: 12, weeks: 40)
        let with = SampleRun.records(held, from: firstDay, seed: 21, replications: 12, weeks: 40)
        #expect(with.allSatisfy { $0.total(.assessmentWeeks, team: 0) == 2 })

        let firstWaits = PairedDifference(
            first: with.map { mean($0, .firstAppointmentWaitDays, .firstAppointments, 10..<20) },
            second: without.map { mean($0, .firstAppointmentWaitDays, .firstAppointments, 10..<20) })
        #expect(firstWaits.interval.upperBound < 0, "first waits changed by \(firstWaits.interval)")
        let seen = firstWaits.interval
        RuleEvidence.record(
            ["PO-1"], test: "AssessmentWeekTests.firstWaitsFallAndSecondWaitsRise",
            effect: "days of first waits after two such weeks, second waits rise: "
                + RuleEvidence.text(difference: seen.estimate, from: seen.lowerBound, to: seen.upperBound))

        let secondWaits = PairedDifference(
            first: with.map { mean($0, .secondTreatmentWaitDays, .secondTreatments, 10..<24) },
            second: without.map { mean($0, .secondTreatmentWaitDays, .secondTreatments, 10..<24) })
        #expect(secondWaits.interval.lowerBound > 0, "second waits changed by \(secondWaits.interval)")

        let waiting = PairedDifference(
            first: with.map {
                Double($0.count(.waitingLow, week: 11, team: 0) + $0.count(.waitingHigh, week: 11, team: 0))
            },
            second: without.map {
                Double($0.count(.waitingLow, week: 11, team: 0) + $0.count(.waitingHigh, week: 11, team: 0))
            })
        #expect(waiting.interval.lowerBound > 0, "the list for treatment changed by \(waiting.interval)")
    }

    /// The trigger calls a week only with its notice, and keeps the gap.
    @Test func triggerKeepsNoticeAndGap() {
        var scenario = SampleService.scenario(referralsPerWeek: 130)
        scenario.teams = [scenario.teams[0]]
        let firstDay = SampleRun.firstDay(scenario, seed: 22)
        scenario.teams[0].practice.assessmentWeek.isOn = true
        scenario.teams[0].practice.assessmentWeek.above = 7
        scenario.teams[0].practice.assessmentWeek.noticeWeeks = 4
        scenario.teams[0].practice.assessmentWeek.minimumGapWeeks = 8
        for record in SampleRun.records(scenario, from: firstDay, seed: 22, replications: 3) {
            let weeks = (0..<52).filter { record.count(.assessmentWeeks, week: $0, team: 0) > 0 }
            #expect((weeks.first ?? 0) >= 4)
            #expect(weeks.count > 2)
            for (one, next) in zip(weeks, weeks.dropFirst()) { #expect(next - one >= 8) }
        }
    }

    private func mean(_ record: ReplicationRecord, _ sum: Counter, _ count: Counter, _ weeks: Range<Int>) -> Double {
        let total = weeks.reduce(0) { $0 + record.count(sum, week: $1, team: 0) }
        return Double(total) / Double(max(1, weeks.reduce(0) { $0 + record.count(count, week: $1, team: 0) }))
    }
}
