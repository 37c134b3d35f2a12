internal import CareModel
internal import ServiceSimulation

/// `workforce`: leave, sickness, turnover, training, supervision, duty.
enum WorkforceKeys {
    /// The workforce.
    static let all = absence + turnover + otherWork

    private static let absence: [Key<WorkforceInput>] = [
        .number(
            "hours-per-week", \.hoursPerWeek, 20...48, unit: "hours a week", source: .policy, rules: "CL-2",
            "Contracted hours a week per WTE."),
        .days(
            "leave-days", \.leaveDays, 0...60, source: .assumed, rules: "CL-6",
            "Days of annual leave a year per WTE, bank holidays not counted."),
        .share(
            "fortnight-share", \.fortnightShare, source: .assumed, rules: "CL-6",
            "Clinicians who take two weeks of a year's leave together; the days before are closed to new people."),
        .days(
            "training-days", \.trainingDays, 0...60, source: .assumed, rules: "CL-6",
            "Days a year of mandatory training and development."),
        .share(
            "sickness", \.sickness, 0...0.5, source: .published, rules: "CL-6", "Working days lost to sickness."),
        .number(
            "sickness-spell-days", \.sicknessSpellDays, 1...200, unit: "working days", source: .assumed, rules: "CL-6",
            "Mean length of a spell of sickness."),
        .number(
            "sickness-spell-variation", \.sicknessSpellVariation, 0...5, unit: "coefficient of variation",
            source: .assumed, rules: "CL-6", "Variation of the length of a spell."),
        .number(
            "parental-leave-per-year", \.parentalLeavePerYear, 0...0.5, unit: "a year per clinician", source: .assumed,
            rules: "CL-6", "Parental leaves started."),
        .weeks(
            "parental-leave-weeks", \.parentalLeaveWeeks, 1...104, source: .assumed, rules: "CL-6",
            "Length of a parental leave, which is known sixteen weeks ahead."),
        .weeks(
            "handover-after-weeks", \.handoverAfterWeeks, 1...52, source: .assumed, rules: "TX-12",
            "A sick or parental absence beyond this hands the caseload over."),
        .days(
            "no-new-people-days", \.noNewPeopleDays, 0...60, source: .policy, rules: "CL-6",
            "Days before a planned absence of two weeks or more without new people."),
        .flag(
            "assesses-nobody-before-leave", \.assessesNobodyBeforeLeave, source: .policy, rules: "CL-6",
            "Whether clinicians have no first appointments in those days either; else only nobody new is taken on."),
    ]

    private static let turnover: [Key<WorkforceInput>] =
        [
            .share(
                "low-leavers-per-year", \.lowLeaversPerYear, 0...0.99, source: .assumed, rules: "CL-7",
                "Step-2 clinicians who leave in a year."),
            .share(
                "high-leavers-per-year", \.highLeaversPerYear, 0...0.99, source: .assumed, rules: "CL-7",
                "Step-3 clinicians who leave in a year."),
            .weeks(
                "notice-weeks", \.noticeWeeks, 0...26, source: .assumed, rules: "CL-7", "Notice that a leaver gives."),
            .weeks(
                "wind-down-weeks", \.windDownWeeks, 0...26, source: .assumed, rules: "CL-7",
                "Weeks without new people before a leaver's last day."),
            .number(
                "recruitment-weeks", \.recruitmentWeeks, 0...260, unit: "weeks", source: .assumed, rules: "CL-7",
                "Mean time from notice until the post is filled: advert, interview, the recruit's own notice."),
            .number(
                "recruitment-variation", \.recruitmentVariation, 0...3, unit: "coefficient of variation",
                source: .assumed,
                rules: "CL-7", "Variation of that time."),
            .weeks(
                "ramp-weeks", \.rampWeeks, 0...104, source: .assumed, rules: "CL-8",
                "Weeks over which a new starter's allocations are metered."),
            .share(
                "ramp-share-per-week", \.rampSharePerWeek, 0.01...1, source: .assumed, rules: "CL-8",
                "New people a week that a starter may take, as a share of the caseload cap."),
            .share(
                "trainees-stay", \.traineesStay, source: .assumed, rules: "CL-3",
                "Trainees who stay as qualified staff; the others leave."),
            .count(
                "trainee-practice-days", \.traineePracticeDays, 1...5, unit: "days a week", source: .policy,
                rules: "CL-3",
                "Days a week that trainees practise; the others are at university and for study."),
            .share(
                "top-up-attendance", \.topUpAttendance, source: .policy, rules: "CL-13",
                "Days of a top-up training that somebody attends, of all; those missed through leave are made up."),
            .number(
                "declared-variation", \.declaredVariation, 0...1, unit: "coefficient of variation", source: .assumed,
                rules: "CL-10",
                "Variation of the number of people that clinicians declare they can hold, about the cap."),
            .weeks(
                "declared-weeks", \.declaredWeeks, 1...104, source: .assumed, rules: "CL-10",
                "Weeks after which they declare it anew."),
        ] + reallocation

    private static let reallocation: [Key<WorkforceInput>] = [
        .flag(
            "reallocation.is-on", \.reallocation.isOn, source: .policy, rules: "PO-8 CL-11",
            "Whether supervisors move cases from full clinicians to emptier ones."),
        .share(
            "reallocation.full-share", \.reallocation.fullShare, source: .assumed, rules: "PO-8",
            "Share of the cap from which a caseload is full."),
        .share(
            "reallocation.empty-share", \.reallocation.emptyShare, source: .assumed, rules: "PO-8",
            "Share of the cap below which a caseload has room for cases of others."),
        .count(
            "reallocation.most-per-week", \.reallocation.mostPerWeek, 0...500, unit: "cases", source: .assumed,
            rules: "PO-8", "Most cases that a team moves in a week."),
    ]

    private static let otherWork: [Key<WorkforceInput>] = [
        .minutes(
            "supervision-minutes-per-week", \.supervisionMinutesPerWeek, 0...600, source: .policy, rules: "CL-4",
            "Individual supervision of a PWP or trainee, a week."),
        .minutes(
            "therapist-supervision-minutes-per-week", \.therapistSupervisionMinutesPerWeek, 0...600, source: .policy,
            rules: "CL-4", "Individual supervision of a qualified therapist, a week."),
        .minutes(
            "low-group-supervision-minutes", \.lowGroupSupervisionMinutes, 0...1200, source: .policy, rules: "CL-4",
            "Group supervision at step 2, a month."),
        .minutes(
            "high-group-supervision-minutes", \.highGroupSupervisionMinutes, 0...1200, source: .policy, rules: "CL-4",
            "Group supervision at step 3, a month."),
        .number(
            "bookable-share", \.bookableShare, 0...2, unit: "share", source: .assumed, rules: "CL-2",
            "Bookable time that is there, as a share of bookable-hours; a lever can change it by date."),
        .share(
            "most-bookable-share", \.mostBookableShare, source: .assumed, rules: "CL-2",
            "The most of contracted hours that is booked, before study and supervision are taken off; the rest is for"
                + " notes and other work."),
        .flag(
            "duty-rota", \.dutyRota, source: .policy, rules: "CL-5",
            "Whether a clinician is on duty each day; that day is not bookable."),
        .minutes(
            "handover-minutes", \.handoverMinutes, 0...60, multipleOf: 5, source: .assumed, rules: "TX-12",
            "Time in the diary that a change of clinician in a course takes of whoever takes the person on, and of "
                + "whoever hands over and is still at work."),
    ]
}
