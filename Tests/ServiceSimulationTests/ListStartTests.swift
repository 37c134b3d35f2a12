import CareModel
import Statistics
import Testing

@testable import ServiceSimulation

/// A first day that is made of counts is one of a service that has settled.
@Suite struct ListStartTests {
    /// A settled service is described by its lists and caseloads as a scenario describes it, and begun again from that
    /// description: its first quarter is that of the service that goes on, but for what a description leaves out.
    @Test func aListOfASettledServiceStartsSettled() throws {
        var scenario = SampleService.scenario()
        scenario.teams.removeLast()
        let settled = SampleRun.firstDay(scenario, seed: 21)
        let goneOn = SampleRun.records(scenario, from: settled, seed: 21, replications: 12, weeks: 13)
        ListStartTests.describe(&scenario, settled)
        let list = InitialList.snapshot(of: scenario, seed: 21)
        let begun = SampleRun.records(scenario, from: list, seed: 21, replications: 12, weeks: 13)
        for counter in [Counter.finishedCourses, .attended, .finishedSessions] {
            let ratio = ListStartTests.mean(counter, begun) / ListStartTests.mean(counter, goneOn)
            #expect(abs(ratio - 1) < 0.12, "\(counter) \(ratio)")
        }
        let recovery = ListStartTests.share(.recovered, .finishedCases, begun)
        #expect(abs(recovery - ListStartTests.share(.recovered, .finishedCases, goneOn)) < 0.05)
        let sessions = ListStartTests.share(.finishedSessions, .finishedCourses, begun)
        #expect(abs(sessions / ListStartTests.share(.finishedSessions, .finishedCourses, goneOn) - 1) < 0.1)
    }

    /// Says of a service what `initial` can say of it.
    private static func describe(_ scenario: inout ServiceScenario, _ day: ServiceSnapshot) {
        func waiting(_ chosen: (Person) -> CivilMinute?) -> (count: Int, days: Double) {
            let days = day.people.compactMap { person in chosen(person).map { Double(day.taken - $0) / 1440 } }
            return (days.count, days.isEmpty ? 14 : Summary(days).mean)
        }
        func treatment(_ step: Step, steppedUp: Bool) -> (count: Int, days: Double) {
            waiting { person in
                let episode = person.episode
                let isOne =
                    episode.state == .waitingTreatment && episode.step == step && episode.wasSteppedUp == steppedUp
                return isOne ? episode.waitingSince : nil
            }
        }
        let first = waiting { person in
            let state = person.episode.state
            return state == .waitingFirstAppointment || state == .firstAppointmentBooked ? person.episode.received : nil
        }
        let (low, high, up) = (
            treatment(.low, steppedUp: false), treatment(.high, steppedUp: false), treatment(.high, steppedUp: true)
        )
        var initial = InitialInput()
        (initial.waitingFirstAppointment, initial.waitingFirstAppointmentDays) = first
        (initial.waitingLow, initial.waitingLowDays) = low
        (initial.waitingHigh, initial.waitingHighDays) = high
        (initial.waitingStepUp, initial.waitingStepUpDays) = up
        let held = day.people.count { $0.episode.state.isOnCaseload }
        let most = scenario.teams[0].staff.reduce(0) {
            $0 + $1.count * CaseloadRule.cap(perWTE: $1.caseload, wte: $1.wte)
        }
        initial.caseloadFilled = Double(held) / Double(most)
        scenario.teams[0].initial = initial
    }

    private static func mean(_ counter: Counter, _ records: [ReplicationRecord]) -> Double {
        Summary(records.map { Double($0.total(counter, team: 0)) }).mean
    }

    private static func share(_ part: Counter, _ whole: Counter, _ records: [ReplicationRecord]) -> Double {
        mean(part, records) / mean(whole, records)
    }
}
