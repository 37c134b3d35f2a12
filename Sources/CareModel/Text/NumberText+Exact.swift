/// Numbers for machines to read.
extension NumberText {
    /// A number's shortest text that reads back to the same bits but for ``withoutNoise(_:)``, with a point always, so
    /// that a column of numbers is one of numbers: `3.0`; nil if not finite.
    public static func decimal(_ exact: Double) -> String? {
        guard exact.isFinite else { return nil }
        let number = withoutNoise(exact)
        return number == 0 ? "0.0" : number.description
    }

    /// The decimal of ``fewDigits`` that a number is, but for the last bits: 1621 for 1620.9999999999998, which a
    /// centile between 1,621 and 1,621 may come to. Any other number as it is.
    public static func withoutNoise(_ number: Double) -> Double {
        var (scale, decimals) = (1.0, 0)
        while abs(number) * scale < fewDigits, decimals < mostDecimals {
            (scale, decimals) = (scale * 10, decimals + 1)
        }
        // A power of ten to the 22nd is exact, and so a quotient by it is the double next to the decimal.
        let decimal = (number * scale).rounded(.toNearestOrEven) / scale
        return abs(decimal - number) <= 16 * number.ulp ? decimal : number
    }

    /// Decimals of up to twelve digits are told from noise.
    private static let fewDigits = 1e11
    private static let mostDecimals = 15
}
