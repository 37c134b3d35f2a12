import EventKernel
import TestSupport
import Testing

/// The calendar against a sorted array: any sequence of operations gives the same answers.
@Suite("Event calendar, against a sorted array")
struct EventCalendarPropertyTests {
    /// How eagerly each operation is drawn, in hundredths; what is left fires events.
    struct Mix: CustomStringConvertible {
        var schedule: Int
        var cancel: Int
        var reschedule: Int
        var description: String { "schedule \(schedule), cancel \(cancel), reschedule \(reschedule)" }
    }

    static let mixes = [
        Mix(schedule: 50, cancel: 10, reschedule: 10), Mix(schedule: 40, cancel: 5, reschedule: 50),
        Mix(schedule: 52, cancel: 47, reschedule: 0), Mix(schedule: 45, cancel: 0, reschedule: 0),
    ]

    @Test("Same events in the same order", arguments: mixes)
    func agrees(mix: Mix) {
        for seed: UInt64 in 1...60 {
            guard runAgrees(mix, seed: seed) else {
                Issue.record("seed \(seed) fails for \(mix)")
                return
            }
        }
    }

    @Test("The same where what is far ahead is put off, page by page", arguments: mixes)
    func agreesInPages(mix: Mix) {
        for seed: UInt64 in 1...60 {
            // Short pages, so that many are turned; some times are beyond the window.
            for (pageBits, farthest) in [(1, 12), (1, 40), (2, 5000), (4, 100_000)] {
                guard runAgrees(mix, seed: seed, pageBits: pageBits, farthest: farthest) else {
                    Issue.record("seed \(seed) fails for \(mix), pages of \(1 << pageBits), up to \(farthest)")
                    return
                }
            }
        }
    }

    /// Runs one random sequence on both; false at the first difference.
    private func runAgrees(_ mix: Mix, seed: UInt64, pageBits: Int = 0, farthest: Int = 12) -> Bool {
        var random = SplitMix(seed: seed)
        var calendar = EventCalendar<Int64, Int>(startingAt: 0, minimumCapacity: 0, pageBits: pageBits)
        var naive = NaiveCalendar()
        var handles: [EventHandle] = []
        for step in 0..<600 {
            let draw = random.below(100)
            let time = calendar.now + Int64(random.below(farthest))
            if draw < mix.schedule {
                let priority = EventPriority(rawValue: UInt8([0, 1, 128, 255][random.below(4)]))
                handles.append(calendar.schedule(at: time, priority: priority, handles.count))
                naive.schedule(at: time, priority: priority, handles.count - 1)
            } else if draw < mix.schedule + mix.cancel + mix.reschedule, !handles.isEmpty {
                let payload = random.below(handles.count)
                let cancels = draw < mix.schedule + mix.cancel
                let did =
                    cancels
                    ? calendar.cancel(handles[payload]) : calendar.reschedule(handles[payload], at: time)
                let should = cancels ? naive.cancel(payload) : naive.reschedule(payload, at: time)
                if did != should { return false }
            } else {
                let event = calendar.next()
                let entry = naive.next()
                if event?.payload != entry?.payload || event?.time != entry?.time { return false }
                if event?.priority != entry?.priority || calendar.now != naive.now { return false }
                if let event, event.handle != handles[event.payload] { return false }
            }
            if calendar.count != naive.entries.count { return false }
            if step % 50 == 0, !statesAgree(calendar, naive, handles) { return false }
        }
        while let event = calendar.next() {
            if event.payload != naive.next()?.payload { return false }
        }
        return naive.next() == nil
    }

    private func statesAgree(
        _ calendar: borrowing EventCalendar<Int64, Int>, _ naive: NaiveCalendar, _ handles: [EventHandle]
    ) -> Bool {
        calendar.checkInvariants()
        let expected = naive.inOrder()
        if calendar.peekTime != expected.first?.time { return false }
        if calendar.pendingInOrder().map(\.payload) != expected.map(\.payload) { return false }
        let pending = Set(expected.map(\.payload))
        for (payload, handle) in handles.enumerated() {
            let stands = pending.contains(payload)
            if calendar.isPending(handle) != stands { return false }
            if calendar.payload(of: handle) != (stands ? payload : nil) { return false }
        }
        return true
    }
}
