import CareModel
import ScenarioFiles

/// Something of a service that can be moved to see what it does: what it is called, how far it goes, and the keys of
/// the scenario that it writes.
public struct Slider: Sendable {
    /// Names it in an address and in what is kept, such as `all.referrals` or `mid-essex.posts.1`.
    public let id: String
    /// The team that it is of, by index; nil is the whole service.
    public let team: Int?
    /// What it is called.
    public let words: String
    /// What it counts, such as `posts` or `% more or fewer`.
    public let unit: String
    /// How far it goes, both ends allowed.
    public let range: ClosedRange<Double>
    /// How far apart its stops are.
    public let step: Double
    /// Where it stands as things are now.
    public let now: Double
    /// Whether it is on or off.
    public let isSwitch: Bool
    /// The keys of a stop, as `--set` takes them.
    let changes: @Sendable (Double) -> [ScenarioChange]

    /// Reads where it is put.
    /// - Throws: a fault that says what would be allowed.
    public func reading(_ text: String) throws(SliderFault) -> Double {
        guard let value = NumberText.number(text) else { throw fault("'\(text.prefix(40))' is not a number") }
        try check(value)
        return value
    }

    /// Refuses what lies beyond its ends, or between its stops.
    func check(_ value: Double) throws(SliderFault) {
        guard value.isFinite, range.contains(value) else { throw fault("not \(NumberText.of(value))") }
        let stops = (value - range.lowerBound) / step
        guard abs(stops - stops.rounded()) < 1e-6 else { throw fault("not \(NumberText.of(value))") }
    }

    /// What is allowed, in words: `0 to 21 posts`.
    public var allowed: String {
        let steps = step == 1 ? "" : ", in steps of \(NumberText.of(step))"
        return "\(NumberText.of(range.lowerBound)) to \(NumberText.of(range.upperBound)) \(unit)\(steps)"
    }

    private func fault(_ given: String) -> SliderFault {
        SliderFault(slider: id, words: "\(words): \(allowed), \(given)")
    }
}

/// A slider that was put where it cannot go.
public struct SliderFault: Error, Hashable, Sendable {
    /// Which.
    public let slider: String
    /// What is wrong, and what would be allowed.
    public let words: String
}
