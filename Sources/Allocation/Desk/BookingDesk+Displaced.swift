public import CareModel
import Diaries

/// Why what is booked can no longer take place where and when it was to.
@frozen
public enum Displacement: Hashable, Sendable, BitwiseCopyable {
    /// It lies outside the hours in which the clinician works now (CL-3).
    case outsideHours(clinician: UInt32)
    /// Its room is closed (CL-9).
    case roomClosed(UInt32)
}

extension BookingDesk {
    /// The sessions beyond the next one that cannot take place as they were to on a range of days, by person, then
    /// start (BK-2, BK-6). O(booked).
    public func displacedLater(_ why: Displacement, on days: ClosedRange<CivilDay>) -> [LaterSession] {
        laterSessions.filter { days.contains($0.slot.start.day) && $0.slot.start > now && isDisplaced($0.slot, why) }
    }

    /// Who is booked and cannot be seen as they were to be on a range of days, by start, then number (BK-6). O(people).
    public func displaced(_ why: Displacement, on days: ClosedRange<CivilDay>) -> [Int] {
        var found = episodes.indices.filter { person in
            people[person].isBooked && people[person].slotStart > now && days.contains(people[person].slotStart.day)
                && isDisplaced(people[person].slot, why)
        }
        found.sort { (people[$0].slotStart, $0) < (people[$1].slotStart, $1) }
        return found
    }

    /// Cancels what cannot take place as it was to: sessions beyond the next one first, so that nobody is given one of
    /// them instead (BK-2); people are rebooked first (AT-10, BK-6).
    mutating func cancelDisplaced(_ why: Displacement, _ days: ClosedRange<CivilDay>) {
        for session in displacedLater(why, on: days) {
            endLater(Int(session.person), at: session.slot.start, .byService)
        }
        for person in displaced(why, on: days) { cancelledByService(person) }
    }

    private func isDisplaced(_ slot: SlotOffer, _ why: Displacement) -> Bool {
        switch why {
        case .roomClosed(let room): slot.room == Int32(room)
        case .outsideHours(let clinician):
            slot.clinician == Int32(clinician) && capacity.diary.hasPage(for: slot.start.day)
                && !capacity.isBookable(slot)
        }
    }
}

extension Capacity {
    /// Whether a slot lies in the clinician's hours on its day, for whatever purpose: those of the usual week, or of
    /// the assessment week while one is on. O(1).
    /// - Parameter slot: on a day of the diaries.
    public func isBookable(_ slot: SlotOffer) -> Bool {
        let (clinician, day) = (Int(slot.clinician), slot.start.day)
        let wanted = DayGrid(slot.quanta)
        let index = Capacity.weekIndex(weekBase(clinician, on: day), day.weekday, Capacity.anyPurpose)
        if usualWeeks[index] & wanted == wanted { return true }
        let isAssessing = isAssessmentWeek(team: Int(clinicians[clinician].team), day)
        return isAssessing && assessmentWeeks[index] & wanted == wanted
    }
}
