public import Calibration
import CareModel
import Forecasting
import Foundation
import PublishedStatistics
import Reporting
import ScenarioFiles
import ServiceSimulation

/// Where providers are fitted: what `stepcare calibrate` would find, and the forecast of it.
public struct FitBench: Sendable {
    /// The national file.
    public let figures: NationalFigures
    private let chartScript: String
    private let effort: Calibration.Settings

    /// - Parameters:
    ///   - chartScript: what draws the charts of pages that are taken away; empty leaves their tables.
    ///   - effort: how hard values are looked for.
    public init(_ figures: NationalFigures, chartScript: String, effort: Calibration.Settings = Calibration.Settings())
    {
        self.figures = figures
        self.chartScript = chartScript
        self.effort = effort
    }

    /// The names of what stays: the parts of the fit's page, the fitted scenario, what the forecast says, the verdict.
    public static let (parts, scenario, words, verdict) = ("parts.html", "scenario.yaml", "summary.txt", "verdict.txt")
    /// The name of the forecast in a few answers.
    public static let brief = "forecast-parts.html"
    /// What the verdict says where every main figure holds, and where one does not.
    public static let holds = FitInput.Verdict.holds.name
    public static let doesNotHold = FitInput.Verdict.doesNotHold.name

    /// Fits a provider, and forecasts it.
    func fit(_ wish: FitWish, _ tools: LongTools) throws(LongFault) -> LongResult {
        guard let until = PublishedMonth(wish.until) else { throw .because("\(wish.until) is no month") }
        var request = CalibrationRequest(file: figures.path, provider: .one(wish.code), until: until)
        request.seed = wish.seed
        request.effort = effort
        let forecast: Forecast
        let outcome: CalibrationOutcome
        do throws(ForecastingError) {
            tools.progress(LongProgress("Reading the national file"))
            outcome = try request.prepare().run(
                progress: { tools.progress(LongProgress("Fitting", done: $0, counted: "services played so far")) },
                isCancelled: tools.isCancelled)
            forecast = try self.forecast(outcome.draft.text, wish, tools)
        } catch {
            if case .cancelled = error { throw .cancelled }
            throw .because(error.description)
        }
        guard case .one(let calibration, let draft) = outcome else { throw .because("It is of one provider") }
        let command =
            "stepcare calibrate --published \(figures.path) --provider \(wish.code) --until \(wish.until) --seed "
            + "\(wish.seed) --output \(Self.scenario)"
        guard let report = outcome.report(file: Self.scenario, command: command) else {
            throw .because("There is no page of it")
        }
        let judged: String
        do { judged = try outcome.judgedFigures } catch { throw .because("\(error)") }
        return LongResult(
            sentence: calibration.judgement.sentence,
            files: [
                (Self.scenario, draft.text), (Self.parts, ReportParts.html(report)),
                ("fit.html", FitHTML.page(report, chartScript: chartScript)), ("verdicts.json", judged),
                ("forecast.html", ReportHTML.page(forecast, chartScript: chartScript)),
                ("measures.csv", ForecastCSV.measures(forecast).text),
                (Self.words, PlainWords.summary(forecast) + "\n"), (Self.brief, ReportParts.brief(forecast)),
                (Self.verdict, calibration.judgement.verdict.name),
            ])
    }

    /// The forecast of a fitted scenario, as `stepcare forecast --quick` makes it.
    private func forecast(_ text: String, _ wish: FitWish, _ tools: LongTools) throws(ForecastingError) -> Forecast {
        let request = ForecastRequest(of: .scenario(.text(text, name: Self.scenario)))
        let watch = RunWatch(
            progress: { progress in
                if case .replications(_, let done, let planned) = progress {
                    tools.progress(LongProgress("Forecasting", done: done, of: planned))
                }
            }, isCancelled: tools.isCancelled)
        return try request.prepare().run(watch).report(command: "stepcare forecast \(Self.scenario) --quick")
    }
}
