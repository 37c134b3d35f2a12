import Allocation
import BookingService
import BookingStore
import CareModel
import HTTPTypes

extension Problem {
    /// Any error of a request as a problem.
    init(of error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as WebRefusal: self.init(of: error)
        case let error as BookingError: self.init(of: error)
        case let error as StoreError: self.init(of: error)
        case let error as Unreadable:
            let place = error.place.isEmpty ? "the whole" : error.place
            self.init(
                .badRequest, "unreadable", "What was sent cannot be read",
                "\(place): \(error.why); allowed: \(error.allowed).",
                ["place": .text(error.place), "allowed": .text(error.allowed)])
        default:
            self.init(
                .internalServerError, "internal", "Something went wrong",
                "Nothing was changed. Whoever runs the server finds it in its log.")
        }
    }

    init(of refusal: WebRefusal) {
        switch refusal {
        case .signIn:
            self.init(
                .unauthorized, "not-signed-in", "A token is needed",
                "Send the header Authorization: Bearer and a token that an administrator made, and that was not "
                    + "withdrawn.")
        case .mayNot(let right): self.init(missing: right)
        case .foreignForm, .staleForm: self.init(.forbidden, "foreign-form", refusal.title, refusal.words)
        case .tooLarge: self.init(.contentTooLarge, "too-large", refusal.title, refusal.words)
        case .nothingThere: self = .notThere
        case .otherMethod: self.init(.methodNotAllowed, "other-method", refusal.title, refusal.words)
        case .unreadable: self.init(.badRequest, "unreadable", refusal.title, refusal.words)
        case .tooMany: self.init(.tooManyRequests, "too-many", refusal.title, refusal.words)
        }
    }

    init(missing right: Permission) {
        self.init(
            .forbidden, "may-not", "The token may not do this",
            "Whoever sent this may not \(right.words). An administrator can make a token that may.",
            ["right": .text(right.name)])
    }

    init(of error: StoreError) {
        switch error {
        case .keyReused:
            self.init(
                .unprocessableContent, "key-reused", "The key was used for something else",
                "This Idempotency-Key was sent with another command, or another body. Choose a new one.")
        case .doubleBooking:
            self.init(.conflict, "taken", "The time is taken", "Somebody or something is taken at that time.")
        case .invalidPlacement(let detail): self.init(.unprocessableContent, "invalid", "That cannot be", detail)
        case .refused: self.init(.conflict, "refused", "That cannot be done now", "It is not in a state for this.")
        case .exists, .leftBeside, .missing, .notADatabase, .notABookingStore, .corrupted, .newerSchema, .olderSchema,
            .readOnly, .diskFull, .disk, .busy, .closed, .unreadableEntry, .database:
            self.init(
                .serviceUnavailable, "store", "The database does not answer",
                "Nothing was changed. Try again; if it happens again, tell whoever runs the server.")
        }
    }

    // One line a case: it is a table.
    init(of error: BookingError) {
        switch error {
        case .notInitialised: self.init(.serviceUnavailable, "not-initialised", "There is no service yet", "")
        case .noSuchPerson: self.init(.notFound, "no-such-person", "There is no such person", error)
        case .noSuchTeam(let team, let count):
            self.init(
                .notFound, "no-such-team", "There is no such team",
                "There is no team with index \(team): indices are 0 to \(count - 1).")
        case .noSuchAppointment: self.init(.notFound, "no-such-appointment", "There is no such appointment", error)
        case .noSuchHold: self.init(.notFound, "no-such-hold", "There is no such hold", error)
        case .noSuchGroup: self.init(.notFound, "no-such-group", "There is no such course", error)
        case .noSuchLink: self.init(.notFound, "no-such-link", "The link is not good", error)
        case .hasOutcome: self.init(.conflict, "has-outcome", "It has an outcome already", error)
        case .nothingToCorrect: self.init(.conflict, "nothing-to-correct", "There is nothing to correct", error)
        case .dependsOn: self.init(.conflict, "depends-on", "Something else comes first", error)
        case .holdEnded: self.init(.conflict, "hold-ended", "The hold has ended", error)
        case .refused([.noSuchClinician]):
            self.init(
                .notFound, "no-such-clinician", "There is no such clinician", "Clinicians are numbered from 0.")
        case .refused(let reasons): self.init("slot-refused", "The slot cannot be booked", reasons)
        case .needsReason(let reasons): self.init("needs-reason", "It takes a reason to book this", reasons)
        case .lateNotes(let reasons, _, _, _, _):
            self.init("late-notes", "It takes a reason to book this, or notes that are done", reasons)
        case .impossible(let person, let state, _):
            self.init(
                .conflict, "impossible", "It is not possible where the person is",
                "Person \(person) is \(state.name).", ["state": .text(state.name)])
        case .notNow(let start):
            self.init(.conflict, "not-now", "It is too soon, or too late", "The appointment is at \(start).")
        case .begun: self.init(.conflict, "begun", "The appointment has begun", error)
        case .groupBegun: self.init(.conflict, "group-begun", "A session has begun", error)
        case .attemptTooSoon: self.init(.conflict, "attempt-too-soon", "The next attempt does not count yet", error)
        case .endsEpisode(let person, let misses):
            self.init(
                .conflict, "ends-episode", "It would end the episode",
                "By the rule it ends the episode of person \(person), with \(misses) missed or cancelled appointments: "
                    + "say in the body what is to be.")
        case .endsWithoutContact(let person):
            self.init(
                .conflict, "ends-without-contact", "It would end the episode",
                "By the rule it ends the episode of person \(person), for want of contact: say in the body what is to "
                    + "be.")
        case .notWarned(let person, let task):
            self.init(
                .conflict, "not-warned", "Nobody has warned the person",
                "Nobody has warned person \(person) that what they miss ends the episode: task \(task) comes first.")
        case .mayReply(let person, let until):
            self.init(
                .conflict, "may-reply", "The person may still reply", "Person \(person) has until \(until) to reply.")
        case .needsSupervisor(let person):
            self.init(
                .conflict, "needs-supervisor", "A supervisor is to agree",
                "Person \(person) has not recovered: say in the body who agrees, or that a supervisor is asked.")
        case .riskOpen(let person, let task, let due):
            self.init(
                .conflict, "risk-open", "A risk is not addressed",
                "Person \(person) is at risk: task \(task), due \(due), comes first.")
        case .duplicateReferral(let person):
            self.init(
                .conflict, "duplicate-referral", "The person is in the service already", "As person \(person).")
        case .wrongIdentity: self.init(.unprocessableContent, "wrong-identity", "That cannot be of a person", error)
        case .likelySame(let alike):
            self.init(
                .conflict, "likely-same", "It could be somebody who is here already",
                "Of somebody here more is alike. If it is another person, say so: isAnother.",
                ["people": .list(alike.map { .whole($0.person) })])
        case .forbidden(_, let right): self.init(missing: right)
        case .noRelationship:
            self.init(
                .forbidden, "reason-to-look", "Say why you look",
                "This is not one of your people, or not your diary. Send why in the header Reason-To-Look: it is "
                    + "kept, and can be reported.")
        case .farMinute:
            self.init(
                .conflict, "far-minute", "The server's clock is far from the last entry",
                "Whoever runs the server should look at its clock.")
        case .refusedReferrals(let refused):
            let reasons = refused.map { AnyJSON.text("\($0.index): \(Problem(of: $0.reason).detail)") }
            self.init(
                .unprocessableContent, "refused-referrals", "Some cannot be received",
                "None was received. Each reason begins with the place of the referral, from 0.",
                ["reasons": .list(reasons)])
        case .seatRefused: self.init(.conflict, "seat-refused", "There can be no seat", error)
        case .store(let error): self.init(of: error)
        case .invalid: self.init(.unprocessableContent, "invalid", "That cannot be", error)
        }
    }

    private init(_ status: HTTPResponse.Status, _ code: String, _ title: String, _ error: BookingError) {
        self.init(status, code, title, Problem.withoutOptions(Words.capitalised(error.description)) + ".")
    }

    private init(_ code: String, _ title: String, _ reasons: [BookingRefusal]) {
        let words = reasons.map { Problem.withoutOptions($0.words) }
        self.init(
            .conflict, code, title, Words.capitalised(words.joined(separator: "; ")) + ".",
            ["reasons": .list(words.map { .text($0) })])
    }

    /// Without what only the command line has: options and commands, in brackets or after a colon.
    static func withoutOptions(_ words: String) -> String {
        var words = words
        for part in [
            #/ \((?:--|')[^)]*\)/#, #/(?:: | with | \()'?[^:;(]*--[a-z-]+[^;)]*\)?/#,
            #/(?:: | \()[^:(;]*'[a-z -]+'[^:;)]*\)?/#,
        ] {
            words = words.replacing(part, with: "")
        }
        return words
    }
}

extension Permission {
    /// The right in a program's words.
    var name: String { "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) } }
}
