public import CareModel

extension Episode: Codable {
    private enum Key: String, CodingKey {
        case received, state, stateSince
        case step, priority, modality, endReason, wasSteppedUp, missedCount, contactsAtStep, lowContacts,
            highContacts, clinician, waitingSince, firstAppointment, firstTreatment, secondTreatment,
            lastTreatment
    }

    /// Reads an episode; a milestone that is not there was not reached.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func value<Value: Decodable>(_ key: Key, else absent: Value) throws -> Value {
            try container.decodeIfPresent(Value.self, forKey: key) ?? absent
        }
        var stored = StoredEpisode(received: try container.decode(CivilMinute.self, forKey: .received))
        stored.state = try container.decode(EpisodeState.self, forKey: .state)
        stored.stateSince = try container.decode(CivilMinute.self, forKey: .stateSince)
        stored.step = try value(.step, else: .low)
        stored.priority = try value(.priority, else: .routine)
        stored.modality = try value(.modality, else: .guidedSelfHelp)
        stored.endReason = try value(.endReason, else: .completed)
        stored.wasSteppedUp = try value(.wasSteppedUp, else: false)
        stored.missedCount = try value(.missedCount, else: 0)
        stored.contactsAtStep = try value(.contactsAtStep, else: 0)
        stored.lowContacts = try value(.lowContacts, else: 0)
        stored.highContacts = try value(.highContacts, else: 0)
        stored.clinician = try value(.clinician, else: -1)
        stored.waitingSince = try value(.waitingSince, else: Episode.never)
        stored.firstAppointment = try value(.firstAppointment, else: Episode.never)
        stored.firstTreatment = try value(.firstTreatment, else: Episode.never)
        stored.secondTreatment = try value(.secondTreatment, else: Episode.never)
        stored.lastTreatment = try value(.lastTreatment, else: Episode.never)
        self.init(stored)
    }

    /// Writes what differs from a new episode.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(received, forKey: .received)
        try container.encode(state, forKey: .state)
        try container.encode(stateSince, forKey: .stateSince)
        func write<Value: Encodable & Equatable>(_ value: Value, _ key: Key, unless absent: Value) throws {
            if value != absent { try container.encode(value, forKey: key) }
        }
        try write(step, .step, unless: .low)
        try write(priority, .priority, unless: .routine)
        try write(modality, .modality, unless: .guidedSelfHelp)
        try write(endReason, .endReason, unless: .completed)
        try write(wasSteppedUp, .wasSteppedUp, unless: false)
        try write(missedCount, .missedCount, unless: 0)
        try write(contactsAtStep, .contactsAtStep, unless: 0)
        try write(lowContacts, .lowContacts, unless: 0)
        try write(highContacts, .highContacts, unless: 0)
        try write(clinician, .clinician, unless: -1)
        try write(waitingSince, .waitingSince, unless: Episode.never)
        try write(firstAppointment, .firstAppointment, unless: Episode.never)
        try write(firstTreatment, .firstTreatment, unless: Episode.never)
        try write(secondTreatment, .secondTreatment, unless: Episode.never)
        try write(lastTreatment, .lastTreatment, unless: Episode.never)
    }
}
