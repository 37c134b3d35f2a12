import ArgumentParser
import Forecasting

/// What forecasts and comparisons are asked with.
enum RunOptions {
    /// Refuses what is out of range: each setting has an option of its name.
    static func validate(_ faults: [SettingFault]) throws {
        if let fault = faults.first { throw ValidationError("--\(fault).") }
    }
}
