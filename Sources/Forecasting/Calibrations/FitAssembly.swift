import Calibration
import CareModel
import Foundation
import PublishedStatistics
public import Reporting
import ScenarioFiles
import ServiceSimulation

extension CalibrationOutcome {
    /// The fit of a provider as its page is made of it; nil for a country, of which there is no page.
    /// - Parameters:
    ///   - file: where the scenario was written; empty if it was not.
    ///   - command: the command that makes it again.
    public func report(file: String, command: String) -> FitReport? {
        switch self {
        case .one(let calibration, let draft):
            FitAssembly(calibration: calibration, draft: draft).report(file: file, command: command)
        case .all: nil
        }
    }
}

/// Turns a fit into what its page is made of.
private struct FitAssembly {
    let calibration: Calibration
    let draft: ScenarioDraft

    func report(file: String, command: String) -> FitReport {
        let judgement = calibration.judgement
        let team = calibration.scenario.teams[0]
        var report = FitReport(
            title: "\(team.title) (\(calibration.moments.code))",
            until: "\(CivilDay.monthNames[calibration.moments.until.month - 1]) \(calibration.moments.until.year)",
            verdict: FitReport.Nearness(judgement.verdict), sentences: [judgement.sentence],
            lines: judgement.lines.map(line))
        report.contradictions = calibration.contradictions
        report.missing = calibration.missing.map { (Self.title($0.quantity), $0.why.description) }
        report.values = calibration.fitted.map { fitted in
            FitReport.Value(
                key: fitted.parameter.key, words: "\(fitted.parameter.words), \(fitted.parameter.unit)",
                found: fitted.value, range: fitted.interval, known: fitted.identified)
        }
        report.histories = histories()
        (report.file, report.command, report.version) = (file, command, ProgramVersion.text)
        return report
    }

    private func line(_ line: FitJudgement.Line) -> FitReport.Line {
        FitReport.Line(
            title: Self.title(line.quantity, line.measure), unit: line.quantity.unit, published: line.published.value,
            error: line.published.standardError, simulated: line.simulated, verdict: FitReport.Nearness(line.verdict),
            isMain: line.isMain)
    }

    /// What a figure is called: as the measure that is the same, or by its own name.
    private static func title(_ quantity: MomentQuantity, _ measure: String? = nil) -> String {
        let standards = Standards()
        let same = Measure.all(standards).first { $0.name(standards) == measure ?? quantity.rawValue }
        if let same { return same.title(standards) }
        let words = quantity.rawValue.replacing("-per-week", with: "").replacing("-", with: " ")
        return (words.prefix(1).uppercased() + words.dropFirst()).replacing(" intensity", with: "-intensity")
    }

    /// The year behind and the year ahead of each figure of which anything is promised.
    private func histories() -> [FitReport.History] {
        guard let loaded = try? ScenarioLoader.load(.text(draft.text, name: "fit.yaml")),
            let trusted = loaded.scenario.teams.first?.trusted, let from = trusted.from
        else { return [] }
        let first = PublishedMonth(from)
        return MonthlyFigures.Figure.allCases.compactMap { figure in
            let known = trusted[keyPath: figure.trusted]
            guard known.isKnown else { return nil }
            let behind = (0..<12).map { place in
                FitReport.Month(
                    name: words(first - (12 - place)),
                    published: known.yearBefore.count == 12 ? known.yearBefore[place] : nil, promised: nil)
            }
            let ahead = (0..<12).map { place in
                FitReport.Month(
                    name: words(first + place), published: nil,
                    promised: (known.level[place], known.low[place], known.high[place]))
            }
            return FitReport.History(
                title: figure.measure.title(Standards()), unit: figure.measure.unit.rawValue,
                words: known.words ?? "", months: behind + ahead)
        }
    }

    /// `Apr 2025`.
    private func words(_ month: PublishedMonth) -> String {
        "\(CivilDay.monthNames[month.month - 1].prefix(3)) \(month.year)"
    }
}

extension FitReport.Nearness {
    fileprivate init(_ verdict: FitInput.Verdict) {
        switch verdict {
        case .notFitted, .holds: self = .holds
        case .doubtful: self = .doubtful
        case .doesNotHold: self = .doesNotHold
        }
    }
}
