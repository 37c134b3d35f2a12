public import Allocation
public import BookingStore
public import CareModel

/// Why a command was not done. Nothing was changed.
public enum BookingError: Error, Equatable, Sendable {
    /// The store has no service yet.
    case notInitialised
    /// There is no such person.
    case noSuchPerson(Int64)
    /// There is no team with this index; there are so many.
    case noSuchTeam(Int, count: Int)
    /// There is no such appointment, or it does not stand.
    case noSuchAppointment(Int64)
    /// The appointment has an outcome already: a wrong one is put right.
    case hasOutcome(Int64, Attendance)
    /// The appointment has no outcome that could be put right.
    case nothingToCorrect(Int64)
    /// Something else is to be corrected first, as it says.
    case dependsOn(String)
    /// There is no such hold.
    case noSuchHold(Int64)
    /// The hold's time is over, or it ended before.
    case holdEnded(Int64, HoldOutcome)
    /// The slot cannot be given to the person.
    case refused([BookingRefusal])
    /// The rules allow it only with a reason.
    case needsReason([BookingRefusal])
    /// The clinician takes nobody new until late notes or letters are done, this one first (CL-17), unless there is a
    /// reason.
    case lateNotes([BookingRefusal], task: Int64, TaskKind, person: Int64?, due: CivilMinute)
    /// The state of the person does not allow it.
    case impossible(person: Int64, state: EpisodeState, command: String)
    /// The appointment has not begun, or is too long ago.
    case notNow(CivilMinute)
    /// The appointment has begun, and nobody recorded its outcome: nothing else can be done with it (AT-1).
    case begun(person: Int64, appointment: Int64, start: CivilMinute)
    /// A session of a course in a group has begun, and nobody recorded its outcome (TX-4).
    case groupBegun(Int64, start: CivilMinute)
    /// An attempt in vain to reach somebody does not count yet (RF-10), or the next message is not due (FA-7).
    case attemptTooSoon(person: Int64, made: Int, of: Int, counts: CivilDay, isByMessage: Bool)
    /// The rule would end the episode with this many misses, and nobody said that it shall (AT-3).
    case endsEpisode(person: Int64, misses: Int)
    /// The episode would end because the person was not in touch in time, and nobody said that it shall (AT-4, FA-4).
    case endsWithoutContact(person: Int64)
    /// Nobody has warned the person that what they miss ends the episode (AT-3, AT-4): the task that is to be done
    /// first.
    case notWarned(person: Int64, task: Int64)
    /// The person has until then to reply before the episode ends for what they missed (AT-4).
    case mayReply(person: Int64, until: CivilMinute)
    /// A discharge without recovery is agreed with a supervisor, and nobody said that one has (ST-8).
    case needsSupervisor(person: Int64)
    /// Nobody is discharged with a risk that nobody has addressed (ST-8): the task that is to be done first.
    case riskOpen(person: Int64, task: Int64, due: CivilMinute)
    /// A referral of the same person is open.
    case duplicateReferral(person: Int64)
    /// What is said of somebody cannot be.
    case wrongIdentity(IdentityFault)
    /// Somebody of the same name is in the service, of whom more is alike: it takes a word that it is another.
    case likelySame([PersonMatch])
    /// The user may not do this (IG-1).
    case forbidden(UserRole?, Permission)
    /// The user is a clinician, and opens what is not of their own people without saying why (IG-1): the record of a
    /// person, or another clinician's diary.
    case noRelationship(person: Int64?)
    /// The minute is far from the machine's clock and from the last entry of the log.
    case farMinute(CivilMinute, clock: CivilMinute, last: CivilMinute)
    /// Some of several referrals cannot be received: which, by index, and why. None is.
    case refusedReferrals([RefusedReferral])
    /// There is no such link to book with, or it is used up, withdrawn or past.
    case noSuchLink
    /// There is no such course in a group.
    case noSuchGroup(Int64)
    /// The person cannot have a seat in a course (TX-4).
    case seatRefused(SeatRefusal)
    /// The store could not do as it was asked, or the key was used for another command.
    case store(StoreError)
    /// Something else is wrong with what was given.
    case invalid(String)
}

