public import Forecasting

/// Why there is no plan.
public enum ServicePlanningError: Error, Sendable, CustomStringConvertible {
    /// What was asked cannot be taken: everything that is wrong with it.
    case faults([PlanFault])
    /// The scenario cannot be loaded, or it was cancelled.
    case forecasting(ForecastingError)
    /// What was kept to go on from is of another plan, or damaged.
    case resumption(String)

    /// In words.
    public var description: String {
        switch self {
        case .faults(let faults): faults.map(\.description).joined(separator: "\n")
        case .forecasting(let error): error.description
        case .resumption(let words): words
        }
    }
}
