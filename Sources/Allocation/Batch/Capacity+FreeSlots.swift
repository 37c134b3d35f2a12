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

extension Capacity {
    /// The free time of some clinicians as slots: by clinician, day and start, none overlapping another.
    ///
    /// Each free run is cut from its start, so that somebody without priority who can come at any time finds the first
    /// slot where the live search does. Time that several cuts may use, because it was released, goes to the first of
    /// them. Time set aside for other purposes comes last, and only for people with priority. O(clinicians · days ·
    /// slots of a day).
    /// - Parameters:
    ///   - cuts: in the order in which they may take time.
    ///   - members: the clinicians.
    ///   - days: the days to look at, as far as there are diaries.
    ///   - today: the day on which the question is asked.
    public func freeSlots(
        _ cuts: [SlotCut], with members: Range<Int>, days: ClosedRange<CivilDay>, today: CivilDay
    ) -> [BatchSlot] {
        var slots: [BatchSlot] = []
        for clinician in members {
            var day = max(days.lowerBound, first)
            let last = min(days.upperBound, clinicians[clinician].lastDay)
            while day <= last, diary.hasPage(for: day) {
                if !calendar.isHoliday(day) { cut(cuts, clinician, on: day, today: today, into: &slots) }
                day = day + 1
            }
        }
        return slots
    }

    private func cut(
        _ cuts: [SlotCut], _ clinician: Int, on day: CivilDay, today: CivilDay, into slots: inout [BatchSlot]
    ) {
        var taken = DayGrid()
        let start = slots.count
        for isOnlyForPriority in [false, true] {
            for cut in cuts where cut.step == clinicians[clinician].role.step {
                let length = Quanta.spanning(minutes: cut.minutes)
                var open = free(
                    clinician, on: day, for: SlotPurpose(cut.kind), today: today, anyPurpose: isOnlyForPriority
                ).subtracting(taken)
                while let quantum = open.firstRun(length) {
                    let run = DayGrid(quantum..<quantum + length)
                    open = open.subtracting(run)
                    taken = taken | run
                    var slot = slot(cut, clinician, on: day, quantum: quantum, today: today)
                    slot.isOnlyForPriority = isOnlyForPriority
                    slots.append(slot)
                }
            }
        }
        slots[start...].sort { $0.start < $1.start }
    }

    private func slot(
        _ cut: SlotCut, _ clinician: Int, on day: CivilDay, quantum: Int, today: CivilDay
    ) -> BatchSlot {
        let team = Int(clinicians[clinician].team)
        let request = SlotRequest(
            kind: cut.kind, minutes: cut.minutes, team: team, step: cut.step, earliest: day.start, latest: day)
        let offer = offer(request, clinician: clinician, day: day, quantum: quantum, today: today, reasons: [])
        var slot = BatchSlot(offer, kind: cut.kind)
        slot.servesStepBelow = servesStepBelow(cut.kind, step: cut.step, team: team, on: day)
        return slot
    }
}
