import Calibration
import CareModel
import PublishedStatistics
import Reporting

/// Kept forecasts beside a provider's published figures.
struct PublishedScore {
    private let forecasts: [KeptFiles.Kept]
    private let file: PublishedFile
    private let series: ProviderSeries
    /// Of each forecast the team that is the provider; nil where the whole service is.
    private let teams: [String?]

    /// - Parameters:
    ///   - path: the published file.
    ///   - provider: the code that was given; nil where the forecasts' own names say it.
    init(_ forecasts: [KeptFiles.Kept], _ path: String, _ provider: String?) throws(ScoreError) {
        self.forecasts = forecasts
        do throws(PublishedError) {
            file = try PublishedFile(path: path)
        } catch {
            throw .forecasting(.published(error))
        }
        let code = if let provider { provider } else { try Self.code(of: forecasts, file) }
        do throws(PublishedError) {
            series = try file.series(of: code)
        } catch {
            throw .forecasting(.published(error))
        }
        teams = try Self.teams(forecasts, of: series, file)
    }

    /// The code that the scenarios' own names say, as a fit names them.
    private static func code(
        of forecasts: [KeptFiles.Kept], _ file: PublishedFile
    ) throws(ScoreError) -> String {
        let codes = forecasts.map { kept in
            file.codes.first { PublishedFit.name($0) == kept.forecast.manifest.scenario }
        }
        guard let code = codes.first ?? nil, codes.allSatisfy({ $0 == code }) else {
            throw .noProvider("Say by --provider whose figures they are: the scenarios' names do not.")
        }
        return code
    }

    private static func teams(
        _ forecasts: [KeptFiles.Kept], of series: ProviderSeries, _ file: PublishedFile
    ) throws(ScoreError) -> [String?] {
        let name = PublishedFit.name(series.code)
        var names: [String: String] = [:]  // lookup only
        for code in file.codes { names[PublishedFit.name(code)] = code }
        var faults: [FileFault] = []
        let teams = forecasts.map { kept -> String? in
            let scenario = kept.forecast.manifest.scenario
            if scenario == name || series.predecessors.contains(where: { PublishedFit.name($0) == scenario }) {
                return nil
            }
            if kept.forecast.teams.contains(where: { $0.name == name }) {
                return kept.forecast.teams.count > 1 ? name : nil
            }
            let others = ([scenario] + kept.forecast.teams.map(\.name)).compactMap { names[$0] }
            if let other = others.first {
                faults.append(
                    FileFault(
                        file: kept.path, key: "manifest.scenario",
                        message: "it is a forecast of provider \(other), not of \(series.code)",
                        allowed: "forecasts of one provider"))
            }
            return nil
        }
        guard faults.isEmpty else { throw .kept(KeptFaults(faults: faults)) }
        return teams
    }

    func report(_ command: String) throws(ScoreError) -> ScoreReport {
        let last = file.lastMonth
        let words = "\(CivilDay.monthNames[last.month - 1]) \(last.year)"
        return try ScoreAssembly(
            forecasts: forecasts.map(\.forecast),
            against: "the published figures of \(series.name) (\(series.code)) until \(words)"
        ).report(command) { PublishedOutcome(series: series, lastMonth: last, team: teams[$0]) }
    }
}
