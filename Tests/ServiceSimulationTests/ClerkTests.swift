import CareModel
import ServiceSimulation
import Testing

/// CL-14: clerks make contact attempts in the order in which they are due.
@Suite("Clerks who make contact attempts")
struct ClerkTests {
    /// Mean days from referral to first appointment where attempts are many, and days apart.
    private func firstWait(clerks: Int) -> Double {
        var scenario = SampleService.scenario()
        for team in scenario.teams.indices {
            scenario.teams[team].practice.contact.reached = 0.3
            scenario.teams[team].practice.contact.neverAnswers = 0.2
            scenario.teams[team].practice.contact.clerks = clerks
            scenario.teams[team].practice.contact.clerkMinutesPerDay = 480
        }
        let records = SampleRun.records(scenario, from: RuleEffectTests.firstDay, seed: 3, replications: 2, weeks: 40)
        func total(_ counter: Counter) -> Double {
            Double(records.map { record in (0..<2).map { record.total(counter, team: $0) }.reduce(0, +) }.reduce(0, +))
        }
        return total(.firstAppointmentWaitDays) / total(.firstAppointments)
    }

    @Test("As many clerks as it takes delay nobody: who is to be called next week keeps nobody busy until then")
    func enoughClerks() {
        let (uncounted, plenty, one) = (firstWait(clerks: 0), firstWait(clerks: 30), firstWait(clerks: 1))
        #expect(abs(plenty - uncounted) < 0.75, "\(uncounted) days, \(plenty) with thirty clerks")
        #expect(one > plenty + 0.5, "\(one) days with one clerk, \(plenty) with thirty")
    }
}
