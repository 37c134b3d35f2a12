/// Rows of what becomes of appointments (AT-1).
enum AttendanceMeasures {
    static let rows = [
        Measure.total(
            "appointments", .appointments, .appointments, "AT-1", "Appointments",
            "Appointments that were booked, whatever became of them."),
        Measure.attendedAppointments,
        Measure.attendedShare,
        Measure.didNotAttendShare,
        Measure.patientCancelledShare,
        Measure.providerCancelledShare,
        Measure.share(
            "late-cancelled-share", .cancelledLate, .appointments, "AT-2", "Cancelled late, of appts",
            "Share of appointments that were cancelled with less notice than the scenario asks for."
        ).better(.less),
        Measure.total(
            "appointments-not-confirmed", .appointments, .notConfirmed, "AT-1", "Not confirmed",
            "Appointments given up because the person did not confirm them."
        ).better(.less),
        Measure.total(
            "aborted-sessions", .appointments, .aborted, "AT-7", "Aborted sessions",
            "Sessions broken off because the connection was lost."
        ).better(.less),
    ]
}

extension Measure {
    /// Appointments that were attended, as a number.
    public static let attendedAppointments = total(
        "attended-appointments", .appointments, .attended, "AT-1", "Attended appointments",
        "Appointments that were attended, on time or late but seen."
    ).better(.more)

    /// Appointments that were attended.
    public static let attendedShare = share(
        "attended-share", .attended, .appointments, "AT-1 KP-8", "Attended, of appointments",
        "Share of appointments that were attended."
    ).shown(.attendance, brief: true).everyWeek.better(.more)

    /// Appointments that were missed without notice.
    public static let didNotAttendShare = ratio(
        "dna-share", .share, [.didNotAttend, .arrivedTooLate], [.appointments], "AT-1 KP-8",
        "DNA, of appointments", "Share of appointments that the person missed without notice, or came to too late."
    ).shown(.attendance, brief: true).everyWeek.drawn(.attendance, "Missed without notice (DNA)").better(.less)
        .besideGroups(5, "Missed")

    /// Appointments that the person cancelled.
    public static let patientCancelledShare = share(
        "patient-cancelled-share", .cancelledByPatient, .appointments, "AT-1 KP-8", "Person cancelled, of appts",
        "Share of appointments that the person cancelled."
    ).shown(.attendance).everyWeek.drawn(.attendance, "Cancelled by the person").better(.less)

    /// Appointments that the service cancelled.
    public static let providerCancelledShare = share(
        "provider-cancelled-share", .cancelledByProvider, .appointments, "AT-1 KP-8", "Service cancelled, of appts",
        "Share of appointments that the service cancelled."
    ).shown(.attendance).everyWeek.drawn(.attendance, "Cancelled by the service").better(.less)
}
