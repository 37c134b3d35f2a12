import Allocation
import BookingService
import BookingStore
import CareModel

/// Why something was not done, as a clerk reads it: what is wrong, what is allowed and what to do next; the field of a
/// form at which it stands; and where what comes first is done.
struct Refusal: Sendable {
    /// One sentence or more.
    var words: String
    /// Names of fields at which it may stand, the likeliest first. Where a form has none of them, it stands above it.
    var fields: [String] = []
    /// Where to go.
    var next: Link?

    init(_ words: String, at fields: [String] = [], next: Link? = nil) {
        (self.words, self.fields, self.next) = (words, fields, next)
    }
}

extension Refusal {
    // One line a case: it is a table.
    /// The one place where what the desk refuses gets its words on pages.
    init(_ error: BookingError) {
        switch error {
        case .notInitialised: self.init("There is no service here yet. Whoever runs the server sets it up.")
        case .noSuchPerson:
            self.init("Nobody has this number. Look for the name.", next: Link("Find a person", "/find"))
        case .noSuchTeam: self.init("There is no such team. Choose one of the list.", at: ["team"])
        case .noSuchAppointment:
            self.init(
                "This appointment does not stand any more: it was moved or cancelled. The person's page shows it.")
        case .hasOutcome(let number, let outcome):
            self.init(
                "It is recorded already: \(outcome.title). If that is wrong, put it right.",
                next: .correct(appointment: number))
        case .nothingToCorrect(let number):
            self.init(
                "Nothing is recorded of this appointment yet that could be put right.",
                next: .attend(appointment: number))
        case .dependsOn(let what), .invalid(let what): self = RefusalText(what).refusal
        case .noSuchHold, .holdEnded(_, .expired), .holdEnded(_, .confirmed):
            self.init("The time is not kept any more. Choose a time again.")
        case .holdEnded(_, .released):
            self.init(
                "The time is not kept any more: it was given back, or the person was booked, moved or discharged "
                    + "since. Choose a time again.")
        case .refused(let reasons) where reasons.contains(.taken):
            self.init("Somebody else has just taken this time. Choose another one.")
        case .refused(let reasons):
            self.init(
                "This time cannot be booked: \(Refusal.list(reasons)). Choose another one.", at: ["time", "with"])
        case .needsReason(let reasons):
            self.init(
                "This is against a rule: \(Refusal.list(reasons)). Say why it must be, or choose another time.",
                at: ["reason"])
        case .lateNotes(_, _, let kind, let person, let due):
            self.init(
                "This clinician takes nobody new before late notes are done: \(kind.words), due \(due.shortWords). "
                    + "Choose another clinician, or say why it must be.",
                at: ["reason"], next: person.map { Link("Whose notes are late", "/people/\($0)") })
        case .impossible(let person, let state, _):
            self.init("That cannot be done now. \(state.whatComesFirst)", next: .person(person))
        case .notNow(let start):
            self.init(
                "It is on \(start.longWords). What became of it is recorded from then on, and not long after; "
                    + "before, it can be moved or cancelled.")
        case .begun(_, let number, let start):
            self.init(
                "The appointment on \(start.longWords) has begun, and nothing is recorded of it. Record first what "
                    + "became of it.", next: .attend(appointment: number))
        case .groupBegun(let group, let start):
            self.init(
                "A session of the course was on \(start.longWords), and nobody recorded who came. Record that first.",
                next: Link("Record who came", "/groups/\(group)/do/attend"))
        case .attemptTooSoon(_, _, _, let day, true):
            self.init(
                "They still have time to answer the message before. The next one counts from \(day.longText) on.",
                at: ["answer"])
        case .attemptTooSoon(_, let made, let all, let day, false):
            self.init(
                "Attempt \(made) of \(all) was made already, and attempts are spread over days: the next one in vain "
                    + "counts from \(day.longText) on. Whoever is reached before is recorded at once.", at: ["answer"])
        case .endsEpisode(let person, let misses):
            self.init(
                "By the rule this ends the episode: they missed or cancelled \(counted(misses, "time", "times")). "
                    + "Choose whether it ends.", at: ["limit", "limit-\(person)"])
        case .endsWithoutContact:
            self.init(
                "By the rule this ends the episode, because they were not in touch. Choose whether it ends.",
                at: ["limit"])
        case .notWarned(_, let task):
            self.init(
                "Nobody has warned them yet that what they miss ends the episode. Warn them, say that it is done, "
                    + "and come back.", at: ["limit"], next: .done(task: task, "They are warned"))
        case .mayReply(let person, let until):
            self.init(
                "They may reply until \(until.longWords). Wait until then, or say that they were in touch.",
                next: Link("They were in touch", "/people/\(person)/do/make-contact"))
        case .needsSupervisor:
            self.init(
                "They have not recovered: a supervisor agrees to the discharge. Enter who, or let one be asked.",
                at: ["supervisor", "agreed-by"])
        case .riskOpen(_, let task, let due):
            self.init(
                "They are at risk, and nobody has seen to it yet. The duty call, due \(due.longWords), comes first; or "
                    + "they are referred on.", next: .done(task: task, "The duty call is made"))
        case .duplicateReferral(let person):
            self.init(
                "This person is in the service already. Open their record.", at: ["nhs-number", "name"],
                next: Link("Open the record", "/people/\(person)"))
        case .wrongIdentity(let fault): self.init(fault.inWords, at: [fault.field.rawValue])
        case .likelySame(let alike):
            self.init(
                "This may be somebody who is here: \(Refusal.list(alike)). Open the record, or tick that it is another "
                    + "person.",
                at: ["another"], next: alike.first.map { Link("Open the record", "/people/\($0.person)") })
        case .forbidden(_, let right):
            self.init("Your account may not \(right.words). An administrator of the service can change that.")
        case .noRelationship:
            self.init("This is not one of your people. Say why you look: it is kept.", at: ["reason-to-look"])
        case .farMinute:
            self.init("The server's clock is far from the last entry. Tell whoever runs the server to look at it.")
        case .refusedReferrals(let refused):
            self.init(refused.map { "Row \($0.index + 1): \(Refusal($0.reason).words)" }.joined(separator: " "))
        case .noSuchLink:
            self.init(
                "This link is not good any more: it was used or withdrawn, or its time is over. Ring the service.")
        case .noSuchGroup:
            self.init(
                "There is no such course. Choose one of the list.", at: ["group"], next: Link("Courses", "/groups"))
        case .seatRefused(let refusal):
            self.init(
                "There can be no seat: \(refusal.words). Choose another course.", at: ["group"],
                next: Link("Courses", "/groups"))
        case .store(.keyReused):
            self.init("This form was sent before with other entries. Open the page again, and enter it once more.")
        case .store(.doubleBooking): self.init("Somebody else has just taken this time. Choose another one.")
        case .store:
            self.init(
                "The desk's records do not answer, and nothing was changed. Try again; if it happens again, tell "
                    + "whoever runs the server.")
        }
    }

