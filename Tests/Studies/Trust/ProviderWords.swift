import Calibration
import Foundation
import PublishedStatistics

/// What is forecast for a provider, in words.
enum ProviderWords {
    static func of(_ provider: TrustedProvider) -> String {
        var text = "\(provider.series.name), the year from \(provider.origin)\n"
        for figure in MonthlyFigures.Figure.allCases {
            let forecast = provider.forecast(figure)
            text += "\n\(figure.rawValue)\n"
            let spans = [("first month", forecast.value(.month, 1)), ("year", forecast.value(.year, 1))]
            for (name, value) in spans {
                guard let value else { continue }
                text += String(
                    format: "  %@: %.4g (9 in 10: %.4g to %.4g; half: %.4g to %.4g)\n", name, value.level,
                    value.ninety.lowerBound, value.ninety.upperBound, value.half.lowerBound, value.half.upperBound)
            }
            text += "  \(forecast.sentence)\n"
        }
        return text
    }
}
