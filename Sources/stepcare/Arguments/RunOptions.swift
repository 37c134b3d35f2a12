import ArgumentParser
import Forecasting

/// What forecasts and comparisons are asked with.
struct RunOptions: ParsableArguments {
    @Option(help: "Names the random numbers; the same seed gives the same answer.")
    var seed: UInt64 = 1

    @Option(help: "Runs side by side (default: one a processor); it changes the time, never the answer.")
    var threads: Int?

    @Flag(help: ArgumentHelp("Runs parts that cannot meet together: slower, the same answer.", visibility: .hidden))
    var together = false

    @Flag(
        help: """
            Make anew what is kept in your cache folder otherwise: the first days of a scenario and seed, and what a \
            plan has tried.
            """)
    var fresh = false

    /// Where first days are kept; nil for a user without a place for that.
    var firstDays: KeptFirstDays? { KeptFirstDays.ofUser(isFresh: fresh) }

    /// Runs side by side, as asked for or as there are processors.
    var threadCount: Int { threads ?? Processors.count }

    /// Refuses what is out of range: each setting has an option of its name.
    static func validate(_ faults: [SettingFault]) throws {
        if let fault = faults.first { throw ValidationError("--\(fault).") }
    }
}
