import Crypto
public import Foundation

/// Something that somebody keeps under a name.
public protocol Keepable: Codable, Sendable {
    /// Its name; no two are called alike.
    var name: String { get set }
    /// Who keeps it, by number, and as they were called then.
    var owner: Int64 { get }
    var ownerName: String { get }
}

/// A folder of what is kept, a file each, named by the digest of its name: so two of one name cannot be, whoever is
/// first. A file is written beside, whole, and then linked to its name, which the system does once or not at all.
///
/// It is not the desk's database: that is a log of people and bookings which is played again, and what might be is
/// neither.
public struct Shelf<Kept: Keepable>: Sendable {
    /// Most that are kept.
    static var most: Int { 1000 }
    private let folder: URL

    /// A folder, which need not be there yet.
    public init(in folder: URL) { self.folder = folder }

    /// What names one in an address.
    public static func id(of name: String) -> String {
        let digest = SHA256.hash(data: Array(plain(name).lowercased().utf8))
        return digest.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Keeps something.
    /// - Returns: what names it in an address.
    /// - Throws: ``SavedFault``; then nothing was kept, and nothing was lost.
    public func keep(_ saved: Kept) throws(SavedFault) -> String {
        var saved = saved
        saved.name = Self.plain(saved.name)
        let id = try room(for: saved.name)
        let manager = FileManager.default
        let aside = folder.appending(path: ".\(id).\(UUID().uuidString)")
        defer { try? manager.removeItem(at: aside) }
        do {
            try manager.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            try encoder.encode(saved).write(to: aside, options: .withoutOverwriting)
        } catch {
            throw .notWritten
        }
        do {
            try manager.linkItem(at: aside, to: file(id))
        } catch {
            guard let other = find(id) else { throw .notWritten }
            throw .nameTaken(other.name, owner: other.ownerName)
        }
        return id
    }

    /// Looks whether something can be kept under a name, before what is to be kept is made.
    /// - Returns: what would name it in an address.
    /// - Throws: ``SavedFault``.
    @discardableResult
    func room(for name: String) throws(SavedFault) -> String {
        let name = Self.plain(name)
        guard (1...SavedFault.longestName).contains(name.count) else { throw .name }
        guard files.count < Self.most else { throw .full(Self.most) }
        let id = Self.id(of: name)
        if let other = find(id) { throw .nameTaken(other.name, owner: other.ownerName) }
        return id
    }

    /// What is kept, by name.
    public func all() -> [(id: String, saved: Kept)] {
        files.compactMap { id in find(id).map { (id, $0) } }
            .sorted { ($0.saved.name.lowercased(), $0.id) < ($1.saved.name.lowercased(), $1.id) }
    }

    /// One of them; nil if there is none, or its file is damaged.
    public func find(_ id: String) -> Kept? {
        guard id.count == 16, id.allSatisfy(\.isHexDigit), let bytes = try? Data(contentsOf: file(id)) else {
            return nil
        }
        return try? JSONDecoder().decode(Kept.self, from: bytes)
    }

    /// Takes one away.
    /// - Parameters:
    ///   - owner: who asks, by number.
    ///   - isAnybodys: whether they may take away what others keep.
    public func remove(_ id: String, by owner: Int64, isAnybodys: Bool) throws(SavedFault) {
        guard let saved = find(id) else { throw .missing }
        guard isAnybodys || saved.owner == owner else { throw .notYours(owner: saved.ownerName) }
        do { try FileManager.default.removeItem(at: file(id)) } catch { throw .missing }
    }

    private var files: [String] {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return found.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }.sorted()
    }

    private func file(_ id: String) -> URL { folder.appending(path: "\(id).json") }

    private static func plain(_ name: String) -> String {
        name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