/// A referral of several that cannot be received.
public struct RefusedReferral: Equatable, Sendable {
    /// Its place among them, from 0.
    public var index: Int
    /// Why.
    public var reason: BookingError
}

extension BookingError: CustomStringConvertible {
    /// What is wrong, and what would be allowed.
    public var description: String {
        switch self {
        case .notInitialised: "the database holds no service yet; run: stepcare service init SCENARIO DATABASE"
        case .noSuchPerson(let person): "there is no person \(person)"
        case .noSuchTeam(let team, let count): "there is no team \(team + 1): teams are numbered 1 to \(count)"
        case .noSuchAppointment(let appointment):
            "there is no standing appointment \(appointment): 'person' and 'diary' show those there are"
        case .hasOutcome(let appointment, let attendance):
            "appointment \(appointment) has an outcome already, code \(attendance.rawValue): a wrong one is put right "
                + "with 'correct'"
        case .nothingToCorrect(let appointment):
            "appointment \(appointment) has no outcome that could be corrected: one is recorded with 'attend'"
        case .dependsOn(let what): what
        case .noSuchHold(let hold): "there is no hold \(hold): 'hold' places one"
        case .holdEnded(let hold, .released):
            "hold \(hold) has ended: it was given up, or the person was booked, moved or discharged since"
        case .holdEnded(let hold, let outcome): "hold \(hold) has ended: it was \(outcome)"
        case .refused(let reasons):
            "this slot cannot be booked: " + BookingError.list(reasons)
                + (reasons.contains(.notWaiting) ? " ('person' shows where they are)" : " ('offer' shows what can be)")
        case .needsReason(let reasons):
            "this slot can be booked only with a reason (--reason): " + BookingError.list(reasons)
        case .lateNotes(let reasons, let task, let kind, let person, let due):
            "this slot can be booked only with a reason (--reason): " + BookingError.list(reasons) + ": task \(task), "
                + kind.words + (person.map { " of person \($0)" } ?? "")
                + ", was due \(due): do it first ('done --task \(task)'), or choose another clinician"
        case .impossible(let person, let state, let command):
            "\(command) is not possible: person \(person) is \(state.name); \(state.wayOn)"
        case .notNow(let start):
            "the appointment is at \(start): its outcome can be recorded from then on; until then it is moved with "
                + "'reschedule', or given up with 'cancel'"
        case .begun(let person, let appointment, let start):
            "appointment \(appointment) of person \(person) was at \(start): it has begun: record its outcome with "
                + "'attend'"
        case .groupBegun(let group, let start):
            "a session of course \(group) was at \(start): it has begun: record its outcome with 'group attend'"
        case .attemptTooSoon(let person, _, _, let day, true):
            "the message before to person \(person) is to be answered first: the next counts from \(day) on (FA-7)"
        case .attemptTooSoon(let person, let made, let all, let day, false):
            "attempt \(made) of \(all) to reach person \(person) was made already: attempts are spread over days, "
                + "and the "
                + "next in vain counts from \(day) on (RF-10); whoever is reached before is recorded at once"
        case .endsEpisode(let person, let misses):
            "this ends the episode of person \(person) by the rule, with \(misses) missed or cancelled appointments: "
                + "say --end-course if it shall end, --exception if a supervisor lets it go on, or --ask-exception to "
                + "let it go on until a supervisor has decided"
        case .endsWithoutContact(let person):
            "this ends the episode of person \(person) by the rule, for want of contact: say --end-course if it shall "
                + "end, or --ask-exception to let a supervisor decide"
        case .notWarned(let person, let task):
            "nobody has warned person \(person) that what they miss ends the episode (AT-4): task \(task) comes first "
                + "('done --task \(task)' once they are warned)"
        case .mayReply(let person, let until):
            "person \(person) has until \(until) to reply before the episode ends (AT-4): wait until then, or record "
                + "what they say ('contact --answer in-touch')"
        case .needsSupervisor(let person):
            "person \(person) has not recovered, and a discharge without recovery is agreed with a supervisor "
                + "(ST-8): say "
                + "who agrees (--agreed-by), or let one be asked (--ask-supervisor)"
        case .riskOpen(let person, let task, let due):
            "person \(person) is at risk, and nobody has addressed it (ST-8): task \(task), a duty call due \(due), "
                + "comes "
                + "first ('done --task \(task) --note …' says what came of it), or the person is referred on"
        case .duplicateReferral(let person): "this person is in the service already, as person \(person)"
        case .wrongIdentity(let fault): fault.description
        case .likelySame(let alike):
            "this could be " + alike.map(\.words).joined(separator: ", or ")
                + "; if it is another person, say so (--another-person)"
        case .forbidden(let role, let permission):
            "\(role.map { "the role \($0)" } ?? "somebody unknown") may not \(permission.words)"
        case .noRelationship(let person):
            (person.map { "person \($0) is not one of your people" } ?? "this diary is another clinician's")
                + ": say why you look (--reason), which is kept and can be reported (IG-1)"
        case .farMinute(let now, let clock, let last) where now == clock:
            "the machine's clock says \(now), far from the last entry, of \(last): set the clock, or say the minute "
                + "with --now; if the clock is right, say --minute-is-meant"
        case .farMinute(let now, let clock, let last):
            "\(now) is far from the machine's clock, \(clock), and from the last entry, of \(last): if it is no slip, "
                + "say --minute-is-meant"
        case .refusedReferrals(let refused):
            refused.map { "referral \($0.index + 1): \($0.reason)" }.joined(separator: "\n")
        case .noSuchLink: "this link is not good: it was used, withdrawn, or its time is over"
        case .noSuchGroup(let group): "there is no course \(group): 'group list' shows those there are"
        case .seatRefused(let refusal):
            "no seat can be given: \(refusal.words) ('group list' shows the courses, 'person' where somebody is)"
        case .store(let error): error.description
        case .invalid(let what): what
        }
    }

