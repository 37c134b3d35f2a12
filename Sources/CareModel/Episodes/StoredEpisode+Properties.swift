extension StoredEpisode: Described {
    /// A new episode.
    public static var blank: StoredEpisode { StoredEpisode(received: CivilMinute(minutes: 0)) }

    /// Every property, by which all of its forms are made.
    public static let properties: [Property<StoredEpisode>] = [
        Property("state", \.state, rules: "KP-10", "Where the person is.").required,
        Property("step", \.step, rules: "ST-5", "The step of the assessment, the wait or the treatment."),
        Property("priority", \.priority, rules: "PR-1 PR-2 ST-1", "Why the person moves ahead in a list."),
        Property("modality", \.modality, rules: "KT-8", "The agreed therapy, once assessed.").cell("therapy"),
        Property("endReason", \.endReason, "Why the episode ended."),
        Property("wasSteppedUp", \.wasSteppedUp, rules: "ST-1", "Was stepped up from low intensity.")
            .cell("stepped-up"),
        Property("missedCount", \.missedCount, rules: "AT-3", "Appointments missed or cancelled by the person.")
            .cell("missed"),
        Property("contactsAtStep", \.contactsAtStep, rules: "TX-1", "Treatment contacts at the present step."),
        Property("lowContacts", \.lowContacts, rules: "TX-1", "Treatment contacts at low intensity."),
        Property("highContacts", \.highContacts, rules: "TX-2", "Treatment contacts at high intensity."),
        Property("clinician", \.clinician, rules: "CL-1", "Index of the clinician who holds the case.")
            .within(0...9999),
        Property("received", \.received, rules: "RF-13", "When the referral was received.").required,
        Property("stateSince", \.stateSince, rules: "KP-10", "Since when the person is there.").required,
        Property("waitingSince", \.waitingSince, rules: "KT-1", "When the wait for treatment began."),
        Property("firstAppointment", \.firstAppointment, rules: "FA-1", "The first appointment attended."),
        Property("firstTreatment", \.firstTreatment, rules: "KT-1", "The first treatment contact."),
        Property("secondTreatment", \.secondTreatment, rules: "KT-1", "The second treatment contact."),
        Property("lastTreatment", \.lastTreatment, rules: "KT-1", "The last treatment contact."),
    ]
}
