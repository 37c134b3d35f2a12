import CSodium
import Crypto
import Foundation

/// Secrets made by chance, and what is kept of them.
enum Secrets {
    /// Bytes of each secret that is given out: nobody guesses 256 bits.
    static let length = 32

    /// libsodium chooses its ways once, before its first use.
    static let isReady: Bool = sodium_init() >= 0

    /// Bytes by chance.
    static func bytes(_ count: Int) -> Data {
        precondition(isReady, "libsodium cannot be used on this machine")
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return Data(bytes)
    }

    /// A secret for an address or a cookie: letters, digits, `-` and `_`.
    static func text() -> String { text(of: bytes(length)) }

    /// Bytes as they stand in addresses and forms.
    static func text(of bytes: Data) -> String {
        bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// What is kept of a secret: from it nobody finds the secret.
    static func digest(_ secret: String) -> Data { Data(SHA256.hash(data: Data(secret.utf8))) }

    /// Whether two secrets are alike; the time says nothing of where they differ.
    static func areEqual(_ one: Data, _ other: Data) -> Bool {
        precondition(isReady, "libsodium cannot be used on this machine")
        guard one.count == other.count else { return false }
        return one.withUnsafeBytes { one in
            other.withUnsafeBytes { other in sodium_memcmp(one.baseAddress, other.baseAddress, one.count) == 0 }
        }
    }
}
