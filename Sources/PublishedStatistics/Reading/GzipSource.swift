import CZlib

/// The bytes of a file, inflated if it is gzip: zlib looks at the first two bytes and tells which.
struct GzipSource: ~Copyable {
    /// What is wrong with the bytes.
    enum Damage: Error, Equatable {
        /// The gzip stream ends before its end.
        case truncated
        /// The gzip stream is not what its checks say, or cannot be read: why, in zlib's words.
        case damaged(String)
    }

    private let file: gzFile

    /// Opens a file; nil if it cannot be opened.
    init?(path: String) {
        guard let file = gzopen(path, "rb") else { return nil }
        gzbuffer(file, 1 << 17)
        self.file = file
    }

    deinit { gzclose_r(file) }

    /// Whether the file is gzip. To be asked after the first read.
    var isCompressed: Bool { gzdirect(file) == 0 }

    /// Reads up to as many bytes as there is room for; 0 at the end.
    mutating func read(into room: UnsafeMutableRawBufferPointer) throws(Damage) -> Int {
        guard let start = room.baseAddress, room.count > 0 else { return 0 }
        let count = gzread(file, start, UInt32(clamping: min(room.count, 1 << 30)))
        var number: Int32 = Z_OK
        let words = gzerror(file, &number)
        if number == Z_BUF_ERROR { throw .truncated }
        guard count >= 0, number == Z_OK || number == Z_STREAM_END else {
            throw .damaged(words.map { String(cString: $0) } ?? "it cannot be read")
        }
        return Int(count)
    }
}
