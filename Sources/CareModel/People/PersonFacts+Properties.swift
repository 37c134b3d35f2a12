extension PersonFacts: Described {
    /// Nothing is known.
    public static var blank: PersonFacts { PersonFacts() }

    /// Every property, by which all of its forms are made.
    public static let properties: [Property<PersonFacts>] =
        measured + [
            Property("sessionsAtStep", \.sessionsAtStep, rules: "TX-1", "Sessions had at the present step."),
            Property("plannedSessions", \.plannedSessions, rules: "TX-1 TX-2", "Sessions planned at the present step."),
            Property("nextActionDue", \.nextActionDue, "When something is to be done.").of(.dueMinute),
            Property("screeningTask", \.screeningTask, rules: "RF-5", "The piece of screening that is due."),
            Property("contactAttempts", \.contactAttempts, rules: "RF-10", "Attempts to make contact."),
            Property("appointmentCount", \.appointmentCount, "Appointments offered so far.")
                .cell("appointments-offered"),
            Property("reachedAt", \.reachedAt, rules: "RF-10", "When the person was reached."),
        ] + agreed + [
            Property("lastKeptInTouch", \.lastKeptInTouch, rules: "KT-2", "The day from which the next call counts."),
            Property("lastHeard", \.lastHeard, rules: "KT-11", "The last contact outside the calls."),
            Property("assessor", \.assessor, rules: "TX-12 CL-18", "Index of the clinician who assesses, or has.")
                .within(0...9999),
            Property("notBefore", \.notBefore, rules: "PR-3", "No treatment before this day."),
            Property("dueOn", \.dueOn, rules: "FA-1 KT-1 PR-1", "The day by which the person must be seen."),
            Property("listedAt", \.listedAt, rules: "TX-8", "Since when the person waits for a next session."),
            Property("supportContactsLeft", \.supportContactsLeft, rules: "TX-5", "Contacts left of computerised CBT."),
        ]

    private static var measured: [Property<PersonFacts>] {
        Property.scores(
            "startScores", \.startScores, columns: ("start_depression", "start_anxiety"),
            cells: ("start-phq-9", "start-gad-7"), rules: "KP-6", "At the first contact")
            + Property.scores(
                "scores", \.scores, columns: ("depression", "anxiety"), cells: ("phq-9", "gad-7"), rules: "KP-6",
                "The latest")
    }

    /// What is so or not: words of one column of tables.
    private static var agreed: [Property<PersonFacts>] {
        let column = "agreed"
        return [
            Property("acceptsShortNotice", \.acceptsShortNotice, rules: "FA-5 BK-5", "Can come at short notice.")
                .word("short-notice", of: column),
            Property("keepingInTouchOptOut", \.keepingInTouchOptOut, rules: "KT-5", "Wants no calls while waiting.")
                .word("no-keeping-in-touch", of: column),
            Property("supervisorAgrees", \.supervisorAgrees, rules: "TX-1 TX-2", "More sessions than usual are agreed.")
                .word("supervisor-agrees", of: column),
            Property("movedByPerson", \.movedByPerson, "The person missed or moved a first appointment.")
                .word("moved-by-person", of: column),
            Property("movedByService", \.movedByService, "The service cancelled a first appointment.")
                .word("moved-by-service", of: column),
            Property("toldOfWait", \.toldOfWait, rules: "FA-6", "Was told that the wait will be long.")
                .word("told-of-wait", of: column),
            Property("rebooksFirst", \.rebooksFirst, rules: "AT-10", "The next booking goes before others.")
                .word("rebook-first", of: column),
            Property(
                "returnedAfterMiss", \.returnedAfterMiss, rules: "AT-4", "Was in touch after a miss, not seen since."
            )
            .word("returned-after-miss", of: column),
        ]
    }
}
