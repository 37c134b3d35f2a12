/// Rows of those who come in, up to the first appointment (RF-2 … FA-1).
enum DoorMeasures {
    static let rows = [
        Measure.referrals,
        Measure.people(
            "diverted", .diverted, "RF-9", "Took something else instead", "People who took other help instead."
        )
        .shown(.people),
        Measure.people(
            "not-accepted", .notAccepted, "RF-4 RF-7", "Not accepted",
            "People whose referral was not suitable, or was sent elsewhere."
        ).shown(.people),
        Measure.people(
            "closed-uncontactable", .uncontactable, "RF-10", "Closed, could not be reached",
            "People who could not be reached in the agreed number of attempts."
        ).shown(.people),
        Measure.people(
            "declined-appointment", .declinedAppointment, "RF-11", "Declined an appointment",
            "People who were reached and did not want an appointment."),
        Measure.share(
            "screened-in-time", .screenedInTime, .screened, "RF-4 RF-6", "Screened in time",
            "Share of screened referrals that were screened in the promised time."
        ).better(.more),
        Measure.firstAppointments,
    ]
}

extension Measure {
    /// Everyone who is referred.
    public static let referrals = people(
        "referrals", .referrals, "RF-2", "Referrals", "People whose referral was received."
    ).shown(.people, brief: true).everyWeek.drawn(.flow, "Referrals").besideGroups(0, "Referrals")

    /// First appointments.
    public static let firstAppointments = people(
        "first-appointments", .firstAppointments, "FA-1", "First appointments",
        "People who attended their first appointment."
    ).shown(.people, compared: true).everyWeek.drawn(.flow, "First appointments")
        .drawn(.comparedFlow, "First appointments").better(.more)
}
