import CareModel
import RandomStreams

/// What the people are like who are referred to a team (RF-13, RF-14, KT-10, EQ-1, EQ-2, CL-9): the shares of a
/// scenario, made ready to draw from. Each thing about somebody is a decision of its own.
///
/// An object, because it is read for every referral and is dear to copy; nothing of it changes.
final class ReferredPeople: Sendable {
    private let ageBands: Categorical?
    private let timesOfDay: Categorical
    private let ethnicities: Categorical?
    private let deprivation: Categorical?
    private let women: Double
    private let perinatal: Double
    private let pregnant: Double
    private let veterans: Double
    private let longTermConditions: Double
    private let movedIn: Double
    private let movedInDays: Double
    private let asks: AskInput
    /// Whether anybody asks for anything beside time (KT-10).
    let asksForMore: Bool
    private let languages: Categorical
    private let therapists: Categorical
    private let venues: Categorical
    private let matrix: MatrixInput
    private let severities: [Severity]

    init(_ input: ReferralInput) {
        ageBands = Categorical(anyOf: input.ageBands)
        timesOfDay = Categorical(restAnd: [input.eveningOnly, input.morningOnly])
        ethnicities = Categorical(anyOf: input.ethnicity)
        deprivation = Categorical(anyOf: input.deprivation)
        women = input.women
        perinatal = input.perinatal
        pregnant = input.pregnant
        veterans = input.veterans
        longTermConditions = input.longTermConditions
        movedIn = input.movedIn
        movedInDays = input.movedInDays
        asks = input.asks
        asksForMore = input.asks.isAny
        languages = Categorical(restAnd: input.asks.languages)
        therapists = Categorical(restAnd: [input.asks.femaleTherapist, input.asks.maleTherapist])
        venues = Categorical(restAnd: input.asks.venues)
        matrix = input.matrix
        severities = ReferralSource.allCases.map { input.severity(of: $0) }
    }

    /// How much more unwell people from a source are (RF-15). O(1).
    func severity(of source: ReferralSource) -> Severity { severities[Int(source.rawValue)] }

    /// Draws who somebody is and what they ask for.
    func draw(_ referral: inout Referral, key: UInt64, _ random: Luck) {
        if let ageBands {
            referral.ageBand = Self.bands[random.category(.ageBand, of: key, among: ageBands)]
        }
        referral.sex = random.happens(.sex, of: key, share: women) ? .female : .male
        referral.perinatal = random.happens(.perinatal, of: key, share: perinatal) ? .yes : .no
        if referral.perinatal == .yes, referral.sex == .female, random.happens(.pregnant, of: key, share: pregnant) {
            referral.weeksUntilBirth = UInt8(1 + Int(random.uniform(.weeksUntilBirth, of: key) * 34))
        }
        referral.veteran = random.happens(.veteran, of: key, share: veterans) ? .yes : .no
        referral.longTermCondition =
            random.happens(.longTermCondition, of: key, share: longTermConditions) ? .yes : .no
        referral.timeOfDay = Self.times[random.category(.timeOfDay, of: key, among: timesOfDay)]
        if asksForMore { drawNeeds(&referral, key: key, random) }
        if let ethnicities {
            let group = random.category(.ethnicity, of: key, among: ethnicities)
            referral.ethnicity = EthnicityGroup(rawValue: UInt8(truncatingIfNeeded: group)) ?? .unknown
        }
        if let deprivation {
            let decile = random.category(.deprivation, of: key, among: deprivation) + 1
            referral.deprivationDecile = UInt8(truncatingIfNeeded: decile)
        }
        drawEarlierWait(&referral, key: key, random)
    }

    private static let bands: [AgeBand] = [
        .sixteenToSeventeen, .eighteenToTwentyFive, .twentySixToSixtyFour, .sixtyFiveAndOver,
    ]
    private static let times: [TimeOfDayPreference] = [.any, .evening, .morning]

    /// What somebody asks for beside time (KT-10, EQ-2, CL-9).
    private func drawNeeds(_ referral: inout Referral, key: UInt64, _ random: Luck) {
        referral.language = UInt8(
            truncatingIfNeeded: random.category(.language, of: key, among: languages))
        if referral.language != 0 {
            referral.interpreter = random.happens(.interpreter, of: key, share: asks.interpreter) ? .yes : .unknown
        }
        switch random.category(.therapistSex, of: key, among: therapists) {
        case 1: referral.therapistSex = .female
        case 2: referral.therapistSex = .male
        default: break
        }
        if random.happens(.faceToFace, of: key, share: asks.faceToFace) { referral.channel = .faceToFace }
        referral.venue = UInt8(truncatingIfNeeded: random.category(.venue, of: key, among: venues))
        referral.accessibilityNeed =
            random.happens(.accessibilityNeed, of: key, share: asks.accessible) ? .yes : .no
    }

    /// Whoever comes from another area's waiting list keeps the clock that runs there (RF-14).
    private func drawEarlierWait(_ referral: inout Referral, key: UInt64, _ random: Luck) {
        guard random.happens(.movedIn, of: key, share: movedIn) else { return }
        var waits = random.stream(.earlierWait, of: key)
        let days = min(Self.longestEarlierWaitDays, waits.exponential(mean: movedInDays))
        referral.received = referral.received - Int64(days * 1440)
    }

    /// Days that somebody may have waited elsewhere: five years.
    private static var longestEarlierWaitDays: Double { 1826 }

    /// Draws the ratings of the referral matrix that do not come of scores (RF-8).
    func drawMatrix(_ referral: inout Referral, key: UInt64, _ random: Luck) {
        func rating(_ purpose: Purpose, _ shares: [Double]) -> MatrixRating {
            guard let choice = Categorical(anyOf: shares) else { return .high }
            return Self.ratings[random.category(purpose, of: key, among: choice)]
        }
        referral.matrix.chronicity = rating(.chronicity, matrix.chronicity)
        referral.matrix.complexity = rating(.complexity, matrix.complexity)
        referral.matrix.impairment = rating(.impairment, matrix.impairment)
        referral.matrix.substanceUse = rating(.substanceUse, matrix.substanceUse)
        referral.matrix.risk = rating(.riskRating, matrix.risk)
        referral.matrix.earlierInterventions = rating(.earlierInterventions, matrix.earlierInterventions)
    }

    private static let ratings: [MatrixRating] = [.low, .medium, .high]
}

extension Categorical {
    /// A choice by shares that are scaled to 1; nil where there are none.
    init?(anyOf shares: [Double]) {
        guard shares.contains(where: { $0 > 0 }) else { return nil }
        self.init(weights: shares)
    }

    /// A choice among category 0, which is what is left of 1, and those of the shares, from category 1 on.
    init(restAnd shares: [Double]) {
        self.init(weights: [max(0, 1 - shares.reduce(0, +))] + shares)
    }
}
