import CareModel
import Statistics
import Testing

@testable import ServiceSimulation

/// The shares of appointments that are typed in come out, of all appointments, where no factor acts on them: however
/// much of the rest is cancelled or falls ill, and however long ago appointments were made (AT-1, AT-9).
@Suite struct AttendanceRateTests {
    /// Chance that a sound model fails one of the tests below.
    private static let errorRate = 0.0005

    struct Rates: Sendable, CustomTestStringConvertible {
        var missed: Double
        var tooLate: Double
        var cancelled: Double
        var byProvider: Double
        var sickness: Double
        /// Referrals a week: few are seen at once, many wait for weeks.
        var load: Double
        var testDescription: String { "\(missed) of \(load), \(sickness) ill" }
    }

    static let all = [
        Rates(missed: 0.09, tooLate: 0, cancelled: 0.102, byProvider: 0.032, sickness: 0.048, load: 40),
        Rates(missed: 0.09, tooLate: 0.02, cancelled: 0.102, byProvider: 0.032, sickness: 0.15, load: 40),
        Rates(missed: 0.09, tooLate: 0, cancelled: 0.102, byProvider: 0, sickness: 0.15, load: 130),
        Rates(missed: 0.3, tooLate: 0, cancelled: 0.3, byProvider: 0, sickness: 0.048, load: 60),
        Rates(missed: 0.12, tooLate: 0, cancelled: 0, byProvider: 0, sickness: 0, load: 60),
    ]

    @Test(arguments: all) func whatIsTypedComesOut(_ rates: Rates) {
        var scenario = SampleService.scenario(referralsPerWeek: rates.load)
        for team in scenario.teams.indices { rates.apply(to: &scenario.teams[team].practice) }
        let firstDay = SampleRun.firstDay(scenario, seed: 5)
        let shares = SampleRun.records(scenario, from: firstDay, seed: 5, replications: 24, weeks: 52).map { record in
            func sum(_ counters: [Counter]) -> Double {
                counters.reduce(0) { sum, counter in
                    (0..<52).reduce(sum) { sum, week in
                        sum
                            + scenario.teams.indices.reduce(0) {
                                $0 + Double(record.count(counter, week: week, team: $1))
                            }
                    }
                }
            }
            return sum([.didNotAttend, .arrivedTooLate]) / sum([.appointments])
        }
        let interval = ConfidenceInterval.student(shares, level: 1 - Self.errorRate / Double(Self.all.count))
        let typed = rates.missed + rates.tooLate
        #expect(interval.contains(typed), "\(typed): \(interval.lowerBound) to \(interval.upperBound)")
        #expect(interval.halfWidth < 0.04 * typed, "too few appointments to tell")
    }
}

extension AttendanceRateTests.Rates {
    /// The rates, without factors, and without anybody who gives up waiting for a time that is booked.
    func apply(to practice: inout Practice) {
        practice.attendance.didNotAttendFirst = missed
        practice.attendance.didNotAttendTreatment = missed
        practice.attendance.didNotAttendKeepingInTouch = missed
        practice.attendance.tooLate = tooLate
        practice.attendance.cancelledFirst = cancelled
        practice.attendance.cancelledTreatment = cancelled
        practice.attendance.cancelledKeepingInTouch = cancelled
        practice.attendance.providerCancels = byProvider
        practice.attendance.oddsPer30DaysWait = 1
        practice.attendance.oddsSelfReferred = 1
        practice.attendance.oddsPerSession = 1
        practice.workforce.sickness = sickness
        practice.waiting.firstAppointmentHalfDays = 100_000
        practice.waiting.lowHalfDays = 100_000
        practice.waiting.highHalfDays = 100_000
        practice.waiting.stepUpHalfDays = 100_000
    }
}
