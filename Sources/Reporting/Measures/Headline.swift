import CareModel

/// The measures that a reader looks for first, in the order of a person's way through the service.
struct Headline {
    /// Name of the measure.
    var measure: String
    /// What it is, in at most 30 letters.
    var label: String
    /// Whether the short table of a terminal has it too.
    var isBrief = false
    /// The limit that the measure counts people by; nil for one without.
    var promised: PromisedMeasure?

    init(_ measure: String, _ label: String, isBrief: Bool = false) {
        self.measure = measure
        self.label = label
        self.isBrief = isBrief
    }

    /// A measure that is named by a limit; `label` has `#` in place of its days.
    /// - Parameter suffix: what the name has behind that of the limit; such a measure is held to no standard.
    init(
        _ promised: PromisedMeasure, _ label: String, _ standards: Standards, isBrief: Bool = false, suffix: String = ""
    ) {
        self.init(
            standards.name(promised) + suffix, label.replacing("#", with: String(standards.days(promised))),
            isBrief: isBrief)
        if suffix.isEmpty { self.promised = promised }
    }

    /// A heading with its measures.
    struct Section {
        var title: String
        var lines: [Headline]
    }

    /// All of them, under the names that the standards give them.
    static func sections(_ standards: Standards) -> [Section] {
        [
            waits, withWaiting, ofAllDue(standards),
            Section(title: "Promises, of those who were seen", lines: promises(standards)),
        ] + others
    }

    /// All that any of several standards has: those of the first, and behind them those that only others have.
    static func sections(anyOf standards: [Standards]) -> [Section] {
        guard let first = standards.first else { return [] }
        var sections = sections(first)
        for place in sections.indices {
            for other in standards.dropFirst() {
                for line in Headline.sections(other)[place].lines
                where !sections[place].lines.contains(where: { $0.measure == line.measure }) {
                    sections[place].lines.append(line)
                }
            }
        }
        return sections
    }

    private static func promises(_ standards: Standards) -> [Headline] {
        let lines = [
            Headline(.firstAppointment, "First appt within # days", standards, isBrief: true),
            Headline(.firstAppointmentNationalFirst, "First appt within # days", standards),
            Headline(.firstTreatmentNationalFirst, "Treatment within # days", standards, isBrief: true),
            Headline(.firstTreatmentNationalSecond, "Treatment within # days", standards, isBrief: true),
            Headline(.secondTreatment, "Second treatment in # days", standards, isBrief: true),
            Headline(.secondTreatmentLimit, "Second treatment after # days", standards, isBrief: true),
            Headline(.perinatalAssessed, "Perinatal, assessed in # days", standards),
            Headline(.perinatalTreated, "Perinatal, treated in # days", standards),
        ]
        // A measure that is held to two standards of the same days has a line for each, unless they are one.
        return lines.indices.filter { place in
            !lines[..<place].contains {
                $0.measure == lines[place].measure
                    && Promise.of($0, standards: standards) == Promise.of(lines[place], standards: standards)
            }
        }.map { lines[$0] }
    }

    private static let waits =
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
            ])

    private static let others = [
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
                Headline("attended-share", "Attended, of appointments", isBrief: true),
                Headline("dna-share", "DNA, of appointments", isBrief: true),
                Headline("patient-cancelled-share", "Person cancelled, of appts"),
                Headline("provider-cancelled-share", "Service cancelled, of appts"),
            ]),
        Section(
            title: "Outcomes and access",
            lines: [
                Headline("recovery", "Recovery, of finished cases", isBrief: true),
                Headline("reliable-improvement", "Rel. improvement, of finished"),
                Headline("reliable-recovery", "Rel. recovery, finished cases"),
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
    static func label(_ measure: String, standards: Standards) -> String {
        for section in sections(standards) {
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
