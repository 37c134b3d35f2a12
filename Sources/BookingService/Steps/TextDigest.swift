import Crypto
import Foundation

/// The SHA-256 of something, in hexadecimal digits: it tells it from everything else, and says nothing of it.
enum TextDigest {
    /// The digest of a text.
    static func of(_ text: String) -> String { of(Data(text.utf8)) }

    /// The digest of some bytes.
    static func of(_ bytes: Data) -> String {
        SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
