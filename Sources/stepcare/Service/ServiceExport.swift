import ArgumentParser
import BookingService
import BookingStore
import CareModel
import Foundation
import Interchange

/// `stepcare service export`.
struct ServiceExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the service for other software, or everything that is kept of one person (IG-3).",
        discussion: """
            csv: the tables that 'init --from-csv' reads, with names. fhir: diaries and appointments as one bundle of \
            FHIR R4. icalendar: a feed for each clinician. national: a month of the national data set. With --person: \
            everything that is kept of somebody, as JSON. The folder must be new or empty. Each look at a person's \
            record is entered in the access log (IG-1).
            """)

    enum Form: String, ExpressibleByArgument, CaseIterable { case csv, fhir, icalendar, national }

    @OptionGroup var options: ServiceOptions

    @Option(help: "The folder to write to, new or empty.", completion: .directory)
    var to: String?

    @Option(name: .customLong("as"), help: "csv, fhir, icalendar or national (default: csv).")
    var form: Form?

    @Option(help: "The month, YYYY-MM: of the extract, the bundle or the feeds (default: the next 12 weeks).")
    var month: Month?

    @Option(help: "One clinician only, by number or name: fhir and icalendar.")
    var clinician: NamedClinician?

    @Flag(help: "With the people's names: fhir and icalendar.")
    var names = false

    @Option(help: "Everything that is kept of one person, by number; without --to it is printed.")
    var person: Int64?

    @OptionGroup var look: LookOptions

    func validate() throws {
        let isDiary = form == .fhir || form == .icalendar
        if person != nil, form != nil || month != nil {
            throw ValidationError("--person goes with --to alone.")
        }
        if person == nil, look.reason != nil { throw ValidationError("--reason goes with --person.") }
        if person == nil, to == nil { throw ValidationError("Give --to FOLDER, or --person.") }
        if form == .national, month == nil { throw ValidationError("--as national needs --month YYYY-MM.") }
        if clinician != nil || names, !isDiary {
            throw ValidationError("--clinician and --names go with --as fhir and --as icalendar.")
        }
        if month != nil, !isDiary, form != .national {
            throw ValidationError("--month goes with --as national, fhir and icalendar.")
        }
    }

    func run() throws {
        guard let to else {
            let written = try options.withService { try files(of: $0) }
            try Terminal.print(written.map(\.text).joined())
            return
        }
        let folder = try ResultFolder.new(to)
        do {
            let written = try options.withService { try files(of: $0) }
            try ResultFolder.write(written, to: folder)
            let list = written.map(\.name).joined(separator: ", ")
            try Terminal.print("\(to): \(written.count) file\(written.count == 1 ? "" : "s"): \(list)\n")
        } catch {
            folder.discard()
            throw error
        }
    }

    private func files(of service: BookingService) throws -> [TextFile] {
        let context = look.context(options)
        if let person {
            let records = try service.records(of: person, "export of one person", in: context)
            return [("person-\(person).json", String(decoding: try Interchange.personJSON(records), as: UTF8.self))]
        }
        switch form ?? .csv {
        case .csv:
            let names = service.policy.teamNames
            return try service.export("export of tables", .administer, in: context) { reader in
                let tables = try ServiceTables(exporting: reader, teamNames: names)
                let dictionary = tables.dictionary
                let files: [TextFile] = tables.files.map { ($0.name, $0.text) } + [(dictionary.name, dictionary.text)]
                return (files, tables.people.map(\.person))
            }
        case .national:
            guard let month = month?.month else { return [] }
            return try service.export("export of \(month)", .administer, in: context) { reader in
                let files = try Interchange.nationalExtract(month: month, reader).files
                let people = try ServiceTables(exporting: reader).people.map(\.person)
                return (files.map { ($0.name, $0.text) }, people)
            }
        case .fhir: return try diaries(of: service)
        case .icalendar: return try feeds(of: service)
        }
    }

    /// The month, or twelve weeks from this one's Monday.
    private var days: ClosedRange<CivilDay> {
        if let month = month?.month { return month.first...month.last }
        let monday = options.context.now.day.monday
        return monday...monday + 83
    }

    private func diaries(of service: BookingService) throws -> [TextFile] {
        var wanted = FHIROptions(days: days, now: options.context.now)
        wanted.clinicians = try clinician.map { [try $0.index(in: service)] }
        wanted.includesNames = names
        wanted.closedDays = service.policy.closedDays
        let (bundle, isNamed) = (wanted, names)
        let what = names ? "diaries with names" : "diaries without names"
        return try service.export(what, .seePeople, in: options.context) { reader in
            try ServiceExport.require(bundle.clinicians, reader)
            let text = String(decoding: try Interchange.fhirBundle(reader, bundle), as: UTF8.self)
            let seen = try Interchange.people(reader, days: bundle.days, clinicians: bundle.clinicians)
            return ([("diaries.json", text)], isNamed ? seen : [])
        }
    }

    private func feeds(of service: BookingService) throws -> [TextFile] {
        let wanted = try clinician.map { [try $0.index(in: service)] }
        let (days, isNamed, now) = (days, names, options.context.now)
        let what = names ? "diaries with names" : "diaries without names"
        return try service.export(what, .seePeople, in: options.context) { reader in
            try ServiceExport.require(wanted, reader)
            let clinicians = try wanted ?? reader.clinicians().map(\.clinician)
            let files = try clinicians.map { clinician in
                let text = try Interchange.calendar(
                    clinician: clinician, reader, days: days, includesNames: isNamed, now: now)
                return ("clinician-\(clinician).ics", text)
            }
            return (files, isNamed ? try Interchange.people(reader, days: days, clinicians: wanted) : [])
        }
    }

    private static func require(_ clinicians: [Int32]?, _ reader: StoreReader) throws {
        let known = try reader.clinicians().map(\.clinician)
        for clinician in clinicians ?? [] where !known.contains(clinician) {
            throw InterchangeError.invalid(
                "there is no clinician \(clinician): they are numbered 0 to \(known.count - 1)")
        }
    }
}

/// A file's name and text.
typealias TextFile = (name: String, text: String)

/// A folder for what a command writes, which must be new or empty, so that nothing is replaced.
enum ResultFolder {
    /// Makes it, or says why not and leaves with the right code.
    static func new(_ path: String) throws -> OutputFolder {
        if let names = try? FileManager.default.contentsOfDirectory(atPath: path), !names.isEmpty {
            Terminal.say("\(path): is not empty; choose another folder, or empty it")
            throw Exit.badData
        }
        do { return try OutputFolder(path) } catch { throw failure(error) }
    }

    /// Writes all files, or none.
    static func write(_ files: [TextFile], to folder: OutputFolder) throws {
        do { try folder.write(files.map { OutputFile($0.name, $0.text) }) } catch { throw failure(error) }
    }

    private static func failure(_ failure: OutputFolder.Failure) -> ExitCode {
        Terminal.say("\(failure.path): cannot be written: \(failure.reason)")
        return Exit.inputOutput
    }
}

/// A month on the command line.
struct Month: ExpressibleByArgument {
    let month: ReportingMonth

    init?(argument: String) {
        guard let month = ReportingMonth(argument) else { return nil }
        self.month = month
    }
}
