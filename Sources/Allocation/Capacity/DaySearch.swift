public import CareModel
public import Diaries

/// What a search for a slot asks of each day, worked out once: most days turn out to be full, and must cost little.
@frozen
@usableFromInline
struct DaySearch: BitwiseCopyable {
    /// What closes a day of a clinician to the search.
    @usableFromInline let closing: AbsenceReason
    /// Quanta in a row that must be free.
    @usableFromInline let length: Int
    /// What for.
    @usableFromInline let purpose: SlotPurpose
    /// The last day on which time set aside for other purposes counts (PO-2).
    @usableFromInline let releasedUntil: CivilDay
    /// The first day that is looked at, of which only a part may count.
    @usableFromInline let firstDay: CivilDay
    /// Whether only a part of the first day counts.
    @usableFromInline let isBounded: Bool
    /// The quanta in which the person can come.
    @usableFromInline let wishes: DayGrid
    /// Those of the first day.
    @usableFromInline let firstWishes: DayGrid
    /// The bits of a page that say that this search finds nothing there, before and after the release of time.
    @usableFromInline let fullBits: UInt32
    @usableFromInline let releasedFullBits: UInt32
    /// The bits to set on a page where it found nothing.
    @usableFromInline let learnedBits: UInt32
    @usableFromInline let releasedLearnedBits: UInt32

    /// - Parameters:
    ///   - releasedUntil: the last day of released time, for somebody without priority.
    ///   - memory: whether what is known of full pages counts, and grows.
    @inlinable
    init(_ request: SlotRequest, releasedUntil: CivilDay, memory: SearchMemory) {
        closing = request.avoidsDaysBeforeLeave ? [.seesNobody, .beforeLongAbsence] : .seesNobody
        length = Quanta.spanning(minutes: request.minutes)
        purpose = SlotPurpose(request.kind)
        self.releasedUntil = request.hasPriority ? CivilDay(number: Int32.max) : releasedUntil
        firstDay = request.earliest.day
        isBounded = request.earliest.minuteOfDay > 0
        wishes = request.timeOfDay.grid
        let bound = Quanta.index(minuteOfDay: request.earliest.minuteOfDay + Quanta.minutes - 1)
        firstWishes = isBounded ? wishes & DayGrid(bound..<Quanta.perDay) : wishes
        let anyTime = DaySearch.bit(purpose, .any)
        let wish = DaySearch.bit(purpose, request.timeOfDay)
        // A page that is full for somebody without wishes is full for everybody.
        fullBits = memory.contains(.uses) ? anyTime | wish : 0
        learnedBits = memory.contains(.learns) ? wish : 0
        releasedFullBits = fullBits << 1
        releasedLearnedBits = learnedBits << 1
    }

    /// The bit of a kind of search before the release of time; the bit after it is the next.
    @inlinable @inline(__always)
    static func bit(_ purpose: SlotPurpose, _ wish: TimeOfDayPreference) -> UInt32 {
        1 << (UInt32(purpose.rawValue) * 8 + UInt32(wish.rawValue) * 2)
    }

    /// Whether time set aside for other purposes counts on a day.
    @inlinable @inline(__always)
    func isReleased(_ day: CivilDay) -> Bool { day <= releasedUntil }

    /// The bits of a day's page that say that nothing can be found there.
    @inlinable @inline(__always)
    func fullBits(on day: CivilDay) -> UInt32 { isReleased(day) ? releasedFullBits : fullBits }
}
