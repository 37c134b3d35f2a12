import ArgumentParser
import BookingService
import CareModel
import Forecasting
import Foundation
import Logging
import WebInterface
import Workbench

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

    @Option(help: "Self-referrals that are taken online in an hour, from all addresses together.")
    var selfReferrals = 120

    @Option(help: "Seconds that a silent connection, or a request that does not end, is waited for.")
    var patience = 60

    @Option(help: "To try things out: the minute that its clock shows at the start, YYYY-MM-DDTHH:MM.")
    var now: Minute?

    @Option(
        help: "NHS England's monthly statistics, as CSV or gzip: providers by name are fitted to them.",
        completion: .file())
    var published: String?

    @Flag(help: "Says nothing of single requests.")
    var quiet = false

    func validate() throws {
        guard !folder.isEmpty else { throw ValidationError("<folder> is the name of a folder.") }
        guard !host.isEmpty else { throw ValidationError("--host is a name or an address.") }
        guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535.") }
        guard (1...1_000_000).contains(machineRequests) else {
            throw ValidationError("--machine-requests is a number from 1 to 1000000.")
        }
        guard (0...100_000).contains(selfReferrals) else {
            throw ValidationError("--self-referrals is a number from 0 to 100000.")
        }
        guard (1...3600).contains(patience) else { throw ValidationError("--patience is 1 to 3600 seconds.") }
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
        Heaps.keepFew()
        var settings = settings
        do {
            try await WebServer.check(settings)
            let served = try ServedFolder(folder)
            defer { served.release() }
            try makeService(in: served)
            settings.clock = clock(of: served)
            try await serve(served.database, settings)
        } catch let error as WebServerError {
            Terminal.say(error.description)
            throw exit(of: error)
        }
    }

    private var settings: WebSettings {
        var settings = WebSettings(clock: ServiceClock { Date() })
        (settings.host, settings.port, settings.isBehindProxy) = (host, port, behindProxy)
        if let certificate, let key { settings.certificate = (certificate, key) }
        settings.patienceSeconds = patience
        settings.mostConnections = OpenFiles.roomForConnections(wanted: settings.mostConnections)
        settings.limits.machine = .init(
            burst: max(200, Double(machineRequests) / 6), perMinute: Double(machineRequests))
        settings.limits.selfReferralsAnHour = selfReferrals
        return settings
    }

    private func serve(_ database: String, _ settings: WebSettings) async throws {
        var settings = settings
        do {
            let service = try StoredService.open(database)
            defer { try? service.close() }
            settings.title = try StoredService.title(at: database)
            try setUpBench(for: database, in: &settings)
            let (bench, background) = (settings.bench, settings.background)
            defer {
                bench?.close()
                background?.close()
            }
            var logger = Logger(label: "stepcare") { StreamLogHandler.standardError(label: $0) }
            logger.logLevel = quiet ? .warning : .info
            try await WebServer.run(service, settings, logger: logger) { address, invitation in
                try? Terminal.print("The desk is at \(address)\n")
                if let invitation {
                    try? Terminal.print("The first administrator chooses a password at \(invitation)\n")
                }
            }
        } catch let error as WebServerError {
            throw error
        } catch {
            throw ServiceFailure.report(error, database)
        }
    }

    private func exit(of error: WebServerError) -> ExitCode {
        switch error {
        case .missingAssets, .missingFile: Exit.missingInput
        case .certificate, .template: Exit.badData
        case .unreadableFile, .portInUse, .reservedPort, .foreignAddress, .unknownHost, .cannotListen: Exit.inputOutput
        }
    }

    /// A service to try things out begins on the Monday of its week, at nine: its clock goes on from there, however
    /// often the server is started.
    private func clock(of served: ServedFolder) -> ServiceClock {
        if let now { return ServiceClock(showing: now.minute) { Date() } }
        guard let minutes = served.minutesAhead else { return ServiceClock { Date() } }
        return ServiceClock(showing: Minute.present.minute + minutes) { Date() }
    }
}
