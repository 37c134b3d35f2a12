/// What is counted for each week, team and role. The measures that are read off these counts stand below.
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

/// The work of clinicians, by role (KP-8, KP-11, CL-12).
extension Measure {
    static let staff = [
        caseload,
        caseloadCap,
        perWholeTime(
            "completed-hours-per-wte", .hours, .completedMinutes, each: 60, "CL-2 KP-8", "Completed hours a WTE",
            "Hours of attended contact a week for each whole-time equivalent in post, leave and sickness included."
        ).everyWeek.better(.more),
        completedHours,
        completedHoursTarget,
        unusedSlots,
        role(
            "vacancy-share", .share(.vacantThousandths, of: [.vacantThousandths, .wteThousandths]), "KP-11", "Vacancy",
            "Share of whole-time equivalents whose post is vacant."
        ).better(.less),
        role(
            "leavers-a-year-share", .yearly(.leavers, of: .filledPosts), "KP-11 CL-7", "Leavers a year",
            "Clinicians who give notice or leave in a year, over filled posts; may pass 1."
        ).better(.less),
        role(
            "caseload-over-cap-share", .share(.postsOverCap, of: [.filledPosts]), "KP-11 CL-12", "Caseload over cap",
            "Share of filled posts and weeks with more people on the caseload than its cap."
        ).better(.less),
        role(
            "hours-over-target-share", .share(.postsOverTarget, of: [.filledPosts]), "KP-11 CL-12", "Hours over target",
            "Share of filled posts and weeks with more completed hours than the target."
        ).better(.less),
        role(
            "overrun-days-share", .share(.overrunDays, of: [.overbookedDays]), "AT-8", "Days that ran over",
            "Share of the days of overbooked diaries on which more came than the day has room for."
        ).better(.less),
        perWholeTime(
            "overrun-hours-per-wte", .hours, .overrunMinutes, each: 60, where: .overbookedDays, "AT-8",
            "Hours run over a WTE",
            "Hours a week by which overbooked days ran over, for each whole-time equivalent."
        ).better(.less),
    ]

    /// People on the caseload.
    public static let caseload = perWholeTime(
        "caseload-per-wte", .people, .caseload, "CL-1 KP-8", "Caseload a WTE",
        "People on the caseload for each whole-time equivalent."
    ).everyWeek

    /// What it is held to.
    public static let caseloadCap = perWholeTime(
        "caseload-cap-per-wte", .people, .caseloadCap, "CL-1", "Caseload cap a WTE",
        "Most people on a caseload for each whole-time equivalent.")

    /// Clinical hours completed in a week at work: a target of hours a week knows no leave, sickness and holidays.
    public static let completedHours = perWholeTime(
        "completed-hours-per-wte-at-work", .hours, .completedMinutes, each: 60, of: .presentThousandths, "CL-2 KP-8",
        "Hours a WTE at work",
        "Hours of attended contact a week for each whole-time equivalent at work, leave and sickness left out."
    ).everyWeek.better(.more)

    /// What they are held to.
    public static let completedHoursTarget = perWholeTime(
        "completed-hours-target-per-wte", .hours, .targetMinutes, each: 60, "CL-2", "Target of hours a WTE",
        "Target of completed hours a week for each whole-time equivalent.")

    /// Bookable slots that nobody used.
    public static let unusedSlots = role(
        "slots-unused-share", .share(.unusedMinutes, of: [.bookableMinutes]), "KP-8", "Slots unused",
        "Share of bookable time that nobody was booked into."
    ).everyWeek.better(.less)

    private static func role(
        _ name: String, _ count: RoleCount, _ rules: String, _ title: String, _ meaning: String
    ) -> Measure {
        Measure(.plain(name), .share, .role(count), rules, title, meaning).with { $0.splits = .roles }
    }

    private static func perWholeTime(
        _ name: String, _ unit: MeasureUnit, _ counter: RoleCounter, each: Double = 1,
        of whole: RoleCounter = .wteThousandths, where present: RoleCounter? = nil, _ rules: String, _ title: String,
        _ meaning: String
    ) -> Measure {
        let count = RoleCount.perWholeTime(counter, each: each, of: whole, where: present)
        return Measure(.plain(name), unit, .role(count), rules, title, meaning).with { $0.splits = .roles }
    }
}
