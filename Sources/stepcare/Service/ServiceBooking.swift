import Allocation
import ArgumentParser
import BookingService
import BookingStore
import CareModel

/// A slot on the command line.
struct SlotOptions: ParsableArguments {
    @Option(help: "The clinician: the number, or the name.")
    var clinician: NamedClinician

    @Option(help: "When it starts, YYYY-MM-DDTHH:MM.")
    var start: Minute

    @Option(help: "Minutes, to 240 (default: as long as the kind of appointment is; another length needs a reason).")
    var minutes = 0

    func validate() throws {
        guard start.minute.minuteOfDay % 5 == 0 else {
            throw ValidationError("--start is a multiple of five minutes.")
        }
        guard (0...240).contains(minutes), minutes % 5 == 0 else {
            throw ValidationError("--minutes is a multiple of 5, at most 240; 0 is the usual length.")
        }
    }

    /// The slot, with whoever is named.
    func slot(in service: BookingService) throws -> WantedSlot {
        WantedSlot(clinician: try clinician.index(in: service), start: start.minute, minutes: minutes)
    }
}

extension BookedSlot {
    /// Which appointment, whose, when and where, without a full stop.
    var words: String {
        let whose = person.map { ", " + ShownText.who($0, name) } ?? ""
        return "Appointment \(appointment)\(whose): \(start)\(self.where)"
    }

    /// Where, in a sentence.
    var `where`: String { room.map { ", in \($0)" } ?? "" }
}

/// `stepcare service hold`.
struct ServiceHold: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Keeps a slot for a person for some minutes (BK-4).",
        discussion: "A person has one hold at a time: another that is open is given up.")

    @OptionGroup var options: ServiceOptions
    @OptionGroup var slot: SlotOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "Why a rule is overridden, where that is allowed (CL-1).")
    var reason: String?

    func run() throws {
        let held = try options.perform { Hold(person: person, slot: try slot.slot(in: $0), reason: reason) }
        let instead = held.instead.map { ", instead of hold \($0)" } ?? ""
        let who = ShownText.who(held.person ?? person, held.name)
        try options.print(held, "Hold \(held.hold) for \(who), until \(held.expires)\(instead).")
    }
}

/// `stepcare service confirm`.
struct ServiceConfirm: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "confirm", abstract: "Books what a hold keeps.")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The hold's number.")
    var hold: Int64

    @Option(help: "Why a rule is overridden, where that is allowed (CL-1); not needed if it was said with the hold.")
    var reason: String?

    func run() throws {
        let booked = try options.perform(Confirm(hold: hold, reason: reason))
        let instead = booked.replaces.map { ", instead of \($0)" } ?? ""
        try options.print(booked, booked.words + instead + ".")
    }
}

/// `stepcare service release`.
struct ServiceRelease: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "release", abstract: "Gives a hold up.")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The hold's number.")
    var hold: Int64

    func run() throws {
        _ = try options.perform(Release(hold: hold))
        try options.print(["hold": hold], "Hold \(hold) is given up.")
    }
}

/// `stepcare service reschedule`.
struct ServiceReschedule: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reschedule", abstract: "Moves an appointment to another slot in one step (BK-4).")

    @OptionGroup var options: ServiceOptions
    @OptionGroup var slot: SlotOptions

    @Option(help: "The appointment's number.")
    var appointment: Int64

    @Flag(help: "The service asks for it, not the person.")
    var byService = false

    @Option(help: "Why a rule is overridden, where that is allowed (CL-1).")
    var reason: String?

    func run() throws {
        let booked = try options.perform {
            Reschedule(appointment: appointment, slot: try slot.slot(in: $0), byPerson: !byService, reason: reason)
        }
        let isUnchanged = booked.isUnchanged == true
        try options.print(
            booked, booked.words + (isUnchanged ? ": it is there already." : ", instead of \(appointment)."))
    }
}

/// `stepcare service cancel`.
struct ServiceCancel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancels an appointment (AT-1, AT-3, AT-10).",
        discussion: """
            What has begun cannot be cancelled: its outcome is recorded with 'attend'. Where somebody said so before \
            and nobody recorded it, --said-at says when. Before the rule about missed \
            and cancelled appointments ends an episode, the command says so, and asks.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The appointment's number.")
    var appointment: Int64

    @Flag(help: "The service cancels: it never counts against the person, who is rebooked first.")
    var byService = false

    @Flag(help: "The person wants no other.")
    var withoutAnother = false

    @OptionGroup var limit: LimitOptions

    @Flag(help: "The person keeps the time by telephone, and the room is free for others (AT-6).")
    var keepByTelephone = false

    @Option(help: "When it was said, before it began, if it is recorded only now, YYYY-MM-DDTHH:MM.")
    var saidAt: Minute?

    @Option(help: "Why.")
    var why = ""

    func validate() throws {
        guard !keepByTelephone || !(saidAt != nil || byService || withoutAnother || limit.answer != nil) else {
            throw ValidationError("--keep-by-telephone goes with none of the others: nothing is cancelled.")
        }
        guard !byService || !(withoutAnother || limit.answer != nil) else {
            throw ValidationError(
                "--by-service never counts against the person, who is rebooked first: it does not go with "
                    + (withoutAnother ? "--without-another." : "--\(limit.answer?.rawValue ?? "")."))
        }
        guard !withoutAnother || limit.answer == nil else {
            throw ValidationError(
                "--without-another ends the course: it does not go with --\(limit.answer?.rawValue ?? "").")
        }
    }

    func run() throws {
        if keepByTelephone {
            let kept = try options.perform(KeepAtADistance(appointment: appointment))
            return try options.print(
                kept, kept.words + " by telephone, instead of \(appointment).")
        }
        let state = try options.perform(
            Cancel(
                appointment: appointment, byPerson: !byService, rebooks: !withoutAnother, atLimit: limit.answer,
                saidAt: saidAt?.minute, why: why))
        try options.print(state, state.words)
    }
}

extension PersonStanding {
    /// Number and name.
    var who: String { ShownText.who(person, name, beginsSentence: true) }

    /// Where a person is, in a sentence.
    var words: String {
        let booked = appointment > 0 ? ", booked as appointment \(appointment)" : ""
        let due = nextActionDue.map { "; something is due by \($0)" } ?? ""
        let seat = group.map { ", with a seat in course \($0)" } ?? ""
        let with = allocatedTo.map { ", with \(ShownText.name($0))" } ?? ""
        let why = note.map { ", for being \($0)" } ?? ""
        return "\(who): \(state.name)\(why)\(with)\(booked)\(seat)\(due)." + (urgent.map { "\n" + $0.words } ?? "")
    }
}

/// PHQ-9 and GAD-7 on the command line.
struct ScorePair: ExpressibleByArgument {
    let scores: Scores

    init?(argument: String) {
        let parts = argument.split(separator: ",").map { UInt8($0) }
        guard parts.count == 2, let depression = parts[0], let anxiety = parts[1],
            depression <= Scores.depressionCeiling, anxiety <= Scores.anxietyCeiling
        else { return nil }
        scores = Scores(depression: depression, anxiety: anxiety)
    }
}
