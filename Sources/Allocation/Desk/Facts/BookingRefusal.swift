/// Why a slot cannot be given to a person. One that can be overridden needs a reason, which is kept.
@frozen
public enum BookingRefusal: UInt8, CaseIterable, Hashable, Sendable {
    /// The person waits for nothing that this slot could be.
    case notWaiting
    /// There is no such clinician.
    case noSuchClinician
    /// The clinician is of another team.
    case anotherTeam
    /// The clinician works at another step.
    case anotherStep
    /// Not trained in the agreed therapy (TX-3).
    case notTrained
    /// Not the work of the clinician's role: no first appointment with an assistant psychologist, and no call either
    /// with a support worker (CL-15).
    case notTheirWork
    /// Not trained to see people under 18 (PR-4).
    case notForUnder18
    /// In the middle of a course with another clinician (TX-12); it can be overridden.
    case anotherClinician
    /// It starts before now.
    case inThePast
    /// Before the day until which treatment is put off (PR-3).
    case beforeReady
    /// Beyond the days that the diaries reach.
    case tooFarAhead
    /// A bank holiday, a weekend, or another day on which nobody works.
    case closedDay
    /// The clinician is away.
    case away
    /// Outside the clinician's bookable hours.
    case outsideHours
    /// Set aside for other appointments and not released yet (PO-2); it can be overridden.
    case setAside
    /// Somebody has it already (BK-1).
    case taken
    /// The caseload is full (CL-1); it can be overridden.
    case caseloadFull
    /// Takes nobody new before the end of the post, or no more this week (CL-7, CL-8); it can be overridden.
    case closedToNewPeople
    /// Another session of the course comes before it, or after it (BK-2).
    case outOfOrder
    /// The person asks for a therapist of another sex (KT-10); it can be overridden.
    case anotherSex
    /// The clinician does not speak the person's language, and no interpreter is asked for (EQ-2); it can be
    /// overridden.
    case anotherLanguage
    /// The person asks to be seen face to face, and no room is free (CL-9); it can be overridden, without a room.
    case noRoom
    /// Not as long as such an appointment is (FA-2, TX-1, TX-2); it can be overridden.
    case anotherLength
    /// Longer than any appointment may be.
    case tooLong
    /// The room is not at the venue that the person asks for, not where the clinician is that day, or not accessible
    /// (CL-9, EQ-5, BK-9).
    case anotherVenue
    /// The room is taken (BK-1), or its venue is closed (BK-9).
    case roomTaken
    /// The appointment that would be given up for it has begun: its outcome comes first (AT-1).
    case begun

    /// Takes nobody new in the days before a planned absence of two weeks or more (CL-6); it can be overridden.
    case beforeLongAbsence
    /// Takes nobody new until late notes or letters are done (CL-17); it can be overridden.
    case notesLate

    /// Whether somebody may book all the same, with a reason (CL-1).
    public var canBeOverridden: Bool {
        switch self {
        case .anotherClinician, .setAside, .caseloadFull, .closedToNewPeople, .anotherSex, .anotherLanguage, .noRoom,
            .anotherLength, .beforeLongAbsence, .notesLate:
            true
        case .notWaiting, .noSuchClinician, .anotherTeam, .anotherStep, .notTrained, .notTheirWork, .notForUnder18,
            .inThePast, .beforeReady, .tooFarAhead, .closedDay, .away, .outsideHours, .taken, .outOfOrder, .tooLong,
            .anotherVenue, .roomTaken,
            .begun:
            false
        }
    }
}
