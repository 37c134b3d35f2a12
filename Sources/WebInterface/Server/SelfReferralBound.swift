import Synchronization

/// How many self-referrals the service takes in any hour, from all addresses together: one address is bounded by
/// ``RateLimits``, and whoever has many is bounded here. Kept in memory: a new start begins anew.
final class SelfReferralBound: Sendable {
    /// What an administrator sees.
    struct Standing: Equatable, Sendable {
        /// Most in any hour.
        var most: Int
        /// Those that were taken in the last hour.
        var taken: Int
        /// Those that were turned away since the server was started.
        var turnedAway: Int
    }

    private struct Counts {
        /// When each of the last hour was taken, in seconds.
        var taken: [Double] = []
        var turnedAway = 0

        mutating func forget(_ now: Double) { taken.removeAll { now - $0 >= 3600 } }
    }

    private let most: Int
    private let seconds: @Sendable () -> Double
    private let counts = Mutex(Counts())

    /// - Parameter seconds: a clock that only goes forward.
    init(most: Int, seconds: @escaping @Sendable () -> Double) { (self.most, self.seconds) = (most, seconds) }

    /// Takes one, if there is room for it in this hour.
    func takes() -> Bool {
        let now = seconds()
        return counts.withLock { counts in
            counts.forget(now)
            guard counts.taken.count < most else {
                counts.turnedAway += 1
                return false
            }
            counts.taken.append(now)
            return true
        }
    }

    /// How it stands.
    func standing() -> Standing {
        let now = seconds()
        return counts.withLock { counts in
            counts.forget(now)
            return Standing(most: most, taken: counts.taken.count, turnedAway: counts.turnedAway)
        }
    }
}
