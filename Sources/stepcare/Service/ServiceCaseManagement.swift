import ArgumentParser
import BookingService
import BookingStore
import CareModel

/// `stepcare service case-management`.
struct ServiceCaseManagement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case-management",
        abstract: "The cases that each clinician brings to the monthly case-management review, and why (CL-16).",
        discussion: """
            A case is brought if the person is in recovery, is not improving, missed or cancelled, may need another \
            step, has no appointment and no contact for two weeks, has been open for long with gaps, has had as many \
            sessions as are agreed, or is not a case. People who were assessed and wait are among them: whoever \
            assessed brings them. How long is too long, the service's scenario says (case-management).
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "One clinician only, by number or name.")
    var clinician: NamedClinician?

    @Flag(help: "Print the whole list as comma-separated values, for a spreadsheet.")
    var csv = false

    @Option(help: "Lines to print; 0 is all (default: 0).")
    var limit = CountOption(0)

    func validate() throws {
        guard !csv || options.format == .table else {
            throw ValidationError("--csv and --format json contradict each other: give one.")
        }
    }

    func run() throws {
        let cases = try options.withService { service in
            try service.caseManagement(clinician: try clinician?.index(in: service), in: options.context)
        }
        let shown = limit.count > 0 ? Array(cases.prefix(limit.count)) : cases
        if csv { return try Terminal.print(CaseForReview.table(shown).text) }
        try options.print(shown, text(shown, of: cases))
    }

    private func text(_ shown: [CaseForReview], of cases: [CaseForReview]) -> String {
        let rows = shown.map { entry in
            [
                entry.clinicianName ?? "-", String(entry.person), entry.name ?? "-", entry.state.name,
                entry.step == .low ? "2" : "3", String(entry.contacts),
                entry.scores.map { "\($0.depression), \($0.anxiety)" } ?? "-", entry.lastContact?.description ?? "-",
                entry.questions,
            ]
        }
        let heading = [
            "clinician", "person", "name", "where", "step", "contacts", "PHQ-9, GAD-7", "last contact", "why",
        ]
        let counts = CaseReason.allCases.map { reason in (reason, cases.count { $0.reasons.contains(reason) }) }
        let summary = counts.filter { $0.1 > 0 }.map { "\($0.0.name) \($0.1)" }.joined(separator: ", ")
        return TextTable.lines([heading] + rows)
            + "\n\(cases.count) cases to discuss" + (summary.isEmpty ? "." : ": \(summary).")
    }
}
