public import CareModel
public import ServiceSimulation

/// A scenario that was read and checked, with all that a report says of where it comes from.
public struct LoadedScenario: Sendable {
    /// The scenario.
    public var scenario: ServiceScenario
    /// Every value in force, with its source: the top, the practice that all teams share, each team, its staff, the
    /// levers.
    public var assumptions: [Assumption]
    /// SHA-256, in hexadecimal, of the bytes of ``files`` in their order and of the values from the command line.
    /// Without such values it is what `cat FILES | sha256sum` prints.
    public var sha256: String
    /// The texts: first the one that was asked for, then the one that it extends, and so on; of a file, the name is its
    /// path.
    public var texts: [ScenarioText]
    /// What is doubtful but allowed.
    public var warnings: [FileFault]

    /// How the texts say it, so that it can be written again.
    let origin: ScenarioOrigin

    /// The texts as they were read.
    let chain: ScenarioChain

    /// Where it can be read again as it was read, whatever has become of its files since.
    public var source: ScenarioSource {
        guard let first = texts.first else { return .text("") }
        return .text(first.text, name: first.name, beside: Array(texts.dropFirst()))
    }

    /// The names of ``texts``.
    public var files: [String] { texts.map(\.name) }
}
