/// The name of each kind of event, as the log has it.
public enum EventKind: String, CaseIterable, Hashable, Sendable, Codable {
    case serviceInitialised, teamAdded, roomAdded, clinicianAdded, clinicianChanged
    case availabilitySet, absenceAdded, absenceRemoved, assessmentWeekDeclared, referralReceived
    case personChanged, referralChanged, episodeMoved, personFactsChanged, held
    case holdEnded, booked, appointmentCancelled, attendanceRecorded, corrected
    case messageQueued, taskAdded, taskDone, userAdded, userChanged
    case linkIssued, linkEnded
    case messageWithdrawn, messageSent
    case roomClosed, roomOpened
    case callsChosen, treatmentPutOff, assessmentWeekCalledOff
    case personAllocated
    case contactReceived
    case groupOpened, groupChanged, seatTaken, seatLeft, groupCaseTaken, groupContact
}