    private static func list(_ reasons: [BookingRefusal]) -> String {
        reasons.map(\.words).joined(separator: "; ")
    }
}

extension BookingRefusal {
    /// What stands against the slot, in words.
    public var words: String {
        switch self {
        case .notWaiting: "the person waits for nothing that it could be"
        case .noSuchClinician: "there is no such clinician"
        case .anotherTeam: "the clinician is of another team"
        case .anotherStep: "the clinician works at another step"
        case .notTrained: "the clinician is not trained in the agreed therapy"
        case .notTheirWork: "it is not the work of the clinician's role: choose a PWP or a therapist"
        case .notForUnder18: "the clinician is not trained to see people under 18 (PR-4): 'offer' shows who is"
        case .anotherClinician: "the person is with another clinician, who has the course ('move-case' moves it)"
        case .inThePast: "it is in the past"
        case .beforeReady: "treatment is put off until a later day"
        case .tooFarAhead: "the diaries do not reach that far"
        case .closedDay: "the service is closed on that day"
        case .away: "the clinician is away"
        case .outsideHours: "it is outside the clinician's bookable hours"
        case .setAside: "the time is set aside for other appointments"
        case .taken: "the time is taken"
        case .caseloadFull: "the clinician's caseload is full"
        case .closedToNewPeople: "the clinician takes nobody new now"
        case .beforeLongAbsence:
            "the clinician is away for two weeks or more soon, and takes nobody new before (CL-6): "
                + "'offer' shows who does"
        case .notesLate: "the clinician takes nobody new until late notes and letters are done (CL-17)"
        case .anotherSex: "the person asks for a therapist of the other sex"
        case .anotherLanguage: "the clinician does not speak the person's language, and no interpreter is asked for"
        case .noRoom: "the person asks to be seen face to face, and no room is free"
        case .anotherLength: "it is not as long as such an appointment is"
        case .tooLong: "no appointment is longer than four hours, unless it usually is"
        case .anotherVenue: "the room is not where the person and the clinician are that day, or not accessible"
        case .roomTaken: "the room is taken, or its venue is closed"
        case .begun: "the appointment that the person has has begun: record its outcome with 'attend' first"
        case .outOfOrder: "another session of the course is booked before it, or after it"
        }
    }
}
