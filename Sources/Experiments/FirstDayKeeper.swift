/// Keeps first days that were made, each by its number, for whoever needs the same again: a warm-up takes longer than
/// the forecast after it.
public struct FirstDayKeeper: Sendable {
    /// What was kept of a first day; nil if nothing was.
    let kept: @Sendable (_ number: Int) -> [UInt8]?
    /// Keeps a first day.
    let keep: @Sendable (_ number: Int, _ bytes: FirstDayBytes) -> Void

    /// A keeper of the first days of one scenario and seed. What it gives back is what it was given, by the same
    /// program: values as they lie in memory.
    public init(
        kept: @escaping @Sendable (_ number: Int) -> [UInt8]?,
        keep: @escaping @Sendable (_ number: Int, _ bytes: FirstDayBytes) -> Void
    ) {
        self.kept = kept
        self.keep = keep
    }
}
