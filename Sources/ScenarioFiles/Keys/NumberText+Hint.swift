import CareModel

extension NumberText {
    /// What somebody who wrote a text for a number may have meant: `; write 0.2`, or nothing where that is in doubt.
    /// - Parameters:
    ///   - range: what is allowed: only that is proposed.
    ///   - isShare: whether the key is a share, so that a percentage is one of a hundred.
    static func hint(_ text: String, isQuoted: Bool, range: ValueRange, isShare: Bool) -> String {
        if isQuoted, number(text) != nil { return "; write it without quotation marks" }
        let meant = readings(text, isShare: isShare).filter(range.contains).map(of)
        return meant.isEmpty ? "" : "; write \(meant.joined(separator: " or "))"
    }

    /// The same of a number that is out of range: a percentage where a share is meant.
    static func hint(outOfRange number: Double, range: ValueRange, isShare: Bool) -> String {
        guard isShare, number > 1, number <= 100, range.contains(number / 100) else { return "" }
        return "; \(of(number))% is \(rounded(number / 100))"
    }

    /// The numbers that a text may stand for: with a sign for money or per cent, a unit, a decimal comma, or marks
    /// between thousands.
    private static func readings(_ text: String, isShare: Bool) -> [Double] {
        var rest = text.trimmed
        let isPercentage = rest.hasSuffix("%")
        if isPercentage { rest = String(rest.dropLast()).trimmed }
        if rest.hasPrefix("£") { rest = String(rest.dropFirst()).trimmed }
        while let last = rest.last, last.isLetter { rest.removeLast() }
        rest = rest.trimmed
        guard !isPercentage || isShare else { return [] }
        return plain(rest).compactMap { number($0) }.map { isPercentage ? ($0 * 1e10).rounded() / 1e12 : $0 }
    }

    /// A number as this program reads it, of one in another country's writing; two where it can be read in two ways.
    private static func plain(_ text: String) -> [String] {
        let joined = text.filter { !" \u{A0}\u{202F}_'’".contains($0) }
        let parts = joined.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return [joined] }
        let isThousands = parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
        let withoutCommas = parts.joined()
        guard parts.count == 2 else { return isThousands ? [withoutCommas] : [] }
        if parts[1].contains(".") { return isThousands ? [withoutCommas] : [] }
        let decimal = parts[0].filter { $0 != "." } + "." + parts[1]
        let leads = parts[0] == "0" || parts[0].isEmpty || parts[0].contains(".") || parts[0].count > 3
        if !isThousands || leads { return [decimal] }
        return [withoutCommas, decimal]
    }
}
