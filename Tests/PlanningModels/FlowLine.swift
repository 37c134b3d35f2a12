// SPDX-License-Identifier: GPL-3.0-or-later

public import Planning
import RandomStreams

/// A line of three machines with exponential service, an endless supply, and a buffer before the second and the third:
/// a machine begins when its part, itself and a place behind it are free. The line of the ranking-and-selection
/// literature (Pichitlamken, Nelson & Hong 2006, doi 10.1016/j.ejor.2005.02.022), after Buzacott & Shanthikumar,
/// *Stochastic Models of Manufacturing Systems* (1993).
public struct FlowLine: PlanningProblem {
    /// What is asked of it.
    public enum Question: Sendable {
        /// The most throughput with rates that sum to 20 at most and buffers that sum to 20 at most.
        case mostThroughput
        /// The least rateCost × Σ rates + Σ buffers with at least so much throughput.
        case leastCost(rateCost: Double, throughput: Double, tolerance: Double)
    }

    let question: Question
    let luck: UInt64

    /// - Parameter luck: the seed of its runs.
    public init(_ question: Question, luck: UInt64) {
        self.question = question
        self.luck = luck
    }

    public var variables: [PlanVariable] {
        ["rate 1", "rate 2", "rate 3", "buffer 2", "buffer 3"].map { PlanVariable(name: $0, range: 1...20) }
    }

    public var bounds: [PlanBound] {
        guard case .mostThroughput = question else { return [] }
        return [
            PlanBound(name: "rates", coefficients: [1, 1, 1, 0, 0], most: 20),
            PlanBound(name: "buffers", coefficients: [0, 0, 0, 1, 1], most: 20),
        ]
    }

    public var identity: String { "\(self)" }

    public var targets: [PlanTarget] {
        guard case .leastCost(_, let throughput, let tolerance) = question else { return [] }
        return [PlanTarget(name: "throughput", atLeast: throughput, tolerance: tolerance)]
    }

    public var objective: PlanObjective {
        switch question {
        case .mostThroughput: .measured(.greatest)
        case .leastCost(let rateCost, _, _): .known([rateCost, rateCost, rateCost, 1, 1])
        }
    }

    public func run(_ point: [Int], _ number: Int) -> [Double] {
        [Self.throughput(point, luck: luck, number: number)]
    }

    private static let warmUp = 2_000
    private static let parts = 10_000

    /// Parts a unit of time, after a warm-up. The bias of a ratio, of the order of 1/parts, is taken out by halves;
    /// what is known of the mean of all services steadies it and leaves its expectation alone.
    static func throughput(_ point: [Int], luck: UInt64, number: Int) -> Double {
        var stream = RandomStream(seed: luck, replication: UInt32(number), purpose: 1)
        let means = point.prefix(3).map { 1 / Double($0) }
        let (first, second, third) = (means[0], means[1], means[2])
        // Rings of the last departures: a place is the machine's or the buffer's before it.
        var secondLeft = [Double](repeating: 0, count: point[3] + 1)
        var thirdLeft = [Double](repeating: 0, count: point[4] + 1)
        var (one, two, three) = (0.0, 0.0, 0.0)
        var (secondPlace, thirdPlace) = (0, 0)
        var services = 0.0
        var marks: [Double] = []
        let half = parts / 2
        for part in 0..<(warmUp + parts) {
            if part >= warmUp, (part - warmUp) % half == 0 { marks.append(three) }
            let (a, b, c) = (stream.exponential(mean: 1), stream.exponential(mean: 1), stream.exponential(mean: 1))
            if part >= warmUp { services += a + b + c }
            one = max(one, secondLeft[secondPlace]) + a * first
            two = max(one, two, thirdLeft[thirdPlace]) + b * second
            three = max(two, three) + c * third
            secondLeft[secondPlace] = two
            thirdLeft[thirdPlace] = three
            secondPlace = secondPlace + 1 == secondLeft.count ? 0 : secondPlace + 1
            thirdPlace = thirdPlace + 1 == thirdLeft.count ? 0 : thirdPlace + 1
        }
        marks.append(three)
        let whole = Double(parts) / (marks[2] - marks[0])
        let halves = Double(half) / (marks[1] - marks[0]) + Double(half) / (marks[2] - marks[1])
        return 2 * whole - halves / 2 + control * (services / Double(3 * parts) - 1)
    }

    /// Throughput rises in proportion as all services shorten.
    private static let control = 5.7
}
