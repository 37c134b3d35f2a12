import CareModel
import Forecasting
import Reporting
import ScenarioFiles

extension PreparedPlan {
    /// The command that makes the plan again. Threads change nothing, and where it is written neither.
    /// - Parameter scenario: the scenario's file.
    public func commandLine(_ scenario: String) -> String {
        var words = ["stepcare", "plan", scenario]
        for target in request.targets { words += ["--target", target] }
        for choice in request.variations { words += ["--vary", choice] }
        for change in request.changes { words += ["--set", "\(change.key)=\(change.value)"] }
        switch request.best {
        case .cost: break
        case .change: words += ["--minimise", "change"]
        case .measure(let name): words += ["--minimise", name]
        }
        if let most = request.mostPounds { words += ["--most-cost", NumberText.of(most)] }
        if let hires = request.hiresAQuarter { words += ["--hires-per-quarter", String(hires)] }
        if request.letsWaitsMove { words.append("--let-waits-move") }
        words += [
            "--weeks", String(weeks), "--budget", String(request.budget), "--seed", String(request.settings.seed),
        ]
        return ShellText.line(words)
    }
}
