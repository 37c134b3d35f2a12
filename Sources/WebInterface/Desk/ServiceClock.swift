public import CareModel
public import Foundation
import Interchange

/// The clock of the server: the machine's, or one that was set to another minute at the start and goes on from there.
/// It is handed in, so that whoever starts the server says what time is.
public struct ServiceClock: Sendable {
    private let ahead: TimeInterval
    private let instant: @Sendable () -> Date

    /// A clock.
    /// - Parameters:
    ///   - minute: what it shows now; nil is what clocks in London show.
    ///   - instant: the machine's clock.
    public init(showing minute: CivilMinute? = nil, instant: @escaping @Sendable () -> Date) {
        self.instant = instant
        ahead = minute.map { TimeInterval($0.minutes - LondonClock.present(instant()).minutes) * 60 } ?? 0
    }

    /// Whether it is the machine's.
    var isMachines: Bool { ahead == 0 }

    /// The minute in London.
    var minute: CivilMinute { LondonClock.present(instant().addingTimeInterval(ahead)) }

    /// Seconds since 1970 by the machine's clock: sessions and locks have nothing to do with the service's day.
    var seconds: Int64 { Int64(instant().timeIntervalSince1970) }
}
