import NIOCore
import NIOPosix

/// The place that a server listens at, and why it cannot.
enum ListeningPlace {
    /// Listens there for a moment, so that nothing is made for a server that could not.
    static func check(_ settings: WebSettings) async throws(WebServerError) {
        do {
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: settings.host, port: settings.port).get()
            try await channel.close()
        } catch {
            throw why(error, settings) ?? .cannotListen(host: settings.host, port: settings.port, why: "\(error)")
        }
    }

    /// What the system's refusal to listen means; nil if the error is of something else.
    static func why(_ error: any Error, _ settings: WebSettings) -> WebServerError? {
        switch error {
        case let error as WebServerError: error
        case let error as IOError:
            switch error.errnoCode {
            case addressInUse: .portInUse(host: settings.host, port: settings.port)
            case addressNotAvailable: .foreignAddress(settings.host)
            case denied, notPermitted: .reservedPort(settings.port)
            default: .cannotListen(host: settings.host, port: settings.port, why: "\(error)")
            }
        case is SocketAddressError, is SocketAddressError.UnknownHost: .unknownHost(settings.host)
        case is NIOConnectionError: .cannotListen(host: settings.host, port: settings.port, why: "\(error)")
        default: nil
        }
    }

    // As Linux numbers them.
    private static let notPermitted: Int32 = 1
    private static let denied: Int32 = 13
    private static let addressInUse: Int32 = 98
    private static let addressNotAvailable: Int32 = 99
}
