internal import CareModel
internal import ServiceSimulation

/// `first-appointments`, `step-up`, `waiting` and `keeping-in-touch`: from the assessment to treatment.
enum FirstAppointmentKeys {
    /// First appointments and what comes of them.
    static let firstAppointments: [Key<FirstAppointmentInput>] = [
        .days(
            "booking-horizon-days", \.bookingHorizonDays, 7...180, source: .assumed, rules: "FA-1",
            "Days ahead that first appointments are booked."),
        .days(
            "notice-days", \.noticeDays, 0...30, source: .assumed, rules: "FA-1",
            "Notice that a person needs; nobody is booked for the same day."),
        .choice(
            "allocation", \.allocation, CaseAllocation.allCases.map { ($0.name, $0) }, source: .policy, rules: "CL-18",
            "Who assesses and treats: whoever has time first and whoever has room, from a shared list; or one "
                + "clinician, allocated at referral."),
        .share(
            "short-notice", \.shortNotice, source: .assumed, rules: "FA-5",
            "People who can come at shorter notice; freed slots go to them."),
        .share(
            "treatment-begins", \.treatmentBegins, source: .policy, rules: "FA-3",
            "Attended first appointments that are a first treatment contact as well."),
        .share(
            "advice-below-caseness", \.adviceBelowCaseness, source: .assumed, rules: "RF-9",
            "People below caseness who are discharged with advice or self-help."),
        .share("advice", \.advice, source: .assumed, rules: "FA-3", "Cases discharged with advice or self-help."),
        .share("signposted", \.signposted, source: .assumed, rules: "FA-3", "People signposted elsewhere."),
        .share(
            "referred-on", \.referredOn, source: .assumed, rules: "ST-3",
            "People referred on to secondary care, step 4 or step 5."),
        .share("declines", \.declines, source: .assumed, rules: "FA-3", "People who decline treatment."),
        .flag(
            "steps-by-score", \.stepsByScore, source: .policy, rules: "ST-4",
            "Whether scores decide the step of treatment, instead of the two shares that follow."),
        .count(
            "thresholds.lowest", \.thresholds.lowest, 0...27, unit: "points", source: .policy, rules: "ST-4 RF-9",
            "The lowest PHQ-9 or GAD-7 that step 2 treats; who scores below it in both is given advice."),
        .count(
            "thresholds.step-3-depression", \.thresholds.stepThreeDepression, 1...27, unit: "PHQ-9 points",
            source: .policy, rules: "ST-4", "The lowest PHQ-9 of step 3."),
        .count(
            "thresholds.step-3-anxiety", \.thresholds.stepThreeAnxiety, 1...21, unit: "GAD-7 points",
            source: .policy, rules: "ST-4", "The lowest GAD-7 of step 3."),
        .count(
            "thresholds.step-3-plus-depression", \.thresholds.stepThreePlusDepression, 1...27,
            unit: "PHQ-9 points", source: .policy, rules: "ST-4", "The lowest PHQ-9 of step 3+."),
        .share(
            "low-to-high", \.lowToHigh, source: .assumed, rules: "ST-5",
            "People assessed at step 2 and taken on who go straight to step 3."),
        .share(
            "high-to-low", \.highToLow, source: .assumed, rules: "ST-2 FA-3",
            "People assessed at step 3 and taken on who go to step 2."),
        .share(
            "self-help-first", \.selfHelpFirst, source: .assumed, rules: "PO-4",
            "People who would go to step 3 and take guided self-help first, because it is readily available."),
        .weeks(
            "put-off-weeks-before-birth", \.putOffWeeksBeforeBirth, 0...40, source: .assumed, rules: "PR-3",
            "Weeks before a birth from which treatment waits until after it."),
        .weeks(
            "resume-weeks-after-birth", \.resumeWeeksAfterBirth, 0...52, source: .assumed, rules: "PR-3",
            "Weeks after a birth at which treatment starts."),
    ]

