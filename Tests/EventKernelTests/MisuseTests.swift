import EventKernel
import Testing

/// What a model does wrong ends it, and the words say what it was: in release too, where a precondition is silent.
@Suite("What is done wrong is said")
struct MisuseTests {
    /// Whether a program that ended wrote these words to standard error.
    private func says(_ words: String, _ result: ExitTest.Result?) -> Bool {
        String(decoding: result?.standardErrorContent ?? [], as: UTF8.self).contains(words)
    }

    @Test("An event in the past")
    func past() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var calendar = EventCalendar<Double, Int>(startingAt: 5)
            calendar.schedule(at: 3, 1)
        }
        #expect(says("an event cannot be scheduled in the past: at 3.0, when the clock is at 5.0", result))
    }

    @Test("A time that is not a number")
    func notANumber() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var calendar = EventCalendar<Double, Int>(startingAt: 0)
            calendar.schedule(at: .nan, 1)
        }
        #expect(says("an event cannot be scheduled in the past: at nan", result))
    }

    @Test("An event that is withdrawn twice")
    func withdrawnTwice() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var calendar = EventCalendar<Double, Int>(startingAt: 0)
            let event = calendar.schedule(at: 3, 1)
            calendar.withdraw(event)
            calendar.withdraw(event)
        }
        #expect(says("the event has fired, or was cancelled before", result))
    }

    @Test("A request for fewer units than one")
    func noUnits() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var resource = Resource<Int>(capacity: 1)
            _ = resource.request(1, units: -1)
        }
        #expect(says("a request is for at least one unit, below 2³²: -1", result))
    }

    @Test("Units that nobody holds")
    func released() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var resource = Resource<Int>(capacity: 3)
            _ = resource.request(1, units: 2)
            _ = resource.release(units: 3)
        }
        #expect(says("more units are released than are held; held are: 2", result))
    }

    @Test("A monitor's time that goes back")
    func monitor() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var monitor = TimeWeightedMonitor<Int64>(at: 10)
            monitor.update(to: 3, at: 20)
            monitor.update(to: 4, at: 15)
        }
        #expect(says("a monitor's time does not go back: at 15, when the clock is at 20", result))
    }

    @Test("An observation that is not a number, more than there is room for, and a batch that is full")
    func others() async {
        let nan = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var tally = TallyMonitor()
            tally.record(.nan)
        }
        #expect(says("an observation is a number: nan", nan))
        let level = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var level = Level<Int>(capacity: 10)
            _ = level.put(11, for: 1)
        }
        #expect(says("what is put is between nothing and the room: 11.0", level))
        let batch = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var batch = Batch<Int>(size: 1)
            _ = batch.add(1)
            _ = batch.add(2)
        }
        #expect(says("the batch is full, of: 1", batch))
    }
}
