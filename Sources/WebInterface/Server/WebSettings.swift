import Foundation
public import Workbench

/// How the server is reached.
public struct WebSettings: Sendable {
    /// The name or address that it listens at: this machine alone, unless it is said otherwise.
    public var host = "127.0.0.1"
    /// The port; 0 is any that is free.
    public var port = 8080
    /// Files with the certificate chain and its key, in PEM; nil is no encryption of its own.
    public var certificate: (chain: String, key: String)?
    /// Whether a proxy in front of it encrypts, and says from where requests come.
    public var isBehindProxy = false
    /// What the service is called.
    public var title = "stepcare"
    /// Seconds that a silent connection, a request that is not whole, or an answer that is not read is waited for;
    /// streams of changes send something more often.
    public var patienceSeconds = 60
    /// Connections at once; more wait until one ends.
    public var mostConnections = 20_000
    /// Commands that may wait for the disk at once, each on a thread of its own.
    public var commandThreads = 32
    /// How often machines may ask, and people sign in.
    public var limits = RateLimits.Settings()
    /// Seconds by which limits fill again, of a clock that only goes forward.
    public var uptime: @Sendable () -> Double = { ProcessInfo.processInfo.systemUptime }
    /// Where what-ifs are tried; nil where no forecasts are made.
    public var bench: Bench?
    /// What is worked on in the background; nil where nothing is.
    public var background: BackgroundWork?
    /// Where plans are asked for; nil where none are made.
    public var plans: PlanBench?
    /// Where providers are fitted; nil where there is no national file.
    public var fits: FitBench?
    /// Source text of Chart.js 3.9, which draws charts; nil leaves their tables.
    public var chartScript: String?
    /// The clock.
    public var clock: ServiceClock

    /// As usual: this machine alone, at port 8080.
    public init(clock: ServiceClock) { self.clock = clock }

    /// Whether browsers reach it encrypted, so that cookies may be kept to that.
    var isSecure: Bool { certificate != nil || isBehindProxy }

    /// Where browsers on this machine find it.
    /// - Parameter port: the port that it got.
    func address(port: Int) -> String {
        let name = host == "0.0.0.0" || host == "::" ? "localhost" : host.contains(":") ? "[\(host)]" : host
        return "\(certificate == nil ? "http" : "https")://\(name):\(port)"
    }
}
