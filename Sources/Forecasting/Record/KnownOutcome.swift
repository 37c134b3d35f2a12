import Reporting

/// Where it is known what came.
protocol KnownOutcome {
    /// What came of a row of a forecast, or why it cannot be said.
    func value(_ row: KeptRow) -> Result<Double, UnscoredRow.Because>
}

extension UnscoredRow {
    /// A reason as an error.
    struct Because: Error {
        let reason: Reason

        init(_ reason: Reason) { self.reason = reason }
    }
}
