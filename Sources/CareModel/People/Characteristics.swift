/// Age bands that decide who may see a person (PR-4) and by which measures are split (EQ-1).
@frozen
public enum AgeBand: UInt8, CaseIterable, Sendable {
    /// Not recorded.
    case unknown
    /// 14 or 15.
    case fourteenToFifteen
    /// 16 or 17.
    case sixteenToSeventeen
    /// 18 to 25.
    case eighteenToTwentyFive
    /// 26 to 64.
    case twentySixToSixtyFour
    /// 65 and over.
    case sixtyFiveAndOver

    /// The youngest age in the band, in years; nil if unknown.
    public var youngest: Int? {
        switch self {
        case .unknown: nil
        case .fourteenToFifteen: 14
        case .sixteenToSeventeen: 16
        case .eighteenToTwentyFive: 18
        case .twentySixToSixtyFour: 26
        case .sixtyFiveAndOver: 65
        }
    }
}

/// Sex as recorded.
@frozen
public enum Sex: UInt8, CaseIterable, Sendable { case unknown, female, male, other }

/// Ethnicity in the five census groups.
@frozen
public enum EthnicityGroup: UInt8, CaseIterable, Sendable { case unknown, white, mixed, asian, black, other }

/// A fact that is known to hold, known not to hold, or not recorded (RF-13: unknown is a legal value).
@frozen
public enum Known: UInt8, CaseIterable, Sendable { case unknown, no, yes }

/// How a contact takes place; raw values are the national consultation mechanism codes.
@frozen
public enum ConsultationChannel: UInt8, CaseIterable, Sendable {
    /// No preference, or not recorded.
    case unknown = 0
    /// Face to face.
    case faceToFace = 1
    /// Telephone.
    case telephone = 2
    /// Video.
    case video = 11
}

/// When in the day a person can come (RF-13, PO-7).
@frozen
public enum TimeOfDayPreference: UInt8, CaseIterable, Sendable {
    /// Any time, or not recorded.
    case any
    /// Before 12:00.
    case morning
    /// From 12:00 until 17:00.
    case afternoon
    /// From 17:00.
    case evening
}

/// A rating of the referral matrix (RF-8).
@frozen
public enum MatrixRating: UInt8, CaseIterable, Sendable { case unknown, low, medium, high }

/// Why somebody moves ahead in a waiting list (PR-1, PR-2, ST-1). The order of classes is a scenario key.
@frozen
public enum PriorityClass: UInt8, CaseIterable, Sendable {
    /// Nothing moves the person ahead.
    case routine
    /// A veteran.
    case veteran
    /// Pregnant, or parent of a child under one; either parent (PR-1).
    case perinatal
    /// Risk found at screening or while waiting.
    case risk
    /// Stepped up from step 2 to step 3 (ST-1).
    case stepUp
    /// The service cancelled or the clinician left: rebooked first (AT-10, TX-12).
    case rebooking

    /// The name in scenario files and tables.
    public var name: String {
        switch self {
        case .routine: "routine"
        case .veteran: "veteran"
        case .perinatal: "perinatal"
        case .risk: "risk"
        case .stepUp: "step-up"
        case .rebooking: "rebooking"
        }
    }

    /// The name in sentences.
    public var title: String {
        switch self {
        case .routine: "routine"
        case .veteran: "veteran"
        case .perinatal: "perinatal"
        case .risk: "risk"
        case .stepUp: "step-up"
        case .rebooking: "to be rebooked"
        }
    }
}

extension PriorityClass: NamedCode, PropertyValue {}

extension Sex: NamedCode, PropertyValue {}

extension EthnicityGroup: NamedCode, PropertyValue {}

extension Known: NamedCode, PropertyValue {}

extension ConsultationChannel: NamedCode, PropertyValue {
    /// The name in sentences.
    public var title: String {
        switch self {
        case .unknown: "not known"
        case .faceToFace: "in person"
        case .telephone: "by telephone"
        case .video: "by video"
        }
    }
}

extension TimeOfDayPreference: NamedCode, PropertyValue {}

extension MatrixRating: NamedCode, PropertyValue {}

extension AgeBand: NamedCode, PropertyValue {
    /// The name in tables.
    public var name: String {
        switch self {
        case .unknown: "unknown"
        case .fourteenToFifteen: "14-15"
        case .sixteenToSeventeen: "16-17"
        case .eighteenToTwentyFive: "18-25"
        case .twentySixToSixtyFour: "26-64"
        case .sixtyFiveAndOver: "65-and-over"
        }
    }

    /// The name in sentences.
    public var title: String {
        switch self {
        case .unknown: "not known"
        case .fourteenToFifteen: "14 to 15"
        case .sixteenToSeventeen: "16 to 17"
        case .eighteenToTwentyFive: "18 to 25"
        case .twentySixToSixtyFour: "26 to 64"
        case .sixtyFiveAndOver: "65 and over"
        }
    }
}
