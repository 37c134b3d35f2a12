/// Why an episode ended (ST-6).
@frozen
public enum EndReason: UInt8, CaseIterable, Sendable {
    /// An exclusion was found (RF-7).
    case notSuitable
    /// Directed to another kind of help, the referrer and the person told (RF-4, FA-3).
    case signposted
    /// Took self-help, a course or another service instead of an assessment (RF-9).
    case diverted
    /// Could not be reached in the agreed number of attempts (RF-10).
    case uncontactable
    /// Reached, but did not want an appointment, or asked to come back when ready (RF-11).
    case declinedAppointment
    /// Gave up waiting for the first appointment (KT-7).
    case withdrewBeforeFirstAppointment
    /// Missed the first appointment and made no contact (FA-4).
    case missedFirstAppointment
    /// Advice or self-help at the first appointment was enough (FA-3, RF-9).
    case adviceOnly
    /// Declined treatment at the first appointment (FA-3).
    case declinedTreatment
    /// Referred on to secondary care, step 4 or 5, or a specialist service (ST-3).
    case referredOn
    /// Gave up waiting for treatment (KT-7).
    case withdrewWaitingTreatment
    /// No longer needed treatment when called (KT-4).
    case noLongerNeeded
    /// The course was completed.
    case completed
    /// Missed too many sessions, or made no contact after one (AT-3, AT-4).
    case droppedOut
    /// Stopped before the course was completed.
    case stoppedEarly
    /// Died.
    case died

    /// Whether the person turned out to belong elsewhere, and was promised nothing here (RF-7, RF-9).
    public var belongsElsewhere: Bool { self == .notSuitable || self == .signposted || self == .diverted }

    /// The national end code.
    /// - Parameter treated: whether the person had at least one treatment contact.
    public func nationalCode(treated: Bool) -> String {
        switch self {
        case .notSuitable: "10"
        case .signposted: treated ? "46" : "11"
        case .diverted, .uncontactable, .withdrewBeforeFirstAppointment: "50"
        case .adviceOnly: treated ? "46" : "12"
        case .referredOn: treated ? "46" : "13"
        case .declinedAppointment: "14"
        case .declinedTreatment: treated ? "47" : "14"
        case .missedFirstAppointment: "16"
        case .withdrewWaitingTreatment, .droppedOut, .stoppedEarly: treated ? "47" : "16"
        case .noLongerNeeded: treated ? "46" : "12"
        case .completed: "46"
        case .died: treated ? "49" : "17"
        }
    }

    /// The name in tables.
    public var name: String {
        switch self {
        case .notSuitable: "not-suitable"
        case .signposted: "signposted"
        case .diverted: "diverted"
        case .uncontactable: "uncontactable"
        case .declinedAppointment: "declined-appointment"
        case .withdrewBeforeFirstAppointment: "withdrew-before-first-appointment"
        case .missedFirstAppointment: "missed-first-appointment"
        case .adviceOnly: "advice-only"
        case .declinedTreatment: "declined-treatment"
        case .referredOn: "referred-on"
        case .withdrewWaitingTreatment: "withdrew-waiting-treatment"
        case .noLongerNeeded: "no-longer-needed"
        case .completed: "completed"
        case .droppedOut: "dropped-out"
        case .stoppedEarly: "stopped-early"
        case .died: "died"
        }
    }

    /// The name in sentences.
    public var title: String {
        switch self {
        case .notSuitable: "not suitable for this service"
        case .signposted: "directed to another kind of help"
        case .diverted: "took another kind of help instead"
        case .uncontactable: "could not be reached"
        case .declinedAppointment: "did not want an appointment"
        case .withdrewBeforeFirstAppointment: "withdrew before the first appointment"
        case .missedFirstAppointment: "missed the first appointment, and was not in touch"
        case .adviceOnly: "advice was enough"
        case .declinedTreatment: "declined treatment"
        case .referredOn: "referred on"
        case .withdrewWaitingTreatment: "withdrew while waiting for treatment"
        case .noLongerNeeded: "no longer needed treatment"
        case .completed: "completed the course"
        case .droppedOut: "dropped out of treatment"
        case .stoppedEarly: "stopped before the course was completed"
        case .died: "died"
        }
    }
}

extension EndReason: NamedCode, PropertyValue {}
