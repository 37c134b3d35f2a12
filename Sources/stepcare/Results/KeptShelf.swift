import ArgumentParser
import Glibc
import Reporting

/// Where a forecast is kept: a file that is new, or a folder in which it gets a name of its own.
struct KeptShelf {
    private let folder: OutputFolder
    /// The file's name; nil where the forecast names it.
    private let name: String?

    /// Finds the place, and refuses a file that is there already before anything is run.
    /// - Parameter path: a file that ends in `.json`, or a folder.
    init(_ path: String) throws {
        guard path.hasSuffix(".json") else {
            (folder, name) = (try OutputFolder.opened(path), nil)
            return
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let above = parts.dropLast().joined(separator: "/")
        let place = above.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : above
        var information = stat()
        guard lstat(path, &information) != 0 else { throw Self.refusal(path) }
        (folder, name) = (try OutputFolder.opened(place), String(parts.last ?? ""))
    }

    /// Keeps a forecast; in a folder the schema of the form is put beside it.
    /// - Returns: the file's path.
    func put(_ kept: KeptForecast) throws -> String {
        let text = KeptFile.document(kept)
        do throws(OutputFolder.Failure) {
            if let name {
                let path = folder.path == "." ? name : "\(folder.path)/\(name)"
                guard try folder.writeNew(name, text) else {
                    throw OutputFolder.Failure(path: path, reason: Self.taken)
                }
                return path
            }
            let first = kept.fileName
            var name = first
            var number = 1
            while try !folder.writeNew(name, text) {
                number += 1
                name = "\(first.dropLast(".json".count))-\(number).json"
            }
            try folder.write([OutputFile(KeptFile.schemaName, KeptFile.schema)])
            return "\(folder.path)/\(name)"
        } catch {
            throw OutputFolder.refusal(error)
        }
    }

    private static let taken = "it is there already, and what is kept is never overwritten; choose another name"

    private static func refusal(_ path: String) -> ExitCode {
        OutputFolder.refusal(OutputFolder.Failure(path: path, reason: taken))
    }
}
