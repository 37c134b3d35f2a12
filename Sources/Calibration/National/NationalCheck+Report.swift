import Foundation
import PublishedStatistics

extension NationalCheck {
    /// What the country comes to, and which teams are off, as a table to read; nothing without figures.
    public var report: String {
        guard !country.isEmpty else { return "" }
        var lines = ["The fitted year of all teams together beside the published year", ""]
        lines.append(Self.row(["figure", "published", "simulated", "error"]))
        lines += country.map { figure in
            Self.row(
                [
                    figure.quantity.rawValue, Self.number(figure.published), Self.number(figure.simulated),
                    Self.percent(figure.error),
                ])
        }
        let counting = off.filter { abs($0.ofCountry) >= Self.leastOfCountry }
        lines += ["", "Teams that are off by more than 10%, those first that do most to the country's figure", ""]
        lines.append(Self.row(["figure", "published", "simulated", "error", "country's", "team"]))
        lines += counting.map { off in
            Self.row(
                [
                    off.figure.quantity.rawValue, Self.number(off.figure.published),
                    Self.number(off.figure.simulated), Self.percent(off.figure.error), Self.percent(off.ofCountry),
                    "\(off.team.name) (\(off.team.title))",
                ])
        }
        if counting.count < off.count {
            lines += [
                "",
                "\(off.count - counting.count) more are off by more than 10%, and move the country's by less than "
                    + "0.05%.",
            ]
        }
        lines += ["", verdicts]
        return lines.joined(separator: "\n")
    }

    /// How many teams hold, and who does not.
    private var verdicts: String {
        let holding = teams - doubtful.count - doesNotHold.count
        func named(_ teams: [Team]) -> String {
            teams.isEmpty ? "0" : "\(teams.count) (\(teams.map(\.name).joined(separator: ", ")))"
        }
        return "Of \(teams) teams \(holding) hold all their main figures; doubtful are \(named(doubtful)); "
            + "\(named(doesNotHold)) do not hold."
    }

    /// What moves the country's figure by less is counted, not named.
    private static let leastOfCountry = 0.0005

    private static func row(_ cells: [String]) -> String {
        cells.enumerated().map { place, cell in
            switch place {
            case 0: cell + String(repeating: " ", count: max(0, 30 - cell.count))
            case 5: "  " + cell
            default: String(repeating: " ", count: max(1, 11 - cell.count)) + cell
            }
        }.joined()
    }

    private static func number(_ value: Double) -> String {
        String(format: abs(value) >= 100 ? "%.0f" : abs(value) >= 10 ? "%.1f" : "%.3f", value)
    }

    private static func percent(_ share: Double) -> String { String(format: "%+.1f%%", share * 100) }
}