    /// Moving between step 2 and step 3.
    static let stepUp: [Key<StepUpInput>] = [
        .share(
            "proposed-of-cases", \.proposedOfCases, source: .assumed, rules: "ST-1",
            "People who end step 2 still a case and are proposed for step 3."),
        .days(
            "supervision-working-days", \.supervisionWorkingDays, 0...30, source: .policy, rules: "ST-1 ST-9",
            "Longest wait for the discussion in supervision, and for an answer to a question, working days."),
        .share(
            "urgent", \.urgent, source: .assumed, rules: "ST-9 ST-1",
            "Proposed step-ups that are urgent, and answered at once."),
        .minutes(
            "urgent-minutes", \.urgentMinutes, 5...1440, source: .policy, rules: "ST-9",
            "Minutes within which supervision answers an urgent question."),
        .share(
            "down-at-review", \.downAtReview, source: .assumed, rules: "ST-2",
            "People at step 3 who have improved at a review, are still a case, and go on at step 2."),
    ]

    /// Giving up waiting.
    static let waiting: [Key<WaitingInput>] = [
        .number(
            "first-appointment-half-days", \.firstAppointmentHalfDays, 1...10_000, unit: "days", source: .assumed,
            rules: "KT-7", "Days within which half would give up waiting for a first appointment."),
        .number(
            "low-half-days", \.lowHalfDays, 1...10_000, unit: "days", source: .assumed, rules: "KT-7",
            "Days within which half would give up waiting for treatment at step 2."),
        .number(
            "high-half-days", \.highHalfDays, 1...10_000, unit: "days", source: .assumed, rules: "KT-7",
            "Days within which half would give up waiting for treatment at step 3."),
        .number(
            "step-up-half-days", \.stepUpHalfDays, 1...10_000, unit: "days", source: .assumed, rules: "KT-7",
            "Days within which half would give up waiting for a step-up."),
        .number(
            "shape", \.shape, 0.3...5, unit: "", source: .assumed, rules: "KT-7",
            "How giving up grows with the wait: 1 is constant, 2 in proportion to the wait."),
    ]

    /// Keeping-in-touch calls.
    static let keepingInTouch: [Key<KeepingInTouchInput>] =
        [
            .flag("is-on", \.rule.isOn, source: .policy, rules: "KT-2", "Whether the service makes these calls."),
            .days(
                "every-days", \.rule.everyDays, 7...180, source: .policy, rules: "KT-2",
                "Days from the first appointment to the first call, and between calls."),
            .minutes(
                "minutes", \.rule.minutes, 5...60, multipleOf: 5, source: .policy, rules: "KT-2",
                "A clinician's time for one call."),
            .flag(
                "repeats", \.rule.repeats, source: .assumed, rules: "KT-2",
                "Whether calls go on while the wait does; the source names one, after the first appointment."),
            .share("opt-out", \.optOut, source: .assumed, rules: "KT-5", "People who opt out of the calls."),
            .share(
                "no-longer-needed", \.noLongerNeeded, source: .assumed, rules: "KT-4",
                "Calls after which treatment is no longer needed."),
            .share(
                "quicker", \.quicker, source: .assumed, rules: "KT-4", "Calls after which a person is moved forward."),
            .share(
                "readier", \.readier, source: .assumed, rules: "KT-4",
                "Calls after which a person waiting for step 3 takes step 2 instead."),
            .share(
                "risk-risen", \.riskRisen, source: .assumed, rules: "KT-4",
                "Calls after which risk has risen and the person is referred on."),
        ] + contacts

    /// Contacts that people make outside the calls.
    private static let contacts: [Key<KeepingInTouchInput>] = [
        .number(
            "contacts-per-month", \.contactsPerMonth, 0...4, unit: "contacts", source: .assumed, rules: "KT-11",
            "Contacts outside the calls, a month, of each person who waits for treatment, to report a change."),
        .share(
            "contacts-for-office", \.contactsForOffice, source: .assumed, rules: "KT-11",
            "Of these contacts, those that the office sees to; after the others the plan may change as after a call."),
        .minutes(
            "contact-minutes", \.contactMinutes, 5...60, multipleOf: 5, source: .assumed, rules: "KT-11",
            "Time of the clinician who assessed for a contact about state or risk."),
        .minutes(
            "contact-clerk-minutes", \.contactClerkMinutes, 1...60, source: .assumed, rules: "KT-11 CL-14",
            "A clerk's time for a contact that the office sees to, where clerks are counted."),
    ]
}
