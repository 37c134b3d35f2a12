import Foundation

/// Files of one folder that belong together.
enum FileSet {
    /// Writes all aside, and then gives all their names; files that were there before are replaced.
    /// - Throws: ``InterchangeError/cannotAccess(_:_:)``; nothing is left aside then.
    static func write(_ files: [(name: String, text: String)], to folder: String) throws(InterchangeError) {
        let manager = FileManager.default
        var path = folder
        do {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for file in files {
                path = folder + "/" + file.name
                try Data(file.text.utf8).write(to: URL(fileURLWithPath: path + ".unfinished"))
            }
            for file in files {
                path = folder + "/" + file.name
                let aside = URL(fileURLWithPath: path + ".unfinished")
                if manager.fileExists(atPath: path) {
                    _ = try manager.replaceItemAt(URL(fileURLWithPath: path), withItemAt: aside)
                } else {
                    try manager.moveItem(at: aside, to: URL(fileURLWithPath: path))
                }
            }
        } catch {
            for file in files { try? manager.removeItem(atPath: folder + "/" + file.name + ".unfinished") }
            throw InterchangeError.cannotAccess(path, error.localizedDescription)
        }
    }

    /// The bytes of a file; nil if there is none.
    /// - Throws: ``InterchangeError/cannotAccess(_:_:)``.
    static func read(_ path: String) throws(InterchangeError) -> Data? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw InterchangeError.cannotAccess(path, error.localizedDescription)
        }
    }
}
