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
        /// What it is called, where its name does not say it.
        public var title: String?
    }

    /// The name of the service's own.
    public static let ownName = "this-service"
    /// The name of the service's own with its list of today, which is on no shelf.
    public static let todayName = "today"
    private let fixed: [Entry]
    private let more: @Sendable () -> [Entry]

    /// The scenarios, the service's own first, then by name, then those that are made meanwhile.
    public var entries: [Entry] { fixed + more() }

    /// A shelf.
    /// - Parameters:
    ///   - own: the service's own scenario; nil if there is none.
    ///   - folder: whose files are on it; nil if there is none.
    ///   - more: those that are made while it is there.
    public init(own: ScenarioSource?, folder: URL?, more: @escaping @Sendable () -> [Entry] = { [] }) {
        self.more = more
        let found = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) } ?? []
        let files = found.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
        let shipped = files.compactMap { file in
            folder.map { folder in
                Entry(
                    name: String(file.dropLast(".yaml".count)), source: .file(folder.appending(path: file).path),
                    isOwn: false)
            }
        }
        fixed = (own.map { [Entry(name: Self.ownName, source: $0, isOwn: true)] } ?? []) + shipped
    }
}
