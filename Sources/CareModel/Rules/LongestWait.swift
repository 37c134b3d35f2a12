/// The longest wait that distributions tell apart: longer ones are counted with it, and whoever shows them says so.
public enum LongestWait {
    /// Days.
    @inlinable public static var days: Int { 400 }
}
