import EventKernel
import KernelModels
import Statistics
import Testing

/// Models that come with SimPy 4.1.2, with the numbers that its own runs drew (seed 42) and what its documentation
/// prints.
@Suite("Kernel: published models")
struct KernelPublishedTests {
    @Test("Bank renege, line by line")
    func bank() {
        let bank = BankRenege(customers: [
            .init(gap: 10.200602872748009, patience: 1.0500215104453339, service: 3.859488768899587),
            .init(gap: 2.5258618567011353, patience: 2.472942428328025, service: 13.550076105583113),
            .init(gap: 22.272880995513805, patience: 1.1738776652588323, service: nil),
            .init(gap: 5.480461593964909, patience: 1.0595944388761407, service: 2.960600351517892),
            .init(gap: 7.039155278661534, patience: 1.0530719393677272, service: 2.6603000299641653),
        ])
        let printed: [BankRenege.Line] = [
            .init(0, 0, .here), .init(0, 0, .waited, after: 0), .init(3.8595, 0, .finished), .init(10.2006, 1, .here),
            .init(10.2006, 1, .waited, after: 0), .init(12.7265, 2, .here), .init(13.9003, 2, .reneged, after: 1.174),
            .init(23.7507, 1, .finished), .init(34.9993, 3, .here), .init(34.9993, 3, .waited, after: 0),
            .init(37.9599, 3, .finished), .init(40.4798, 4, .here), .init(40.4798, 4, .waited, after: 0),
            .init(43.1401, 4, .finished),
        ]
        let lines = bank.run()
        #expect(lines.count == printed.count)
        for (line, expected) in zip(lines, printed) {
            #expect(line.customer == expected.customer && line.what == expected.what, "\(line)")
            #expect(abs(line.time - expected.time) <= 0.000_05, "\(line)")
            #expect((line.after == nil) == (expected.after == nil), "\(line)")
            #expect(abs((line.after ?? 0) - (expected.after ?? 0)) <= 0.000_5, "\(line)")
        }
    }

    @Test("Car wash, line by line")
    func carWash() {
        // SimPy's clock draws 5, 5 and 6 minutes between cars before its end.
        let lines = CarWash(arrivals: [5, 10, 16]).run(until: 20)
        let expected: [(Int, CarWash.Step, Double)] = [
            (0, .arrives, 0), (1, .arrives, 0), (2, .arrives, 0), (3, .arrives, 0), (0, .enters, 0), (1, .enters, 0),
            (4, .arrives, 5), (0, .leaves, 5), (1, .leaves, 5), (2, .enters, 5), (3, .enters, 5), (5, .arrives, 10),
            (2, .leaves, 10), (3, .leaves, 10), (4, .enters, 10), (5, .enters, 10), (4, .leaves, 15),
            (5, .leaves, 15), (6, .arrives, 16), (6, .enters, 16),
        ]
        // Of one minute SimPy lets all leave before the next enter; a resource says at once who follows.
        let sorted = lines.enumerated().sorted {
            ($0.element.time, rank($0.element.step), $0.offset) < ($1.element.time, rank($1.element.step), $1.offset)
        }
        #expect(sorted.map(\.element) == expected.map { CarWash.Line($0.0, $0.1, $0.2) })
    }

    /// The order in which SimPy prints what happens in one minute.
    private func rank(_ step: CarWash.Step) -> Int {
        switch step {
        case .arrives: 0
        case .leaves: 1
        case .enters: 2
        }
    }

    @Test("Gas station, line by line")
    func gasStation() {
        let station = GasStation(cars: [
            (87, 13), (42, 12), (155, 8), (101, 23), (74, 6), (246, 7), (45, 12), (141, 24), (288, 0),
        ])
        let lines = station.run(until: 1000)
        #expect(
            lines == [
                .arrived(0, at: 87), .refuelled(0, litres: 37, at: 105.5), .arrived(1, at: 129),
                .refuelled(1, litres: 38, at: 148), .arrived(2, at: 284), .refuelled(2, litres: 42, at: 305),
                .arrived(3, at: 385), .refuelled(3, litres: 27, at: 398.5), .arrived(4, at: 459),
                .truckCalled(at: 460), .refuelled(4, litres: 44, at: 481), .arrived(5, at: 705), .arrived(6, at: 750),
                .truckFilled(litres: 188, at: 760), .refuelled(6, litres: 38, at: 779),
                .refuelled(5, litres: 43, at: 781.5), .arrived(7, at: 891), .refuelled(7, litres: 26, at: 904),
            ])
    }

    @Test("Machine shop: what its machines make in four weeks, within the luck of one run")
    func machineShop() {
        let printed = [3251.0, 3273, 3242, 3343, 3387, 3244, 3269, 3185, 3302, 3279]
        let theirs = printed.reduce(0, +) / 10
        let ours = (0..<30).map { replication in
            Double(MachineShop().run(seed: 42, replication: UInt32(replication)).parts.reduce(0, +)) / 10
        }
        let summary = Summary(ours)
        // One run of theirs against the law of ours: four standard deviations, a false alarm in sixteen thousand.
        #expect(abs(theirs - summary.mean) < 4 * summary.standardDeviation, "\(theirs), ours \(summary.mean)")
        #expect(summary.standardDeviation < 0.02 * summary.mean)
    }

    @Test("Machine shop, by hand")
    func machineShopByHand() {
        var shop = MachineShop()
        shop.machines = 2
        shop.part = (10, 0)
        // The first breaks at 25 and takes the repairman from his other work, of which 5 minutes are left; the second,
        // at 40.5, waits for him until 55. What each was making goes on where it was: the first from 55 with 5 minutes
        // left, the second from 85 with 9.5. Other work goes on at 85 too, and is done at 90 and 120.
        shop.breaks = [[25], [40.5]]
        let until90 = shop.run(seed: 1, replication: 0, minutes: 89)
        #expect(until90.parts == [2 + 3, 4] && until90.otherWork == 0)
        let until121 = shop.run(seed: 1, replication: 0, minutes: 121)
        #expect(until121.parts == [2 + 7, 4 + 3] && until121.otherWork == 2)
    }

    @Test("Machine shop: a machine alone works 300 of 330 minutes, whatever the repairman does beside")
    func machineAlone() {
        var shop = MachineShop()
        shop.machines = 1
        let made = (0..<60).map { Double(shop.run(seed: 7, replication: UInt32($0)).parts[0]) }
        let summary = Summary(made)
        let law = 4.0 * 7 * 24 * 60 / 10 * 300 / 330
        // Four standard errors, and a part for how it begins.
        let tolerance = 4 * summary.standardDeviation / Double(made.count).squareRoot() + 1
        #expect(abs(summary.mean - law) < tolerance, "\(summary.mean), not \(law)")
    }
}
