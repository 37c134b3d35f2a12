import Foundation
public import Replications

/// The shards of one command, all of them, each once.
public struct ShardSet: Sendable {
    /// The files, by the places of the shards.
    public let files: [ShardFile]
    /// What was joined before, and that the shards began with.
    public let joined: ShardFile?
    private let places: [String: (file: Int, range: Range<Int>)]

    /// The command.
    public var command: [String] { all[0].header.command }
    /// Digest of the command and of the files that it reads.
    public var asked: String { all[0].header.asked }

    private var all: [ShardFile] { (joined.map { [$0] } ?? []) + files }

    /// Reads files and folders of them, and checks that they belong together.
    /// - Throws: ``ShardFault`` with all that is wrong: shards that are missing, there twice, of another command, of
    ///   another program, or of another round.
    public init(paths: [String]) throws(ShardFault) {
        var faults: [ShardFault] = []
        var found: [ShardFile] = []
        for path in try Self.files(paths) {
            do throws(ShardFault) { found.append(try ShardFile(path: path)) } catch { faults.append(error) }
        }
        guard faults.isEmpty else { throw ShardFault(faults) }
        let joined = found.filter { $0.header.place == nil }
        let shards = found.filter { $0.header.place != nil }
            .sorted { ($0.header.place ?? 0, $0.path) < ($1.header.place ?? 0, $1.path) }
        faults = Self.foreign(joined + shards)
        if faults.isEmpty { faults = Self.faults(of: shards, joined) }
        guard faults.isEmpty else { throw ShardFault(faults) }
        (files, self.joined) = (shards, joined.first)
        var places: [String: (file: Int, range: Range<Int>)] = [:]
        for (place, file) in ((joined.first.map { [$0] } ?? []) + shards).enumerated() {
            for piece in file.places { places[piece.name] = (place, piece.range) }
        }
        self.places = places
    }

    /// What was made of a piece; nil if nothing was.
    public func found(_ name: String) -> [UInt8]? {
        places[name].map { place in all[place.file].bytes(place.range) }
    }

    /// All pieces, by name.
    public var pieces: [SharedWork.Piece] {
        places.keys.sorted().compactMap { name in found(name).map { SharedWork.Piece(name: name, bytes: $0) } }
    }

    /// How a file of a shard ends.
    public static let ending = ".shard"

    /// The files that are meant: those named, and in folders those that shards have written.
    private static func files(_ paths: [String]) throws(ShardFault) -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw ShardFault(.missing, path, "there is no such file or folder")
            }
            guard isFolder.boolValue else {
                files.append(path)
                continue
            }
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            let own = names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted()
            guard !own.isEmpty else { throw ShardFault(.missing, path, "no shard has written there (*\(ending))") }
            files += own.map { path + "/" + $0 }
        }
        return files
    }

    /// Files that are of something else than the first.
    private static func foreign(_ files: [ShardFile]) -> [ShardFault] {
        guard let first = files.first else { return [ShardFault(.missing, "merge", "there are no shards")] }
        return files.compactMap { file in
            let (own, other) = (file.header, first.header)
            if own.program != ShardFile.program {
                return ShardFault(.bad, file.path, "was made by another build of stepcare")
            }
            if own.command != other.command {
                return ShardFault(
                    .bad, file.path, "is of another command than \(first.path): \(own.command.joined(separator: " "))")
            }
            if own.asked != other.asked {
                return ShardFault(.bad, file.path, "was made of other files than \(first.path)")
            }
            if own.count != other.count {
                return ShardFault(.bad, file.path, "is one of \(own.count) shards, \(first.path) one of \(other.count)")
            }
            return nil
        }
    }

    /// Shards that are there twice, are missing, or began with something else.
    private static func faults(of shards: [ShardFile], _ joined: [ShardFile]) -> [ShardFault] {
        var faults: [ShardFault] = []
        if joined.count > 1 {
            faults.append(ShardFault(.bad, joined[1].path, "is joined shards, as \(joined[0].path) is: give one"))
        }
        let rounds = joined.isEmpty ? shards.first?.header.after : joined[0].digest
        for shard in shards where shard.header.after != rounds {
            faults.append(
                ShardFault(
                    .bad, shard.path,
                    joined.isEmpty && rounds == nil
                        ? "began with joined shards: give that file too" : "is of another round than the others"))
        }
        if joined.isEmpty, let first = shards.first, rounds != nil {
            faults.append(ShardFault(.bad, first.path, "began with joined shards: give that file too"))
        }
        for (one, next) in zip(shards, shards.dropFirst()) where one.header.place == next.header.place {
            faults.append(ShardFault(.bad, next.path, "is shard \(next.header.place ?? 0), as \(one.path) is"))
        }
        guard let count = shards.first?.header.count else { return faults }
        let missing = (1...max(1, count)).filter { place in !shards.contains { $0.header.place == place } }
        if !missing.isEmpty {
            let words = missing.map(String.init).joined(separator: ", ")
            faults.append(
                ShardFault(
                    .missing, "merge",
                    "of \(count) shards \(missing.count == 1 ? "number \(words) is" : "numbers \(words) are") missing"))
        }
        return faults
    }
}
