/// Rows of how episodes end, and of how many reach treatment (KP-5, KP-6, KP-7, EQ-3).
enum OutcomeMeasures {
    static let rows = [
        Measure.endedBeforeTreatment,
        Measure.share(
            "ended-after-one", .endedAfterOne, .closed, "KP-5", "Ended after one",
            "Share of ended episodes that had one treatment contact."
        ).better(.less),
        Measure.recovery,
        Measure.reliableImprovement,
        Measure.share(
            "reliable-recovery", .reliablyRecovered, .finishedCases, "KP-7", "Rel. recovery, finished cases",
            "Share of finished courses that began as a case and both recovered and reliably improved."
        ).shown(.outcomes).better(.more),
        Measure(
            .plain("access-rate"), .share, .access, "EQ-3 KP-12", "Access rate, share of need",
            "People entering treatment a year over the people in need; the runs' pace, as if for a year."
        ).shown(.outcomes, brief: true).besideGroups(9, "Access rate").better(.more).with {
            $0.leastShare = 0.25
            $0.restsOn = ".population.registered"
        },
    ]
}

extension Measure {
    /// Episodes that ended before treatment.
    public static let endedBeforeTreatment = share(
        "ended-before-treatment", .endedBeforeTreatment, .closed, "KP-5 KP-12", "Ended before treatment",
        "Share of ended episodes that had no treatment contact."
    ).better(.less).besideGroups(3, "Ended before treatment")

    /// Cases that recovered.
    public static let recovery = share(
        "recovery", .recovered, .finishedCases, "KP-6 KP-12", "Recovery, of finished cases",
        "Share of finished courses that began as a case and ended below caseness."
    ).shown(.outcomes, brief: true).better(.more).besideGroups(6, "Recovery").with { $0.leastShare = 0.5 }

    /// Courses after which people were reliably better.
    public static let reliableImprovement = share(
        "reliable-improvement", .reliablyImproved, .finishedCourses, "KP-7", "Rel. improvement, of finished",
        "Share of finished courses whose scores improved by more than their error."
    ).shown(.outcomes).better(.more).besideGroups(7, "Reliable improvement")
}
