/// What is counted for each week, team and role. The measures that are read off these counts are in `Rows`.
public enum RoleCounter: Int, CaseIterable, Sendable {
    /// People on caseloads at the end of the week.
    case caseload
    /// Caseload caps of filled posts.
    case caseloadCap
    /// Thousandths of WTE in filled posts.
    case wteThousandths
    /// Minutes of attended appointments.
    case completedMinutes
    /// Target of completed minutes.
    case targetMinutes
    /// Bookable minutes of clinicians at work.
    case bookableMinutes
    /// Of these, minutes that nobody was booked into at the end.
    case unusedMinutes
    /// Thousandths of WTE in vacant posts (KP-11).
    case vacantThousandths
    /// Filled posts (KP-11).
    case filledPosts
    /// Clinicians who gave notice or left (KP-11).
    case leavers
    /// Filled posts with more people on the caseload than its cap (KP-11, CL-12).
    case postsOverCap
    /// Filled posts with more completed minutes in the week than the target (KP-11, CL-12).
    case postsOverTarget
    /// Days on which somebody saw people, while diaries are overbooked (AT-8).
    case overbookedDays
    /// Of these, days on which more came than the day has room for.
    case overrunDays
    /// Minutes by which they ran over.
    case overrunMinutes
    /// Thousandths of WTE at work: a filled post counts for the days of its usual week on which the clinician is there.
    case presentThousandths

    /// Its place among all, which is its raw value, read so that it costs nothing in another module. O(1).
    @inlinable public var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

    /// How many there are.
    @inlinable public static var count: Int { presentThousandths.index + 1 }
}
