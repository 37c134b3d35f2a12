/// The parts of FHIR R4 that are written: values that encode to its JSON. A field that is nil is not there.
struct Bundle: Encodable {
    struct Entry: Encodable {
        var fullUrl: String
        var resource: BundleResource
    }
    let resourceType = "Bundle"
    let type = "collection"
    var timestamp: String
    var entry: [Entry]?
}

/// One of the resources that a bundle holds.
enum BundleResource: Encodable {
    case schedule(Schedule)
    case slot(Slot)
    case appointment(Appointment)

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .schedule(let schedule): try schedule.encode(to: encoder)
        case .slot(let slot): try slot.encode(to: encoder)
        case .appointment(let appointment): try appointment.encode(to: encoder)
        }
    }

    /// Its type and id.
    var path: String {
        switch self {
        case .schedule(let schedule): "Schedule/\(schedule.id)"
        case .slot(let slot): "Slot/\(slot.id)"
        case .appointment(let appointment): "Appointment/\(appointment.id)"
        }
    }
}

/// A clinician's diary.
struct Schedule: Encodable {
    let resourceType = "Schedule"
    var id: String
    let active = true
    var actor: [Reference]
    var planningHorizon: Period
}

/// A stretch of a diary with one status.
struct Slot: Encodable {
    let resourceType = "Slot"
    var id: String
    var serviceType: [Concept]?
    var schedule: Reference
    var status: String
    var start: String
    var end: String
}

/// An appointment.
struct Appointment: Encodable {
    let resourceType = "Appointment"
    var id: String
    var identifier: [Identifier]
    var status: String
    var cancelationReason: Concept?
    var appointmentType: Concept
    var start: String
    var end: String
    var minutesDuration: Int
    var slot: [Reference]?
    var created: String
    var participant: [Participant]
}

/// Who takes part.
struct Participant: Encodable {
    var actor: Reference
    let required = "required"
    let status = "accepted"
}

/// A reference: literal to a resource of the bundle, logical by an identifier to what is not in it.
struct Reference: Encodable {
    var reference: String?
    var type: String?
    var identifier: Identifier?
    var display: String?
}

/// A number of this software's.
struct Identifier: Encodable {
    var system: String
    var value: String

    static func person(_ number: Int64) -> Identifier { Identifier(system: "urn:stepcare:person", value: "\(number)") }
    static func clinician(_ index: Int32) -> Identifier {
        Identifier(system: "urn:stepcare:clinician", value: "\(index)")
    }
    static func appointment(_ number: Int64) -> Identifier {
        Identifier(system: "urn:stepcare:appointment", value: "\(number)")
    }
}

/// From when until when.
struct Period: Encodable {
    var start: String
    var end: String
}

/// A concept as code and words.
struct Concept: Encodable {
    struct Coding: Encodable {
        var system: String
        var code: String
        var display: String?
    }
    var coding: [Coding]?
    var text: String?
}
