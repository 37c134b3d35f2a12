import CareModel
public import Foundation
import Reporting

/// Forecasts that are kept: a file each of what it said, in a folder that `stepcare score` reads too, and beside it
/// under which name and by whom it is kept.
public struct ForecastShelf: Sendable {
    private let shelf: Shelf<SavedForecast>
    /// The folder of what was said.
    let said: URL

    /// A folder, which need not be there yet.
    public init(in folder: URL) {
        shelf = Shelf(in: folder)
        said = folder.appending(path: "said")
    }

    /// What is kept, by name.
    public func all() -> [(id: String, saved: SavedForecast)] { shelf.all() }

    /// One of them; nil if there is none.
    public func find(_ id: String) -> SavedForecast? { shelf.find(id) }

    /// Looks whether a forecast can be kept under a name, before it is made.
    func check(_ name: String) throws(SavedFault) { try shelf.room(for: name) }

    /// Keeps a forecast.
    /// - Returns: what names it in an address.
    /// - Throws: ``SavedFault``; then nothing was kept, and nothing was lost.
    func keep(
        _ kept: KeptForecast, as name: String, of title: String, by keeper: Keeper
    ) throws(SavedFault) -> String {
        try check(name)
        let own = kept.fileName.split(separator: ".").first.map(String.init) ?? "forecast"
        let file = "\(own)-\(UUID().uuidString.prefix(8).lowercased()).json"
        let place = said.appending(path: file)
        do {
            try FileManager.default.createDirectory(
                at: said, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(KeptFile.document(kept).utf8).write(to: place, options: .withoutOverwriting)
        } catch {
            throw .notWritten
        }
        do throws(SavedFault) {
            return try shelf.keep(SavedForecast(kept, as: name, of: title, by: keeper, in: file))
        } catch {
            // Somebody else was quicker: what nobody finds is not left there.
            try? FileManager.default.removeItem(at: place)
            throw error
        }
    }

    /// Where what it said stands.
    func place(of saved: SavedForecast) -> URL { said.appending(path: saved.file) }

    /// What it said, as it was written; nil if the file is gone.
    public func text(of saved: SavedForecast) -> String? {
        (try? Data(contentsOf: place(of: saved))).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What it said.
    /// - Throws: everything that is wrong with the file.
    func forecast(of saved: SavedForecast) throws(KeptFaults) -> KeptForecast {
        guard let bytes = try? Data(contentsOf: place(of: saved)) else {
            throw KeptFaults(faults: [FileFault(file: saved.name, message: "what it said cannot be read any more")])
        }
        return try KeptFile.forecast(bytes, path: saved.name)
    }

    /// Takes one away.
    /// - Parameters:
    ///   - owner: who asks, by number.
    ///   - isAnybodys: whether they may take away what others keep.
    public func remove(_ id: String, by owner: Int64, isAnybodys: Bool) throws(SavedFault) {
        let saved = find(id)
        try shelf.remove(id, by: owner, isAnybodys: isAnybodys)
        if let saved { try? FileManager.default.removeItem(at: place(of: saved)) }
    }
}
