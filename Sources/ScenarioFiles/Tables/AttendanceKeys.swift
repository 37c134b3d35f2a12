internal import CareModel
internal import ServiceSimulation

/// `attendance`: who comes, who cancels, and what the service does about it.
enum AttendanceKeys {
    /// Attendance.
    static let all = policy + chances + odds + afterwards + notice

    private static let policy: [Key<AttendanceInput>] = [
        .count(
            "misses-that-end", \.policy.missesThatEnd, 0...20, unit: "appointments", source: .policy,
            rules: "AT-3 PO-5",
            "Missed or cancelled appointments during treatment that end the episode; 0 is never."),
        .flag(
            "cancellations-count", \.policy.cancellationsCount, source: .policy, rules: "AT-3",
            "Whether a person's cancellation counts like a DNA."),
        .days(
            "contact-working-days", \.policy.contactWorkingDays, 1...60, source: .policy, rules: "AT-4",
            "Working days in which a person who missed an appointment may make contact."),
    ]

    private static let chances: [Key<AttendanceInput>] = [
        .share(
            "did-not-attend-first", \.didNotAttendFirst, source: .published, rules: "AT-9 AT-1",
            "DNAs of all first appointments, the cancelled ones counted, at a wait of 20 days, before the factors."),
        .share(
            "did-not-attend-treatment", \.didNotAttendTreatment, source: .published, rules: "AT-9 AT-1",
            "DNAs of all treatment sessions, the cancelled ones counted, 14 days after the last, before the"
                + " factors."),
        .share(
            "did-not-attend-keeping-in-touch", \.didNotAttendKeepingInTouch, source: .assumed, rules: "AT-9 KT-5",
            "DNAs of all keeping-in-touch calls, the cancelled ones counted, before the factors."),
        .share(
            "cancelled-first", \.cancelledFirst, source: .published, rules: "AT-9 AT-1",
            "First appointments that the person cancels, of all."),
        .share(
            "cancelled-treatment", \.cancelledTreatment, source: .published, rules: "AT-9 AT-1",
            "Treatment sessions that the person cancels, of all."),
        .share(
            "cancelled-keeping-in-touch", \.cancelledKeepingInTouch, source: .assumed, rules: "AT-9 KT-5",
            "Keeping-in-touch calls that the person cancels, of all."),
        .number(
            "notice-days", \.noticeDays, 0...60, unit: "days", source: .assumed, rules: "AT-1 AT-2",
            "Mean notice of a person's cancellation."),
        .share(
            "provider-cancels", \.providerCancels, source: .published, rules: "AT-10",
            "Appointments that the service cancels for a reason other than the clinician's absence, of all."),
        .share(
            "kept-at-a-distance", \.keptAtADistance, source: .assumed, rules: "AT-6",
            "Of those who would cancel face to face, who keep the time by telephone or video."),
        .share(
            "late", \.late, source: .assumed, rules: "AT-1", "Of people who come in time to be seen, who come late."),
        .share(
            "too-late", \.tooLate, source: .assumed, rules: "AT-1 AT-7",
            "Appointments to which the person comes too late to be seen, of all."),
        .number(
            "lateness-minutes", \.latenessMinutes, 0...60, unit: "minutes", source: .assumed, rules: "AT-7",
            "Mean minutes by which people who come late are late; 0 is not looked at, and they are seen."),
        .share(
            "aborted", \.aborted, source: .assumed, rules: "AT-7",
            "Attended appointments that are aborted because the connection is lost."),
        .share(
            "unconfirmed", \.unconfirmed, source: .assumed, rules: "FA-7",
            "Of appointments that nobody else cancels, not confirmed in time, where that is asked."),
    ]

    private static let odds: [Key<AttendanceInput>] = [
        .number(
            "odds-per-30-days-wait", \.oddsPer30DaysWait, 0.5...3, unit: "odds ratio", source: .assumed, rules: "AT-9",
            "Factor on the odds of a DNA for each further 30 days of wait before the appointment, up to 180 days."),
        .number(
            "odds-self-referred", \.oddsSelfReferred, 0.3...3, unit: "odds ratio", source: .assumed, rules: "AT-9",
            "Factor on the odds of a DNA for people who referred themselves."),
        .number(
            "odds-per-session", \.oddsPerSession, 0.5...2, unit: "odds ratio", source: .assumed, rules: "AT-9",
            "Factor on the odds of a DNA for each further session."),
        .number(
            "odds-low-intensity", \.oddsLowIntensity, 0.3...3, unit: "odds ratio", source: .assumed,
            rules: "AT-11 AT-9", "Factor on the odds of a DNA at step 2, first appointments and sessions alike."),
        .number(
            "odds-per-15-minutes-short", \.oddsPer15MinutesShort, 0.5...2, unit: "odds ratio", source: .assumed,
            rules: "AT-11 AT-9",
            "Factor on the odds of a DNA for each 15 minutes by which an appointment is shorter than an hour; calls to "
                + "keep in touch have a chance of their own."),
        .number(
            "odds-face-to-face", \.oddsFaceToFace, 0.3...3, unit: "odds ratio", source: .assumed, rules: "AT-11 AT-9",
            "Factor on the odds of a DNA at an appointment face to face in a room."),
        .flag(
            "reminders", \.reminders, source: .policy, rules: "AT-5",
            "Whether text reminders are sent; the chances here are with reminders."),
        .share(
            "reminder-reduction", \.reminderReduction, 0...0.9, source: .published, rules: "AT-5",
            "Relative reduction of DNAs that reminders bring; acts where none are sent, up to everybody."),
    ]

    private static let afterwards: [Key<AttendanceInput>] = [
        .share(
            "exceptions", \.exceptions, source: .assumed, rules: "AT-3 PO-5",
            "Of people at the limit of misses, whose course goes on all the same, in practice."),
        .share(
            "exceptions-by-policy", \.exceptionsByPolicy, source: .policy, rules: "AT-3 PO-5",
            "The share that the policy has in mind: it holds where the policy is enforced."),
        .flag(
            "enforces-policy", \.enforcesPolicy, source: .policy, rules: "AT-3 PO-5",
            "Whether the policy is enforced: its share of exceptions holds, not that of practice."),
        .share(
            "ends-at-second-miss", \.endsAtSecondMiss, source: .assumed, rules: "AT-4",
            "Of people who missed an appointment, were in touch and missed the next, whose episode ends at once."),
        .share(
            "makes-contact", \.makesContact, source: .assumed, rules: "AT-4",
            "Of people who missed an appointment, who make contact in time."),
        .share(
            "rebooks", \.rebooks, source: .assumed, rules: "AT-10",
            "Of people who cancelled, who take another appointment."),
    ]

    private static let notice: [Key<AttendanceInput>] = [
        .choice(
            "missed-contact", \.policy.missedContact, MissedContact.allCases.map { ($0.name, $0) }, source: .policy,
            rules: "AT-4", "How they are given time: so many working days, or the 7-7 rule, sixteen days."),
        .flag(
            "counts-per-episode", \.policy.countsPerEpisode, source: .policy, rules: "AT-3",
            "Whether misses count over the whole episode; else they begin anew after a step-up."),
        .count(
            "late-cancellation-hours", \.policy.lateCancellationHours, 0...336, unit: "hours", source: .policy,
            rules: "AT-2", "Notice below which a cancellation is late and counts; 0 is that notice does not matter."),
        .count(
            "confirmation-hours", \.policy.confirmationHours, 0...336, unit: "hours", source: .policy, rules: "FA-7",
            "Hours before an appointment by which it must be confirmed, else it is cancelled; 0 is never."),
    ]
}
