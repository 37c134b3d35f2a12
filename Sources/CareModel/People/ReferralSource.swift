/// Who refers (RF-1), with the codes of the national data set where there is one.
@frozen
public enum ReferralSource: UInt8, CaseIterable, Sendable {
    /// The person, on the web, at any hour of any day.
    case selfWeb
    /// The person, by telephone, letter or email, in working hours.
    case selfTelephone
    /// A general practitioner.
    case generalPractitioner
    /// An allied health professional.
    case alliedHealthProfessional
    /// Secondary mental or physical care.
    case secondaryCare
    /// Maternity services.
    case maternity
    /// An employer.
    case employer
    /// The voluntary sector.
    case voluntarySector
    /// A long-term-condition pathway.
    case longTermCondition
    /// Any other service.
    case other

    /// Whether referrals arrive at any hour of any day; the others arrive in working hours of working days (RF-2).
    @inlinable
    public var arrivesAnyDay: Bool { self == .selfWeb }

    /// Whether the person referred themselves.
    @inlinable
    public var isSelf: Bool { self == .selfWeb || self == .selfTelephone }

    /// The name in scenario files and tables.
    public var name: String {
        switch self {
        case .selfWeb: "self-web"
        case .selfTelephone: "self-telephone"
        case .generalPractitioner: "gp"
        case .alliedHealthProfessional: "allied-health-professional"
        case .secondaryCare: "secondary-care"
        case .maternity: "maternity"
        case .employer: "employer"
        case .voluntarySector: "voluntary-sector"
        case .longTermCondition: "ltc-pathway"
        case .other: "other"
        }
    }

    /// The name in sentences.
    public var title: String {
        switch self {
        case .selfWeb: "self-referral on the web"
        case .selfTelephone: "self-referral by telephone or letter"
        case .generalPractitioner: "GP"
        case .alliedHealthProfessional: "allied health professional"
        case .secondaryCare: "secondary care"
        case .maternity: "maternity services"
        case .employer: "employer"
        case .voluntarySector: "voluntary sector"
        case .longTermCondition: "long-term condition pathway"
        case .other: "another service"
        }
    }
}

extension ReferralSource: NamedCode, PropertyValue {}
