import Allocation
import ArgumentParser
import BookingService
import BookingStore
import CareModel
import Interchange

/// `stepcare service waiting-list`.
struct ServiceWaitingList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waiting-list", abstract: "Who waits, whoever breaches next first (KT-8).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "One team only: its name, or its number from 1.")
    var team: NamedTeam?

    @Option(help: "Lines to print; 0 is all (default: 20).")
    var limit = CountOption(20)

    func run() throws {
        let list = try options.withService { service in
            try service.waitingList(team: team.map { UInt8(try $0.index(in: service)) }, in: options.context)
        }
        let shown = limit.count > 0 ? Array(list.prefix(limit.count)) : list
        try options.print(shown, text(shown, of: list))
    }

    private func text(_ shown: [WaitingEntry], of list: [WaitingEntry]) -> String {
        let today = options.context.now.day
        // A column of clinicians only where somebody is allocated to one (CL-18).
        let isAllocated = list.contains { $0.clinician != nil }
        var rows = [["person", "name", "team", "waits for", "step", "days", "due", "class"]]
        if isAllocated { rows[0].append("with") }
        for entry in shown {
            let row = [
                String(entry.person), entry.name ?? "", entry.team, entry.state.waitsFor,
                entry.step == .low ? "2" : "3", String(entry.days), entry.due.map { standing($0, today) } ?? "-",
                entry.priority.name,
            ]
            rows.append(isAllocated ? row + [entry.clinician ?? "-"] : row)
        }
        let overdue = list.filter { $0.due.map { $0 < today } ?? false }.count
        return TextTable.lines(rows) + "\n\(list.count) wait; \(overdue) are past their day."
    }

    private func standing(_ due: CivilDay, _ today: CivilDay) -> String {
        due < today ? "\(due) (\(today - due == 1 ? "a day" : "\(today - due) days") ago)" : due.description
    }
}

extension EpisodeState {
    /// What somebody in this state waits for, in a list.
    var waitsFor: String {
        switch self {
        case .awaitingScreening: "screening"
        case .awaitingContact: "being reached"
        case .waitingFirstAppointment: "first appointment"
        case .missedFirstAppointment: "first appointment (missed one)"
        case .waitingTreatment: "treatment"
        case .onHold: "treatment (on hold)"
        case .missedSession: "contact (missed a session)"
        case .awaitingSupervision: "supervision of a step-up"
        case .firstAppointmentBooked, .inTreatment, .closed: name
        }
    }
}

/// `stepcare service offer`.
struct ServiceOffer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer",
        abstract: "Ranked slots for a person, or ranked people for a slot, with reasons (BK-3).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number: slots are offered.")
    var person: Int64?

    @Option(help: "The clinician, by number or name: people are offered for a slot.")
    var clinician: NamedClinician?

    @Option(help: "When the slot starts, YYYY-MM-DDTHH:MM.")
    var start: Minute?

    @Option(help: "Offers at most (default: 5).")
    var limit = CountOption(5)

    func validate() throws {
        let isSlot = clinician != nil && start != nil
        guard (person != nil) != isSlot else {
            throw ValidationError("Give --person, or --clinician and --start.")
        }
    }

    func run() throws {
        if let person {
            let offers = try options.withService {
                try $0.offer(person: person, limit: limit.count, in: options.context)
            }
            try options.print(offers, text(offers))
        } else if let clinician, let start {
            let people = try options.withService { service in
                let slot = SlotOffer(
                    clinician: try clinician.index(in: service), start: start.minute, minutes: 0, reasons: [])
                return try service.people(for: slot, limit: limit.count, in: options.context)
            }
            let rows = people.map {
                [String($0.person), $0.name ?? "", $0.kind.words, $0.due.description, $0.reason]
            }
            try options.print(
                people,
                people.isEmpty
                    ? "Nobody who waits can have this slot."
                    : TextTable.lines([["person", "name", "for", "due", "why"]] + rows))
        }
    }

    private func text(_ offers: Offers) -> String {
        let who = ShownText.who(offers.person, offers.name, beginsSentence: true)
        let head = "\(who): \(offers.kind.words), due by \(offers.due.longText)."
        guard !offers.slots.isEmpty else {
            return head + "\nNo slot: " + offers.whyNotSooner.joined(separator: "; ") + "."
        }
        // A column of rooms only where somebody needs one.
        let hasRooms = offers.slots.contains { $0.roomName != nil }
        let rows = offers.slots.map { slot in
            [slot.start.description, "\(slot.minutes) min", String(slot.clinician), slot.clinicianName]
                + (hasRooms ? [slot.roomName ?? ""] : []) + [slot.reason]
        }
        let heading = ["start", "length", "number", "clinician"] + (hasRooms ? ["room"] : []) + ["why"]
        return head + "\n" + TextTable.lines([heading] + rows)
            + "\nWhy not sooner: " + offers.whyNotSooner.joined(separator: "; ") + "."
    }
}

