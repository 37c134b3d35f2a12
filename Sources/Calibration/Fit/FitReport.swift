import Foundation
import PublishedStatistics
import Statistics

/// What a fit met, what it found, and of what the figures say nothing, as a table to read.
extension Calibration {
    /// The report, line by line.
    public var report: String {
        var lines = ["Figures that were aimed at", ""]
        lines.append(
            Self.row(["figure", "published", "± error", "simulated", "distance", "verdict"], widths: Self.figureWidths))
        for meeting in meetings {
            lines.append(
                Self.row(
                    [
                        meeting.quantity.rawValue, Self.number(meeting.published.value),
                        Self.number(meeting.published.standardError), meeting.simulated.map(Self.number) ?? "–",
                        Self.fixed(meeting.distance, 1), words(on: meeting.quantity),
                    ], widths: Self.figureWidths))
        }
        lines += [
            "",
            "A distance of 1 is what a figure is not asked for more exactly; for shares and means, with its own error.",
            "", judgement.sentence, "",
        ]
        let contradictions = PublishedContradiction.all(of: moments)
        if !contradictions.isEmpty {
            lines += ["Published figures that contradict each other:"] + contradictions.map { "  \($0.words)" } + [""]
        }
        if !missing.isEmpty {
            lines.append("Not aimed at:")
            lines += missing.map { "  \($0.quantity.rawValue): \($0.why)" } + [""]
        }
        lines += ["Values that were looked for", ""]
        lines.append(Self.row(["value", "found", "95% interval", "known"], widths: Self.valueWidths))
        for value in fitted {
            let interval = "\(Self.number(value.interval.lowerBound)) to \(Self.number(value.interval.upperBound))"
            lines.append(
                Self.row(
                    [
                        "\(value.parameter.key), \(value.parameter.unit)", Self.number(value.value), interval,
                        "\(Int((value.identified * 100).rounded()))%",
                    ], widths: Self.valueWidths))
        }
        lines += ["", "Known: how much of what was uncertain beforehand the figures settle."]
        let unknown = fitted.filter { $0.identified < 0.5 }
        if !unknown.isEmpty {
            lines.append(
                "Hardly identified, and left near what is expected of any service: "
                    + unknown.map(\.parameter.key).joined(separator: ", ") + ".")
        }
        lines.append(
            "Not identified at all, and assumed: localities, roles within a step, how a loss divides into its reasons, "
                + "patience for a first appointment, groups, rooms.")
        lines += ["", "\(evaluations) trials; the search ended: \(endingWords)."]
        return lines.joined(separator: "\n")
    }

    /// Published figures that contradict each other, a sentence each.
    public var contradictions: [String] { PublishedContradiction.all(of: moments).map(\.words) }

    private func words(on quantity: MomentQuantity) -> String {
        judgement.lines.first { $0.quantity == quantity }.map(\.words) ?? ""
    }

    private var endingWords: String {
        switch ending {
        case .settled: "no step was better"
        case .outOfSteps: "all its steps were used"
        case .failed: "a figure could not be worked out"
        }
    }

    private static let figureWidths = [32, 11, 11, 11, 10, 16]
    private static let valueWidths = [56, 10, 22, 7]

    private static func row(_ cells: [String], widths: [Int]) -> String {
        zip(cells, widths).enumerated().map { place, cell in
            let pad = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
            return place == 0 ? cell.0 + pad : pad + cell.0
        }.joined()
    }

    private static func number(_ value: Double) -> String {
        abs(value) >= 100 ? fixed(value, 0) : abs(value) >= 10 ? fixed(value, 1) : fixed(value, 3)
    }

    private static func fixed(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
