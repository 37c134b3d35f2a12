public import CareModel
public import Diaries

/// Everything that the policy sees of capacity: clinicians, their usual weeks, their absences, what is booked.
///
/// The simulator holds one and the booking service loads one; the same functions decide in both. It knows no clock:
/// `today` and `now` are always given.
public struct Capacity: ~Copyable {
    /// The clinicians, team by team, step 2 before step 3.
    public internal(set) var clinicians: [Clinician]
    /// What is booked.
    public internal(set) var diary: DiaryBook
    /// Rooms, and what is booked of them (CL-9).
    @usableFromInline var roomBook: RoomBook
    /// Clinicians of each team and step: index team · 2 + step.
    @usableFromInline let ranges: [Range<Int>]
    /// Who works when (PO-1, PO-2).
    @usableFromInline var weeks: WorkingWeeks
    /// Absences, clinician by clinician, day by day.
    @usableFromInline let absences: UnsafeMutablePointer<AbsenceReason>
    /// Searches known to find nothing on a clinician's day: a bit for each purpose, wish and release (``DaySearch``).
    /// It only saves time.
    @usableFromInline let fullPages: UnsafeMutablePointer<UInt32>
    /// Days on which nobody works.
    @usableFromInline let calendar: WorkingCalendar
    /// Days ahead at which unused time is released, by team (PO-2).
    @usableFromInline var releaseDays: [Int32]
    /// Days without a free slot for anybody: group team · 2 + step.
    @usableFromInline var fullDays: FullDays
    /// The last request for a session that found each clinician's diary full.
    @usableFromInline var fullDiaries: [FullDiary]
    /// The length that ``fullDays`` and ``fullPages`` were learned for: index group · 3 + kind, minutes.
    @usableFromInline var learnedMinutes: [Int]

    /// The rooms, by index (CL-9).
    @inlinable public var rooms: [Room] { roomBook.rooms }

    /// The first day of the diaries.
    public var first: CivilDay { diary.first }

    /// Capacity with empty diaries and no bookable time yet.
    /// - Parameters:
    ///   - clinicians: sorted by team, then step 2 before step 3.
    ///   - teamCount: teams.
    ///   - calendar: the working days; its range is the range of the diaries.
    ///   - rooms: the rooms that people are seen in face to face; a team without any needs none (CL-9).
    public init(clinicians: [Clinician], teamCount: Int, calendar: WorkingCalendar, rooms: [Room] = []) {
        self.clinicians = clinicians
        self.calendar = calendar
        roomBook = RoomBook(rooms, teams: teamCount, clinicians: clinicians.count, calendar: calendar)
        diary = DiaryBook(first: calendar.first, dayCount: calendar.dayCount, resourceCount: clinicians.count)
        ranges = (0..<teamCount * 2).map { group in
            let members = clinicians.indices.filter {
                Int(clinicians[$0].team) * 2 + Int(clinicians[$0].role.step.rawValue) == group
            }
            guard let low = members.first, let high = members.last else { return 0..<0 }
            precondition(high - low + 1 == members.count, "clinicians are sorted by team and step")
            return low..<(high + 1)
        }
        weeks = WorkingWeeks(
            clinicians: clinicians.count, teams: teamCount, first: calendar.first, dayCount: calendar.dayCount)
        let pages = max(1, clinicians.count * calendar.dayCount)
        absences = UnsafeMutablePointer<AbsenceReason>.allocate(capacity: pages)
        absences.initialize(repeating: [], count: pages)
        fullPages = UnsafeMutablePointer<UInt32>.allocate(capacity: pages)
        fullPages.initialize(repeating: 0, count: pages)
        releaseDays = [Int32](repeating: 0, count: teamCount)
        fullDays = FullDays(groups: teamCount * 2, first: calendar.first, dayCount: calendar.dayCount)
        fullDiaries = [FullDiary](repeating: FullDiary(), count: clinicians.count)
        learnedMinutes = [Int](repeating: Int.max, count: teamCount * 6)
    }

    deinit {
        absences.deallocate()
        fullPages.deallocate()
    }

    /// The last day of the diaries.
    @inlinable var lastPage: CivilDay { diary.first + Int32(truncatingIfNeeded: diary.dayCount - 1) }

    /// Teams.
    public var teamCount: Int { releaseDays.count }

    /// The clinicians of a team at a step.
    @inlinable
    public func range(team: Int, step: Step) -> Range<Int> { ranges[team * 2 + Int(step.rawValue)] }

    /// The clinicians of a team, step 2 before step 3.
    public func range(team: Int) -> Range<Int> {
        let low = range(team: team, step: .low)
        let high = range(team: team, step: .high)
        if low.isEmpty { return high }
        return high.isEmpty ? low : low.lowerBound..<high.upperBound
    }

    @inlinable @inline(__always)
    func page(_ clinician: Int, _ day: CivilDay) -> Int {
        assert(clinician >= 0, "nobody has no diary")
        return clinician * diary.dayCount + Int(day - diary.first)
    }
}
