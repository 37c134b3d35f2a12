// SPDX-License-Identifier: GPL-3.0-or-later

public import Planning
import RandomStreams

/// The fewest servers of M/M/c queues, one for each arrival rate, with which a share of the customers waits no longer
/// than a limit. Service has rate 1.
public struct StaffedQueue: PlanningProblem {
    let arrivalRates: [Double]
    let share: Double
    let waitLimit: Double
    let chance: Double?
    let hasEstimate: Bool
    let luck: UInt64

    /// - Parameters:
    ///   - share: of customers that are to begin within the limit.
    ///   - chance: that a run of a thousand customers shows so much; nil: that the mean does.
    ///   - hasEstimate: whether there is a cheap model: a deterministic flow, which knows of no chance.
    ///   - luck: the seed of its runs.
    public init(
        arrivalRates: [Double], share: Double, waitLimit: Double, chance: Double?, hasEstimate: Bool, luck: UInt64
    ) {
        self.arrivalRates = arrivalRates
        self.share = share
        self.waitLimit = waitLimit
        self.chance = chance
        self.hasEstimate = hasEstimate
        self.luck = luck
    }

    public var variables: [PlanVariable] {
        arrivalRates.indices.map { queue in
            let least = Int(arrivalRates[queue].rounded(.down)) + 1
            return PlanVariable(name: "servers \(queue + 1)", range: least...(least + 30))
        }
    }

    public var identity: String { "\(self)" }

    public var targets: [PlanTarget] {
        arrivalRates.indices.map {
            PlanTarget(name: "share \($0 + 1)", atLeast: share, chance: chance, limits: 0...1)
        }
    }

    public var objective: PlanObjective { .known(arrivalRates.map { _ in 1 }) }

    public func estimate(_ point: [Double]) -> [Double]? {
        guard hasEstimate else { return nil }
        return zip(point, arrivalRates).map { min(1, 0.8 * $0 / $1) }
    }

    private static let warmUp = 500
    private static let customers = 1_000

    public func run(_ point: [Int], _ number: Int) -> [Double] {
        zip(point, arrivalRates).enumerated().map { queue, pair in
            var stream = RandomStream(
                seed: luck, replication: UInt32(number), purpose: 2, subject: UInt64(queue))
            // When each server is free, the earliest first: a customer takes that one.
            var free = [Double](repeating: 0, count: pair.0)
            var clock = 0.0
            var served = 0
            for customer in 0..<(Self.warmUp + Self.customers) {
                clock += stream.exponential(mean: 1 / pair.1)
                let service = stream.exponential(mean: 1)
                var first = 0
                for server in free.indices where free[server] < free[first] { first = server }
                let begin = max(clock, free[first])
                if customer >= Self.warmUp, begin - clock <= waitLimit { served += 1 }
                free[first] = begin + service
            }
            return Double(served) / Double(Self.customers)
        }
    }

    /// The share that waits no longer than the limit with so many servers, by Erlang's formula C.
    public static func exactShare(servers: Int, arrivalRate: Double, waitLimit: Double) -> Double {
        var blocked = 1.0
        for count in 1...servers { blocked = arrivalRate * blocked / (Double(count) + arrivalRate * blocked) }
        let load = arrivalRate / Double(servers)
        let waits = blocked / (1 - load * (1 - blocked))
        return 1 - waits * exponential(-(Double(servers) - arrivalRate) * waitLimit)
    }

    /// eˣ by halving and its series.
    private static func exponential(_ x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        for index in 1...20 {
            term *= x / 64 / Double(index)
            sum += term
        }
        for _ in 0..<6 { sum *= sum }
        return sum
    }
}
