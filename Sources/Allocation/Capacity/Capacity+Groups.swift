public import CareModel
import Diaries

extension Capacity {
    /// Whether a clinician could lead something at the same time on several days: at work, within the hours that can be
    /// booked on that day, and nothing booked (TX-4, BK-1). O(days).
    public func isFree(_ clinician: Int, on days: some Sequence<CivilDay>, quanta: Range<Int>) -> Bool {
        for day in days where !isFree(clinician, on: day, quanta: quanta) { return false }
        return true
    }

    private func isFree(_ clinician: Int, on day: CivilDay, quanta: Range<Int>) -> Bool {
        isThere(clinician, on: day, quanta: quanta)
            && (diary.booked(clinician, on: day) & DayGrid(quanta)).isEmpty
    }

    /// Whether a clinician is there at some time of a day: at work, within the hours that can be booked on that day
    /// (TX-4, CL-3). O(1).
    public func isThere(_ clinician: Int, on day: CivilDay, quanta: Range<Int>) -> Bool {
        guard isThere(clinician, on: day) else { return false }
        let hours = bookable(clinician, on: day).runs
        guard let first = hours.first, let last = hours.last else { return false }
        return first.lowerBound <= quanta.lowerBound && quanta.upperBound <= last.upperBound
    }

    /// Whether a clinician who was to lead a session is there to do so (TX-4). O(1).
    public func isThere(_ clinician: Int, on day: CivilDay) -> Bool {
        isAtWork(clinician, on: day) && day <= clinicians[clinician].lastDay
    }

    /// Books time that belongs to no one person.
    /// - Returns: whether it was free.
    public mutating func bookTime(_ clinician: Int, on day: CivilDay, quanta: Range<Int>) -> Bool {
        diary.book(clinician, on: day, quanta: quanta)
    }

    /// Frees time that was booked for no one person.
    public mutating func releaseTime(_ clinician: Int, on day: CivilDay, quanta: Range<Int>) {
        diary.release(clinician, on: day, quanta: quanta)
        reopen(clinician, on: day)
    }

    /// Who manages the case of somebody in a group (TX-4): of the PWPs (CL-15) who are there and not about to leave,
    /// one who may take somebody on, else the emptiest caseload, beyond its cap if need be (CL-1); ties by index.
    /// - Parameter except: somebody who cannot; -1 is nobody.
    /// - Returns: nil if nobody is there.
    public func caseManager(team: Int, today: CivilDay, except: Int = -1) -> Int? {
        var best = -1
        var bestHasRoom = false
        for clinician in range(team: team, step: .low) where clinician != except {
            let who = clinicians[clinician]
            guard who.role.isPractitioner, today < who.windsDownFrom, today <= who.lastDay,
                absence(clinician, on: today).isDisjoint(with: .closedToNewPeople)
            else { continue }
            let hasRoom = mayTakeOn(clinician, today: today)
            if best < 0 || hasRoom && !bestHasRoom || hasRoom == bestHasRoom && isEmptier(clinician, than: best) {
                best = clinician
                bestHasRoom = hasRoom
            }
        }
        return best >= 0 ? best : nil
    }
}
