/// Rows of the work of clinicians, by role (KP-8, KP-11, CL-12).
enum RoleMeasures {
    static let rows = [
        Measure.caseload,
        Measure.caseloadCap,
        perWholeTime(
            "completed-hours-per-wte", .hours, .completedMinutes, each: 60, "CL-2 KP-8", "Completed hours a WTE",
            "Hours of attended contact a week for each whole-time equivalent in post, leave and sickness included."
        ).everyWeek.better(.more),
        Measure.completedHours,
        Measure.completedHoursTarget,
        Measure.unusedSlots,
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

    fileprivate static func role(
        _ name: String, _ count: Measure.RoleCount, _ rules: String, _ title: String, _ meaning: String
    ) -> Measure {
        Measure(.plain(name), .share, .role(count), rules, title, meaning).with { $0.splits = .roles }
    }

    fileprivate static func perWholeTime(
        _ name: String, _ unit: MeasureUnit, _ counter: RoleCounter, each: Double = 1,
        of whole: RoleCounter = .wteThousandths, where present: RoleCounter? = nil, _ rules: String, _ title: String,
        _ meaning: String
    ) -> Measure {
        let count = Measure.RoleCount.perWholeTime(counter, each: each, of: whole, where: present)
        return Measure(.plain(name), unit, .role(count), rules, title, meaning).with { $0.splits = .roles }
    }
}

extension Measure {
    /// People on the caseload.
    public static let caseload = RoleMeasures.perWholeTime(
        "caseload-per-wte", .people, .caseload, "CL-1 KP-8", "Caseload a WTE",
        "People on the caseload for each whole-time equivalent."
    ).everyWeek

    /// What it is held to.
    public static let caseloadCap = RoleMeasures.perWholeTime(
        "caseload-cap-per-wte", .people, .caseloadCap, "CL-1", "Caseload cap a WTE",
        "Most people on a caseload for each whole-time equivalent.")

    /// Clinical hours completed in a week at work: a target of hours a week knows no leave, sickness and holidays.
    public static let completedHours = RoleMeasures.perWholeTime(
        "completed-hours-per-wte-at-work", .hours, .completedMinutes, each: 60, of: .presentThousandths, "CL-2 KP-8",
        "Hours a WTE at work",
        "Hours of attended contact a week for each whole-time equivalent at work, leave and sickness left out."
    ).everyWeek.better(.more)

    /// What they are held to.
    public static let completedHoursTarget = RoleMeasures.perWholeTime(
        "completed-hours-target-per-wte", .hours, .targetMinutes, each: 60, "CL-2", "Target of hours a WTE",
        "Target of completed hours a week for each whole-time equivalent.")

    /// Bookable slots that nobody used.
    public static let unusedSlots = RoleMeasures.role(
        "slots-unused-share", .share(.unusedMinutes, of: [.bookableMinutes]), "KP-8", "Slots unused",
        "Share of bookable time that nobody was booked into."
    ).everyWeek.better(.less)
}
