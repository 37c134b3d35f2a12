import Allocation
import ArgumentParser
import BookingService
import BookingStore
import CareModel
import Foundation
import Glibc
import Interchange

/// `stepcare service refer`.
struct ServiceRefer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refer", abstract: "Receives a referral (RF-13), or all those of a file.",
        discussion: """
            A file has the columns of people.csv, as 'export' writes it; numbers of people are not needed, and \
            teams are named, or numbered from 1. All its referrals are received, or none.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "A file of referrals, instead of the options that follow.", completion: .file(extensions: ["csv"]))
    var fromCsv: String?

    @Option(help: "The person's name.")
    var name: String?

    @Option(help: "The team: its name, or its number from 1.")
    var team: NamedTeam?

    @Option(help: "Who referred: self-web (the default), self-telephone, gp, …")
    var source: String?

    @OptionGroup var details: DetailOptions

    @Flag(help: "Pregnant, or the parent of a child under one (PR-1).")
    var perinatal = false

    @Flag(help: "Served in the armed forces (PR-2).")
    var veteran = false

    @Option(
        help: "When the referral was received, YYYY-MM-DDTHH:MM, or a day, then 09:00 is assumed (default: now).")
    var received: MinuteOrDay?

    @OptionGroup var asks: AskOptions

    @Flag(help: "It is another person than those of the same name who are there.")
    var anotherPerson = false

    func validate() throws {
        guard source == nil || ReferralSource.allCases.contains(where: { $0.name == source }) else {
            throw ValidationError("--source is one of \(ReferralSource.allCases.map(\.name).joined(separator: ", ")).")
        }
        if fromCsv != nil {
            guard name == nil, team == nil, source == nil, !details.isAny, received == nil, !perinatal, !veteran,
                !asks.isAny
            else {
                throw ValidationError("With --from-csv everything is in the file.")
            }
            return
        }
        guard let name, name.contains(where: { !$0.isWhitespace }), team != nil else {
            throw ValidationError("Give --name and --team, or --from-csv.")
        }
    }

    func run() throws {
        if let fromCsv { return try receive(fromCsv) }
        guard let name = name?.trimmingCharacters(in: .whitespaces), let team else { return }
        let origin = ReferralSource.allCases.first { $0.name == source } ?? .selfWeb
        let context = options.context
        var referral = Referral(
            received: received?.minute(upTo: context.now) ?? context.now, source: origin, team: 0)
        referral.perinatal = perinatal ? .yes : .unknown
        referral.veteran = veteran ? .yes : .unknown
        asks.add(to: &referral)
        let (known, who) = (referral, details.change.identity(named: name))
        let (one, call) = try options.withService { service in
            var known = known
            known.team = UInt8(try team.index(in: service))
            let told = ToldReferral(known, who, now: context.now)
            let one = try service.perform(Refer(referral: told, isAnother: anotherPerson), in: context)
            return (one, known.isUrgent ? try service.dutyCall(of: one.person, in: context) : nil)
        }
        ServiceRefer.warn(one)
        let called = call.map { [UrgentHelp.call($0, now: context.now)] } ?? []
        let help = referral.isUrgent ? "\n" + (UrgentHelp.sentences + called).joined(separator: "\n") : ""
        if received?.isTimeAssumed == true { Terminal.say("note: received: \(referral.received) is assumed") }
        let before = EarlierEpisode.words(one.before ?? [])
        let words =
            ShownText.who(one.person, name, beginsSentence: true) + ", is received, and waits to be screened."
            + (before.isEmpty ? "" : "\n" + before)
        try options.print(one, words + help)
    }

    /// Says who somebody could be, and what was left out.
    private static func warn(_ one: ReceivedReferral, isOneOfMany: Bool = false) {
        for alike in one.couldBe { Terminal.say("person \(one.person) could be \(alike.words): please look") }
        let before = EarlierEpisode.words(one.before ?? [])
        if isOneOfMany, !before.isEmpty { Terminal.say("person \(one.person): \(before)") }
        for note in one.notes { Terminal.say("note: person \(one.person): \(note)") }
    }

    private func receive(_ path: String) throws {
        guard access(path, F_OK) == 0 else {
            Terminal.say("\(path): no such file")
            throw Exit.missingInput
        }
        let people = try options.withService { service in
            let file = try ReferralFile(path, teams: service.teamNames(), now: options.context.now)
            for note in file.notes { Terminal.say("\(path): \(note)") }
            do {
                let told = file.referrals.map { ToldReferral($0.referral, $0.identity, now: options.context.now) }
                return try service.perform(ReferMany(referrals: told, isAnother: anotherPerson), in: options.context)
            } catch BookingError.refusedReferrals(let refused) {
                throw InterchangeError.faults(file.faults(refused))
            }
        }
        for one in people { ServiceRefer.warn(one, isOneOfMany: true) }
        let numbers = people.map(\.person)
        let last = numbers.last.map { numbers.count == 1 ? ", person \($0)" : ", persons \(numbers[0]) to \($0)" } ?? ""
        try options.print(["people": numbers], "\(numbers.count) received\(last).")
    }
}

/// `stepcare service screen`.
struct ServiceScreen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen", abstract: "Records that a referral was screened (RF-4, RF-7).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Flag(help: "Risk to self or others is mentioned.")
    var risk = false

    @Flag(help: "An exclusion holds: the person is sent elsewhere.")
    var excluded = false

    @Flag(help: "It looks like step 3.")
    var high = false

    @Flag(help: "The person takes another kind of help instead (RF-9).")
    var diverted = false

    func run() throws {
        let state = try options.perform(
            Screen(
                person: person, mentionsRisk: risk, isExcluded: excluded, looksLikeHighIntensity: high,
                isDiverted: diverted))
        try options.print(state, state.words)
    }
}

/// `stepcare service contact`.
struct ServiceContact: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact",
        abstract: "Records an attempt to reach a person (RF-10), or that one was in touch (AT-4).")

    enum Answer: String, ExpressibleByArgument, CaseIterable {
        case notReached = "not-reached"
        case declines
        case wantsAppointment = "wants-appointment"
        case inTouch = "in-touch"
        case notInTouch = "not-in-touch"
    }

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "not-reached, declines, wants-appointment; after a missed appointment in-touch or not-in-touch.")
    var answer: Answer

    @Flag(help: "not-in-touch: the episode ends (AT-4).")
    var endCourse = false

    @Flag(help: "not-in-touch: it goes on until a supervisor has decided: a task asks for it (AT-4).")
    var askException = false

    func validate() throws {
        guard answer == .notInTouch || !(endCourse || askException) else {
            throw ValidationError("--end-course and --ask-exception go with --answer not-in-touch.")
        }
        guard !(endCourse && askException) else {
            throw ValidationError("--end-course and --ask-exception contradict each other: give one.")
        }
    }

    func run() throws {
        let atLimit: LimitAnswer? = endCourse ? .ends : askException ? .asks : nil
        let state =
            switch answer {
            case .notReached: try options.perform(AttemptContact(person: person, answer: .notReached))
            case .declines: try options.perform(AttemptContact(person: person, answer: .declines))
            case .wantsAppointment: try options.perform(AttemptContact(person: person, answer: .wantsAppointment))
            case .inTouch: try options.perform(MakeContact(person: person))
            case .notInTouch: try options.perform(EndWithoutContact(person: person, atLimit: atLimit))
            }
        try options.print(state, state.words)
    }
}

/// `stepcare service discharge`.
struct ServiceDischarge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discharge", abstract: "Ends an episode (ST-6).",
        discussion: """
            A discharge without recovery is agreed with a supervisor, where the service asks for it, and nobody is \
            discharged with a risk that is not addressed (ST-8).
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "Why: completed, dropped-out, referred-on, died, …")
    var reason: String

    @OptionGroup var supervisor: SupervisorOptions

    func validate() throws {
        guard EndReason.allCases.contains(where: { $0.name == reason }) else {
            throw ValidationError("--reason is one of \(EndReason.allCases.map(\.name).joined(separator: ", ")).")
        }
    }

    func run() throws {
        let end = EndReason.allCases.first { $0.name == reason } ?? .completed
        let state = try options.perform(
            Discharge(person: person, reason: end, agreement: supervisor.agreement))
        try options.print(state, state.words)
    }
}

/// `stepcare service course`.
struct ServiceCourse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course", abstract: "Books a whole course with the clinician who holds the person (BK-2).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The person's number.")
    var person: Int64

    @Option(help: "Sessions still to come, the next one included.")
    var sessions: Int

    @Flag(help: "Only show what would be booked.")
    var propose = false

    func run() throws {
        let course = try options.perform(PlanCourse(person: person, sessions: sessions, books: !propose))
        let rows = course.sessions.map { session in
            [
                "\(session.session)", session.appointment.map { "\($0)" } ?? "proposed", session.start.description,
                "\(session.minutes) min", session.clinicianName, session.why,
            ]
        }
        var lines = ShownText.who(person, course.name, beginsSentence: true) + ":\n"
        lines += TextTable.lines([["session", "appointment", "start", "length", "clinician", "why"]] + rows)
        if course.missing > 0 {
            lines.append(
                "\nNo time was found for \(course.missing) of \(sessions): the diaries are full that far ahead.")
        }
        try options.print(course, lines)
    }
}
