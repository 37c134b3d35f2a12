import ArgumentParser
import BookingService
import CareModel

/// `stepcare service assessment-week`.
struct ServiceAssessmentWeek: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assessment-week",
        abstract: "Gives most of a team's week to first appointments, calls that off, or lists such weeks (PO-1).",
        discussion: """
            Offers for the week follow; what is booked stands. The scenario's rule asks for notice, and for weeks \
            between one and the next: against it, say why (--reason). Treatment waits meanwhile: the list says how \
            many hours of it the week gives up.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The team: its name, or its number from 1; without it the weeks to come are listed.")
    var team: NamedTeam?

    @Option(help: "A day of the (first) week, YYYY-MM-DD.")
    var from: Day?

    @Option(help: "Weeks in a row, 1 to 8 (default: as the scenario has it).")
    var weeks: Int?

    @Option(help: "Share of bookable time for first appointments in these weeks (default: as the scenario has it).")
    var share: Double?

    @Flag(help: "The week is a usual one again.")
    var callOff = false

    @Option(help: "Why, against the rule, or why it is called off.")
    var reason: String?

    func validate() throws {
        guard (team == nil) == (from == nil) else { throw ValidationError("--team and --from go together.") }
        guard team != nil || !(callOff || weeks != nil || share != nil || reason != nil) else {
            throw ValidationError("Give --team and --from too.")
        }
        guard !callOff || weeks == nil && share == nil else {
            throw ValidationError("--call-off is of one week: leave out --weeks and --share.")
        }
    }

    func run() throws {
        guard let team, let from else {
            let weeks = try options.withService { try $0.assessmentWeeks(in: options.context) }
            return try options.print(weeks, weeks.isEmpty ? "No assessment week is to come." : text(weeks))
        }
        if callOff {
            let left = try options.perform {
                CallOffAssessmentWeek(team: try team.index(in: $0), day: from.day, why: reason ?? "")
            }
            let rest = left.isEmpty ? "" : "\n" + text(left)
            return try options.print(left, "The week from \(from.day.monday) is a usual one again." + rest)
        }
        let declared = try options.perform {
            DeclareAssessmentWeek(
                team: try team.index(in: $0), day: from.day, weeks: weeks, share: share, reason: reason)
        }
        try options.print(declared, text(declared))
    }

    private func text(_ weeks: [AssessmentWeekEntry]) -> String {
        let rows = weeks.map { week in
            [
                String(week.team), week.monday.description, hours(week.firstMinutes), hours(week.usualFirstMinutes),
                hours(week.treatmentMinutes), hours(week.usualTreatmentMinutes),
            ]
        }
        return TextTable.lines(
            [["team", "week from", "first appointments", "usually", "treatment", "usually"]] + rows)
    }

    private func hours(_ minutes: Int) -> String { "\((minutes + 30) / 60) h" }
}
