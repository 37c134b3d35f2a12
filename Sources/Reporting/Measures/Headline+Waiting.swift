import CareModel

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
    static func ofAllDue(_ standards: Standards) -> Section {
        func line(_ measure: PromisedMeasure, _ label: String, isBrief: Bool = false) -> Headline {
            Headline(measure, label, standards, isBrief: isBrief, suffix: "-of-all-due")
        }
        let lines = [
            line(.firstAppointment, "First appt within # days", isBrief: true),
            line(.firstAppointmentNationalFirst, "First appt within # days"),
            line(.firstAppointmentNationalSecond, "First appt within # days"),
            line(.secondTreatment, "Second treatment in # days", isBrief: true),
            line(.secondTreatmentBeforeLimit, "Second treatment in # days"),
            line(.treatmentLow, "Low intensity in # days"), line(.treatmentHigh, "High intensity in # days"),
            line(.stepUp, "Step-up in # days"),
        ]
        return Section(
            title: "In time, of all whose day has come",
            lines: lines.indices.filter { place in
                !lines[..<place].contains { $0.measure == lines[place].measure }
            }.map { lines[$0] })
    }
}
