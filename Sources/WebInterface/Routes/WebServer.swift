public import BookingService
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
import NIOPosix
import NIOSSL

/// The booking desk in a browser, and for machines: serves pages and the interface until it is told to stop.
public enum WebServer {
    /// Most bytes of a request's headers.
    private static let headerBytes = 32 * 1024
    /// Seconds after which a connection without traffic is closed; streams of changes send something more often.
    static let idleSeconds: Int64 = 60

    /// Serves until the process is told to stop; then requests that were begun are answered first.
    /// - Parameter isReady: is told the address, once the server listens; and the link with which the first
    ///   administrator chooses a password, as long as nobody has one.
    /// - Throws: ``WebServerError``.
    public static func run(
        _ service: BookingService, _ settings: WebSettings, logger: Logger,
        isReady: @escaping @Sendable (_ address: String, _ invitation: String?) async -> Void
    ) async throws {
        let web = try WebApplication(service, settings, .whole, logger: logger)
        let http = HTTP1Channel.Configuration(
            idleTimeout: .seconds(idleSeconds),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: headerBytes, maxHeaderListSize: headerBytes, maxHeaderFieldCount: 100))
        let builder: HTTPServerBuilder =
            if let files = settings.certificate {
                try .tls(.http1(configuration: http), tlsConfiguration: tls(files.chain, files.key))
            } else {
                .http1(configuration: http)
            }
        var application = Application(
            router: web.router(), server: builder,
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            onServerRunning: { channel in
                let address = settings.address(port: channel.localAddress?.port ?? settings.port)
                let secret = try? await web.accounts.firstInvitation()
                await isReady(address, secret.map { "\(address)/welcome/\($0)" })
            }, logger: quiet)
        application.addServices(web.changes)
        web.desk.start()
        do {
            try await application.runService()
        } catch let error as IOError {
            await web.desk.stop()
            throw error.errnoCode == 98
                ? WebServerError.portInUse(host: settings.host, port: settings.port)
                : .cannotListen(host: settings.host, port: settings.port, why: "\(error)")
        } catch let error as NIOConnectionError {
            await web.desk.stop()
            throw WebServerError.cannotListen(host: settings.host, port: settings.port, why: "\(error)")
        }
        await web.desk.stop()
    }

    /// Hummingbird's own words are for whoever mends it; ours are one line a request.
    private static var quiet: Logger {
        var logger = Logger(label: "hummingbird")
        logger.logLevel = .critical
        return logger
    }

    private static func tls(_ chain: String, _ key: String) throws -> TLSConfiguration {
        do {
            let certificates = try NIOSSLCertificate.fromPEMFile(chain)
            let privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
            guard let first = certificates.first else {
                throw WebServerError.certificate("\(chain): there is no certificate in the file")
            }
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(privateKey))
            configuration.minimumTLSVersion = .tlsv12
            _ = first
            // A key of another certificate is found here, and not by the first browser.
            _ = try NIOSSLContext(configuration: configuration)
            return configuration
        } catch let error as WebServerError {
            throw error
        } catch {
            throw WebServerError.certificate(
                "the certificate \(chain) and the key \(key) cannot be used together: are both in PEM, and is the key "
                    + "the certificate's?")
        }
    }
}
