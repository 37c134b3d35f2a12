import PublishedStatistics

/// How wrong a forecast was, on the scale of its figure.
struct ForecastError: Hashable, Sendable {
    let size: ServiceSize
    /// The provider's place in its panel.
    let provider: Int
    /// Months of the panel that had passed.
    let origin: Int
    /// Above 0 if more came.
    let error: Double
    /// How much the provider's figures had moved beside those of others, see ``Restlessness``.
    let restlessness: Double

    /// The errors of a figure's forecasts, span by span, all of whose months had passed by the end.
    ///
    /// - Parameters:
    ///   - origins: months that had passed when each was made.
    ///   - end: months that had passed when the errors are learned.
    ///   - paths: by origin and provider.
    static func bySpan(
        _ panel: ForecastPanel, _ known: [PanelLevels], figure: Int, origins: [Int], until end: Int,
        _ restlessness: Restlessness, paths: (_ origin: Int) -> [[Double]?]
    ) -> [[ForecastError]] {
        var errors = [[ForecastError]](repeating: [], count: SpanAhead.all.count)
        for origin in origins {
            let made = paths(origin)
            for provider in panel.codes.indices {
                guard let path = made[provider] else { continue }
                let actual = (origin..<origin + 12).map { $0 < end ? panel.values[figure][provider][$0] : nil }
                for (place, span) in SpanAhead.all.enumerated() where origin + span.months.upperBound <= end {
                    guard let came = span.mean(of: actual) else { continue }
                    // What is not known of the months is left out of both.
                    guard let forecast = span.mean(of: zip(path, actual).map { $1 == nil ? nil : $0 }) else { continue }
                    errors[place].append(
                        ForecastError(
                            size: known[origin].sizes[provider], provider: provider, origin: origin,
                            error: panel.scales[figure].error(of: came, forecast: forecast),
                            restlessness: restlessness[origin, figure, provider]))
                }
            }
        }
        return errors
    }
}