    private static func list(_ alike: [PersonMatch]) -> String {
        alike.map { $0.words("person \($0.person)") }.joined(separator: "; ")
    }

    /// What stands against a time, without what only the command line has.
    private static func list(_ reasons: [BookingRefusal]) -> String {
        reasons.map { Words.atTheDesk($0.words) }.joined(separator: "; ")
    }
}

extension Link {
    fileprivate static func correct(appointment: Int64) -> Link {
        Link("Put the outcome right", "/appointments/\(appointment)/do/correct")
    }
    fileprivate static func attend(appointment: Int64) -> Link {
        Link("Record what became of it", "/appointments/\(appointment)/do/attend")
    }
    fileprivate static func person(_ person: Int64) -> Link { Link("See what is possible", "/people/\(person)") }
    fileprivate static func done(task: Int64, _ words: String) -> Link { Link(words, "/tasks/\(task)/do/done") }
}

extension EpisodeState {
    /// What is to be done with somebody who is here, before anything else can be.
    fileprivate var whatComesFirst: String {
        switch self {
        case .awaitingScreening: "The referral is to be screened first."
        case .awaitingContact: "They are to be reached first: record the attempt."
        case .waitingFirstAppointment: "They wait for a first appointment: offer them a time."
        case .firstAppointmentBooked:
            "Their first appointment is booked: record what became of it, or move it, or cancel it."
        case .missedFirstAppointment, .missedSession:
            "They missed an appointment: record first whether they were in touch."
        case .waitingTreatment:
            "They wait for treatment: offer them a time, or a seat in a group, or put treatment off."
        case .onHold: "Their treatment is put off: say that it can start, or put it off to another day."
        case .inTreatment: "They are in treatment: record the session that is booked, or book the next one."
        case .awaitingSupervision: "A step-up waits for supervision: record first what was decided."
        case .closed: "They have left: open the episode again if that was a slip; who comes back is referred again."
        }
    }
}

extension IdentityFault {
    /// What is wrong with a detail, and what to enter, in a sentence.
    var inWords: String {
        let isOfField = what.hasPrefix("is ") || what.hasPrefix("has ")
        let wrong = isOfField ? "\(field.title) \(what)" : what
        return "\(Words.sentence(wrong)): enter \(Words.inWords(allowed))"
    }
}

extension IdentityField {
    /// The detail in a sentence.
    fileprivate var title: String {
        switch self {
        case .name: "the name"
        case .nhsNumber: "the NHS number"
        case .dateOfBirth: "the date of birth"
        case .phone: "the telephone number"
        case .email: "the email address"
        case .address: "the address"
        case .format: "the form of letters"
        }
    }
}
