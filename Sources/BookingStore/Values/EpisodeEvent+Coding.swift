public import CareModel

extension EpisodeEvent: Codable {
    private enum Key: String, CodingKey {
        case name, step, priority, outcome, treatmentBegan, clinician, reason, modality
    }

    private enum Name: String, Codable {
        case accepted, contacted, firstAppointmentBooked, firstAppointmentCancelled, firstAppointmentMissed, assessed
        case holdEnded, allocated, sessionAttended, sessionCancelled, sessionMissed, madeContact, stepUpProposed
        case stepUpAgreed, handedOver, planAmended, closed, therapyChanged, missCounted, stepUpDeclined, putOnHold
    }

    /// Reads an event by its name.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(Name.self, forKey: .name) {
        case .accepted:
            self = .accepted(
                try container.decode(Step.self, forKey: .step),
                try container.decode(PriorityClass.self, forKey: .priority))
        case .contacted: self = .contacted
        case .firstAppointmentBooked: self = .firstAppointmentBooked
        case .firstAppointmentCancelled: self = .firstAppointmentCancelled
        case .firstAppointmentMissed: self = .firstAppointmentMissed
        case .assessed:
            self = .assessed(
                try container.decode(AssessmentOutcome.self, forKey: .outcome),
                treatmentBegan: try container.decode(Bool.self, forKey: .treatmentBegan))
        case .holdEnded: self = .holdEnded
        case .allocated: self = .allocated(clinician: try container.decode(Int32.self, forKey: .clinician))
        case .sessionAttended: self = .sessionAttended
        case .sessionCancelled: self = .sessionCancelled
        case .sessionMissed: self = .sessionMissed
        case .madeContact: self = .madeContact
        case .stepUpProposed: self = .stepUpProposed
        case .stepUpAgreed: self = .stepUpAgreed
        case .handedOver: self = .handedOver
        case .planAmended:
            self = .planAmended(
                try container.decode(Step.self, forKey: .step),
                try container.decode(PriorityClass.self, forKey: .priority))
        case .closed: self = .closed(try container.decode(EndReason.self, forKey: .reason))
        case .therapyChanged: self = .therapyChanged(try container.decode(Modality.self, forKey: .modality))
        case .missCounted: self = .missCounted
        case .stepUpDeclined: self = .stepUpDeclined
        case .putOnHold: self = .putOnHold
        }
    }

    /// Writes the event's name and what it carries.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(codedName, forKey: .name)
        switch self {
        case .accepted(let step, let priority), .planAmended(let step, let priority):
            try container.encode(step, forKey: .step)
            try container.encode(priority, forKey: .priority)
        case .assessed(let outcome, let treatmentBegan):
            try container.encode(outcome, forKey: .outcome)
            try container.encode(treatmentBegan, forKey: .treatmentBegan)
        case .allocated(let clinician): try container.encode(clinician, forKey: .clinician)
        case .closed(let reason): try container.encode(reason, forKey: .reason)
        case .therapyChanged(let modality): try container.encode(modality, forKey: .modality)
        case .contacted, .firstAppointmentBooked, .firstAppointmentCancelled, .firstAppointmentMissed, .holdEnded,
            .sessionAttended, .sessionCancelled, .sessionMissed, .madeContact, .stepUpProposed, .stepUpAgreed,
            .handedOver, .missCounted, .stepUpDeclined, .putOnHold:
            break
        }
    }

    private var codedName: Name {
        switch self {
        case .accepted: .accepted
        case .contacted: .contacted
        case .firstAppointmentBooked: .firstAppointmentBooked
        case .firstAppointmentCancelled: .firstAppointmentCancelled
        case .firstAppointmentMissed: .firstAppointmentMissed
        case .assessed: .assessed
        case .holdEnded: .holdEnded
        case .allocated: .allocated
        case .sessionAttended: .sessionAttended
        case .sessionCancelled: .sessionCancelled
        case .sessionMissed: .sessionMissed
        case .madeContact: .madeContact
        case .stepUpProposed: .stepUpProposed
        case .stepUpAgreed: .stepUpAgreed
        case .handedOver: .handedOver
        case .planAmended: .planAmended
        case .closed: .closed
        case .therapyChanged: .therapyChanged
        case .missCounted: .missCounted
        case .stepUpDeclined: .stepUpDeclined
        case .putOnHold: .putOnHold
        }
    }
}

extension AssessmentOutcome: Codable {
    private enum Key: String, CodingKey { case name, step, modality, reason }

    private enum Name: String, Codable { case treatment, hold, end }

    /// Reads an outcome by its name.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let name = try container.decode(Name.self, forKey: .name)
        if name == .end {
            self = .end(try container.decode(EndReason.self, forKey: .reason))
            return
        }
        let step = try container.decode(Step.self, forKey: .step)
        let modality = try container.decode(Modality.self, forKey: .modality)
        self = name == .treatment ? .treatment(step, modality) : .hold(step, modality)
    }

    /// Writes the outcome's name and what it carries.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .treatment(let step, let modality):
            try container.encode(Name.treatment, forKey: .name)
            try container.encode(step, forKey: .step)
            try container.encode(modality, forKey: .modality)
        case .hold(let step, let modality):
            try container.encode(Name.hold, forKey: .name)
            try container.encode(step, forKey: .step)
            try container.encode(modality, forKey: .modality)
        case .end(let reason):
            try container.encode(Name.end, forKey: .name)
            try container.encode(reason, forKey: .reason)
        }
    }
}
