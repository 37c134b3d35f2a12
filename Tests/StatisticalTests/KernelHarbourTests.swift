import EventKernel
import KernelModels
import Statistics
import Testing

/// Cimba's harbour: by hand, against laws, and beside what its tutorial prints.
@Suite("Kernel: a harbour")
struct KernelHarbourTests {
    /// Everything takes as long as it does as a rule, no wind, no radio.
    private func plain(_ arrivals: [Harbour.Arrival]) -> Harbour {
        var harbour = Harbour()
        (harbour.varies, harbour.wind, harbour.radio, harbour.arrivals) = (false, 0, 0, arrivals)
        return harbour
    }

    @Test("a large ship waits for the tide, and a small one that comes later goes ahead")
    func tide() {
        // 12 m at no tide: 12.62 m at one, 13.11 m at two o'clock; 13 m are needed. In at 2:30, empty at 14:30, gone at
        // 15:00.
        var harbour = plain([.init(at: 0.5, size: 1), .init(at: 0.6, size: 0)])
        harbour.depth = 12
        let measures = harbour.run(hours: 24)
        #expect(measures.hours.map(\.count) == [1, 1] && measures.overtaken == 1)
        #expect(abs((measures.hours[1].mean ?? 0) - 14.5) < 1e-9 && abs((measures.hours[0].mean ?? 0) - 9) < 1e-9)
        // Berths: 9 of 24 hours, and 13; tugs: an hour of one, and an hour of three.
        #expect(abs(measures.berthsInUse[0] - 9.0 / 24) < 1e-9 && abs(measures.berthsInUse[1] - 13.0 / 24) < 1e-9)
        #expect(abs(measures.tugsInUse - 4.0 / 24) < 1e-9)
    }

    @Test("whoever is ready to leave has the tug before whoever comes")
    func oneTug() {
        // In at 0:30 and empty at 8:30; the tug is with the second until 8:54, then with the first until 9:24, then
        // with the third, who had come at 8:36.
        var harbour = plain([.init(at: 0, size: 0), .init(at: 8.4, size: 0), .init(at: 8.6, size: 0)])
        harbour.tugs = 1
        let hours = harbour.run(hours: 24).hours[0]
        #expect(hours.count == 3)
        #expect(abs((hours.minimum ?? 0) - 9) < 1e-9 && abs((hours.maximum ?? 0) - 9.8) < 1e-9)
        #expect(abs((hours.mean ?? 0) - 9.4) < 1e-9)
    }

    @Test("a berth is free once the ship is out")
    func oneBerth() {
        var harbour = plain([.init(at: 0, size: 1), .init(at: 1, size: 1)])
        harbour.depth = 20
        harbour.sizes[1].berths = 1
        let hours = harbour.run(hours: 48).hours[1]
        #expect(hours.count == 2 && abs((hours.minimum ?? 0) - 13) < 1e-9 && abs((hours.maximum ?? 0) - 25) < 1e-9)
    }

    /// Mean and variance of a PERT law.
    private func pert(_ least: Double, _ usual: Double, _ most: Double) -> (mean: Double, variance: Double) {
        let mean = (least + 4 * usual + most) / 6
        return (mean, (mean - least) * (most - mean) / 7)
    }

    /// Mean and variance of a ship's stay where nothing holds it up.
    private func stay(_ unloading: Double) -> (mean: Double, variance: Double) {
        let (move, unload) = (pert(0.4, 0.5, 0.8), pert(0.75 * unloading, unloading, 2 * unloading))
        return (2 * move.mean + unload.mean, 2 * move.variance + unload.variance)
    }

    /// That the mean of independent runs is what a law says, at four standard errors.
    private func expect(_ runs: [Double], _ law: Double, _ what: String) {
        let summary = Summary(runs)
        let error = summary.standardDeviation / Double(runs.count).squareRoot()
        #expect(abs(summary.mean - law) < 4 * error, "\(what): \(summary.mean), not \(law)")
    }

    @Test("with room for all, in calm and deep water, stays are those of the laws, and Little's law holds")
    func roomForAll() {
        var harbour = Harbour()
        (harbour.wind, harbour.depth, harbour.radio, harbour.tugs) = (0, 30, 0, 300)
        for size in 0..<2 { harbour.sizes[size].berths = 100 }
        let runs = (0..<20).map { harbour.run(hours: 2000, warmUp: 100, seed: 3, replication: UInt32($0)) }
        for (size, rate) in [0.375, 0.125].enumerated() {
            let law = stay(harbour.sizes[size].unloading).mean
            expect(runs.compactMap(\.hours[size].mean), law, "hours")
            expect(runs.map(\.berthsInUse[size]), rate * law, "berths")
        }
        expect(runs.map(\.tugsInUse), (0.375 + 3 * 0.125) * 2 * pert(0.4, 0.5, 0.8).mean, "tugs")
    }

    @Test("one berth is M/G/1")
    func pollaczekKhinchine() {
        var harbour = Harbour()
        (harbour.wind, harbour.depth, harbour.radio, harbour.tugs) = (0, 30, 0, 300)
        (harbour.shareLarge, harbour.rate, harbour.sizes[1].berths) = (1, 0.045, 1)
        let service = stay(12)
        let load = harbour.rate * service.mean
        let wait = harbour.rate * (service.variance + service.mean * service.mean) / (2 * (1 - load))
        let runs = (0..<20).map { harbour.run(hours: 10_000, warmUp: 500, seed: 5, replication: UInt32($0)) }
        expect(runs.compactMap(\.hours[1].mean), wait + service.mean, "hours")
        expect(runs.map(\.berthsInUse[1]), load, "load")
    }

    @Test("its year is that of Cimba's tutorial, within the luck of one run")
    func published() {
        let runs = (0..<20).map { Harbour().run(hours: 365 * 24, warmUp: 30 * 24, seed: 11, replication: UInt32($0)) }
        let printed: [(what: String, theirs: Double, ours: (HarbourMeasures) -> Double)] = [
            ("small ships", 3278, { Double($0.hours[0].count) }), ("large ships", 1060, { Double($0.hours[1].count) }),
            ("hours of small ships", 10.812688, { $0.hours[0].mean ?? 0 }),
            ("hours of large ships", 17.341350, { $0.hours[1].mean ?? 0 }),
            ("small berths", 3.809, { $0.berthsInUse[0] }), ("large berths", 1.797, { $0.berthsInUse[1] }),
            ("tugs", 0.8651, { $0.tugsInUse }),
        ]
        for row in printed {
            let summary = Summary(runs.map(row.ours))
            // One run of theirs against the law of ours: four standard deviations.
            #expect(
                abs(row.theirs - summary.mean) < 4 * summary.standardDeviation,
                "\(row.what): \(row.theirs), ours \(summary.mean) ± \(summary.standardDeviation)")
        }
        #expect(runs.allSatisfy { $0.overtaken > 0 })
    }
}
