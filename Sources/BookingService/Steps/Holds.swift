import Allocation
import BookingStore
import CareModel

/// Slots that are kept for people for a while (BK-1).
struct Holds: StepPart {
    let step: CommandStep

    /// A hold that keeps its slot.
    func open(_ hold: Int64) throws -> HoldRecord {
        guard let record = try writer.hold(hold) else { throw BookingError.noSuchHold(hold) }
        let isPast = record.outcome == nil && record.held.expires <= context.now
        if let outcome = isPast ? .expired : record.outcome { throw BookingError.holdEnded(hold, outcome) }
        return record
    }

    /// Ends what is held for a person.
    /// - Returns: the latest hold that was open; nil if none was.
    func end(of person: Int64) throws -> Int64? {
        try decisions().log.endHolds(of: person)
    }

    /// Gives up a hold that is open.
    func release(_ record: HoldRecord) throws { try decisions().log.endHold(record.hold) }

    /// Why a rule was overridden when a slot was held for a person, if one was.
    func overrideReason(of hold: Int64, _ person: Int64) throws -> String? {
        for entry in try writer.events(ofPerson: person).reversed() {
            if case .held(let held) = entry.event, held.hold == hold { return held.overrideReason }
        }
        return nil
    }

    /// Ends holds on some days that can keep nothing any more.
    func end(
        _ decisions: inout DecisionWriter, on days: ClosedRange<CivilDay>,
        where isLost: (SlotOffer, _ person: Int?) -> Bool
    ) throws {
        for held in box.holds {
            guard let slot = held.slot, days.contains(slot.start.day), isLost(slot, held.person.map { Int($0) - 1 })
            else { continue }
            try decisions.log.endHold(held.hold)
        }
    }
}

extension CommandStep {
    /// Slots that are kept for people for a while.
    var holds: Holds { Holds(step: self) }
}
