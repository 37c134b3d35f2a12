public import Foundation
public import ScenarioFiles

/// The scenarios that what-ifs are made of: the files that came with the program, and the service's own.
public struct ScenarioShelf: Sendable {
    /// A scenario on the shelf.
    public struct Entry: Sendable {
        /// Its name in addresses.
        public let name: String
        /// Where it is read.
        public let source: ScenarioSource
        /// Whether it is the service's own.
        public let isOwn: Bool
    }

    /// The name of the service's own.
    public static let ownName = "this-service"
    /// The name of the service's own with its list of today, which is on no shelf.
    public static let todayName = "today"
    /// The scenarios, the service's own first, then by name.
    public let entries: [Entry]

    /// A shelf.
    /// - Parameters:
    ///   - own: the service's own scenario; nil if there is none.
    ///   - folder: whose files are on it; nil if there is none.
    public init(own: ScenarioSource?, folder: URL?) {
        let found = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) } ?? []
        let files = found.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
        let shipped = files.compactMap { file in
            folder.map { folder in
                Entry(
                    name: String(file.dropLast(".yaml".count)), source: .file(folder.appending(path: file).path),
                    isOwn: false)
            }
        }
        entries = (own.map { [Entry(name: Self.ownName, source: $0, isOwn: true)] } ?? []) + shipped
    }
}
