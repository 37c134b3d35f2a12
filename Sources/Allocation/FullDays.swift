public import CareModel

/// One stretch of days known to have no free slot, so that a search need not look there again.
///
/// It only saves time: a search gives the same answer with and without it. A day that is full for one length may have
/// room for a shorter one.
@frozen
public struct FullDays: Sendable, Equatable, BitwiseCopyable {
    /// The first day of the stretch.
    @usableFromInline var from = CivilDay(number: 0)
    /// The day after the last.
    @usableFromInline var end = CivilDay(number: 0)
    /// The length that found no slot there, minutes.
    @usableFromInline var minutes = 0

    /// Nothing is known.
    @inlinable
    public init() {}

    /// The first day from `day` on that may have a free slot of so many minutes.
    @inlinable
    public func skip(_ day: CivilDay, minutes: Int) -> CivilDay {
        day >= from && day < end && minutes >= self.minutes ? end : day
    }

    /// No slot of so many minutes is free from `first` until, but without, `last`.
    @inlinable
    public mutating func learn(from first: CivilDay, until last: CivilDay, minutes: Int) {
        guard last > first else { return }
        if minutes == self.minutes, first <= end, last >= from, end > from {
            from = min(from, first)
            end = max(end, last)
        } else if last - first >= end - from {
            from = first
            end = last
            self.minutes = minutes
        }
    }

    /// Something may be free on `day` again: keeps the longer part of what is known.
    @inlinable
    public mutating func reopen(_ day: CivilDay) {
        guard day >= from, day < end else { return }
        if day - from > end - (day + 1) { end = day } else { from = day + 1 }
    }
}
