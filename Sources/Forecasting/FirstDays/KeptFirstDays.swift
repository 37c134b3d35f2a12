import Crypto
public import Experiments
public import Foundation
public import ScenarioFiles
import Synchronization

/// A folder in which first days are kept that warm-ups made: by scenario, seed and program, so that the same question
/// is answered at once. It is bounded; what was not used for longest goes first. Whatever cannot be read, or was
/// damaged, or was written by another program, is made anew; whatever cannot be written is not kept, and ``fault`` says
/// why. Nothing in it is about anybody: people of a warm-up are made up.
public final class KeptFirstDays: Sendable {
    /// The folder.
    public let folder: URL
    /// Bytes of all files at most.
    public let most: Int
    /// Whether everything is made anew, and kept.
    private let isFresh: Bool
    private let told = Mutex<String?>(nil)
    /// Bytes that may be written before the folder is looked at again.
    private let room = Mutex<Int>(0)
    /// What was made or read lately: whoever asks for many forecasts of one scenario reads no file twice.
    private let recent = RecentlyUsed<String, [UInt8]>(most: 1 << 26)

    /// A folder, which need not be there yet.
    /// - Parameters:
    ///   - most: bytes of all files at most.
    ///   - isFresh: whether everything is made anew, and kept.
    public init(in folder: URL, most: Int = 1 << 29, isFresh: Bool = false) {
        self.folder = folder
        self.most = most
        self.isFresh = isFresh
    }

    /// The user's own: `stepcare/first-days` in `XDG_CACHE_HOME`, or in `.cache` of the home folder; nil for somebody
    /// who has neither.
    public static func ofUser(
        _ environment: [String: String] = ProcessInfo.processInfo.environment, isFresh: Bool = false  // lookup only
    ) -> KeptFirstDays? {
        UserCache.folder("first-days", environment).map { KeptFirstDays(in: $0, isFresh: isFresh) }
    }

    /// Why something could not be kept; nil if everything was.
    public var fault: String? { told.withLock { $0 } }

    /// Keeps the first days of a scenario and seed.
    public func keeper(for loaded: LoadedScenario, seed: UInt64) -> FirstDayKeeper {
        let name = Self.name(loaded.sha256, seed)
        return FirstDayKeeper(
            kept: { number in
                let name = "\(name)-\(number)"
                return self.recent.value(name) ?? (self.isFresh ? nil : self.read(name).map { self.noted($0, name) })
            },
            keep: { number, bytes in
                let name = "\(name)-\(number)"
                if self.recent.hasRoom(for: bytes.count) { self.recent.keep(bytes.all, name, bytes: bytes.count) }
                self.write(bytes, name)
            })
    }

    /// Bytes that were read, for whoever asks again.
    private func noted(_ bytes: [UInt8], _ name: String) -> [UInt8] {
        recent.keep(bytes, name, bytes: bytes.count)
        return bytes
    }

    // MARK: Files

    /// What a file begins with, and then the digest of what follows.
    private static let mark = Array("stepcare first day 1\n".utf8)
    private static var headBytes: Int { mark.count + SHA256.byteCount }

    /// Names a scenario, a seed, and the program that wrote: values lie in memory as it was compiled.
    private static func name(_ scenario: String, _ seed: UInt64) -> String {
        digest(Array("\(scenario) \(seed) \(UserCache.program)".utf8)).prefix(16).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    private static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    private func read(_ name: String) -> [UInt8]? {
        let file = folder.appending(path: name)
        guard let data = try? Data(contentsOf: file), data.count >= Self.headBytes,
            data.prefix(Self.mark.count).elementsEqual(Self.mark)
        else { return nil }
        let bytes = Array(data.dropFirst(Self.headBytes))
        guard data.dropFirst(Self.mark.count).prefix(SHA256.byteCount).elementsEqual(Self.digest(bytes)) else {
            return nil
        }
        // Used now: others go before it.
        utimes(file.path, nil)
        return bytes
    }

    /// What cannot fit is not even made; what does is written as it is made.
    private func write(_ bytes: FirstDayBytes, _ name: String) {
        let size = Self.headBytes + bytes.count
        guard size <= most else { return }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try makeRoom(for: size, but: name)
            // Whole or not at all: written beside, then given its name.
            let aside = folder.appending(path: ".\(name).\(UUID().uuidString)")
            do {
                try Data().write(to: aside, options: .withoutOverwriting)
                try Self.write(bytes, to: FileHandle(forWritingTo: aside))
                guard rename(aside.path, folder.appending(path: name).path) == 0 else {
                    throw CocoaError(.fileWriteUnknown)
                }
            } catch {
                try? FileManager.default.removeItem(at: aside)
                throw error
            }
        } catch {
            let reason = (error as NSError).userInfo[NSUnderlyingErrorKey].map { "\($0)" } ?? error.localizedDescription
            told.withLock { $0 = $0 ?? "first days are not kept in \(folder.path): \(reason)" }
        }
    }

    /// The mark, room for the digest, the bytes, then the digest of what was written.
    private static func write(_ bytes: FirstDayBytes, to file: FileHandle) throws {
        defer { try? file.close() }
        try file.write(contentsOf: mark + [UInt8](repeating: 0, count: SHA256.byteCount))
        var digest = SHA256()
        var fault: (any Error)?
        bytes.each { piece in
            guard fault == nil else { return }
            digest.update(data: piece)
            do { try file.write(contentsOf: piece) } catch { fault = error }
        }
        if let fault { throw fault }
        try file.seek(toOffset: UInt64(mark.count))
        try file.write(contentsOf: Array(digest.finalize()))
    }

    /// Sees to it that so many bytes fit. The folder is looked at when an eighth of it may have been written since, and
    /// not at each file: others write there too, but not without end.
    private func makeRoom(for size: Int, but name: String) throws {
        try room.withLock { left in
            if left < size { left = try takeAwayOldest(for: size, but: name) }
            left -= size
        }
    }

    /// Takes away what was not used for longest where so many bytes do not fit, until an eighth is free.
    /// - Returns: bytes that may be written before the folder is looked at again.
    private func takeAwayOldest(for size: Int, but name: String) throws -> Int {
        let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey]  // lookup only
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: Array(keys))
        var kept = files.filter { $0.lastPathComponent != name }.map { file in
            let facts = try? file.resourceValues(forKeys: keys)
            return (file: file, bytes: facts?.fileSize ?? 0, used: facts?.contentModificationDate ?? .distantPast)
        }
        kept.sort { ($0.used, $0.file.path) < ($1.used, $1.file.path) }
        var total = kept.reduce(0) { $0 + $1.bytes }
        let isFull = total + size > most
        for oldest in kept where total + size > most || (isFull && total > most / 8 * 7) {
            try? FileManager.default.removeItem(at: oldest.file)
            total -= oldest.bytes
        }
        return max(size, min(most - total, most / 8))
    }
}
