import Foundation
import Synchronization

/// How often machines may ask, and how often anybody may try to sign in or send a public form: each has a bucket of
/// tokens that fills again at a steady rate; whoever finds it empty waits. Kept in memory: a new start begins with full
/// buckets.
public final class RateLimits: Sendable {
    /// How many at once, and how many a minute after that.
    public struct Rate: Hashable, Sendable {
        /// Requests at once.
        public var burst: Double
        /// Requests a minute.
        public var perMinute: Double

        /// A rate.
        public init(burst: Double, perMinute: Double) {
            self.burst = burst
            self.perMinute = perMinute
        }
    }

    /// The limits of a server.
    public struct Settings: Hashable, Sendable {
        /// Requests of a machine, by its token; of whoever has none, by the address.
        public var machine = Rate(burst: 200, perMinute: 1200)
        /// Attempts to sign in, and tokens that are unknown, by the address.
        public var signIn = Rate(burst: 30, perMinute: 60)
        /// Parts of public forms, by the address; many may be behind one, such as that of a library.
        public var publicForm = Rate(burst: 60, perMinute: 60)
        /// Self-referrals that are sent, by the address.
        public var selfReferral = Rate(burst: 10, perMinute: 1)
        /// Self-referrals that are taken in any hour, from all addresses together.
        public var selfReferralsAnHour = 120

        /// As usual.
        public init() {}
    }

    /// What is limited.
    enum Kind: String, Sendable { case machine, signIn, publicForm, selfReferral }

    private struct Bucket {
        var tokens: Double
        var at: Double
    }

    /// Buckets that are kept at most: then those that are full again are forgotten, and, if none is, all.
    private static let most = 10_000

    private let settings: Settings
    /// Seconds, by a clock that only goes forward.
    private let seconds: @Sendable () -> Double
    private let buckets = Mutex<[String: Bucket]>([:])

    init(_ settings: Settings, seconds: @escaping @Sendable () -> Double) {
        self.settings = settings
        self.seconds = seconds
    }

    /// Takes a token.
    /// - Parameter whose: whose bucket.
    /// - Returns: nil if there was one; else the seconds until there is.
    func secondsToWait(_ kind: Kind, _ whose: String) -> Int? {
        let now = seconds()
        let rate = rate(of: kind)
        let perSecond = rate.perMinute / 60
        return buckets.withLock { buckets in
            if buckets.count >= Self.most { forget(&buckets, now) }
            var bucket = buckets["\(kind) \(whose)"] ?? Bucket(tokens: rate.burst, at: now)
            bucket.tokens = min(rate.burst, bucket.tokens + (now - bucket.at) * perSecond)
            bucket.at = now
            let isAllowed = bucket.tokens >= 1
            if isAllowed { bucket.tokens -= 1 }
            buckets["\(kind) \(whose)"] = bucket
            return isAllowed ? nil : max(1, Int(((1 - bucket.tokens) / perSecond).rounded(.up)))
        }
    }

    private func rate(of kind: Kind) -> Rate {
        switch kind {
        case .machine: settings.machine
        case .signIn: settings.signIn
        case .publicForm: settings.publicForm
        case .selfReferral: settings.selfReferral
        }
    }

    private func forget(_ buckets: inout [String: Bucket], _ now: Double) {
        let rates = [settings.machine, settings.signIn, settings.publicForm, settings.selfReferral]
        let fullAfter = rates.map { $0.burst / $0.perMinute * 60 }.max() ?? 0
        buckets = buckets.filter { now - $0.value.at < fullAfter }
        if buckets.count >= Self.most { buckets.removeAll() }
    }
}
