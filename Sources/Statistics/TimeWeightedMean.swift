// SPDX-License-Identifier: GPL-3.0-or-later

/// The mean over time of a quantity that holds its value between changes, such as the number waiting.
public struct TimeWeightedMean: Hashable, Sendable {
    /// When the present value began, in the caller's unit of time.
    public private(set) var time: Double
    public private(set) var value: Double
    private let start: Double
    private var area = 0.0

    public init(time: Double, value: Double) {
        start = time
        self.time = time
        self.value = value
    }

    /// The quantity changes to `value` at `time`, which is not before the last change.
    public mutating func change(to value: Double, at time: Double) {
        precondition(time >= self.time, "time goes forward")
        area += self.value * (time - self.time)
        self.time = time
        self.value = value
    }

    /// The mean from the start until `end`, which is after the start and not before the last change.
    public func mean(until end: Double) -> Double {
        precondition(end >= time && end > start, "the end is after the start and the last change")
        return (area + value * (end - time)) / (end - start)
    }
}
