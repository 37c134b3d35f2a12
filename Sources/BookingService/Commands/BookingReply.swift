/// What a command is answered with: a value that can be shown, sent and kept.
public enum BookingReply: Codable, Hashable, Sendable {
    /// It was done, and there is no more to say.
    case done(Bool)
    /// The number of what was added.
    case number(Int64)
    /// What somebody is called.
    case name(String)
    /// Where a person is now.
    case person(PersonStanding)
    /// Where people are now.
    case people([PersonStanding])
    /// Who was received.
    case received(ReceivedReferral)
    /// Who were received.
    case receivedAll([ReceivedReferral])
    /// What is changed of somebody.
    case changedPerson(ChangedPerson)
    /// What is held.
    case held(HeldSlot)
    /// What is booked.
    case booked(BookedSlot)
    /// All that is booked.
    case bookedAll([BookedSlot])
    /// What became of accepted places.
    case accepted([AcceptedPlace])
    /// The sessions of a course.
    case course(CourseReply)
    /// What a correction came to.
    case corrected(CorrectionReply)
    /// Who acts on risk.
    case urgent(UrgentSlot)
    /// A course in a group.
    case group(GroupEntry)
    /// Who is affected.
    case affected([AffectedBooking])
    /// What became of a change of hours.
    case hours(HoursChanged)
    /// What became of a change of a clinician.
    case clinician(ChangedClinician)
    /// Assessment weeks of a team.
    case weeks([AssessmentWeekEntry])
    /// What became of a room.
    case room(RoomChanged)
    /// A link.
    case link(IssuedLink)
    /// What came of choosing by a link.
    case chosen(LinkReply)
}
