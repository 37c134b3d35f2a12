import Allocation
import CareModel
import EventKernel
import Testing

@testable import ServiceSimulation

/// The length of every queue is measured by the minute, and the wait of every person on their own: the two must agree.
@Suite struct LittlesLawTests {
    /// The area under a queue's length is exactly the minutes of those who left and of those who are still there.
    @Test(arguments: [UInt64(11), 12])
    func areaIsTheSumOfWaits(seed: UInt64) {
        var simulation = SampleRun.settled(SampleService.scenario(), seed: seed, weeks: 52)
        simulation.run()
        let end = simulation.now
        let record = simulation.finish()
        for team in 0..<2 {
            for kind in QueueKind.allCases {
                var stillThere: Int64 = 0
                var length: Int64 = 0
                for person in simulation.desk.episodes.indices where Int(simulation.desk.referrals[person].team) == team
                {
                    guard simulation.desk.referrals[person].received < end,
                        simulation.desk.episodes[person].queue == kind
                    else { continue }
                    stillThere += end - simulation.people[person].queueSince
                    length += 1
                }
                let queue = record.queue(kind, team: team)
                #expect(queue.length == length, "\(kind), team \(team), seed \(seed)")
                #expect(queue.area == queue.minutesOfLeavers + stillThere, "\(kind), team \(team), seed \(seed)")
                #expect(queue.startLength + queue.joined - queue.left == queue.length, "\(kind), team \(team)")
            }
        }
    }

    /// L = λW over three years from empty. Only what those still there have waited is missing on the right.
    @Test func lengthIsRateTimesWait() {
        let scenario = SampleService.scenario()
        let empty = ServiceSnapshot(taken: scenario.starts.start)
        var simulation = Simulation(scenario, from: empty, seed: 5, replication: 0, weeks: 156)
        simulation.run()
        let record = simulation.finish()
        let minutes = Double(156 * 7 * 1440)
        for team in 0..<2 {
            for kind in QueueKind.allCases {
                let queue = record.queue(kind, team: team)
                guard queue.left > 200 else { continue }
                let length = Double(queue.area) / minutes
                let rate = Double(queue.left) / minutes
                let wait = Double(queue.minutesOfLeavers) / Double(queue.left)
                let slack = max(0.12 * length, 1)
                #expect(abs(length - rate * wait) < slack, "\(kind), team \(team): \(length) against \(rate * wait)")
            }
        }
    }
}
