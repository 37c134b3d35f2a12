import Synchronization

/// Pieces of work that several processes make for each other: each piece has a name, makes the same bytes wherever it
/// is made, and is made by one of them.
///
/// The work itself does not know of it but in one place: before a piece is made it is looked for here. A process that
/// finds all of them does what it would have done alone, to the last byte.
public final class SharedWork: Sendable {
    /// What a process does of it.
    public enum Part: Sendable, Equatable {
        /// Makes every piece whose place leaves `place` when it is divided by `count`; stops where others' are needed.
        case shard(place: Int, count: Int)
        /// Takes what was made, and makes what is not there.
        case merger
        /// Takes what was made, and stops where something is not there.
        case collector
    }

    /// What this process does.
    public let part: Part
    private let known: @Sendable (String) -> [UInt8]?
    private let own = Mutex<Own>(Own())

    private struct Own {
        var pieces: [Piece] = []
        var isShort = false
    }

    /// A piece that was made.
    public struct Piece: Sendable, Equatable {
        /// What it is; no two alike.
        public let name: String
        /// What came of it.
        public let bytes: [UInt8]

        /// A piece.
        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// - Parameter known: what was made of a piece elsewhere; nil if nothing was. Asked from any thread.
    public init(_ part: Part, known: @escaping @Sendable (_ name: String) -> [UInt8]? = { _ in nil }) {
        if case .shard(let place, let count) = part {
            precondition((0..<max(1, count)).contains(place), "shard \(place) of \(count)")
        }
        self.part = part
        self.known = known
    }

    /// What was made here, by name.
    public var pieces: [Piece] { own.withLock { $0.pieces }.sorted { $0.name < $1.name } }

    /// Whether something was needed that was not there, and that others are to make.
    public var isShort: Bool { own.withLock { $0.isShort } }

    /// What was made of a piece elsewhere; nil if nothing was.
    public func found(_ name: String) -> [UInt8]? { known(name) }

    /// Hands over a piece that was made here.
    public func put(_ name: String, _ bytes: [UInt8]) {
        own.withLock { $0.pieces.append(Piece(name: name, bytes: bytes)) }
    }

    /// Says that something is needed that others are to make.
    public func fallShort() { own.withLock { $0.isShort = true } }

    /// Makes the pieces that are this process's to make, finds the others, and returns what all gave, in order.
    /// - Parameters:
    ///   - names: the pieces: the same in every process, in the same order.
    ///   - threads: pieces that are worked on at once.
    ///   - progress: called from any thread with the number of pieces done.
    ///   - isCancelled: asked before each piece.
    ///   - form: how what a piece gives is written and read.
    ///   - body: one piece, by its place.
    /// - Returns: nil if it was cancelled, or where others' pieces are needed that are not there (``isShort``).
    public func run<Result: Sendable>(
        _ names: [String], threads: Int, progress: @Sendable (Int) -> Void = { _ in },
        isCancelled: @Sendable () -> Bool, form: PieceForm<Result>, body: @Sendable (Int) -> Result
    ) -> [Result]? {
        let found = names.map { name in known(name).flatMap(form.read) }
        let missing = names.indices.filter { found[$0] == nil }
        let mine: [Int]
        switch part {
        case .merger: mine = missing
        case .collector: mine = []
        case .shard(let place, let count): mine = missing.filter { $0 % count == place }
        }
        let made = Replications.run(
            mine.indices, threads: threads, progress: progress, isCancelled: isCancelled, body: { body(mine[$0]) })
        guard let made else { return nil }
        var all = found
        for (place, result) in zip(mine, made) {
            all[place] = result
            if part != .merger { put(names[place], form.write(result)) }
        }
        let complete = all.compactMap { $0 }
        if complete.count < names.count { fallShort() }
        return complete.count == names.count ? complete : nil
    }
}

/// How what a piece of work gives is written as bytes, and read again.
public struct PieceForm<Result>: Sendable {
    let write: @Sendable (Result) -> [UInt8]
    let read: @Sendable ([UInt8]) -> Result?

    /// A form: what is read is what was written; nil of bytes that are not whole.
    public init(
        write: @escaping @Sendable (Result) -> [UInt8], read: @escaping @Sendable ([UInt8]) -> Result?
    ) {
        self.write = write
        self.read = read
    }
}

extension PieceForm<[Double]> {
    /// Numbers, bit by bit.
    public static let numbers = PieceForm(
        write: { $0.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) } } },
        read: { bytes in
            guard bytes.count % 8 == 0 else { return nil }
            return stride(from: 0, to: bytes.count, by: 8).map { start in
                Double(bitPattern: (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) })
            }
        })
}
