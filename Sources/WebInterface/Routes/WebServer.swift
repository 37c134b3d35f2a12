public import BookingService
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
import NIOPosix
import NIOSSL
import ServiceLifecycle
import UnixSignals

/// The booking desk in a browser, and for machines: serves pages and the interface until it is told to stop.
public enum WebServer {
    /// Most bytes of a request's headers.
    private static let headerBytes = 32 * 1024

    /// Finds what would keep a server from starting: styles, templates, the certificate and its key, and the place that
    /// it listens at. To be asked before anything is made for it.
    /// - Throws: ``WebServerError``.
    public static func check(_ settings: WebSettings) async throws {
        _ = try PageLibrary(assets: try WebAssets(chartScript: settings.chartScript), title: settings.title)
        if let files = settings.certificate { _ = try CertificateFiles.configuration(files.chain, files.key) }
        try await ListeningPlace.check(settings)
    }

    /// Serves until the process is told to stop; then requests that were begun are answered first.
    /// - Parameter isReady: is told the address, once the server listens; and the link with which the first
    ///   administrator chooses a password, as long as nobody has one.
    /// - Throws: ``WebServerError``, or what the service says when the first administrator cannot be added.
    public static func run(
        _ service: BookingService, _ settings: WebSettings, logger: Logger,
        isReady: @escaping @Sendable (_ address: String, _ invitation: String?) async -> Void
    ) async throws {
        let web = try WebApplication(service, settings, .whole, logger: logger)
        let builder = try builder(settings)
        web.desk.start()
        do {
            let secret = try await web.accounts.firstInvitation()
            let application = Application(
                responder: ApartResponder(responder: web.router().buildResponder()), server: builder,
                configuration: .init(
                    address: .hostname(settings.host, port: settings.port), serverName: nil,
                    availableConnectionsDelegate: MaximumAvailableConnections(settings.mostConnections)),
                onServerRunning: { channel in
                    let address = settings.address(port: channel.localAddress?.port ?? settings.port)
                    await isReady(address, secret.map { "\(address)/welcome/\($0)" })
                }, logger: quiet)
            // What is last is told first to stop: streams end before the server waits for what was begun.
            let group = ServiceGroup(
                configuration: .init(
                    services: [application, FreeMemory(desk: web.desk), web.changes],
                    gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet))
            try await group.run()
        } catch {
            await web.desk.stop()
            throw ListeningPlace.why(error, settings) ?? error
        }
        await web.desk.stop()
    }

    /// Connections as they are read and written: bounded in size and in time, encrypted where there is a certificate.
    private static func builder(_ settings: WebSettings) throws -> HTTPServerBuilder {
        let patience = TimeAmount.seconds(Int64(settings.patienceSeconds))
        let http = HTTP1Channel.Configuration(
            additionalChannelHandlers: [ConnectionBounds(patience: patience)], idleTimeout: patience,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: headerBytes, maxHeaderListSize: headerBytes, maxHeaderFieldCount: 100))
        guard let files = settings.certificate else { return .http1(configuration: http) }
        return try .tls(
            .http1(configuration: http),
            tlsConfiguration: try CertificateFiles.configuration(files.chain, files.key))
    }

    /// Hummingbird's own words are for whoever mends it; ours are one line a request.
    private static var quiet: Logger {
        var logger = Logger(label: "hummingbird")
        logger.logLevel = .critical
        return logger
    }
}
