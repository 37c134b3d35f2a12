import ArgumentParser
import BookingService
import BookingStore
import CareModel
import Forecasting
import Foundation
import Logging
import ScenarioFiles
import ServiceSimulation
import WebInterface

/// `stepcare serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "The booking desk in a browser.",
        discussion: """
            Serves the pages of the desk, and its interface for machines, from a folder with a service's database. In \
            an empty folder it makes one to try things out: North Essex, with invented people. It listens on this \
            machine alone, unless --host says otherwise; then give a certificate and its key, or put a proxy in front \
            of it that encrypts (--behind-proxy). The first start prints a link with which the first administrator \
            chooses a password. Ctrl-C, or the system's word to stop, ends it when what was begun is done.
            """)

    @Argument(help: "The folder of the service.", completion: .directory)
    var folder: String

    @Option(help: "The scenario of a service that is made (default: North Essex, to try things out).")
    var scenario: String?

    @Option(help: "The name or address to listen at.")
    var host = "127.0.0.1"

    @Option(help: "The port; 0 is any that is free.")
    var port = 8080

    @Option(help: "A file with the certificate chain, in PEM.", completion: .file())
    var certificate: String?

    @Option(help: "A file with the certificate's key, in PEM.", completion: .file())
    var key: String?

    @Flag(help: "A proxy in front of it encrypts, and says from where requests come.")
    var behindProxy = false

    @Option(help: "Requests that a machine may make a minute.")
    var machineRequests = 1200

    @Option(help: "To try things out: the minute that its clock shows at the start, YYYY-MM-DDTHH:MM.")
    var now: Minute?

    @Flag(help: "Says nothing of single requests.")
    var quiet = false

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535.") }
        guard (1...1_000_000).contains(machineRequests) else {
            throw ValidationError("--machine-requests is a number from 1 to 1000000.")
        }
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--certificate and --key go together.")
        }
        if certificate == nil, !behindProxy, !["127.0.0.1", "::1", "localhost"].contains(host) {
            throw ValidationError(
                "other machines reach \(host): give --certificate and --key, or say --behind-proxy if a proxy encrypts."
            )
        }
    }

    func run() async throws {
        let database = folder + "/service.db"
        try makeService(database)
        let clock = try clock()
        do {
            let service = try StoredService.open(database)
            defer { try? service.close() }
            var settings = WebSettings(clock: clock)
            (settings.host, settings.port, settings.isBehindProxy) = (host, port, behindProxy)
            if let certificate, let key { settings.certificate = (certificate, key) }
            settings.title = try StoredService.title(at: database)
            settings.limits.machine = .init(
                burst: max(200, Double(machineRequests) / 6), perMinute: Double(machineRequests))
            var logger = Logger(label: "stepcare") { StreamLogHandler.standardError(label: $0) }
            logger.logLevel = quiet ? .warning : .info
            try await WebServer.run(service, settings, logger: logger) { address, invitation in
                try? Terminal.print("The desk is at \(address)\n")
                if let invitation {
                    try? Terminal.print("The first administrator chooses a password at \(invitation)\n")
                }
            }
        } catch let error as WebServerError {
            Terminal.say(error.description)
            throw exit(of: error)
        } catch {
            throw ServiceFailure.report(error, database)
        }
    }

    private func exit(of error: WebServerError) -> ExitCode {
        switch error {
        case .certificate, .missingAssets, .template: Exit.badData
        case .portInUse, .cannotListen: Exit.inputOutput
        }
    }

    /// A service to try things out begins on the Monday of its week, at nine: its clock goes on from there, however
    /// often the server is started.
    private func clock() throws -> ServiceClock {
        if let now { return ServiceClock(showing: now.minute) { Date() } }
        guard let text = try? String(contentsOfFile: folder + "/clock-ahead-minutes.txt", encoding: .utf8),
            let minutes = Int64(text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { return ServiceClock { Date() } }
        return ServiceClock(showing: Minute.present.minute + minutes) { Date() }
    }

    // MARK: A new service

    /// Makes the database where there is none.
    private func makeService(_ database: String) throws {
        guard !FileManager.default.fileExists(atPath: database) else {
            if scenario != nil {
                Terminal.say("\(database) is there already: --scenario makes a new one only")
                throw Exit.badData
            }
            return
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            Terminal.say("\(folder): the folder cannot be made")
            throw Exit.inputOutput
        }
        let path = try scenario ?? demonstration()
        let today = Minute.present.minute.day
        let start = today.monday
        let starts = KeyValue(argument: "starts=\(start)")
        let loaded = try loadScenario(path, overrides: scenario == nil ? [starts].compactMap { $0 } : [])
        Terminal.say("making a service to try things out, with invented people: \(loaded.scenario.title)")
        do {
            let changes = scenario == nil ? [starts].compactMap { $0?.change } : []
            let founding = ServiceFounding(loaded, changes)
            let snapshot = scenario == nil ? founding.inventedFirstDay() : founding.emptyFirstDay
            let foundation = try founding.foundation(snapshot)
            try BookingStore.create(at: database) { store in
                let service = BookingService(store, policy: ServicePolicy(loaded.scenario))
                let author = Author(user: 0, origin: "command line")
                try service.found(foundation, in: BookingService.Context(now: snapshot.taken, author: author))
            }
            if scenario == nil {
                let ahead = CivilMinute(day: start, minuteOfDay: 540).minutes - Minute.present.minute.minutes
                try "\(ahead)\n".write(
                    toFile: folder + "/clock-ahead-minutes.txt", atomically: true, encoding: .utf8)
            }
        } catch let failure {
            throw ServiceFailure.report(failure, database)
        }
    }

    /// The scenario of North Essex beside the program, or beside a folder that the program is in.
    private func demonstration() throws -> String {
        var place = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL.resolvingSymlinksInPath()
        if let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            place = URL(fileURLWithPath: link)
        }
        while place.path != "/" {
            place.deleteLastPathComponent()
            let file = place.appendingPathComponent("Scenarios/north-essex.yaml").path
            if FileManager.default.fileExists(atPath: file) { return file }
        }
        Terminal.say("no Scenarios/north-essex.yaml beside the program; give --scenario FILE")
        throw Exit.missingInput
    }
}
