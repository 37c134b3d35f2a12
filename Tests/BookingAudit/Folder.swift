import Foundation

/// A folder for one test.
public final class Folder {
    /// Where it is.
    public let path: String

    /// Makes it.
    public init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in it.
    public func file(_ name: String) -> String { path + "/" + name }
}

/// Sizes of the long tests, from the environment; small by default.
public enum Size {
    /// The size that `STEPCARE_NAME` says, else the usual one.
    public static func of(_ name: String, else usual: Int) -> Int {
        ProcessInfo.processInfo.environment["STEPCARE_\(name)"].flatMap { Int($0) } ?? usual
    }
}
