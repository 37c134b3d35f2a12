import Crypto
import Foundation
public import Replications

/// What a shard made, as a file: which command it is a part of, which part, and the pieces.
///
/// A line that names the form, the digest of all that follows, the length of the header, the header as JSON, and the
/// pieces one after the other.
public struct ShardFile: Sendable {
    /// What is said of the pieces.
    public struct Header: Sendable, Hashable, Codable {
        /// The command, as it is typed after `stepcare`.
        public var command: [String]
        /// Digest of the command and of the files that it reads.
        public var asked: String
        /// Digest of the program: values lie in the file as it was compiled.
        public var program: String
        /// Which shard it is, from 1; nil for what was joined.
        public var place: Int?
        /// How many shards there are.
        public var count: Int
        /// Digest of what was joined before, and that it begins with; nil if nothing was.
        public var after: String?
        /// The names of the pieces, and how many bytes each has, in order.
        public var names: [String] = []
        public var bytes: [Int] = []

        /// A header without pieces.
        public init(command: [String], asked: String, program: String, place: Int?, count: Int, after: String?) {
            (self.command, self.asked, self.program) = (command, asked, program)
            (self.place, self.count, self.after) = (place, count, after)
        }
    }

    /// Where it was read.
    public let path: String
    /// What it says of itself.
    public let header: Header
    /// Digest of all that it has.
    public let digest: String
    private let data: Data
    private let start: Int

    /// Where each piece is.
    var places: [(name: String, range: Range<Int>)] {
        var at = start
        return zip(header.names, header.bytes).map { name, bytes in
            defer { at += bytes }
            return (name, at..<at + bytes)
        }
    }

    /// Bytes of a piece.
    func bytes(_ range: Range<Int>) -> [UInt8] { Array(data[range]) }

    private static let mark = Array("stepcare shard 1\n".utf8)
    private static let lengthBytes = 8

    /// Reads a file.
    /// - Throws: ``ShardFault``.
    public init(path: String) throws(ShardFault) {
        self.path = path
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        } catch {
            throw ShardFault(.missing, path, error.localizedDescription)
        }
        let headStart = Self.mark.count + SHA256.byteCount
        guard data.count >= headStart + Self.lengthBytes, data.prefix(Self.mark.count).elementsEqual(Self.mark) else {
            throw ShardFault(.bad, path, "is not what a shard has written")
        }
        let digest = Array(data[Self.mark.count..<headStart])
        guard digest == Array(SHA256.hash(data: data[headStart...])) else {
            throw ShardFault(.bad, path, "is damaged or not whole: run that shard again")
        }
        let length = (0..<Self.lengthBytes).reduce(0) { $0 | Int(data[headStart + $1]) << (8 * $1) }
        let start = headStart + Self.lengthBytes + length
        guard length >= 0, start <= data.count,
            let header = try? JSONDecoder().decode(Header.self, from: data[headStart + Self.lengthBytes..<start]),
            header.names.count == header.bytes.count, header.bytes.allSatisfy({ $0 >= 0 }),
            start + header.bytes.reduce(0, +) == data.count
        else { throw ShardFault(.bad, path, "is not what a shard of this version has written") }
        (self.header, self.data, self.start) = (header, data, start)
        self.digest = Self.hex(digest)
    }

    /// Writes a file, whole or not at all.
    /// - Throws: ``ShardFault``.
    public static func write(_ header: Header, _ pieces: [SharedWork.Piece], to path: String) throws(ShardFault) {
        var header = header
        header.names = pieces.map(\.name)
        header.bytes = pieces.map(\.bytes.count)
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let head = try encoder.encode(header)
            var body = Data((0..<lengthBytes).map { UInt8(truncatingIfNeeded: head.count >> (8 * $0)) })
            body.append(head)
            for piece in pieces { body.append(contentsOf: piece.bytes) }
            var file = Data(mark)
            file.append(contentsOf: SHA256.hash(data: body))
            file.append(body)
            try file.write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw ShardFault(.cannotWrite, path, error.localizedDescription)
        }
    }

    /// The digest of some words.
    public static func digest(_ words: [String]) -> String {
        hex(SHA256.hash(data: Data(words.map { "\($0.utf8.count):\($0)" }.joined().utf8)))
    }

    /// The digest of a file; nil if it cannot be read.
    public static func digest(ofFile path: String) -> String? {
        (try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)).map { hex(SHA256.hash(data: $0)) }
    }

    /// The digest of this very program.
    public static let program: String = Bundle.main.executablePath.flatMap(digest(ofFile:)) ?? ProgramVersion.text

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// Why shards cannot be made or joined.
public struct ShardFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of fault it is.
    public enum Kind: Sendable, Equatable {
        /// Something is not there.
        case missing
        /// Something is not what it should be.
        case bad
        /// Something cannot be written.
        case cannotWrite
    }

    /// What kind of fault it is; that of the first of several.
    public let kind: Kind
    /// What is wrong, a line each.
    public let lines: [String]

    /// A fault of a file.
    init(_ kind: Kind, _ path: String, _ words: String) {
        self.kind = kind
        lines = ["\(path): \(words)"]
    }

    /// Several at once.
    init(_ faults: [ShardFault]) {
        kind = faults.first?.kind ?? .bad
        lines = faults.flatMap(\.lines)
    }

    public var description: String { lines.joined(separator: "\n") }
}
