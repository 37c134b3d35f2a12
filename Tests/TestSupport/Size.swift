import Foundation

/// Sizes of the long tests, from the environment; small by default.
public enum Size {
    /// The size that `STEPCARE_NAME` says, else the usual one.
    public static func of(_ name: String, else usual: Int) -> Int {
        ProcessInfo.processInfo.environment["STEPCARE_\(name)"].flatMap { Int($0) } ?? usual
    }
}
