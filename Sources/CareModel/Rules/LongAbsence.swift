/// A planned absence of two weeks or more: in the days before it the clinician takes nobody new (CL-6).
public enum LongAbsence {
    /// Days from which an absence is long.
    public static let leastDays: Int32 = 14

    /// The days before an absence on which nobody new is taken on; nil if it is not long, or there are none.
    /// - Parameters:
    ///   - first: the first day of the absence.
    ///   - last: its last day.
    ///   - days: how many days before it are closed, 0 or more.
    ///   - earliest: no day before this one is closed.
    public static func quietDays(
        before first: CivilDay, through last: CivilDay, days: Int, from earliest: CivilDay
    ) -> ClosedRange<CivilDay>? {
        let quiet = max(earliest, first - Int32(days))
        guard last - first + 1 >= leastDays, days > 0, quiet < first else { return nil }
        return quiet...(first - 1)
    }
}
