import Foundation
import TestSupport
import Testing

/// The working tree that these tests were built from.
enum Repository {
    /// Three levels above this file: `Tests/TidyTests/Repository.swift`.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file under `Sources` and `Tests`, and the manifest; read and scanned once.
    static let swiftSources: [SwiftSource] =
        ([manifestPath] + paths(under: ["Sources", "Tests"], extensions: ["swift"])).map { path in
            SwiftSource(path: path, text: text(of: path))
        }

    static let manifestPath = "Package.swift"

    /// The files with one of these extensions below these folders, from the root, sorted; hidden files are left out.
    static func paths(under folders: [String], extensions: [String]) -> [String] {
        folders.flatMap { allPaths(under: $0) }.filter { path in
            extensions.contains { path.hasSuffix("." + $0) }
        }
    }

    /// Every file below a folder, from the root, sorted; hidden files are left out.
    static func allPaths(under folder: String) -> [String] {
        let walk = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        let names = (walk?.allObjects as? [String] ?? []).filter { name in
            !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        return names.sorted().map { folder + "/" + $0 }.filter { !isFolder($0) }
    }

    /// Whether there is a file or a folder at a path from the root.
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    /// The file's text; a file that is not UTF-8 fails the test that asks for it.
    static func text(of path: String) -> String {
        do {
            return try String(contentsOf: root.appending(path: path), encoding: .utf8)
        } catch {
            Issue.record("\(path):1: make this file readable as UTF-8 (\(error))")
            return ""
        }
    }

    /// The tracked files, or `nil` outside a checkout (a source archive has no index).
    static func trackedPaths() throws -> [String]? {
        guard FileManager.default.fileExists(atPath: root.appending(path: ".git").path) else { return nil }
        let listed = try RunningProgram.run(["git", "-C", root.path, "ls-files", "-z"])
        try #require(listed.code == 0, "git ls-files failed; run the tests as the checkout's owner")
        return listed.out.split(separator: "\0").map(String.init)
    }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isDirectory)
        return exists && isDirectory.boolValue
    }
}
