/// Rows of those who are treated, and of those who come back (KT-1, TX-1, KP-13, TX-14).
enum CourseMeasures {
    static let rows = [
        Measure.enteredTreatment,
        Measure.secondTreatments,
        Measure.stepUpFirstSessions,
        Measure.people(
            "treatment-low-first-sessions", .assessmentToLow, "KT-9", "First low-intensity sessions",
            "People who had their first session at low intensity after the assessment."
        ).better(.more),
        Measure.people(
            "treatment-high-first-sessions", .assessmentToHigh, "KT-9", "First high-intensity sessions",
            "People who had their first session at high intensity straight after the assessment."
        ).better(.more),
        Measure.people("step-ups", .stepUps, "ST-1", "Stepped up", "People stepped up from low to high intensity.")
            .shown(.people).everyWeek.drawn(.stepUp, "People stepped up a week"),
        Measure.people(
            "step-downs", .stepDowns, "ST-2", "Stepped down", "People stepped down from high to low intensity."),
        Measure.people(
            "onward-referrals", .onwardReferrals, "ST-3", "Referred onwards",
            "People referred to secondary care, step 4 or 5, or a specialist service."
        ).shown(.people),
        Measure.finishedCourses,
        Measure.sessionsPerFinished,
        Measure.hoursPerFinished,
        Measure(
            .plain("hours-per-finished-plus-mean"), .hours, .ratio([.plusCaseMinutes], [.plusCases], each: 60),
            "KP-13 ST-4 TX-11", "Hours a course at step 3+",
            "Hours of contact that clinicians gave to each finished course at step 3+, where scores decide the step."),
        Measure.people(
            "returners", .returners, "TX-14", "Came back", "People referred who had an earlier episode that is known."),
        Measure.share(
            "returners-share", .returnersWithinYear, .referrals, "TX-14", "Came back within a year",
            "Share of referrals of people whose earlier episode ended a year before or less."),
        Measure.ratio(
            "courses-per-finished-mean", .courses, [.caseCourses], [.cases], "TX-14", "Courses of who finishes one",
            "Mean number of courses that those who finish one have finished by then, earlier episodes counted."),
    ]
}

extension Measure {
    /// People who entered treatment.
    public static let enteredTreatment = people(
        "entered-treatment", .enteredTreatment, "KP-5 KP-12", "Entered treatment",
        "People who had their first treatment contact."
    ).shown(.people, brief: true).besideGroups(8, "Entered treatment").everyWeek.drawn(.flow, "Entered treatment")
        .drawn(.comparedFlow, "Entered treatment").better(.more)

    /// Second treatments.
    public static let secondTreatments = people(
        "second-treatments", .secondTreatments, "KT-1", "Reached a second treatment",
        "People who had their second treatment contact."
    ).shown(.people).everyWeek.drawn(.flow, "Second treatments").better(.more)

    /// First sessions at high intensity after a step-up.
    public static let stepUpFirstSessions = people(
        "step-up-first-sessions", .stepUpWaits, "KT-9", "First sessions after a step-up",
        "People who had their first session at high intensity after a step-up."
    ).better(.more)

    /// People who finished a course.
    public static let finishedCourses = people(
        "finished-courses", .finishedCourses, "KP-5", "Finished a course",
        "People discharged with two or more treatment sessions."
    ).shown(.people, brief: true).everyWeek.drawn(.flow, "Finished a course")
        .drawn(.comparedFlow, "Finished a course").better(.more)

    /// Contacts of a finished course.
    public static let sessionsPerFinished = ratio(
        "sessions-per-finished-mean", .sessions, [.finishedSessions], [.finishedCourses], "TX-1 TX-2",
        "Sessions a finished course", "Mean number of treatment contacts in a finished course."
    ).shown(.people).with {
        $0.bySteps = (
            .ratio([.finishedLowSessions], [.finishedWithLow]), .ratio([.finishedHighSessions], [.finishedWithHigh])
        )
    }

    /// Clinicians' hours for each case (KP-13).
    public static let hoursPerFinished = Measure(
        .plain("hours-per-finished-mean"), .hours, .ratio([.caseMinutes], [.cases], each: 60), "KP-13 KP-8 CL-2",
        "Hours a finished course",
        "Hours of contact that clinicians gave to each finished course, from the first appointment on, by the step at "
            + "which it ended; step 3+ has a row of its own."
    ).shown(.people).with {
        $0.bySteps = (
            .ratio([.lowCaseMinutes], [.lowCases], each: 60), .ratio([.highCaseMinutes], [.highCases], each: 60)
        )
    }
}
