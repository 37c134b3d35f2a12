/// Walks through comma-separated values (RFC 4180) record by record, in bytes and in bounded memory.
///
/// Lines end with CR LF, LF or CR; a quoted cell may hold commas, doubled quotes and line breaks; empty lines are
/// passed over, and so is a byte-order mark.
struct RecordReader: ~Copyable {
    /// Where a cell lies in the bytes of its record, without its quotes.
    struct Cell {
        var start: Int
        var end: Int
        /// Whether it holds doubled quotes, to be undone before it is read.
        var hasDoubledQuotes: Bool
        /// Where the cell begins, its quote included.
        var begin: Int
    }

    /// What is wrong with the text, and where.
    struct Malformed: Error, Equatable {
        var line: Int
        var column: Int
        var message: String
        var allowed: String
    }

    /// The longest record, in bytes: beyond it a quote was never closed, or the file is no table.
    static let longestRecord = 1 << 20

    private var source: GzipSource
    private var buffer: UnsafeMutableRawBufferPointer
    private var head = 0
    private var tail = 0
    private var isAtEnd = false
    /// The cells of the present record.
    private(set) var cells: [Cell] = []
    /// The line on which the present record begins, from 1.
    private(set) var line = 0
    private var nextLine = 1

    private let portion: Int

    /// Reads from a source.
    /// - Parameter portion: the most bytes to ask of it at once; few only in tests.
    init(_ source: consuming GzipSource, portion: Int = .max) {
        self.source = source
        self.portion = portion
        buffer = .allocate(byteCount: Self.longestRecord * 2, alignment: 16)
        cells.reserveCapacity(64)
    }

    deinit { buffer.deallocate() }

    /// Whether the file is gzip. To be asked after the first record.
    var isCompressed: Bool { source.isCompressed }

    /// The bytes of a cell of the present record; what is doubled is still doubled. Valid until the next record.
    @inline(__always)
    func bytes(_ index: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: buffer[head + cells[index].start..<head + cells[index].end])
    }

    /// The text of a cell.
    func text(_ index: Int) -> String {
        let text = String(decoding: bytes(index), as: UTF8.self)
        return cells[index].hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
    }

    /// The place of a cell: line and column, from 1, in characters.
    func place(_ index: Int) -> (line: Int, column: Int) { place(ofByte: cells[index].begin) }

    /// Goes to the next record; false after the last.
    mutating func next() throws -> Bool {
        head += recordLength
        recordLength = 0
        line = nextLine
        while true {
            if head == tail, try !refill() { return false }
            if nextLine == 1 && head == 0 { try skipMark() }
            guard head < tail, buffer[head] == 0x0A || buffer[head] == 0x0D else { break }
            // An empty line, or the LF of a CR LF.
            if buffer[head] == 0x0D, head + 1 == tail { _ = try refill() }
            let isPair = buffer[head] == 0x0D && head + 1 < tail && buffer[head + 1] == 0x0A
            head += isPair ? 2 : 1
            nextLine += 1
            line = nextLine
        }
        if head == tail { return try next() }
        try scan()
        return true
    }

    private var recordLength = 0

    /// Finds the cells of the record that begins at `head`, and its length with its line end.
    private mutating func scan() throws {
        cells.removeAll(keepingCapacity: true)
        var place = 0
        while true {
            let begin = place
            var end: Int
            var doubled = false
            if try byte(place) == 0x22 {
                place += 1
                while true {
                    guard let next = try byte(place) else {
                        throw malformed(begin, "the quote that opens here is never closed", "a quote at its end")
                    }
                    if next == 0x22 {
                        guard try byte(place + 1) == 0x22 else { break }
                        doubled = true
                        place += 1
                    }
                    if next == 0x0A {
                        nextLine += 1
                    } else if next == 0x0D, try byte(place + 1) != 0x0A {
                        nextLine += 1
                    }
                    place += 1
                }
                end = place
                place += 1
                cells.append(Cell(start: begin + 1, end: end, hasDoubledQuotes: doubled, begin: begin))
            } else {
                end = try endOfPlainCell(from: place)
                place = end
                cells.append(Cell(start: begin, end: end, hasDoubledQuotes: false, begin: begin))
            }
            switch try byte(place) {
            case 0x2C: place += 1
            case nil:
                recordLength = place
                return
            case 0x0A:
                recordLength = place + 1
                nextLine += 1
                return
            case 0x0D:
                recordLength = try byte(place + 1) == 0x0A ? place + 2 : place + 1
                nextLine += 1
                return
            case 0x22:
                throw malformed(
                    place, "a quote within an unquoted cell", "the whole cell in quotes, and this one doubled")
            default:
                throw malformed(place, "text after the closing quote", "a comma or the end of the line")
            }
        }
    }

    /// The first comma, quote, line end or end of the file from a place in the record.
    @inline(__always)
    private mutating func endOfPlainCell(from start: Int) throws -> Int {
        var place = start
        while true {
            let limit = tail - head
            while place < limit {
                let byte = buffer[head + place]
                if byte == 0x2C || byte == 0x0A || byte == 0x0D || byte == 0x22 { return place }
                place += 1
            }
            if try byte(place) == nil { return place }
        }
    }

    /// A byte of the record, by its place; reads on where it must. Nil at the end of the file.
    @inline(__always)
    private mutating func byte(_ place: Int) throws -> UInt8? {
        if head + place < tail { return buffer[head + place] }
        return try byteBeyond(place)
    }

    private mutating func byteBeyond(_ place: Int) throws -> UInt8? {
        if place >= Self.longestRecord {
            throw malformed(0, "the line is longer than a million characters", "a table, with every quote closed")
        }
        while head + place >= tail {
            if try !refill() { return nil }
        }
        return buffer[head + place]
    }

    /// Moves what is left to the front and reads on; false at the end of the file.
    private mutating func refill() throws -> Bool {
        if isAtEnd { return false }
        if head > 0, let base = buffer.baseAddress {
            base.copyMemory(from: base + head, byteCount: tail - head)
            tail -= head
            head = 0
        }
        let end = tail + min(portion, buffer.count - tail)
        let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[tail..<end]))
        tail += count
        isAtEnd = count == 0
        return count > 0
    }

    private mutating func skipMark() throws {
        while tail - head < 3, try refill() {}
        if tail - head >= 3, buffer[head] == 0xEF, buffer[head + 1] == 0xBB, buffer[head + 2] == 0xBF { head += 3 }
    }

    private func malformed(_ byte: Int, _ message: String, _ allowed: String) -> Malformed {
        let place = place(ofByte: byte)
        return Malformed(line: place.line, column: place.column, message: message, allowed: allowed)
    }

    /// Line and column of a byte of the record.
    private func place(ofByte byte: Int) -> (line: Int, column: Int) {
        var place = (line: line, column: 1)
        for offset in 0..<byte {
            let now = buffer[head + offset]
            let isPair = now == 0x0D && offset + 1 < byte && buffer[head + offset + 1] == 0x0A
            if now == 0x0A || (now == 0x0D && !isPair) {
                place = (place.line + 1, 1)
            } else if now & 0xC0 != 0x80, !isPair {
                place.column += 1
            }
        }
        return place
    }
}
