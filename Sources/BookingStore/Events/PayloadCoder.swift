import Foundation

/// Writes and reads the JSON of a log entry.
struct PayloadCoder {
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    init() { encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes] }

    /// The payload of an event as JSON with keys in order.
    func payload(of event: ServiceEvent) throws -> Data { try encoder.encode(event.payload) }

    /// The event of a log entry.
    /// - Throws: ``StoreError/unreadableEntry(sequence:detail:)`` for a kind or version that this build does not know.
    func event(sequence: Int64, kind: String, version: Int, payload: Data) throws -> ServiceEvent {
        guard let known = ServiceEvent.Kind(rawValue: kind) else {
            throw StoreError.unreadableEntry(sequence: sequence, detail: "kind \(kind) is not known")
        }
        guard (1...ServiceEvent.payloadVersion).contains(version) else {
            throw StoreError.unreadableEntry(sequence: sequence, detail: "payload version \(version) is not known")
        }
        do {
            return try event(known, payload)
        } catch let error as DecodingError {
            throw StoreError.unreadableEntry(sequence: sequence, detail: "\(kind): \(error)")
        }
    }

    private func event(_ kind: ServiceEvent.Kind, _ payload: Data) throws -> ServiceEvent {
        switch kind {
        case .serviceInitialised: .serviceInitialised(try decoder.decode(ServiceInitialised.self, from: payload))
        case .teamAdded: .teamAdded(try decoder.decode(TeamAdded.self, from: payload))
        case .roomAdded: .roomAdded(try decoder.decode(RoomAdded.self, from: payload))
        case .roomClosed: .roomClosed(try decoder.decode(RoomClosed.self, from: payload))
        case .roomOpened: .roomOpened(try decoder.decode(RoomOpened.self, from: payload))
        case .clinicianAdded: .clinicianAdded(try decoder.decode(ClinicianDetails.self, from: payload))
        case .clinicianChanged: .clinicianChanged(try decoder.decode(ClinicianDetails.self, from: payload))
        case .availabilitySet: .availabilitySet(try decoder.decode(AvailabilitySet.self, from: payload))
        case .absenceAdded: .absenceAdded(try decoder.decode(AbsenceAdded.self, from: payload))
        case .absenceRemoved: .absenceRemoved(try decoder.decode(AbsenceRemoved.self, from: payload))
        case .assessmentWeekDeclared:
            .assessmentWeekDeclared(try decoder.decode(AssessmentWeekDeclared.self, from: payload))
        case .referralReceived: .referralReceived(try decoder.decode(ReferralReceived.self, from: payload))
        case .personChanged: .personChanged(try decoder.decode(PersonChanged.self, from: payload))
        case .referralChanged: .referralChanged(try decoder.decode(ReferralChanged.self, from: payload))
        case .episodeMoved: .episodeMoved(try decoder.decode(EpisodeMoved.self, from: payload))
        case .personFactsChanged: .personFactsChanged(try decoder.decode(PersonFactsChanged.self, from: payload))
        case .held: .held(try decoder.decode(HoldPlaced.self, from: payload))
        case .holdEnded: .holdEnded(try decoder.decode(HoldEnded.self, from: payload))
        case .booked: .booked(try decoder.decode(Booking.self, from: payload))
        case .appointmentCancelled: .appointmentCancelled(try decoder.decode(AppointmentCancelled.self, from: payload))
        case .attendanceRecorded: .attendanceRecorded(try decoder.decode(AttendanceRecorded.self, from: payload))
        case .corrected: .corrected(try decoder.decode(Corrected.self, from: payload))
        case .messageQueued: .messageQueued(try decoder.decode(MessageQueued.self, from: payload))
        case .messageWithdrawn: .messageWithdrawn(try decoder.decode(MessageWithdrawn.self, from: payload))
        case .messageSent: .messageSent(try decoder.decode(MessageSent.self, from: payload))
        case .taskAdded: .taskAdded(try decoder.decode(TaskAdded.self, from: payload))
        case .taskDone: .taskDone(try decoder.decode(TaskDone.self, from: payload))
        case .linkIssued: .linkIssued(try decoder.decode(LinkIssued.self, from: payload))
        case .linkEnded: .linkEnded(try decoder.decode(LinkEnded.self, from: payload))
        case .groupOpened: .groupOpened(try decoder.decode(GroupDetails.self, from: payload))
        case .groupChanged: .groupChanged(try decoder.decode(GroupDetails.self, from: payload))
        case .seatTaken: .seatTaken(try decoder.decode(GroupSeatTaken.self, from: payload))
        case .seatLeft: .seatLeft(try decoder.decode(GroupSeatLeft.self, from: payload))
        case .groupCaseTaken: .groupCaseTaken(try decoder.decode(GroupCaseTaken.self, from: payload))
        case .groupContact: .groupContact(try decoder.decode(GroupContact.self, from: payload))
        case .userAdded: .userAdded(try decoder.decode(UserDetails.self, from: payload))
        case .userChanged: .userChanged(try decoder.decode(UserDetails.self, from: payload))
        }
    }
}

extension ServiceEvent {
    /// What the event says, as it is written in the log.
    public var payload: any Encodable & Sendable {
        switch self {
        case .serviceInitialised(let payload): payload
        case .teamAdded(let payload): payload
        case .roomAdded(let payload): payload
        case .roomClosed(let payload): payload
        case .roomOpened(let payload): payload
        case .clinicianAdded(let payload): payload
        case .clinicianChanged(let payload): payload
        case .availabilitySet(let payload): payload
        case .absenceAdded(let payload): payload
        case .absenceRemoved(let payload): payload
        case .assessmentWeekDeclared(let payload): payload
        case .referralReceived(let payload): payload
        case .personChanged(let payload): payload
        case .referralChanged(let payload): payload
        case .episodeMoved(let payload): payload
        case .personFactsChanged(let payload): payload
        case .held(let payload): payload
        case .holdEnded(let payload): payload
        case .booked(let payload): payload
        case .appointmentCancelled(let payload): payload
        case .attendanceRecorded(let payload): payload
        case .corrected(let payload): payload
        case .messageQueued(let payload): payload
        case .messageWithdrawn(let payload): payload
        case .messageSent(let payload): payload
        case .taskAdded(let payload): payload
        case .taskDone(let payload): payload
        case .linkIssued(let payload): payload
        case .linkEnded(let payload): payload
        case .groupOpened(let payload): payload
        case .groupChanged(let payload): payload
        case .seatTaken(let payload): payload
        case .seatLeft(let payload): payload
        case .groupCaseTaken(let payload): payload
        case .groupContact(let payload): payload
        case .userAdded(let payload): payload
        case .userChanged(let payload): payload
        }
    }
}
