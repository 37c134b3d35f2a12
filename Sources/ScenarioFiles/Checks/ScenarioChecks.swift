internal import CareModel
internal import ServiceSimulation

/// Checks what no single key can show: names, dates in order, sums, and whether somebody can do the work.
enum ScenarioChecks {
    /// Runs every check; faults go to the decoder. A check leaves out what a fault in reading has already shown.
    static func run(_ decoder: inout ScenarioDecoder) {
    }
}
