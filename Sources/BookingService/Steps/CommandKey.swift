import BookingStore
import Foundation

/// What a command's key is kept for: a digest of the command's coding, so that no part is forgotten and nothing that
/// was said can be read. Another user's command is another command.
enum CommandKey {
    /// The digest.
    static func fingerprint(of command: some UseCase, by author: Author) throws -> String {
        "2 \(type(of: command).name) \(TextDigest.of(try form(of: command))) \(author.user)"
    }

    /// The command as one text: two commands have the same only if no part of them differs.
    static func form<Command: UseCase>(of command: Command) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode([Command.name: command])
    }

    /// The reply that a key has; nil if it is new. A key that the version before kept is known by what that kept.
    /// - Throws: `StoreError.keyReused` if it was used for another command.
    static func reply(to command: some UseCase, _ key: String, by author: Author, _ writer: StoreWriter) throws -> Data?
    {
        do {
            return try writer.reply(forKey: key, fingerprint: fingerprint(of: command, by: author))
        } catch StoreError.keyReused {
            return try writer.reply(forKey: key, fingerprint: FormerKey.fingerprint(of: command, by: author))
        }
    }
}
