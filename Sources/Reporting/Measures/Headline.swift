/// The measures that a reader looks for first, in the order of a person's way through the service.
struct Headline {
    /// Name of the measure.
    var measure: String
    /// What it is, in at most 30 letters.
    var label: String
    /// Whether the short table of a terminal has it too.
    var isBrief = false

    init(_ measure: String, _ label: String, isBrief: Bool = false) {
        self.measure = measure
        self.label = label
        self.isBrief = isBrief
    }

    /// A heading with its measures.
    struct Section {
        var title: String
        var lines: [Headline]
    }

    /// All of them.
    static let sections = [
        Section(
            title: "Waits of those who were seen",
            lines: [
                Headline("first-appointment-wait-mean", "First appointment, mean", isBrief: true),
                Headline("first-appointment-wait-median", "First appointment, median"),
                Headline("first-appointment-wait-p90", "First appointment, 9 in 10 by", isBrief: true),
                Headline("first-treatment-wait-mean", "First treatment, mean"),
                Headline("first-treatment-wait-median", "First treatment, median"),
                Headline("second-treatment-wait-mean", "To second treatment, mean", isBrief: true),
                Headline("assessment-to-low-wait-mean", "Assessment to low int., mean", isBrief: true),
                Headline("assessment-to-high-wait-mean", "Assessment to high int., mean", isBrief: true),
                Headline("step-up-wait-mean", "Step-up, mean", isBrief: true),
                Headline("step-up-wait-median", "Step-up, median"),
                Headline("step-up-wait-p90", "Step-up, 9 in 10 by"),
            ]),
        withWaiting, ofAllDue,
        Section(
            title: "Promises, of those who were seen",
            lines: [
                Headline("first-appointment-within-28-days", "First appt within 28 days", isBrief: true),
                Headline("first-appointment-within-42-days", "First appt within 42 days"),
                Headline("first-treatment-within-42-days", "Treatment within 42 days", isBrief: true),
                Headline("first-treatment-within-126-days", "Treatment within 126 days", isBrief: true),
                Headline("second-treatment-within-28-days", "Second treatment in 28 days", isBrief: true),
                Headline("second-treatment-over-90-days", "Second treatment after 90 days", isBrief: true),
                Headline("perinatal-assessed-within-14-days", "Perinatal, assessed in 14 days"),
                Headline("perinatal-treated-within-28-days", "Perinatal, treated in 28 days"),
            ]),
        Section(
            title: "People, whole period",
            lines: [
                Headline("referrals", "Referrals", isBrief: true),
                Headline("diverted", "Took something else instead"),
                Headline("not-accepted", "Not accepted"),
                Headline("closed-uncontactable", "Closed, could not be reached"),
                Headline("first-appointments", "First appointments"),
                Headline("entered-treatment", "Entered treatment", isBrief: true),
                Headline("second-treatments", "Reached a second treatment"),
                Headline("step-ups", "Stepped up"),
                Headline("onward-referrals", "Referred onwards"),
                Headline("finished-courses", "Finished a course", isBrief: true),
                Headline("sessions-per-finished-mean", "Sessions a finished course"),
                Headline("kit-calls", "Keeping-in-touch calls", isBrief: true),
                Headline("kit-opt-outs", "Opted out of those calls"),
                Headline("assessment-weeks", "Assessment weeks"),
            ]),
        Section(
            title: "Attendance",
            lines: [
                Headline("attended-share", "Attended", isBrief: true),
                Headline("dna-share", "Missed without notice (DNA)", isBrief: true),
                Headline("patient-cancelled-share", "Cancelled by the person"),
                Headline("provider-cancelled-share", "Cancelled by the service"),
            ]),
        Section(
            title: "Outcomes and access",
            lines: [
                Headline("recovery", "Recovery", isBrief: true),
                Headline("reliable-improvement", "Reliable improvement"),
                Headline("reliable-recovery", "Reliable recovery"),
                Headline("access-rate", "Access rate, share of need", isBrief: true),
            ]),
        Section(
            title: "Cost of staff",
            lines: [
                Headline("staff-cost", "Staff, whole period"),
                Headline("cost-per-attended-appointment", "An attended appointment"),
                Headline("cost-per-person-treated", "A person treated"),
                Headline("cost-per-finished-course", "A finished course", isBrief: true),
                Headline("cost-per-recovery", "A recovery"),
                Headline("entered-treatment-per-clinician", "Treated a year, per clinician", isBrief: true),
            ]),
    ]

    /// What a measure is called; its own words if no headline names it.
    static func label(_ measure: String) -> String {
        for section in sections {
            for line in section.lines where line.measure == measure { return line.label }
        }
        return TextTools.capitalised(measure.split(separator: "-").joined(separator: " "))
    }

    /// The queues: weekly measure and what people in it wait for.
    static let queues = [
        Headline("waiting-first-appointment", "a first appointment"),
        Headline("waiting-treatment-low", "low-intensity treatment"),
        Headline("waiting-treatment-high", "high-intensity treatment"),
        Headline("waiting-step-up", "step-up to high intensity"),
    ]
}
