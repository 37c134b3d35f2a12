/// How large a service is, by its referrals in a year: small services are harder to forecast.
public enum ServiceSize: Int, CaseIterable, Comparable, Sendable {
    /// Fewer than 2,000.
    case verySmall
    /// 2,000 to 4,000.
    case small
    /// 4,000 to 7,000.
    case middle
    /// 7,000 to 12,000.
    case large
    /// More than 12,000.
    case veryLarge

    /// The size of a service with so many referrals in a year.
    public init(referralsInYear: Double) {
        self = Self.allCases.last { Double($0.leastReferrals) <= referralsInYear } ?? .verySmall
    }

    /// The referrals in a year from which on a service is of this size.
    public var leastReferrals: Int {
        switch self {
        case .verySmall: 0
        case .small: 2000
        case .middle: 4000
        case .large: 7000
        case .veryLarge: 12000
        }
    }

    /// Smaller ones come first.
    public static func < (one: ServiceSize, other: ServiceSize) -> Bool { one.rawValue < other.rawValue }

    /// It, in words that follow "services with".
    public var words: String {
        switch self {
        case .verySmall: "fewer than 2,000 referrals a year"
        case .small: "2,000 to 4,000 referrals a year"
        case .middle: "4,000 to 7,000 referrals a year"
        case .large: "7,000 to 12,000 referrals a year"
        case .veryLarge: "more than 12,000 referrals a year"
        }
    }

    /// The others, the nearest first; of two that are as near, the one in the middle.
    var neighbours: [ServiceSize] {
        Self.allCases.filter { $0 != self }.sorted { one, other in
            let near = (abs(one.rawValue - rawValue), abs(other.rawValue - rawValue))
            return near.0 != near.1
                ? near.0 < near.1 : abs(one.rawValue - 2) < abs(other.rawValue - 2)
        }
    }
}
