public import PublishedStatistics

/// A way of forecasting the twelve months after an origin from figures published before it.
public enum ForecastMethod: Hashable, Sendable {
    /// From the service's own past alone.
    case simple(SimpleForecast)
    /// From how services that stood alike moved.
    case alike
    /// The equal-weight mix of ``mixed``.
    case mix

    /// The one that forecasts are made by: the lowest interval score of all in every year that was tried.
    public static let trusted = ForecastMethod.alike

    /// The part of a simulated service in the level, where it has one: more made the years that were tried worse.
    static let shareOfSimulation = 1.0 / 3

    /// Every one of them.
    public static let all: [ForecastMethod] = SimpleForecast.allCases.map { .simple($0) } + [.alike, .mix]

    /// What is mixed, one part each: the mean of logarithms for flows, stocks and waits, of points for percentages.
    public static let mixed: [ForecastMethod] = [.simple(.smoothed), .alike]

    /// Its short name.
    public var name: String {
        switch self {
        case .simple(let simple): simple.rawValue
        case .alike: "alike"
        case .mix: "mix"
        }
    }

    /// It, in words.
    public var words: String {
        switch self {
        case .simple(.lastYear): "the last year again"
        case .simple(.smoothed): "its last eighteen months, the latest counting most"
        case .simple(.lastMonths): "its last three months"
        case .simple(.exponential): "exponential smoothing"
        case .simple(.theta): "the Theta method"
        case .alike: "its last eighteen months, and how services that stood alike moved from there"
        case .mix: "a mix of these"
        }
    }
}
