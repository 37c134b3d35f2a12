public import CareModel

/// What a clinician's week should hold, before it is laid out.
public struct WeekPlan: Sendable, Equatable {
    /// The hours worked on each weekday, Monday first; empty stretches are days off.
    public var hours: [MinutesOfDay]
    /// The break in the middle of the day, minutes.
    public var breakMinutes = 60
    /// Bookable minutes in the week, over all purposes.
    public var bookableMinutes = 0
    /// Share of bookable time for first appointments, 0 … 1.
    public var firstShare = 0.0
    /// Share of bookable time for keeping-in-touch calls, 0 … 1.
    public var keepingInTouchShare = 0.0
    /// Length of a first appointment, minutes.
    public var firstMinutes = 50
    /// Length of a treatment session, minutes.
    public var sessionMinutes = 30
    /// Length of a keeping-in-touch call, minutes.
    public var callMinutes = 15
    /// Minutes of each worked weekday, from its start, that are not bookable: supervision and meetings (CL-4).
    public var reservedMinutes: [Int] = [0, 0, 0, 0, 0, 0, 0]
    /// A number that differs between clinicians, so that not all keep the same hours free.
    public var rotation = 0

    /// A plan for these hours, with nothing bookable yet.
    public init(hours: [MinutesOfDay]) { self.hours = hours }
}

extension WeekTemplate {
    /// Lays a week out: slots in a steady order over the worked days, spread evenly through each day, the break kept.
    ///
    /// Counts of slots follow the shares; what is left over after whole slots goes to treatment. O(slots).
    public init(_ plan: WeekPlan) {
        self.init()
        let worked = plan.hours.indices.filter { plan.hours[$0].minutes > plan.reservedMinutes[$0] }
        guard !worked.isEmpty, plan.bookableMinutes > 0 else { return }
        var slots = WeekTemplate.slots(plan)
        let total = slots.count
        for (position, dayIndex) in worked.enumerated() {
            // Largest part first, so that counts differ by one at most between days.
            let share = (total * (position + 1)) / worked.count - (total * position) / worked.count
            let today = Array(slots.prefix(share))
            slots.removeFirst(min(share, slots.count))
            place(today, on: dayIndex, plan: plan)
        }
    }

    /// The week's slots in the order in which they are dealt to the days: purposes interleaved by their shares.
    private static func slots(_ plan: WeekPlan) -> [SlotPurpose] {
        let bookable = Double(plan.bookableMinutes)
        let firsts = Int((bookable * plan.firstShare / Double(plan.firstMinutes)).rounded())
        let calls = Int((bookable * plan.keepingInTouchShare / Double(plan.callMinutes)).rounded())
        let left = plan.bookableMinutes - firsts * plan.firstMinutes - calls * plan.callMinutes
        let sessions = max(0, left / plan.sessionMinutes)
        let counts = [firsts, sessions, calls]
        var dealt = [0, 0, 0]
        let total = counts.reduce(0, +)
        return (0..<total).map { index in
            // The purpose that lags its share most; earlier purposes win ties.
            let lag = counts.indices.map { counts[$0] * (index + 1) - dealt[$0] * total }
            let chosen = counts.indices.reduce(0) { lag[$1] > lag[$0] ? $1 : $0 }
            dealt[chosen] += 1
            return SlotPurpose.allCases[chosen]
        }
    }

    private mutating func place(_ slots: [SlotPurpose], on dayIndex: Int, plan: WeekPlan) {
        guard let weekday = Weekday(rawValue: UInt8(dayIndex)), !slots.isEmpty else { return }
        let hours = plan.hours[dayIndex]
        // The first whole quantum: one that begins before would take reserved time, or time before the hours.
        let start = Quanta.index(minuteOfDay: hours.start + plan.reservedMinutes[dayIndex] + Quanta.minutes - 1)
        let end = Quanta.index(minuteOfDay: hours.end)
        let pause = Quanta.spanning(minutes: plan.breakMinutes)
        let lengths = slots.map { Quanta.spanning(minutes: plan.length(of: $0)) }
        let needed = lengths.reduce(0, +)
        let spare = max(0, end - start - needed - pause)
        // Gaps for notes between slots; clinicians differ in where the odd quanta fall.
        let gap = slots.count > 1 ? min(spare / slots.count, 6) : 0
        var quantum = start + (spare - gap * slots.count > 0 ? plan.rotation % (spare - gap * slots.count + 1) : 0)
        var pauseLeft = pause
        for (index, purpose) in slots.enumerated() {
            if pauseLeft > 0, index * 2 >= slots.count {
                quantum += pauseLeft
                pauseLeft = 0
            }
            let range = quantum..<(quantum + lengths[index])
            guard range.upperBound <= end else { break }
            self[weekday, purpose] = self[weekday, purpose] | DayGrid(range)
            quantum = range.upperBound + gap
        }
    }
}

extension WeekPlan {
    /// Length of a slot of a purpose, minutes.
    func length(of purpose: SlotPurpose) -> Int {
        switch purpose {
        case .firstAppointment: firstMinutes
        case .treatment: sessionMinutes
        case .keepingInTouch: callMinutes
        }
    }
}