extension AppointmentKind {
    /// What it is, in a sentence.
    var words: String {
        switch self {
        case .firstAppointment: "first appointment"
        case .treatment: "treatment session"
        case .keepingInTouch: "keeping-in-touch call"
        }
    }
}

/// `stepcare service person`.
struct ServicePerson: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Everything that is kept of one person (IG-3).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @OptionGroup var look: LookOptions

    func run() throws {
        let context = look.context(options)
        if options.format == .json {
            let records = try options.withService { try $0.records(of: person, "record", in: context) }
            try Terminal.print(String(decoding: try Interchange.personJSON(records), as: UTF8.self))
            return
        }
        let record = try options.withService { try $0.record(of: person, in: context) }
        var lines = ["Person \(person): \(ShownText.name(record.identity.name))"]
        let episode = record.person.episode
        let names = LogNames(
            clinicians: record.clinicianNames.map { ShownText.name($0) },
            users: record.userNames.mapValues { ShownText.name($0) })
        func by(_ user: Int64) -> String {
            "by " + names.user(user)
        }
        lines.append("  \(episode.state.name) since \(episode.stateSince); referred \(episode.received)")
        lines += record.before.map { "  before: \($0.words)" }
        for appointment in record.appointments {
            let outcome = appointment.attendance.map { "code \($0.rawValue)" } ?? appointment.status.name
            let index = Int(appointment.placement.clinician)
            let clinician =
                record.clinicianNames.indices.contains(index)
                ? ShownText.name(record.clinicianNames[index]) : "clinician \(index)"
            lines.append(
                "  appointment \(appointment.appointment): \(appointment.placement.start), "
                    + "\(appointment.placement.kind.words) with \(clinician), \(outcome)")
        }
        for entry in record.entries {
            lines.append("  entry \(entry.sequence): \(entry.at), \(by(entry.by.user)): \(entry.event.words(names))")
        }
        for access in record.accesses {
            let why = access.reason.map { ", because: " + ShownText.name($0) } ?? ""
            lines.append("  seen: \(access.at) \(access.what) \(by(access.by.user))\(why)")
        }
        try Terminal.print(ShownText.lines(lines.joined(separator: "\n")) + "\n")
    }
}

/// `stepcare service audit`.
struct ServiceAudit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Who looked at whose record, when and from where (IG-1).",
        discussion: """
            A look at a whole list, and what is about nobody in particular, has no person. Looks that were refused are \
            in it too.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "One person only.")
    var person: Int64?

    @Flag(help: "Only looks at people who are not the clinician's own, each with its reason.")
    var reasons = false

    func run() throws {
        let accesses = try options.withService {
            try $0.audit(person: person, withReason: reasons, in: options.context)
        }
        let rows = accesses.map {
            [
                $0.at.description, $0.person == 0 ? "-" : String($0.person), $0.name ?? "-", String($0.user),
                $0.userName ?? "-", $0.origin,
                $0.what + ($0.isRefused ? " (refused)" : "")
                    + ($0.reason.map { ", because: " + ShownText.name($0) } ?? ""),
            ]
        }
        let heading = ["when", "person", "name", "user", "user's name", "from", "what"]
        try options.print(accesses, TextTable.lines([heading] + rows))
    }
}

/// `stepcare service kit`.
struct ServiceKit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kit",
        abstract:
            "Keeping-in-touch calls that are due; with --person, books one, or says whether any are wanted (KT-2).",
        discussion:
            "Whoever waits for treatment may opt out of the calls, and in again (KT-5): --wants no, --wants yes.")

    enum Wish: String, ExpressibleByArgument, CaseIterable { case yes, no }

    @OptionGroup var options: ServiceOptions

    @Option(help: "Book this person's call.")
    var person: Int64?

    @Option(help: "With --person: whether the person wants to be called while waiting (KT-5); nothing is booked.")
    var wants: Wish?

    @Option(help: "Calls to be booked by this day (default: today).")
    var by: Day?

    func validate() throws {
        guard wants == nil || person != nil else { throw ValidationError("--wants goes with --person.") }
        guard by == nil || person == nil else { throw ValidationError("--by is for the list: leave out --person.") }
    }

    func run() throws {
        if let person, let wants {
            let state = try options.perform(ChooseCalls(person: person, wantsCalls: wants == .yes))
            return try options.print(
                state, "\(state.who): \(wants == .yes ? "wants to be called" : "wants no calls") while waiting.")
        }
        if let person {
            let state = try options.perform(BookCall(person: person))
            let booked =
                state.appointment > 0
                ? "booked as appointment \(state.appointment)" : "nobody has time; again in a week"
            try options.print(state, "\(state.who): \(booked).")
            return
        }
        let due = try options.withService {
            try $0.callsDue(by: by?.day ?? options.context.now.day, in: options.context)
        }
        let rows = due.map { [String($0.person), $0.name ?? "-", $0.due.description, $0.reason] }
        try options.print(
            due, TextTable.lines([["person", "name", "due", "standing"]] + rows) + "\n\(due.count) calls.")
    }
}
