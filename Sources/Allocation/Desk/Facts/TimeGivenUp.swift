public import CareModel

/// A time at which a person had an appointment, and gave it up.
@frozen
public struct TimeGivenUp: Hashable, Sendable, BitwiseCopyable {
    /// From this minute on.
    public var start: CivilMinute
    /// Until before this minute.
    public var end: CivilMinute

    /// A time.
    /// - Parameter minutes: 1 or more.
    public init(start: CivilMinute, minutes: Int) {
        self.start = start
        end = start + Int64(minutes)
    }
}
