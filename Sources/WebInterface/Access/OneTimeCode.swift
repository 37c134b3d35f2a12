import Crypto
import Foundation

/// Codes of six digits that change every half minute (TOTP, RFC 6238), for a second factor.
enum OneTimeCode {
    /// Seconds for which a code is shown.
    static let seconds: Int64 = 30
    /// Bytes of the secret.
    static let secretLength = 20

    /// The code of a half minute.
    static func code(_ secret: Data, step: Int64) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (8 * (7 - $0))) }
        let digest = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: Data(counter), using: SymmetricKey(data: secret)))
        let offset = Int(digest[digest.count - 1] & 15)
        let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The half minute of a code, if it is one of now, the one before or the one after, and later than the last that
    /// was taken; nil if the code is wrong.
    static func step(of code: String, _ secret: Data, at now: Int64, after last: Int64) -> Int64? {
        let digits = code.filter { !$0.isWhitespace }
        let present = now / seconds
        var found: Int64?
        for step in present - 1...present + 1
        where Secrets.areEqual(Data(digits.utf8), Data(OneTimeCode.code(secret, step: step).utf8)) && step > last {
            found = step
        }
        return found
    }

    /// The secret as one types it into an app: base 32 (RFC 4648) in groups of four.
    static func typed(_ secret: Data) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (text, bits, count) = ("", 0, 0)
        for byte in secret {
            bits = bits << 8 | Int(byte)
            count += 8
            while count >= 5 {
                text.append(letters[bits >> (count - 5) & 31])
                count -= 5
            }
            bits &= (1 << count) - 1
        }
        if count > 0 { text.append(letters[bits << (5 - count) & 31]) }
        return text
    }
}
