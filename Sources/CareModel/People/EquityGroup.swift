/// What averages are split by, so that they do not hide groups (EQ-1): everything that a referral records of who
/// somebody is (RF-13, KP-12).
public enum Characteristic: UInt8, CaseIterable, Sendable {
    /// Age band.
    case ageBand
    /// Sex.
    case sex
    /// Ethnicity in the five census groups.
    case ethnicity
    /// Deprivation of the neighbourhood, in fifths.
    case deprivation
    /// Whether there is a long-term condition.
    case longTermCondition
    /// Whether the person is perinatal.
    case perinatal
    /// Whether the person served in the armed forces.
    case veteran
    /// Whether the person asks for another language than English.
    case language
    /// Whether the person needs an accessible venue or format.
    case accessibilityNeed

    /// The name in files and tables.
    public var name: String {
        switch self {
        case .ageBand: "age-band"
        case .sex: "sex"
        case .ethnicity: "ethnicity"
        case .deprivation: "deprivation"
        case .longTermCondition: "long-term-condition"
        case .perinatal: "perinatal"
        case .veteran: "veteran"
        case .language: "language"
        case .accessibilityNeed: "accessibility-need"
        }
    }

    /// The names of its values, by number; 0 is not recorded.
    public var values: [String] {
        switch self {
        case .ageBand: ["not-recorded", "14-15", "16-17", "18-25", "26-64", "65-and-over"]
        case .sex: ["not-recorded", "female", "male", "other"]
        case .ethnicity: ["not-recorded", "white", "mixed", "asian", "black", "other"]
        case .deprivation:
            [
                "not-recorded", "most-deprived-fifth", "second-fifth", "third-fifth", "fourth-fifth",
                "least-deprived-fifth",
            ]
        case .longTermCondition, .perinatal, .veteran, .accessibilityNeed: ["not-recorded", "no", "yes"]
        // A referral has one value for English and for what is not recorded.
        case .language: ["english-or-not-recorded", "another-language"]
        }
    }

    /// The number of a referral's value. O(1).
    @inlinable
    public func value(of referral: Referral) -> Int {
        switch self {
        case .ageBand: Int(referral.ageBand.rawValue)
        case .sex: Int(referral.sex.rawValue)
        case .ethnicity: Int(referral.ethnicity.rawValue)
        case .deprivation: (Int(referral.deprivationDecile) + 1) / 2
        case .longTermCondition: Int(referral.longTermCondition.rawValue)
        case .perinatal: Int(referral.perinatal.rawValue)
        case .veteran: Int(referral.veteran.rawValue)
        case .language: referral.language == 0 ? 0 : 1
        case .accessibilityNeed: Int(referral.accessibilityNeed.rawValue)
        }
    }

    /// Where its groups begin among ``EquityGroup/all``.
    @inlinable
    public var firstIndex: Int {
        switch self {
        case .ageBand: 0
        case .sex: 6
        case .ethnicity: 10
        case .deprivation: 16
        case .longTermCondition: 22
        case .perinatal: 25
        case .veteran: 28
        case .language: 31
        case .accessibilityNeed: 33
        }
    }
}

extension Characteristic {
    /// Calls with the place of each of a referral's groups among ``EquityGroup/all``, characteristic by characteristic.
    /// O(1), without allocation: it is called for whatever befalls somebody.
    @inlinable
    @inline(__always)
    public static func forEachGroup(of referral: Referral, _ body: (Int) -> Void) {
        body(Self.ageBand.group(of: referral))
        body(Self.sex.group(of: referral))
        body(Self.ethnicity.group(of: referral))
        body(Self.deprivation.group(of: referral))
        body(Self.longTermCondition.group(of: referral))
        body(Self.perinatal.group(of: referral))
        body(Self.veteran.group(of: referral))
        body(Self.language.group(of: referral))
        body(Self.accessibilityNeed.group(of: referral))
    }

    @inlinable
    @inline(__always)
    func group(of referral: Referral) -> Int { firstIndex + value(of: referral) }
}

/// The people who have one value of one characteristic (EQ-1).
public struct EquityGroup: Hashable, Sendable {
    /// Which characteristic.
    public let characteristic: Characteristic
    /// The number of its value.
    public let value: Int

    /// The value's name.
    public var name: String { characteristic.values[value] }

    /// The place among ``all``.
    public var index: Int { characteristic.firstIndex + value }

    /// Every group, characteristic by characteristic.
    public static let all = Characteristic.allCases.flatMap { characteristic in
        characteristic.values.indices.map { EquityGroup(characteristic: characteristic, value: $0) }
    }

    /// How many there are.
    @inlinable public static var count: Int { 36 }
}

/// Small numbers in what is shared (EQ-1): under 5 is not shown, and what is shown is a multiple of 5.
public enum SmallNumbers {
    /// The least count that is shown.
    public static let least = 5.0

    /// A count as it may be shared; nil if it may not.
    public static func shared(_ count: Double) -> Double? {
        count < least ? nil : rounded(count)
    }

    /// The nearest multiple of 5.
    public static func rounded(_ count: Double) -> Double { (count / 5).rounded() * 5 }
}
