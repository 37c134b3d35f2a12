/// Where the referral matrix sends a person (RF-8).
@frozen
public enum ReferralDestination: UInt8, CaseIterable, Sendable {
    /// This service.
    case thisService
    /// The community mental health team.
    case communityMentalHealthTeam
    /// The substance misuse service.
    case substanceMisuseService
    /// The crisis resolution and home treatment team.
    case crisisTeam

    /// The name in tables.
    public var name: String {
        switch self {
        case .thisService: "this-service"
        case .communityMentalHealthTeam: "community-mental-health-team"
        case .substanceMisuseService: "substance-misuse-service"
        case .crisisTeam: "crisis-team"
        }
    }
}

extension ReferralMatrix {
    /// Where a person with these ratings belongs (RF-8). Only high ratings send anybody elsewhere, and high severity or
    /// chronicity do not; an unknown rating counts as low.
    ///
    /// Where several are high, safety goes first: high risk is the crisis team's if the trouble is severe as well, else
    /// the community team's (the matrix names both); then what the community team treats; then substance use. O(1).
    @inlinable
    public var destination: ReferralDestination {
        if risk == .high { return severity == .high ? .crisisTeam : .communityMentalHealthTeam }
        if complexity == .high || impairment == .high || earlierInterventions == .high {
            return .communityMentalHealthTeam
        }
        return substanceUse == .high ? .substanceMisuseService : .thisService
    }
}

/// How long a trouble has lasted, as the referral matrix asks (RF-8).
@frozen
public enum Chronicity: UInt8, CaseIterable, Sendable {
    /// Began less than a year ago.
    case acute
    /// Came back after more than a year, with time in between when it was gone.
    case relapse
    /// Has gone on for more than a year.
    case ongoing
}

extension MatrixRating {
    /// Severity: the higher of the two bands, PHQ-9 0–9, 10–19, 20–27 and GAD-7 0–9, 10–14, 15–21 (RF-8).
    @inlinable
    public static func severity(of scores: Scores) -> MatrixRating {
        if scores.depression >= 20 || scores.anxiety >= 15 { return .high }
        return scores.depression >= 10 || scores.anxiety >= 10 ? .medium : .low
    }

    /// Chronicity (RF-8).
    @inlinable
    public static func chronicity(_ chronicity: Chronicity) -> MatrixRating {
        switch chronicity {
        case .acute: .low
        case .relapse: .medium
        case .ongoing: .high
        }
    }

    /// Earlier interventions that did not help: none, one or two, three or more (RF-8).
    @inlinable
    public static func earlierInterventions(_ count: Int) -> MatrixRating {
        if count >= 3 { return .high }
        return count >= 1 ? .medium : .low
    }
}
