import CareModel
import Testing

@testable import ServiceSimulation

/// Waits of those who were not seen stand in the record beside those of who was.
@Suite struct WaitingRecordTests {
    private static let firstDay = SampleRun.firstDay(SampleService.scenario(), seed: 3)

    private static func record(weeks: Int = 20) -> ReplicationRecord {
        SampleRun.records(SampleService.scenario(), from: firstDay, seed: 3, replications: 1, weeks: weeks)[0]
    }

    private func sum(_ days: ArraySlice<Int32>) -> Int { days.reduce(0) { $0 + Int($1) } }

    /// Whoever enters a wait either ends it, leaves, or still waits: nobody is lost between.
    @Test func everyWaitThatBeginsIsAccountedFor() {
        let record = Self.record()
        let ended: [(WaitKind, Counter)] = [
            (.firstAppointment, .firstAppointments), (.firstTreatment, .enteredTreatment),
            (.secondTreatment, .secondTreatments), (.stepUp, .stepUpWaits), (.assessmentToLow, .assessmentToLow),
            (.assessmentToHigh, .assessmentToHigh),
        ]
        for team in 0..<record.teams {
            for (kind, counter) in ended {
                let entered = sum(record.waitsEntered(kind, team: team))
                let unended = sum(record.waitsUnended(kind, team: team))
                #expect(sum(record.waits(kind, team: team)) == record.total(counter, team: team), "\(kind)")
                #expect(entered == record.total(counter, team: team) + unended, "\(kind)")
                #expect(unended > 0, "\(kind)")
            }
        }
    }

    /// At the end at least those wait who are in the queue; and the queue of the first day is that of the snapshot.
    @Test func theQueuesOfBothEndsAreThere() {
        let record = Self.record()
        for team in 0..<record.teams {
            let people = Self.firstDay.people.filter { Int($0.referral.team) == team }
            let before = people.count { $0.episode.state.isBeforeFirstAppointment }
            #expect(record.countAtStart(.beforeFirstAppointment, team: team) == before)
            let after = record.count(.beforeFirstAppointment, week: record.weeks - 1, team: team)
            #expect(sum(record.waitsUnended(.firstAppointment, team: team)) >= after)
            #expect(before > 0 && after > 0)
        }
    }

    private static func sharePassed(_ record: ReplicationRecord, _ team: Int) -> Double {
        let passed = Double(record.total(.secondPassed28, team: team))
        return passed / (passed + Double(record.total(.secondWithin28, team: team)))
    }

    /// Where nobody is seen any more, those seen wait no longer than before, and all others pass their day.
    @Test func whoeverIsNotSeenPassesTheDay() {
        var scenario = SampleService.scenario()
        for team in scenario.teams.indices {
            for group in scenario.teams[team].staff.indices {
                scenario.teams[team].staff[group].until = scenario.starts
            }
        }
        let record = SampleRun.records(scenario, from: Self.firstDay, seed: 3, replications: 1, weeks: 20)[0]
        let usual = Self.record()
        for team in 0..<record.teams {
            #expect(record.total(.firstAppointments, team: team) < usual.total(.firstAppointments, team: team) / 5)
            #expect(record.total(.breaches28, team: team) > 2 * usual.total(.breaches28, team: team))
            let share = Self.sharePassed(record, team)
            #expect(share > 2 * Self.sharePassed(usual, team), "\(share)")
        }
    }
}
