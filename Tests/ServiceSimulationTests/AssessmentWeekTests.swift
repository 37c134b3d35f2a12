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

        let switched = SwitchedKeys.between(scenario, held)
        func expect(_ claim: String, _ measure: RuleMeasure, _ direction: MeasuredEffect.Claim) {
            let (after, before) = (with.map(measure.value), without.map(measure.value))
            let seen = PairedDifference(first: after, second: before).interval
            let effect = MeasuredEffect(
                measure.title, unit: measure.unit.rawValue, claim: direction, before: before, after: after,
                interval: (seen.estimate, seen.lowerBound, seen.upperBound))
            #expect(effect.isAsClaimed, "\(measure.title) changed by \(seen)")
            RuleEvidence.record(["PO-1"], test: claim, switched: switched, effect: effect)
        }
        expect(
            "two assessment weeks shorten the first waits of the ten weeks after them",
            mean("Wait for a first appointment, mean", .firstAppointmentWaitDays, .firstAppointments, 10..<20), .less)
        expect(
            "and the bottleneck for treatment that follows shows: second treatments come later",
            mean("Wait from first to second treatment, mean", .secondTreatmentWaitDays, .secondTreatments, 10..<24),
            .more)
        expect(
            "and more people wait for treatment",
            RuleMeasure("People who wait for treatment after twelve weeks", .people) {
                Double($0.count(.waitingLow, week: 11, team: 0) + $0.count(.waitingHigh, week: 11, team: 0))
            }, .more)
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

    /// The mean of some weeks.
    private func mean(_ title: String, _ sum: Counter, _ count: Counter, _ weeks: Range<Int>) -> RuleMeasure {
        RuleMeasure(title, .days) { record in
            let total = weeks.reduce(0) { $0 + record.count(sum, week: $1, team: 0) }
            return Double(total) / Double(max(1, weeks.reduce(0) { $0 + record.count(count, week: $1, team: 0) }))
        }
    }
}
