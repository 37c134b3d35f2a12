/// Numbers as people read them, the same on every machine: no locale takes part.
public enum NumberText {
    /// What stands for a number that is not known.
    public static let unknown = "–"

    /// A number with a fixed count of decimals (0 … 6) and commas between thousands; halves go away from zero.
    public static func fixed(_ value: Double, decimals: Int = 0) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return unknown }
        var power = 1
        for _ in 0..<decimals { power *= 10 }
        let scaled = Int((abs(value) * Double(power)).rounded(.toNearestOrAwayFromZero))
        var text = grouped(scaled / power)
        if decimals > 0 {
            let fraction = String(scaled % power)
            text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
        }
        return value < 0 && scaled != 0 ? "-" + text : text
    }

    /// A whole number with commas between thousands.
    public static func grouped(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "-" : ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// A share 0 … 1 as a percentage without its sign.
    public static func percent(_ share: Double, decimals: Int = 0) -> String { fixed(share * 100, decimals: decimals) }

    /// A number for a chart or a dense table: about three figures, no more than one decimal, no trailing zero.
    public static func dense(_ value: Double) -> String {
        guard value.isFinite else { return unknown }
        let text = fixed(value, decimals: abs(value) < 100 ? 1 : 0)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A count as a sentence says it: whole below 100, then two figures ("about 140", "about 1,200").
    public static func rough(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return unknown }
        var step = 1.0
        while abs(value) / step >= 100 { step *= 10 }
        return fixed((value / step).rounded(.toNearestOrAwayFromZero) * step)
    }
}

/// Numbers as a file writes them, exactly.
extension NumberText {
    /// The shortest text that reads back as the same number, without `.0`.
    public static func of(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        return "\(number)"
    }

    /// The same to six decimals: sums and products of shares.
    public static func rounded(_ number: Double) -> String { of((number * 1e6).rounded() / 1e6) }

    /// The number that a plain decimal text says, or nil.
    public static func number(_ text: String) -> Double? {
        let allowed = text.utf8.allSatisfy { byte in
            (48...57).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
        }
        guard allowed, let number = Double(text), number.isFinite else { return nil }
        return number
    }
}
