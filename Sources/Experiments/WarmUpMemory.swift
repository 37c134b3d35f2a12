import CareModel
import ServiceSimulation

/// Remembers warm-ups that this process made, part by part, for whoever needs the same again: of scenarios that differ
/// in one team all others are warmed up once.
public struct WarmUpMemory: Sendable {
    /// What was remembered; nil if nothing was.
    let known: @Sendable (Key) -> WarmUpPart?
    /// Remembers a part.
    let keep: @Sendable (Key, WarmUpPart) -> Void

    /// A memory. What it gives back is what it was given.
    public init(
        known: @escaping @Sendable (Key) -> WarmUpPart?, keep: @escaping @Sendable (Key, WarmUpPart) -> Void
    ) {
        self.known = known
        self.keep = keep
    }

    /// Names a warm-up of a part: all that it is made of.
    public struct Key: Equatable, Sendable {
        let part: String
        let seed: UInt64
        let number: Int
    }

    /// What was made before, or what is made now.
    func part(_ key: Key, made: () -> WarmUpPart) -> WarmUpPart {
        if let known = known(key) { return known }
        let part = made()
        keep(key, part)
        return part
    }

    /// All that a part is, in words; nil for one of which words do not say all: what a lever changes is code. It takes
    /// some milliseconds.
    static func words(_ scenario: ServiceScenario) -> String? {
        guard scenario.levers.allSatisfy(\.teams.isEmpty) else { return nil }
        var same = scenario
        // What does nothing here, and what is of the forecast after it.
        (same.levers, same.weeks, same.start.firstDays) = ([], 0, 0)
        (same.name, same.title) = ("", "")
        return String(reflecting: same)
    }
}

/// A part of a service that was run until the first day.
public struct WarmUpPart: Sendable {
    var snapshot: ServiceSnapshot
    var waiting: [WaitingPerson]
    var record: ReplicationRecord

    /// Bytes that it takes, about.
    public var byteCount: Int {
        var writer = ByteWriter.counting
        writer.put(snapshot)
        writer.put(waiting)
        return writer.count + record.byteCount
    }
}
