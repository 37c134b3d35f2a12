import BookingService
import TestSupport
import Testing

/// The check digit of the NHS number.
@Suite struct NHSNumberTests {
    @Test(arguments: [
        ("9434765919", "9434765919"), ("943 476 5919", "9434765919"), ("943-476-5919", "9434765919"),
        ("9876543210", "9876543210"),  // the check is 0: 11 is written so
        ("0000000019", "0000000019"),
        ("9434765918", nil),  // another check digit
        ("9434765991", nil),  // two digits swapped
        ("0000000000", "0000000000"), ("000 000 0000", "0000000000"),
        ("0000000060", nil),  // 60: the check would be 10, which is never given out
        ("943476591", nil), ("94347659190", nil), ("", nil), (" ", nil), ("943476591X", nil),
        ("٩٤٣٤٧٦٥٩١٩", nil),
    ])
    func onlyTenDigitsWithTheirCheckAreOne(text: String, digits: String?) {
        #expect(NHSNumber(text)?.digits == digits)
    }

    /// Of each nine digits at most one check digit is right, and none where it would be 10.
    @Test func oneCheckDigitFitsOrNone() {
        var generator = SplitMix(seed: 7)
        for _ in 0..<2000 {
            let nine = (0..<9).map { _ in generator.below(10) }
            let sum = nine.enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element }
            let text = nine.map(String.init).joined()
            let fitting = (0..<10).filter { NHSNumber(text + String($0)) != nil }
            let expected = (11 - sum % 11) % 11
            #expect(fitting == (expected == 10 || sum == 0 ? [] : [expected]), "\(text)")
        }
    }
}
