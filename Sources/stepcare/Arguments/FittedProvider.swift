import ArgumentParser
import Forecasting

/// Whose figures are fitted, on the command line: a provider's code, or `all`.
struct FittedProvider: ExpressibleByArgument, CustomStringConvertible {
    let provider: CalibrationRequest.Provider
    /// As it was given.
    let description: String

    init?(argument: String) {
        provider = argument == "all" ? .all : .one(argument)
        description = argument
    }
}
