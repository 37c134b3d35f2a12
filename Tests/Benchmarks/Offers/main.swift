// Times ranked offers for one person among 200 clinicians with diaries of a year, 5,000 people waiting.
//
//     offer-benchmarks library SEED OFFERS        milliseconds of each offer by the core's desk: 50th, 99th centile,
//     most offer-benchmarks service FILE SEED OFFERS   the same by the booking service: who may, the person's record
//     and the
//                                                 entry in the access log, flushed to the disk, are in it

import Allocation
import BookingService
import BookingStore
import CareModel
import Foundation

func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) * 1e-15
}

/// The median, the 99th centile and the most, and how many slots were offered in all.
func report(_ times: [Double], slots: Int) {
    let sorted = times.sorted()
    func centile(_ share: Double) -> Double { sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))] }
    print(centile(0.5), centile(0.99), sorted[sorted.count - 1], slots)
}

/// People in an order of no meaning: each waiting person has the same chance.
func somebody(_ n: Int) -> Int { n * 2_654_435_761 % LargeService.waiting }

func timeLibrary(seed: UInt64, offers: Int) {
    let desk = LargeService(seed: seed).desk()
    let clock = ContinuousClock()
    var times: [Double] = []
    var slots = 0
    for n in 0..<offers {
        let person = somebody(n)
        let start = clock.now
        let list = desk.offers(for: person, kind: LargeService.kind(person), limit: 5)
        times.append(milliseconds(clock.now - start))
        slots += list.slots.count
    }
    report(times, slots: slots)
}

func timeService(_ path: String, seed: UInt64, offers: Int) throws {
    let large = LargeService(seed: seed)
    let service = BookingService(try BookingStore.create(at: path), policy: large.policy)
    let context = BookingService.Context(now: LargeService.now)
    try service.found(large.foundation, in: context)
    _ = try service.clinicians(in: context)
    let clock = ContinuousClock()
    var times: [Double] = []
    var slots = 0
    for n in 0..<offers {
        let start = clock.now
        let list = try service.offer(person: Int64(somebody(n)) + 1, limit: 5, in: context)
        times.append(milliseconds(clock.now - start))
        slots += list.slots.count
    }
    try service.close()
    report(times, slots: slots)
}

let arguments = CommandLine.arguments
let numbers = arguments.dropFirst(2).compactMap { Int($0) }
switch (arguments.dropFirst().first, arguments.count) {
case ("library", 4) where numbers.count == 2 && numbers[1] > 0:
    timeLibrary(seed: UInt64(numbers[0]), offers: numbers[1])
case ("service", 5) where numbers.suffix(2).count == 2 && numbers[1] > 0:
    try timeService(arguments[2], seed: UInt64(numbers[0]), offers: numbers[1])
default: print("usage: offer-benchmarks library SEED OFFERS | service FILE SEED OFFERS")
}
