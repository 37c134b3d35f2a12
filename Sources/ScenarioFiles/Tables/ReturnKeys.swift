internal import ServiceSimulation

/// `returns`: people who come back after their episode has ended.
enum ReturnKeys {
    /// Coming back.
    static let all: [Key<ReturnInput>] = [
        .share(
            "after-recovery", \.afterRecovery, 0...0.95, source: .assumed, rules: "TX-14",
            "Of people who finished a course and were no longer a case, who are referred again within a year, on top "
                + "of referrals.per-week."),
        .share(
            "after-course", \.afterCourse, 0...0.95, source: .assumed, rules: "TX-14",
            "Of people who finished a course still a case, who are referred again within a year, on top of "
                + "referrals.per-week."),
        .share(
            "after-leaving", \.afterLeaving, 0...0.95, source: .assumed, rules: "TX-14 RF-9 RF-11",
            "Of people who left before a course was finished, who are referred again within a year, on top of "
                + "referrals.per-week."),
        .days(
            "earliest-days", \.earliestDays, 0...300, source: .assumed, rules: "TX-14",
            "Days after the end of an episode before which nobody comes back; from then on the chance stays as it is."),
        .share(
            "relapse", \.relapse, 0...1.5, source: .assumed, rules: "TX-14 TX-10",
            "Of what scores fell in the last episode, what has come back with the person; 1 is as unwell as at the "
                + "last referral."),
        .share(
            "looks-like-high-intensity", \.looksLikeHighIntensity, source: .assumed, rules: "TX-14 RF-4",
            "How many more of those who had a course before look like step 3 at screening."),
    ]
}
