/// Gives each distinct text of bytes a number, in the order of first sight, without making a String of it again.
///
/// Open addressing, linear probing, at most half full. O(length) to look up.
struct ByteTable {
    private var slots: [Int32] = Array(repeating: -1, count: 64)
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    private var hashes: [UInt64] = []

    /// How many distinct texts there are.
    var count: Int { hashes.count }

    /// The text of a number.
    subscript(index: Int) -> String {
        String(decoding: bytes[starts[index]..<starts[index + 1]], as: UTF8.self)
    }

    /// The number of a text, and whether it was seen for the first time.
    @inline(__always)
    mutating func number(of text: UnsafeRawBufferPointer) -> (index: Int, isNew: Bool) {
        let hash = Self.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if hashes[index] == hash, isEqual(index, text) { return (index, false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(count)
        hashes.append(hash)
        bytes.append(contentsOf: text)
        starts.append(bytes.count)
        if count * 2 > slots.count { grow() }
        return (count - 1, true)
    }

    private func isEqual(_ index: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        let start = starts[index]
        guard starts[index + 1] - start == text.count else { return false }
        for place in 0..<text.count where bytes[start + place] != text[place] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for index in hashes.indices {
            var slot = Int(truncatingIfNeeded: hashes[index]) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// Fowler, Noll and Vo's hash FNV-1a, folded.
    @inline(__always)
    private static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 29)
    }
}
