import CareModel
import Forecasting
import Reporting
import ScenarioFiles
import Testing

/// The example of the library's own article, compiled and run.
@Suite struct PageExample {
    @Test func aPageForecastsAText() {
        let yaml = SmallService.text
        let told = Notebook<RunProgress>()
        let pages = Notebook<String>()
        @Sendable func show(_ progress: RunProgress) { told.add(progress) }
        @Sendable func isClosed() -> Bool { false }
        func page(_ forecast: Forecast, warnings: [FileFault]) { pages.add(forecast.manifest.title) }
        func page(_ words: String) { pages.add(words) }

        var request = ForecastRequest(of: .scenario(.text(yaml, name: "small.yaml")))
        request.length = .replications(10)
        request.settings.weeks = 8
        do {
            let prepared = try request.prepare()
            let outcome = try prepared.run(RunWatch(progress: { show($0) }, isCancelled: { isClosed() }))
            page(outcome.report(), warnings: prepared.warnings)
        } catch {
            page(error.description)
        }

        #expect(told.values.last == .replications(scenario: 0, done: 10, planned: 10))
        #expect(pages.values == ["A Small Service"])
    }
}
