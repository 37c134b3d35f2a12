import CareModel
import Foundation
import Reporting

/// The files of kept forecasts.
enum KeptFiles {
    /// A forecast and its file.
    struct Kept {
        let path: String
        let forecast: KeptForecast
    }

    /// Reads files, and folders of files, the forecast that was made first in front.
    /// - Throws: every fault of every file; the same forecast twice is one.
    static func read(_ paths: [String]) throws(ScoreError) -> [Kept] {
        var faults: [FileFault] = []
        var found: [Kept] = []
        for path in try paths.flatMapThrowing(files) {
            do throws(KeptFaults) {
                let forecast = try KeptFile.forecast(try bytes(path), path: path)
                if let twin = found.first(where: { isSame($0.forecast, forecast) }) {
                    faults.append(
                        FileFault(
                            file: path, message: "it is the same forecast as \(twin.path)",
                            allowed: "each forecast once, so that it counts once"))
                }
                found.append(Kept(path: path, forecast: forecast))
            } catch {
                faults += error.faults
            }
        }
        guard faults.isEmpty else { throw .kept(KeptFaults(faults: faults)) }
        return found.enumerated().sorted {
            ($0.element.forecast.made, $0.offset) < ($1.element.forecast.made, $1.offset)
        }.map(\.element)
    }

    /// Whether two are one forecast, kept twice.
    private static func isSame(_ one: KeptForecast, _ other: KeptForecast) -> Bool {
        one.manifest.scenarioSHA256 == other.manifest.scenarioSHA256 && one.manifest.starts == other.manifest.starts
            && one.manifest.seed == other.manifest.seed && one.rows == other.rows
    }

    /// The kept forecasts in a folder, by name; a file is itself.
    private static func files(_ path: String) throws(ScoreError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .cannotRead(path, "there is no such file or folder")
        }
        guard isFolder.boolValue else { return [path] }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw .cannotRead(path, "it cannot be read")
        }
        let kept = names.filter { $0.hasSuffix(".json") && $0 != KeptFile.schemaName && !$0.hasPrefix(".") }.sorted()
        guard !kept.isEmpty else { throw .cannotRead(path, "there is no kept forecast in it") }
        return kept.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }

    private static func bytes(_ path: String) throws(KeptFaults) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw KeptFaults(faults: [FileFault(file: path, message: "it cannot be read")])
        }
        return Array(data)
    }
}

extension [String] {
    fileprivate func flatMapThrowing(
        _ body: (String) throws(ScoreError) -> [String]
    ) throws(ScoreError) -> [String] {
        var all: [String] = []
        for text in self { all += try body(text) }
        return all
    }
}
