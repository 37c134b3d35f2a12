public import Foundation

/// Where a user's programs keep what can be made again: `stepcare` in `XDG_CACHE_HOME`, or in `.cache` of the home
/// folder.
public enum UserCache {
    /// A folder in it, which need not be there yet; nil for somebody who has no place for that.
    public static func folder(
        _ name: String, _ environment: [String: String] = ProcessInfo.processInfo.environment  // lookup only
    ) -> URL? {
        func folder(_ name: String, _ below: String) -> URL? {
            guard let path = environment[name], path.hasPrefix("/") else { return nil }
            return URL(filePath: path).appending(path: below)
        }
        return (folder("XDG_CACHE_HOME", "") ?? folder("HOME", ".cache"))?.appending(path: "stepcare/\(name)")
    }

    /// This very program: what another one made is not taken for its own.
    public static let program: String = {
        let path = Bundle.main.executablePath ?? ""
        let facts = try? FileManager.default.attributesOfItem(atPath: path)
        let built = facts?[.modificationDate] as? Date
        return "\(ProgramVersion.text) \(facts?[.size] ?? 0) \(built?.timeIntervalSince1970 ?? 0)"
    }()

    /// Takes away all files of a folder but those that were written last.
    public static func keepNewest(_ most: Int, in folder: URL) {
        let key: Set<URLResourceKey> = [.contentModificationDateKey]  // lookup only
        let files =
            (try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: Array(key))) ?? []
        let dated = files.map { file in
            (file: file, written: (try? file.resourceValues(forKeys: key))?.contentModificationDate ?? .distantPast)
        }
        let newest = dated.sorted { ($1.written, $1.file.path) < ($0.written, $0.file.path) }
        for old in newest.dropFirst(most) { try? FileManager.default.removeItem(at: old.file) }
    }
}
