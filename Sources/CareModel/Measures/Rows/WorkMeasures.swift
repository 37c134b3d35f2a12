/// Rows of the work about people who wait, and who moves between caseloads (KT-2, TX-12, PO-1).
enum WorkMeasures {
    static let rows = [
        Measure.total(
            "kit-calls", .calls, .keepingInTouchCalls, "KT-2", "Keeping-in-touch calls",
            "Calls to people who wait for treatment."
        ).shown(.people, brief: true).everyWeek.drawn(.keepingInTouch, "Calls a week"),
        Measure.people(
            "kit-opt-outs", .keepingInTouchOptOuts, "KT-5", "Opted out of those calls", "People who want no calls."
        )
        .shown(.people).everyWeek.drawn(.keepingInTouch, "People opting out a week"),
        Measure.total(
            "kit-calls-without-time", .calls, .keepingInTouchUnbooked, "KT-2", "Calls without time",
            "Calls that were due and found no time in any diary."
        ).better(.less),
        Measure.people(
            "told-of-long-wait", .waitLetters, "FA-6", "Told of a long wait",
            "People written to because the first wait passed the target."),
        Measure.people(
            "cases-moved", .casesMoved, "CL-11 PO-8", "Cases moved", "People moved from a full caseload to another."),
        Measure.total(
            "extension-requests", .requests, .extensionRequests, "TX-6", "Requests for more sessions",
            "Requests for sessions beyond the limit of a course."),
        Measure.people("handovers", .handovers, "TX-12", "Handed over", "People in treatment whose clinician changed."),
        Measure.share(
            "assessor-treats-share", .coursesWithAssessor, .coursesAfterAssessment, "CL-18 TX-12",
            "Treated by who assessed", "Share of courses that begin with the clinician who assessed the person."
        ).better(.more),
        Measure.total(
            "assessment-weeks", .weeks, .assessmentWeeks, "PO-1", "Assessment weeks",
            "Weeks in which most appointments became first appointments, summed over the teams."
        ).shown(.people).everyWeek,
    ]
}
