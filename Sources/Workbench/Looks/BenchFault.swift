import CareModel
import Forecasting
import ScenarioFiles

/// Why the bench has no answer.
public enum BenchFault: Error, Sendable {
    /// There is no such scenario on the shelf.
    case noScenario(String)
    /// The scenario cannot be loaded, or run; why.
    case scenario(String)
    /// It has too many teams to be tried out while somebody waits.
    case tooLarge(teams: Int, most: Int)
    /// Sliders that were put where they cannot go, what-if by what-if.
    case sliders([SliderFault])
    /// So many weeks cannot be looked ahead.
    case weeks(ClosedRange<Int>)
    /// Nothing is moved, or too much is laid side by side.
    case nothingToCompare
    /// Whoever asked has asked something else since, or the server is about to stop.
    case givenUp

    /// What is wrong, and what helps.
    public var words: String {
        switch self {
        case .noScenario(let name): "There is no scenario of the name \(name) here: choose one of the list"
        case .scenario(let why): "This scenario cannot be forecast: \(why)"
        case .tooLarge(let teams, let most):
            "This scenario has \(teams) teams; \(most) can be tried out here, more with 'stepcare compare'"
        case .sliders(let faults): faults.map(\.words).joined(separator: "; ")
        case .weeks(let allowed): "Look \(allowed.lowerBound) to \(allowed.upperBound) weeks ahead"
        case .nothingToCompare: "Move something, of 1 to \(Question.most) what-ifs"
        case .givenUp: "Something else was asked since, or too many ask at once: ask again"
        }
    }
}

extension BenchFault {
    /// What is wrong with a scenario, in words for whoever moves a slider: without files and lines of the server's.
    init(_ errors: ScenarioErrors) {
        self = .scenario(errors.diagnostics.map(\.message).joined(separator: "; "))
    }

    /// Why there is no forecast.
    init(_ error: ForecastingError) {
        switch error {
        case .scenario(let errors), .storedScenario(let errors): self.init(errors)
        case .cancelled: self = .givenUp
        case .store, .service, .published, .notEstimable, .settings, .unexpected: self = .scenario(error.description)
        }
    }
}
