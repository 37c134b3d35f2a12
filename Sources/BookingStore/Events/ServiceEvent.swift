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
    /// The name of each kind of event, as the log has it.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case serviceInitialised, teamAdded, roomAdded, clinicianAdded, clinicianChanged
        case availabilitySet, absenceAdded, absenceRemoved, assessmentWeekDeclared, referralReceived
        case personChanged, referralChanged, episodeMoved, personFactsChanged, held
        case holdEnded, booked, appointmentCancelled, attendanceRecorded, corrected
        case messageQueued, taskAdded, taskDone, userAdded, userChanged
        case linkIssued, linkEnded
        case messageWithdrawn, messageSent
        case roomClosed, roomOpened
        case groupOpened, groupChanged, seatTaken, seatLeft, groupCaseTaken, groupContact
    }

    /// The kind of the event.
    public var kind: Kind {
        switch self {
        case .serviceInitialised: .serviceInitialised
        case .teamAdded: .teamAdded
        case .roomAdded: .roomAdded
        case .roomClosed: .roomClosed
        case .roomOpened: .roomOpened
        case .clinicianAdded: .clinicianAdded
        case .clinicianChanged: .clinicianChanged
        case .availabilitySet: .availabilitySet
        case .absenceAdded: .absenceAdded
        case .absenceRemoved: .absenceRemoved
        case .assessmentWeekDeclared: .assessmentWeekDeclared
        case .referralReceived: .referralReceived
        case .personChanged: .personChanged
        case .referralChanged: .referralChanged
        case .episodeMoved: .episodeMoved
        case .personFactsChanged: .personFactsChanged
        case .held: .held
        case .holdEnded: .holdEnded
        case .booked: .booked
        case .appointmentCancelled: .appointmentCancelled
        case .attendanceRecorded: .attendanceRecorded
        case .corrected: .corrected
        case .messageQueued: .messageQueued
        case .messageWithdrawn: .messageWithdrawn
        case .messageSent: .messageSent
        case .taskAdded: .taskAdded
        case .taskDone: .taskDone
        case .linkIssued: .linkIssued
        case .linkEnded: .linkEnded
        case .groupOpened: .groupOpened
        case .groupChanged: .groupChanged
        case .seatTaken: .seatTaken
        case .seatLeft: .seatLeft
        case .groupCaseTaken: .groupCaseTaken
        case .groupContact: .groupContact
        case .userAdded: .userAdded
        case .userChanged: .userChanged
        }
    }

    /// The version of the payload that this build writes. A payload of an earlier version is read and brought forward.
    public static let payloadVersion = 1
}
