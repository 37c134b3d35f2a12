import ArgumentParser
import BookingService
import CareModel
import Forecasting

/// `stepcare service measures`.
struct ServiceMeasuresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measures",
        abstract: "Waits, recovery, hours a course and who came back, over a period (KP-12, KP-13, TX-14).",
        discussion: """
            People are counted in the period in which it befell them. By group, fewer than 5 people are not shown, and \
            counts are rounded to 5 (EQ-1). Hours are told of courses all of whose contacts were booked here.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The first day, YYYY-MM-DD (default: a year before the last).")
    var from: Day?

    @Option(help: "The last day (default: yesterday).")
    var through: Day?

    @Flag(help: "Also by age band, sex, ethnicity, deprivation, long-term condition and so on.")
    var byGroup = false

    func validate() throws {
        if let from, let through, from.day > through.day {
            throw ValidationError("--from is \(from.day), after --through, \(through.day): give an earlier day.")
        }
    }

    func run() throws {
        let last = through?.day ?? options.context.now.day - 1
        let first = from?.day ?? last - 364
        guard first <= last else {
            throw ValidationError("--from is \(first), after the last day, \(last): give an earlier day.")
        }
        let rows = try options.withService {
            try $0.toldMeasures(in: first...last, byGroup: byGroup, in: options.context)
        }
        let lines = rows.map { row in
            let whom = row.group.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            let range = row.ci95.map { "\(Self.text($0[0], row.unit)) to \(Self.text($0[1], row.unit))" } ?? ""
            return [
                row.measure, whom.isEmpty ? "all" : whom, Self.text(row.mean, row.unit), range, row.unit,
                String(row.people),
            ]
        }
        try options.print(
            rows,
            "\(first) to \(last)\n"
                + TextTable.lines([["measure", "whom", "number", "95% by chance", "unit", "people"]] + lines))
    }

    /// A number in its unit, shares as percentages.
    private static func text(_ number: Double, _ unit: String) -> String {
        let isShare = unit == MeasureUnit.share.rawValue
        return NumberText.of(((isShare ? number * 100 : number) * 10).rounded() / 10) + (isShare ? "%" : "")
    }
}
