public import CareModel
import Foundation
import Interchange

/// The clock of the server: the machine's, or one that was set to another minute at the start and goes on from there.
public struct ServiceClock: Sendable {
    private let ahead: TimeInterval

    /// The machine's clock.
    public init() { ahead = 0 }

    /// A clock that shows a minute now.
    public init(showing minute: CivilMinute) {
        ahead = TimeInterval(minute.minutes - LondonClock.minute(of: Date()).minutes) * 60
    }

    /// Whether it is the machine's.
    var isMachines: Bool { ahead == 0 }

    /// The minute in London.
    var minute: CivilMinute { LondonClock.minute(of: Date(timeIntervalSinceNow: ahead)) }

    /// Seconds since 1970 by the machine's clock: sessions and locks have nothing to do with the service's day.
    var seconds: Int64 { Int64(Date().timeIntervalSince1970) }
}
