/// Something that happened in a service. The log of these is the truth; every other table is its fold (BK-4).
///
/// In the log an event is its ``kind``, the version of its payload, and the payload as JSON.
public enum ServiceEvent: Hashable, Sendable {
    /// A service was opened.
    case serviceInitialised(ServiceInitialised)
    /// A team was added.
    case teamAdded(TeamAdded)
    /// A room was added.
    case roomAdded(RoomAdded)
    /// A room cannot be used on a range of days.
    case roomClosed(RoomClosed)
    /// A closure of a room is over.
    case roomOpened(RoomOpened)
    /// A clinician was added.
    case clinicianAdded(ClinicianDetails)
    /// A clinician's details changed.
    case clinicianChanged(ClinicianDetails)
    /// A clinician's week was set.
    case availabilitySet(AvailabilitySet)
    /// An absence was added.
    case absenceAdded(AbsenceAdded)
    /// An absence was removed.
    case absenceRemoved(AbsenceRemoved)
    /// An assessment week was declared.
    case assessmentWeekDeclared(AssessmentWeekDeclared)
    /// An assessment week was called off.
    case assessmentWeekCalledOff(AssessmentWeekCalledOff)
    /// A referral was received.
    case referralReceived(ReferralReceived)
    /// A person's identity changed.
    case personChanged(PersonChanged)
    /// A referral's facts changed.
    case referralChanged(ReferralChanged)
    /// An episode moved.
    case episodeMoved(EpisodeMoved)
    /// What is known of a person changed.
    case personFactsChanged(PersonFactsChanged)
    /// A person chose whether to be called while waiting (KT-5).
    case callsChosen(CallsChosen)
    /// A person has one clinician from the referral on (CL-18).
    case personAllocated(PersonAllocated)
    /// A person made contact outside the calls (KT-11).
    case contactReceived(ContactReceived)
    /// A person's treatment was put off until a day, and why (PR-3, RF-11).
    case treatmentPutOff(TreatmentPutOff)
    /// A placement is held.
    case held(HoldPlaced)
    /// A hold ended.
    case holdEnded(HoldEnded)
    /// An appointment was booked.
    case booked(Booking)
    /// An appointment was cancelled.
    case appointmentCancelled(AppointmentCancelled)
    /// An outcome was recorded.
    case attendanceRecorded(AttendanceRecorded)
    /// An earlier entry was undone.
    case corrected(Corrected)
    /// A message was queued.
    case messageQueued(MessageQueued)
    /// A message is not true any more, and will not be sent.
    case messageWithdrawn(MessageWithdrawn)
    /// A message was sent by somebody.
    case messageSent(MessageSent)
    /// A task was added.
    case taskAdded(TaskAdded)
    /// A task was done.
    case taskDone(TaskDone)
    /// A link to book with was issued (BK-10).
    case linkIssued(LinkIssued)
    /// A link ended before its time.
    case linkEnded(LinkEnded)
    /// A course in a group was opened (TX-4).
    case groupOpened(GroupDetails)
    /// A course in a group changed.
    case groupChanged(GroupDetails)
    /// A person took a seat in a course.
    case seatTaken(GroupSeatTaken)
    /// A person has no seat in a course any more.
    case seatLeft(GroupSeatLeft)
    /// A case manager took on a person in a course.
    case groupCaseTaken(GroupCaseTaken)
    /// What became of a person at a session of a course.
    case groupContact(GroupContact)
    /// A user was added.
    case userAdded(UserDetails)
    /// A user changed.
    case userChanged(UserDetails)
}

extension ServiceEvent {
    /// The kind of the event.
    public var kind: EventKind { type(of: stored).kind }

    /// What the event says, as it is written in the log.
    public var payload: any Encodable & Sendable { stored }

    /// What happened, in words that follow a person's name or stand alone.
    public var words: String { stored.words }

    /// What happened, in words, with clinicians by their names.
    public func words(_ names: LogNames) -> String { stored.words(names) }

