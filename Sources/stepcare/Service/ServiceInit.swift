import Allocation
import ArgumentParser
import BookingService
import BookingStore
import CareModel
import Experiments
import Forecasting
import Glibc
import Interchange
import ScenarioFiles
import ServiceSimulation

/// `stepcare service init`.
struct ServiceInit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Makes a service's database from a scenario.",
        discussion: """
            The clinicians, their weeks and the rules come from the scenario. With '--people invented' (the default) \
            the service begins with the people of the scenario's first day under invented names, to try things out; \
            with '--people none' it begins empty. With '--from-csv FOLDER' the clinicians, their weeks and absences, \
            the people and the appointments come from tables: all of them, or nothing is made. With '--from-csv FILE' \
            the people come from a waiting list, one row a person: columns such as team, step, referred on, waiting \
            since, name, NHS number, clinician, next appointment; names of columns and days are read generously, and \
            what is missing is assumed and said.
            """)

    enum People: String, ExpressibleByArgument, CaseIterable { case invented, none }

    @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml"]))
    var scenario: String

    @Argument(help: "The database to make.", completion: .file())
    var database: String

    @Option(help: "Who is there on the first day: invented or none.")
    var people: People = .invented

    @Option(help: "Names the random numbers of the invented people.")
    var seed: UInt64 = 1

    @Option(name: .customLong("set"), help: "Change a key. May be given more than once.")
    var overrides: [KeyValue] = []

    @Option(
        name: .customLong("from-csv"), help: "A folder of tables, as 'export' writes them, or a waiting list.",
        completion: .file())
    var tables: String?

    @Flag(help: "With --from-csv: takes the good rows, and writes the others to the folder of rejects.")
    var acceptValid = false

    @Option(help: "With --accept-valid: the folder for rows that are not taken (default: DATABASE-rejects).")
    var rejects: String?

    @Option(help: "With --from-csv: the present minute, YYYY-MM-DDTHH:MM (default: the clock, in London).")
    var now: Minute?

    func validate() throws {
        if tables == nil, acceptValid || rejects != nil || now != nil {
            throw ValidationError("--accept-valid, --rejects and --now go with --from-csv.")
        }
        if rejects != nil, !acceptValid { throw ValidationError("--rejects goes with --accept-valid.") }
    }

    func run() throws {
        let loaded = try loadScenario(scenario, overrides: overrides)
        if let tables { return try bringIn(tables, loaded) }
        do {
            let founding = ServiceFounding(loaded, overrides.map(\.change), seed: seed)
            let snapshot = people == .invented ? founding.inventedFirstDay() : founding.emptyFirstDay
            try make(try founding.foundation(snapshot), loaded, at: snapshot.taken)
        } catch let failure {
            throw ServiceFailure.report(failure, database)
        }
    }

    /// Makes the database, or leaves nothing.
    func make(
        _ foundation: ServiceFoundation, _ loaded: LoadedScenario, at now: CivilMinute, note: String = ""
    ) throws {
        try BookingStore.create(at: database) { store in
            let service = BookingService(store, policy: ServicePolicy(loaded.scenario))
            let author = Author(user: 0, origin: "command line")
            try service.found(foundation, in: BookingService.Context(now: now, author: author))
        }
        let booked = foundation.appointments.count + foundation.records.count
        try Terminal.print(
            """
            \(database): \(loaded.scenario.title), \(foundation.clinicians.count) clinicians, \
            \(foundation.people.count) people, \(booked) appointment\(booked == 1 ? "" : "s"), \
            from \(now.day.longText).\(note)

            """)
    }
}
