import Allocation
import ArgumentParser
import BookingService
import BookingStore
import CareModel
import Foundation

/// `stepcare service absent`.
struct ServiceAbsent: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "absent",
        abstract: "A clinician is away: bookings are cancelled and listed with new slots (BK-6).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The clinician: the number, or the name.")
    var clinician: NamedClinician

    @Option(help: "The first day.")
    var from: Day

    @Option(help: "The last day.")
    var until: Day

    @Option(help: "sickness, leave, training or parental-leave.")
    var reason: String = "sickness"

    static let reasons: [(name: String, value: AbsenceReason)] = [
        ("sickness", .sickness), ("leave", .leave), ("training", .training), ("parental-leave", .parentalLeave),
    ]

    func validate() throws {
        guard Self.reasons.contains(where: { $0.name == reason }) else {
            throw ValidationError("--reason is \(Self.reasons.map(\.name).joined(separator: ", ")).")
        }
    }

    func run() throws {
        let why = Self.reasons.first { $0.name == reason }?.value ?? .sickness
        let affected = try options.perform {
            EnterAbsence(clinician: try clinician.index(in: $0), first: from.day, last: until.day, reason: why)
        }
        try options.print(affected, affected.words)
    }
}

extension [AffectedBooking] {
    /// Who is affected, with what to do.
    var words: String {
        let rows = map { booking in
            [
                String(booking.person), booking.name ?? "-", booking.start.description,
                booking.slots.first.map(\.whereAndWhen) ?? booking.advice
                    ?? booking.goesOnAt.map { "the course goes on at \($0)" } ?? "no slot yet",
            ]
        }
        let seats = count { $0.group != nil }
        let groups = seats == 0 ? "" : " \(seats) with a seat in a course."
        return TextTable.lines([["person", "name", "was booked", "best new slot"]] + rows)
            + "\n\(count - seats) to rebook.\(groups)"
    }
}

extension RankedSlot {
    /// When, with whom, and in which room if in one.
    var whereAndWhen: String {
        "\(start) with \(clinicianName)" + (roomName.map { ", \($0)" } ?? "")
    }
}

/// `stepcare service back`.
struct ServiceBack: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "back",
        abstract: "A clinician is there again sooner: the time is free, and who could have it back is listed (BK-6).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The clinician: the number, or the name.")
    var clinician: NamedClinician

    @Option(help: "The first day on which the clinician is there again.")
    var from: Day

    @Option(help: "The last day of the absence that is taken back (default: all of it).")
    var until: Day?

    func run() throws {
        let last = until?.day ?? from.day + 800
        let people = try options.perform {
            EndAbsence(clinician: try clinician.index(in: $0), first: from.day, last: last)
        }
        let rows = people.map { person in
            [
                String(person.person), person.name ?? "-",
                person.start.description + (person.slots.first.map { " with \($0.clinicianName)" } ?? ""),
            ]
        }
        try options.print(
            people,
            TextTable.lines([["person", "name", "could have back"]] + rows)
                + "\n\(people.count) could have their time back.")
    }
}

/// `stepcare service backfill`.
struct ServiceBackfill: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill", abstract: "Offers freed time by priority to the people it fits (BK-5).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The team: its name, or its number from 1.")
    var team: NamedTeam

    func run() throws {
        let booked = try options.perform { Backfill(team: try team.index(in: $0)) }
        try options.print(booked, booked.words)
    }
}

/// `stepcare service verify`.
struct ServiceVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Compares everything in the database with its log.")

    @OptionGroup var options: ServiceOptions

    func run() throws {
        let report = try options.withService { try $0.verify(in: options.context) }
        if options.format == .json {
            try options.print(VerifiedStore(report), "")
            guard report.isSound else { throw Exit.badData }
            return
        }
        var lines = report.counts.map { "  \($0.table): \($0.rows)" }
        lines.insert("\(report.entries) entries of the log; what is folded from them:", at: 0)
        lines.append(report.isSound ? "Nothing differs." : "\(report.differences.count) differences:")
        lines += report.differences.map { "  \($0)" }
        try Terminal.print(lines.joined(separator: "\n") + "\n")
        guard report.isSound else { throw Exit.badData }
    }
}

/// What a verification found, to be printed.
struct VerifiedStore: Encodable {
    let entries: Int
    let isSound: Bool
    let differences: [String]

    init(_ report: VerificationReport) {
        entries = Int(report.entries)
        isSound = report.isSound
        differences = report.differences.map { "\($0)" }
    }
}

/// `stepcare service backup`.
struct ServiceBackup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies the database while it is in use.")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The file to make.")
    var to: String

    func run() throws {
        do {
            let store = try BookingStore.open(at: options.database)
            defer { try? store.close() }
            try BookingService.require(.administer, for: "backup", in: options.context, of: store)
            try store.backUp(to: to)
        } catch let failure {
            throw ServiceFailure.report(failure, options.database)
        }
        try Terminal.print("\(to): a copy of \(options.database).\n")
    }
}

/// `stepcare service restore`.
struct ServiceRestore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Makes a database from a backup.",
        discussion: """
            Only an administrator may, of the database whose place it would take if there is one, else of the backup; \
            without users, anybody may. A database that is there is not replaced: move it away first, together with \
            the files beside it that have its name and end in -wal, -shm or -journal: they are a part of it.
            """)

    @Argument(help: "The backup.")
    var backup: String

    @Argument(help: "The database to make.")
    var database: String

    @Option(help: "Your number among the service's users.")
    var user: Int64?

    func run() throws {
        try requireAdministrator(of: FileManager.default.fileExists(atPath: database) ? database : backup)
        do {
            try BookingStore.restore(from: backup, to: database)
        } catch let failure {
            throw ServiceFailure.report(failure, database)
        }
        try Terminal.print("\(database): as it was in \(backup).\n")
    }

    /// What cannot be opened has no users; what is wrong with it, the restoring says.
    private func requireAdministrator(of path: String) throws {
        guard let store = try? BookingStore.open(at: path) else { return }
        defer { try? store.close() }
        let author = Author(user: user ?? 0, origin: "command line")
        let context = BookingService.Context(now: Minute.present.minute, author: author)
        do {
            try BookingService.require(.administer, for: "restore", in: context, of: store)
        } catch let failure {
            throw ServiceFailure.report(failure, path)
        }
    }
}
