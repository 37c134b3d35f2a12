import Foundation

/// A figure as a published file writes it.
enum PublishedNumber {
    /// What a cell says.
    enum Reading: Equatable {
        /// A number.
        case value(Double)
        /// Kept back, because few people are behind it.
        case suppressed
        /// Neither.
        case unreadable
    }

    /// Reads a cell: `*`, a dash or nothing is suppressed; digits may have a sign, a decimal point and a percent sign.
    @inline(__always)
    static func read(_ bytes: UnsafeRawBufferPointer) -> Reading {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x25 { end -= 1 }
        if start == end { return .suppressed }
        if end == start + 1, bytes[start] == 0x2A || bytes[start] == 0x2D { return .suppressed }
        let isNegative = bytes[start] == 0x2D
        if isNegative || bytes[start] == 0x2B { start += 1 }
        var digits = 0.0
        var scale = 1.0
        var count = 0
        var hasPoint = false
        for place in start..<end {
            let byte = bytes[place]
            if byte == 0x2E, !hasPoint {
                hasPoint = true
            } else if byte >= 0x30, byte <= 0x39 {
                digits = digits * 10 + Double(byte - 0x30)
                if hasPoint { scale *= 10 }
                count += 1
            } else {
                return slow(bytes)
            }
        }
        // Up to fifteen digits and their power of ten are exact, so that one division rounds as it should.
        guard count > 0, count <= 15 else { return slow(bytes) }
        return .value((isNegative ? -digits : digits) / scale)
    }

    /// What is rare: exponents, thousands separators, NULL, many digits.
    private static func slow(_ bytes: UnsafeRawBufferPointer) -> Reading {
        var text = String(decoding: bytes, as: UTF8.self).filter { $0 != "," }
        while text.last == "%" || text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        if ["null", "na", "n/a"].contains(text.lowercased()) { return .suppressed }
        guard let value = Double(text), value.isFinite else { return .unreadable }
        return .value(value)
    }
}
