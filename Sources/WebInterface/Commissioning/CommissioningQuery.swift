import Foundation
import Workbench

/// What whoever buys a service looks at: which, how far ahead, what is laid beside it, and which plan of it.
struct CommissioningQuery {
    var scenario: String
    var weeks: String
    /// The scenario of another service; nil is nothing.
    var beside: String?
    /// The number of a plan; nil is the latest.
    var plan: Int?

    init(_ form: WebForm, _ bench: Bench) {
        scenario = form.text("scenario") ?? ForecastQuery.usual(bench)
        weeks = form.text("weeks") ?? "\(Question.usualWeeks)"
        beside = form.text("beside")
        plan = form.text("plan").flatMap { Int($0) }
    }

    /// What is asked of the bench; nil if so many weeks are no number.
    func question(of scenario: String) -> StandingQuestion? {
        Int(weeks).map { StandingQuestion(scenario: scenario, weeks: $0) }
    }

    /// The address of something of one service.
    func address(_ path: String, of scenario: String, _ stage: LookStage) -> String {
        encoded(path, [("scenario", scenario), ("weeks", weeks), ("stage", "\(stage)")])
    }

    /// Where the page's script asks whether all of it is there.
    var progressAddress: String {
        encoded(
            "/commissioning/progress",
            [("scenario", scenario), ("weeks", weeks)] + (beside.map { [("beside", $0)] } ?? []))
    }

    private func encoded(_ path: String, _ items: [(String, String)]) -> String {
        var parts = URLComponents()
        parts.queryItems = items.map { URLQueryItem(name: $0.0, value: $0.1) }
        // A plus is a blank to whoever reads a form.
        return path + "?" + (parts.percentEncodedQuery ?? "").replacing("+", with: "%2B")
    }
}
