import ArgumentParser
import Forecasting
import ServicePlanning

/// Why there is no plan, with the exit codes of the design.
enum PlanFailure {
    static func report(_ error: ServicePlanningError) -> any Error {
        switch error {
        case .faults(let faults):
            return ValidationError(faults.map { "--\($0.description)" }.joined(separator: "\n"))
        case .forecasting(let error): return ServiceFailure.report(error, "")
        case .resumption(let words):
            Terminal.say("--resume: \(words)")
            return Exit.badData
        }
    }
}
