/// Cimba's "harbor" (tutorial, "Tugs, berths, and tides"): ships that wait offshore until wind, water, tugs and a berth
/// allow them in together, are unloaded, and need tugs again to leave. By the hour.
public struct Harbour: Sendable {
    /// A size of ship.
    public struct Size: Sendable {
        public var tugs: Int
        /// Metres a second of wind at most, and metres of water at least.
        public var mostWind: Double
        public var leastDepth: Double
        public var berths: Int
        /// Hours that unloading takes as a rule, by a PERT law from three quarters of it to twice.
        public var unloading: Double
    }

    /// A ship that comes at a known hour.
    public struct Arrival: Sendable {
        public var at: Double
        public var size: Int

        public init(at: Double, size: Int) {
            self.at = at
            self.size = size
        }
    }

    /// Small ships, then large ones.
    public var sizes = [
        Size(tugs: 1, mostWind: 10, leastDepth: 8, berths: 6, unloading: 8),
        Size(tugs: 3, mostWind: 12, leastDepth: 13, berths: 3, unloading: 12),
    ]
    public var tugs = 10
    /// Ships an hour, and the share of large ones.
    public var rate = 0.5
    public var shareLarge = 0.25
    /// The ships that come, where they are known; nil draws them.
    public var arrivals: [Arrival]?
    /// Whether hours in between lowest and highest are drawn; else everything takes the hours that it takes as a rule.
    public var varies = true
    /// The scale of Rayleigh's law of the wind; 0 is calm.
    public var wind = 5.0
    /// Metres of water at no tide.
    public var depth = 15.0
    /// Mean hours that a ship has the radio before it moves.
    public var radio = 0.05

    public init() {}
}
