/// The version that every result carries.
public enum ProgramVersion {
    /// As `major.minor.patch`.
    public static let text = "0.1.0"
}
