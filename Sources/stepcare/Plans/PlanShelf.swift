import Foundation
import Planning

/// A file that keeps what a search for a plan has tried, so that it can go on from there.
struct PlanShelf {
    let path: String

    /// A file, which need not be there yet; its folder must.
    init(_ path: String) throws {
        self.path = path
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard !path.isEmpty, FileManager.default.isWritableFile(atPath: folder) else {
            Terminal.say("\(path): cannot be written: \(folder) is no folder that can be written to")
            throw Exit.inputOutput
        }
    }

    /// What was kept; nil if nothing was.
    func state() throws -> PlanState? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            return try JSONDecoder().decode(PlanState.self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            Terminal.say("\(path): is not what a plan has kept, or is damaged: take it away to begin anew")
            throw Exit.badData
        }
    }

    /// Keeps what was tried, whole or not at all.
    func keep(_ state: PlanState) {
        guard let data = try? JSONEncoder().encode(state) else { return }
        try? data.write(to: URL(filePath: path), options: .atomic)
    }
}
