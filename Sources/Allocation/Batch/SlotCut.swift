public import CareModel
import Diaries

/// How free time is cut into slots for a batch.
public struct SlotCut: Sendable {
    /// What the slots are for.
    public var kind: AppointmentKind
    /// The step of the clinicians.
    public var step: Step
    /// Length of a slot, minutes, 5 … 320.
    public var minutes: Int

    /// A cut.
    public init(kind: AppointmentKind, step: Step, minutes: Int) {
        self.kind = kind
        self.step = step
        self.minutes = minutes
    }
}

extension SlotCut {
    /// The free time of some clinicians as slots: by clinician, day and start, none overlapping another.
    ///
    /// Each free run is cut from its start, so that somebody without priority who can come at any time finds the first
    /// slot where the live search does. Time that several cuts may use, because it was released, goes to the first of
    /// them. Time set aside for other purposes comes last, and only for people with priority. O(clinicians · days ·
    /// slots of a day).
    /// - Parameters:
    ///   - cuts: in the order in which they may take time.
    ///   - capacity: whose free time it is.
    ///   - members: the clinicians.
    ///   - days: the days to look at, as far as there are diaries.
    ///   - today: the day on which the question is asked.
    public static func freeSlots(
        _ cuts: [SlotCut], of capacity: borrowing Capacity, with members: Range<Int>, days: ClosedRange<CivilDay>,
        today: CivilDay
    ) -> [BatchSlot] {
        var slots: [BatchSlot] = []
        for clinician in members {
            var day = max(days.lowerBound, capacity.first)
            let last = min(days.upperBound, capacity.clinicians[clinician].lastDay)
            while day <= last, capacity.diary.hasPage(for: day) {
                if !capacity.calendar.isHoliday(day) {
                    cut(cuts, capacity, clinician, on: day, today: today, into: &slots)
                }
                day = day + 1
            }
        }
        return slots
    }

    private static func cut(
        _ cuts: [SlotCut], _ capacity: borrowing Capacity, _ clinician: Int, on day: CivilDay, today: CivilDay,
        into slots: inout [BatchSlot]
    ) {
        var taken = DayGrid()
        let start = slots.count
        for isOnlyForPriority in [false, true] {
            for cut in cuts where cut.step == capacity.clinicians[clinician].role.step {
                let length = Quanta.spanning(minutes: cut.minutes)
                var open = capacity.free(
                    clinician, on: day, for: SlotPurpose(cut.kind), today: today, anyPurpose: isOnlyForPriority
                ).subtracting(taken)
                while let quantum = open.firstRun(length) {
                    let run = DayGrid(quantum..<quantum + length)
                    open = open.subtracting(run)
                    taken = taken | run
                    var slot = cut.slot(capacity, clinician, on: day, quantum: quantum, today: today)
                    slot.isOnlyForPriority = isOnlyForPriority
                    slots.append(slot)
                }
            }
        }
        slots[start...].sort { $0.start < $1.start }
    }

    private func slot(
        _ capacity: borrowing Capacity, _ clinician: Int, on day: CivilDay, quantum: Int, today: CivilDay
    ) -> BatchSlot {
        let team = Int(capacity.clinicians[clinician].team)
        let request = SlotRequest(
            kind: kind, minutes: minutes, team: team, step: step, earliest: day.start, latest: day)
        let offer = capacity.offer(request, clinician: clinician, day: day, quantum: quantum, today: today, reasons: [])
        var slot = BatchSlot(offer, kind: kind)
        slot.servesStepBelow = capacity.servesStepBelow(kind, step: step, team: team, on: day)
        return slot
    }
}
