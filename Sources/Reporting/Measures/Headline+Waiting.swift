/// Measures that do not leave out those who still wait.
extension Headline {
    /// Waits with those who still wait counted too, as far as they have waited (the median of Kaplan and Meier).
    static let withWaiting = Section(
        title: "Waits, middle, with those who still wait",
        lines: [
            Headline("first-appointment-wait-median-with-waiting", "First appointment", isBrief: true),
            Headline("first-treatment-wait-median-with-waiting", "First treatment"),
            Headline("second-treatment-wait-median-with-waiting", "To second treatment", isBrief: true),
            Headline("assessment-to-low-wait-median-with-waiting", "Assessment to low int."),
            Headline("assessment-to-high-wait-median-with-waiting", "Assessment to high int."),
            Headline("step-up-wait-median-with-waiting", "Step-up"),
        ])

    /// Promises kept, of all whose day has come, seen or not.
    static let ofAllDue = Section(
        title: "In time, of all whose day has come",
        lines: [
            Headline("first-appointment-within-28-days-of-all-due", "First appt within 28 days", isBrief: true),
            Headline("first-appointment-within-42-days-of-all-due", "First appt within 42 days"),
            Headline("first-appointment-within-126-days-of-all-due", "First appt within 126 days"),
            Headline("second-treatment-within-28-days-of-all-due", "Second treatment in 28 days", isBrief: true),
            Headline("second-treatment-within-90-days-of-all-due", "Second treatment in 90 days"),
            Headline("treatment-low-within-28-days-of-all-due", "Low intensity in 28 days"),
            Headline("treatment-high-within-28-days-of-all-due", "High intensity in 28 days"),
            Headline("step-up-within-28-days-of-all-due", "Step-up in 28 days"),
        ])
}
