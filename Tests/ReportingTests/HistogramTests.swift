import Testing

@testable import Reporting

/// Charts of how waits and sessions are distributed.
@Suite struct HistogramTests {
    private func page(_ measure: String, _ people: [Double]) -> String {
        var forecast = SmallForecast.empty()
        forecast.distributions = [
            WaitDistribution(measure: measure, group: MeasureGroup(team: "mid-test"), people: people)
        ]
        return ReportHTML.page(forecast, chartScript: "")
    }

    /// Sessions are counted one by one, on an axis of sessions.
    @Test func sessionsHaveAnAxisOfSessions() {
        let page = page("sessions-per-finished", [0, 0, 5, 8, 9, 4, 3, 2, 1, 0])
        #expect(page.contains("data-axis=\"sessions\" data-bar=\"1\""))
        #expect(page.contains("<tr><th>4<td>9"))
        #expect(!page.contains("data-axis=\"days waited\""))
        #expect(!page.contains("Waited so long"))
    }

    @Test func waitsHaveAnAxisOfDays() {
        let page = page("first-appointment-wait", [Double](repeating: 1, count: 60))
        #expect(page.contains("data-axis=\"days waited\" data-bar=\"7\""))
        #expect(page.contains("<tr><th>0–7<td>8"))
    }

    /// Where the longest that is told apart bites, the last bar is open and the chart says so.
    @Test func theCapIsSaidWhereItBites() {
        let capped = page("first-appointment-wait", [Double](repeating: 1, count: 60) + [20])
        #expect(capped.contains("have 60 days or more, which are told apart no further."))
        #expect(capped.contains(" or more<td>"))
        let free = page("first-appointment-wait", [Double](repeating: 1, count: 60) + [0])
        #expect(!free.contains("told apart no further"))
    }
}
