import Foundation

/// The folder of one task: what it is, what is kept to go on from, and what came of it.
struct TaskFolder: Sendable {
    let url: URL

    /// The folder of a task among those of others.
    init(_ number: Int, in folder: URL) { url = folder.appending(path: "\(number)") }

    private var about: URL { url.appending(path: "task.json") }
    private var ledger: URL { url.appending(path: "kept.json") }
    private var results: URL { url.appending(path: "results") }

    /// Numbers of the tasks in a folder, ascending.
    static func numbers(in folder: URL) -> [Int] {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return found.compactMap { Int($0) }.filter { $0 > 0 }.sorted()
    }

    /// The highest number that was ever given in a folder; 0 if none was. Whoever has the address of what is gone finds
    /// nothing there, and never what somebody else asked for since.
    static func highest(in folder: URL) -> Int {
        let text = (try? String(contentsOf: highestFile(folder), encoding: .utf8)) ?? ""
        return max(Int(text) ?? 0, numbers(in: folder).last ?? 0)
    }

    /// Keeps the highest number that was given, for when its folder is gone.
    static func keepHighest(_ number: Int, in folder: URL) throws(LongFault) {
        do { try Data("\(number)".utf8).write(to: highestFile(folder), options: .atomic) } catch { throw .notWritten }
    }

    private static func highestFile(_ folder: URL) -> URL { folder.appending(path: "highest-number") }

    /// Makes the folder, which nobody has yet.
    func make() throws(LongFault) {
        let manager = FileManager.default
        do {
            try manager.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try manager.createDirectory(at: url, withIntermediateDirectories: false)
        } catch {
            throw .notWritten
        }
    }

    /// Takes all of it away.
    func remove() throws(LongFault) {
        do { try FileManager.default.removeItem(at: url) } catch { throw .notWritten }
    }

    /// What the task is; nil if its file is damaged.
    func task<Wish>(_ type: LongTask<Wish>.Type) -> LongTask<Wish>? {
        (try? Data(contentsOf: about)).flatMap { try? JSONDecoder().decode(type, from: $0) }
    }

    /// Writes what the task is, whole or not at all.
    func write<Wish>(_ task: LongTask<Wish>) throws(LongFault) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        do { try encoder.encode(task).write(to: about, options: .atomic) } catch { throw .notWritten }
    }

    /// What is kept to go on from; nil if nothing is.
    var kept: Data? { try? Data(contentsOf: ledger) }

    /// Keeps something to go on from, whole or not at all; nil takes it away.
    func keep(_ data: Data?) {
        guard let data else {
            try? FileManager.default.removeItem(at: ledger)
            return
        }
        try? data.write(to: ledger, options: .atomic)
    }

    /// Puts what came of it in place, all of it or none; then nothing need be kept to go on from.
    func put(_ files: [(name: String, text: String)]) throws(LongFault) {
        let manager = FileManager.default
        let aside = url.appending(path: ".results")
        try? manager.removeItem(at: aside)
        do {
            try manager.createDirectory(at: aside, withIntermediateDirectories: false)
            for file in files {
                try Data(file.text.utf8).write(to: aside.appending(path: file.name), options: .withoutOverwriting)
            }
            try? manager.removeItem(at: results)
            try manager.moveItem(at: aside, to: results)
        } catch {
            try? manager.removeItem(at: aside)
            throw .notWritten
        }
        keep(nil)
    }

    /// The names of the files that came of it.
    var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: results.path)) ?? []).sorted() }

    /// A file that came of it; nil if there is none of this name.
    func file(_ name: String) -> Data? { place(of: name).flatMap { try? Data(contentsOf: $0) } }

    /// Where it is.
    func place(of name: String) -> URL? { files.contains(name) ? results.appending(path: name) : nil }
}
