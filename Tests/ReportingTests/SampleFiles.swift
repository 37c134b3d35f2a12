import CareModel
import Foundation
import Testing

@testable import Reporting

/// Writes the test sample's files where `STEPCARE_SAMPLE_DIRECTORY` says, for people who want to look at them.
@Test(.enabled(if: ProcessInfo.processInfo.environment["STEPCARE_SAMPLE_DIRECTORY"] != nil))
func writesTheSampleWhereAsked() throws {
    let place = URL(fileURLWithPath: ProcessInfo.processInfo.environment["STEPCARE_SAMPLE_DIRECTORY"] ?? "/tmp")
    let forecast = SampleForecast().make()
    func write(_ text: String, _ name: String) throws {
        try text.write(to: place.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    try write(ForecastJSON.document(forecast), "forecast.json")
    try write(ForecastTable.text(forecast), "forecast.txt")
    try write(PlainWords.summary(forecast), "words.txt")
    let library = try String(
        contentsOf: URL(fileURLWithPath: "/usr/share/javascript/chart.js/chart.min.js"), encoding: .utf8)
    try write(ReportHTML.page(forecast, chartScript: library), "report.html")
    for file in ForecastCSV.files(forecast) { try write(file.text, file.name) }
}
