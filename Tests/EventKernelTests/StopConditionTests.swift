import EventKernel
import Testing

@Suite("Stop conditions and the clock")
struct StopConditionTests {
    /// How many of ten events, at 1, 2 … 10, fire; and where the clock ends.
    private func run(until stop: StopCondition<Int64>) -> (fired: Int, now: Int64) {
        var calendar = EventCalendar<Int64, Int>(startingAt: 0)
        for time in 1...10 { calendar.schedule(at: Int64(time), time) }
        var fired = 0
        while calendar.next(until: stop) != nil { fired += 1 }
        return (fired, calendar.now)
    }

    @Test("Events at the end time stay pending, and the clock stands at the end time")
    func time() {
        #expect(run(until: .time(4)) == (3, 4))
        #expect(run(until: .time(25)) == (10, 25))
        #expect(run(until: .time(-5)) == (0, 0))
    }

    @Test("A number of events, or none left")
    func counts() {
        #expect(run(until: .events(6)) == (6, 6))
        #expect(run(until: .events(0)) == (0, 0))
        #expect(run(until: .empty) == (10, 10))
    }

    @Test("The first of two conditions")
    func either() {
        #expect(run(until: .events(6).or(.time(4))) == (3, 4))
        #expect(run(until: .time(9).or(.events(2))) == (2, 2))
        #expect(run(until: .empty.or(.time(4))) == (3, 4))
    }

    @Test("The clock may be advanced to the next event, not past it")
    func advance() async {
        var calendar = EventCalendar<Int64, Int>(startingAt: 0)
        calendar.schedule(at: 8, 0)
        calendar.advance(to: 8)
        #expect(calendar.now == 8)
        await #expect(processExitsWith: .failure) {
            var calendar = EventCalendar<Int64, Int>(startingAt: 0)
            calendar.schedule(at: 8, 0)
            calendar.advance(to: 9)
        }
    }

    @Test("Bits order as times do, and lead back to them")
    func orderedBits() {
        let tiny = Double.leastNonzeroMagnitude
        let numbers: [Double] = [-.infinity, -1e300, -2, -1, -tiny, 0, tiny, 1, 1.5, 1e300, .infinity]
        for (earlier, later) in zip(numbers, numbers.dropFirst()) { #expect(earlier.orderedBits < later.orderedBits) }
        for number in numbers { #expect(Double(orderedBits: number.orderedBits) == number) }
        #expect((-0.0).orderedBits == 0.0.orderedBits)
        let integers: [Int64] = [.min, -7, -1, 0, 1, 99, .max]
        for (earlier, later) in zip(integers, integers.dropFirst()) { #expect(earlier.orderedBits < later.orderedBits) }
        for integer in integers { #expect(Int64(orderedBits: integer.orderedBits) == integer) }
    }
}
