import HTTPTypes
import Reporting
import Workbench

/// What a question comes to, as a part of a page.
struct ForecastPicture {
    var status: HTTPResponse.Status
    var html: String

    /// What stands there before anything is moved.
    static let invitation = ForecastPicture(
        status: .ok,
        html:
            "<p>Move something: what it does to waits, promises, lists and costs is drawn here, beside things as they "
            + "are now.</p>")

    /// What is wrong, each with the field that it is about.
    static func faults(_ faults: [Page.Fault]) -> ForecastPicture {
        let lines = faults.map { "<p data-fault=\"\(escaped($0.field))\">\(escaped($0.words))</p>" }
        return ForecastPicture(
            status: .unprocessableContent, html: "<div role=\"alert\">\(lines.joined())</div>")
    }

    /// Why there is no answer.
    static func fault(_ fault: BenchFault) -> ForecastPicture {
        ForecastPicture(
            status: status(of: fault), html: "<p role=\"alert\" data-fault=\"\">\(escaped(fault.words))</p>")
    }

    /// How a fault is told to whoever asked for a page.
    static func status(of fault: BenchFault) -> HTTPResponse.Status {
        switch fault {
        case .givenUp: .conflict
        case .noScenario: .notFound
        case .scenario, .tooLarge, .sliders, .weeks, .nothingToCompare: .unprocessableContent
        }
    }

    /// The report's own parts, with how often it was played.
    static func report(_ report: ComparisonReport, _ stage: LookStage) -> ForecastPicture {
        var report = report
        report.scenarios[0].name = "now"
        let runs = "\(report.replications) runs of each, over the same people"
        let said = report.scenarios.indices.dropFirst().map { place in
            "\(report.scenarios[place].name): \(ComparisonParts.sentences(report, place).first ?? "")"
        }
        let words =
            switch stage {
            case .first: "A first look: \(runs). A closer one is being made."
            case .whole: "\(runs)."
            }
        let telling = stage == .whole ? " data-said=\"\(escaped(said.joined(separator: " ")))\"" : ""
        return ForecastPicture(
            status: .ok,
            html: "<p class=\"desk-picture__stage\" data-stage=\"\(stage)\"\(telling)>\(escaped(words))</p>"
                + "<div class=\"report-parts\">\(ComparisonParts.html(report))</div>")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