    /// What the store does with the event.
    var stored: any StoredEvent {
        switch self {
        case .serviceInitialised(let event): event
        case .teamAdded(let event): event
        case .roomAdded(let event): event
        case .roomClosed(let event): event
        case .roomOpened(let event): event
        case .clinicianAdded(let event): ClinicianAdded(event)
        case .clinicianChanged(let event): ClinicianChanged(event)
        case .availabilitySet(let event): event
        case .absenceAdded(let event): event
        case .absenceRemoved(let event): event
        case .assessmentWeekDeclared(let event): event
        case .assessmentWeekCalledOff(let event): event
        case .referralReceived(let event): event
        case .personChanged(let event): event
        case .referralChanged(let event): event
        case .episodeMoved(let event): event
        case .personFactsChanged(let event): event
        case .callsChosen(let event): event
        case .personAllocated(let event): event
        case .contactReceived(let event): event
        case .treatmentPutOff(let event): event
        case .held(let event): event
        case .holdEnded(let event): event
        case .booked(let event): event
        case .appointmentCancelled(let event): event
        case .attendanceRecorded(let event): event
        case .corrected(let event): event
        case .messageQueued(let event): event
        case .messageWithdrawn(let event): event
        case .messageSent(let event): event
        case .taskAdded(let event): event
        case .taskDone(let event): event
        case .linkIssued(let event): event
        case .linkEnded(let event): event
        case .groupOpened(let event): GroupOpened(event)
        case .groupChanged(let event): GroupChanged(event)
        case .seatTaken(let event): event
        case .seatLeft(let event): event
        case .groupCaseTaken(let event): event
        case .groupContact(let event): event
        case .userAdded(let event): UserAdded(event)
        case .userChanged(let event): UserChanged(event)
        }
    }

    /// The version of the payload that this build writes. A payload of an earlier version is read and brought forward.
    public static let payloadVersion = 1
}

extension EventKind {
    /// Reads an event of this kind from the payload of an entry.
    var reader: EventReader {
        switch self {
        case .serviceInitialised: EventReader(ServiceEvent.serviceInitialised)
        case .teamAdded: EventReader(ServiceEvent.teamAdded)
        case .roomAdded: EventReader(ServiceEvent.roomAdded)
        case .roomClosed: EventReader(ServiceEvent.roomClosed)
        case .roomOpened: EventReader(ServiceEvent.roomOpened)
        case .clinicianAdded: EventReader { (event: ClinicianAdded) in .clinicianAdded(event.details) }
        case .clinicianChanged: EventReader { (event: ClinicianChanged) in .clinicianChanged(event.details) }
        case .availabilitySet: EventReader(ServiceEvent.availabilitySet)
        case .absenceAdded: EventReader(ServiceEvent.absenceAdded)
        case .absenceRemoved: EventReader(ServiceEvent.absenceRemoved)
        case .assessmentWeekDeclared: EventReader(ServiceEvent.assessmentWeekDeclared)
        case .assessmentWeekCalledOff: EventReader(ServiceEvent.assessmentWeekCalledOff)
        case .referralReceived: EventReader(ServiceEvent.referralReceived)
        case .personChanged: EventReader(ServiceEvent.personChanged)
        case .referralChanged: EventReader(ServiceEvent.referralChanged)
        case .episodeMoved: EventReader(ServiceEvent.episodeMoved)
        case .personFactsChanged: EventReader(ServiceEvent.personFactsChanged)
        case .callsChosen: EventReader(ServiceEvent.callsChosen)
        case .personAllocated: EventReader(ServiceEvent.personAllocated)
        case .contactReceived: EventReader(ServiceEvent.contactReceived)
        case .treatmentPutOff: EventReader(ServiceEvent.treatmentPutOff)
        case .held: EventReader(ServiceEvent.held)
        case .holdEnded: EventReader(ServiceEvent.holdEnded)
        case .booked: EventReader(ServiceEvent.booked)
        case .appointmentCancelled: EventReader(ServiceEvent.appointmentCancelled)
        case .attendanceRecorded: EventReader(ServiceEvent.attendanceRecorded)
        case .corrected: EventReader(ServiceEvent.corrected)
        case .messageQueued: EventReader(ServiceEvent.messageQueued)
        case .messageWithdrawn: EventReader(ServiceEvent.messageWithdrawn)
        case .messageSent: EventReader(ServiceEvent.messageSent)
        case .taskAdded: EventReader(ServiceEvent.taskAdded)
        case .taskDone: EventReader(ServiceEvent.taskDone)
        case .linkIssued: EventReader(ServiceEvent.linkIssued)
        case .linkEnded: EventReader(ServiceEvent.linkEnded)
        case .groupOpened: EventReader { (event: GroupOpened) in .groupOpened(event.details) }
        case .groupChanged: EventReader { (event: GroupChanged) in .groupChanged(event.details) }
        case .seatTaken: EventReader(ServiceEvent.seatTaken)
        case .seatLeft: EventReader(ServiceEvent.seatLeft)
        case .groupCaseTaken: EventReader(ServiceEvent.groupCaseTaken)
        case .groupContact: EventReader(ServiceEvent.groupContact)
        case .userAdded: EventReader { (event: UserAdded) in .userAdded(event.details) }
        case .userChanged: EventReader { (event: UserChanged) in .userChanged(event.details) }
        }
    }
}
