/// Rows of what is given beside appointments for one: groups, computerised CBT, help at risk, employment (TX-4, TX-5).
enum BesideMeasures {
    static let rows = [
        Measure.total("groups-run", .courses, .groupsRun, "TX-4", "Groups run", "Courses in a group that began."),
        Measure.total(
            "groups-put-off", .courses, .groupsPutOff, "TX-4", "Groups put off", "Courses in a group put off."),
        Measure.total(
            "groups-cancelled", .courses, .groupsCancelled, "TX-4", "Groups cancelled",
            "Courses in a group cancelled for want of people."
        ).better(.less),
        Measure.share(
            "group-places-filled-share", .groupSeatsFilled, .groupSeats, "TX-4", "Group places filled",
            "Share of the places in groups that were filled."
        ).better(.more),
        Measure.people(
            "computerised-starts", .computerisedStarts, "TX-5", "Started computerised CBT",
            "People who began computerised CBT."),
        Measure.total(
            "computerised-contacts", .contacts, .supportContacts, "TX-5", "Computerised CBT contacts",
            "Support contacts of computerised CBT."),
        Measure.people("risk-found", .riskFound, "ST-7", "Risk found", "People at whose contact a risk was found."),
        Measure.people(
            "risk-taken-by-duty", .riskTakenByDuty, "ST-7 CL-5", "Risk taken by duty",
            "People found at risk whom the duty worker saw that day."),
        Measure.total(
            "risk-displaced-appointments", .appointments, .riskDisplaced, "ST-7", "Displaced by risk",
            "Appointments moved because a risk was seen to that day."),
        Measure.people(
            "employment-support-starts", .employmentStarts, "TX-13", "Began employment support",
            "People who began employment support beside therapy."),
        Measure.ratio(
            "employment-support-wait-mean", .days, [.employmentWaitDays], [.employmentStarts], "TX-13",
            "Employment support, mean wait", "Mean wait for employment support of those who began it."
        ).better(.less),
        Measure(
            .plain("employment-support-waiting"), .people, .stock(.employmentWaiting), "TX-13",
            "Waiting for empl. support", "People who wait for employment support, mean of the weeks' ends."
        ).better(.less),
        Measure.ratio(
            "advisers-per-clinician", .wholeTime, [.adviserThousandths], [.clinicianThousandths], "TX-13",
            "Advisers per clinician", "Employment advisers for each whole-time clinician."),
    ]
}
