/// How many people a clinician may hold at once (CL-1, CL-8).
public enum CaseloadRule {
    /// The cap for a clinician: the cap per WTE scaled by WTE, rounded to the nearest whole person, at least one.
    /// - Parameters:
    ///   - perWTE: people per whole-time equivalent, 1 or more.
    ///   - wte: whole-time equivalents, above 0 up to 1.
    public static func cap(perWTE: Int, wte: Double) -> Int {
        max(1, Int((Double(perWTE) * wte).rounded()))
    }
}
