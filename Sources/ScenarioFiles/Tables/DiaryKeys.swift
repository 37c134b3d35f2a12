internal import CareModel
internal import ServiceSimulation

/// `diary` and `assessment-week`: how time is divided, and who goes first.
enum DiaryKeys {
    /// The standing split and the order of the lists.
    static let diary: [Key<DiaryInput>] = [
        .share(
            "low-first-share", \.lowFirstShare, source: .assumed, rules: "PO-2",
            "Step-2 bookable time for first appointments."),
        .share(
            "high-first-share", \.highFirstShare, source: .assumed, rules: "PO-2",
            "Step-3 bookable time for first appointments."),
        .share(
            "keeping-in-touch-share", \.keepingInTouchShare, source: .assumed, rules: "PO-2 KT-2",
            "Bookable time for keeping-in-touch calls."),
        .flag(
            "follows-demand", \.followsDemand, source: .assumed, rules: "PO-2",
            "Whether the shares for first appointments are adjusted to the list every few weeks, by a quarter at most,"
                + " between 2% and 90%."),
        .number(
            "aim-days", \.aimDays, 1...365, unit: "days", source: .assumed, rules: "PO-2 FA-1",
            "The wait for a first appointment, listed or booked, that they are adjusted for."),
        .weeks(
            "look-every-weeks", \.lookEveryWeeks, 1...26, source: .assumed, rules: "PO-2",
            "Weeks from one adjustment to the next."),
        .days(
            "release-days", \.releaseDays, 0...60, source: .assumed, rules: "PO-2",
            "Days ahead at which unused time of one kind is released to the others."),
        .share(
            "overbooking", \.overbooking, 0...0.5, source: .assumed, rules: "AT-8",
            "How much more of each week is booked than usual, counting on people not coming; never beyond contracted"
                + " hours."),
        .choice(
            "order", \.priorities.order, ListOrder.allCases.map { ($0.name, $0) }, source: .policy, rules: "PO-3",
            "How waiting lists are ordered."),
        .value(
            "priority-classes", \.priorityClasses,
            ValueForm.choice(PriorityClass.allCases.map { ($0.name, $0) }).list(0...6, each: "classes"),
            source: .policy, rules: "PR-1 PR-2 ST-1 FA-8",
            "Priority classes, most pressing first; those left out count as routine."),
        .timeOfDay(
            "booking-round", \.bookingRoundMinute, source: .assumed, rules: "RF-10",
            "When the clerk's daily booking round starts."),
        .minutes(
            "interpreter-minutes", \.interpreterMinutes, 0...60, source: .assumed, rules: "EQ-2",
            "By how much an interpreter makes an appointment longer."),
    ]

    /// Assessment weeks.
    static let assessmentWeek: [Key<AssessmentWeekInput>] = [
        .flag("is-on", \.isOn, source: .policy, rules: "PO-1", "Whether the service holds assessment weeks."),
        .choice(
            "trigger.measure", \.trigger, triggers, source: .assumed, rules: "PO-1", "What is watched each Monday."),
        .number(
            "trigger.above", \.above, 0...100_000, unit: "days or people", source: .policy, rules: "PO-1 FA-1",
            "The value beyond which an assessment week is called; a wait counts up to 400 days."),
        .share(
            "share", \.share, source: .assumed, rules: "PO-1",
            "Bookable time of the week that becomes first appointments."),
        .weeks("length-weeks", \.lengthWeeks, 1...8, source: .policy, rules: "PO-1", "How many weeks in a row."),
        .weeks(
            "minimum-gap-weeks", \.minimumGapWeeks, 1...104, source: .assumed, rules: "PO-1",
            "Weeks from one assessment week to the next, at least."),
        .weeks(
            "notice-weeks", \.noticeWeeks, 0...26, source: .assumed, rules: "PO-1",
            "Weeks between the decision and the week."),
        .date("from", \.from, absent: "any day", rules: "PO-10", "The first day on which one may be called."),
        .date("until", \.until, absent: "any day", rules: "PO-10", "The last day on which one may be called."),
        .value(
            "fixed-weeks", \.fixedWeeks, ValueForm.monday.list(each: "dates"), source: .assumed, rules: "PO-1 PO-10",
            "Mondays of weeks that are assessment weeks whatever the trigger says."),
    ]

    /// The measures that a trigger may watch.
    static let triggers = TriggerMeasure.allCases.map { (name: $0.name, value: $0) }
}

extension DiaryInput {
    /// The priority classes from the first to the last; setting them keeps the order of the lists.
    fileprivate var priorityClasses: [PriorityClass] {
        get { priorities.classes }
        set { priorities = PriorityOrder(order: priorities.order, classes: newValue) }
    }
}
