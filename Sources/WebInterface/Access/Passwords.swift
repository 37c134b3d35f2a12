import CSodium

/// Passwords, kept by argon2id (RFC 9106) with libsodium.
enum Passwords {
    /// Fewest characters: long beats strange (NIST SP 800-63B, NCSC).
    static let fewest = 12
    /// Most characters that are taken.
    static let most = 200
    /// Memory for one password, bytes: 32 MB.
    private static let memory = 32 * 1024 * 1024
    /// Rounds over that memory.
    private static let rounds: UInt64 = 3

    /// The string to keep: how it was made, a salt by chance, and the result; nil if the machine has no memory left.
    static func kept(_ password: String) -> String? {
        precondition(Secrets.isReady, "libsodium cannot be used on this machine")
        var kept = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let characters = Array(password.utf8.map { CChar(bitPattern: $0) })
        guard crypto_pwhash_str(&kept, characters, UInt64(characters.count), rounds, memory) == 0 else { return nil }
        return String(decoding: kept.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether a password is the one that is kept. Of nobody it takes as long, so that the time does not tell who has
    /// an account.
    static func isRight(_ password: String, kept: String?) -> Bool {
        precondition(Secrets.isReady, "libsodium cannot be used on this machine")
        let characters = Array(password.utf8.prefix(most * 4).map { CChar(bitPattern: $0) })
        let isRight = crypto_pwhash_str_verify(kept ?? nobodys, characters, UInt64(characters.count)) == 0
        return isRight && kept != nil
    }

    /// What is compared where there is no account.
    private static let nobodys: String = Passwords.kept(Secrets.text()) ?? ""

    /// What is wrong with a new password; nil if nothing is.
    static func fault(of password: String, name: String) -> String? {
        if password.count < fewest { return "Enter a password of \(fewest) characters or more: three words are good" }
        if password.count > most { return "Enter a password of \(most) characters or fewer" }
        if Set(password).count < 5 { return "Enter a password with at least 5 different characters" }
        if password.lowercased().contains(name.lowercased()), name.count > 3 {
            return "Enter a password that does not contain your name"
        }
        return nil
    }
}
