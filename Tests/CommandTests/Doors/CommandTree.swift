import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import stepcare

/// A subcommand as the parser knows it: so that a command or an option that is added is never forgotten.
struct ParsedCommand: CustomStringConvertible {
    /// The words that name it, such as "group open".
    let name: String
    let arguments: [Argument]

    var description: String { name }

    /// What a command takes.
    struct Argument: Decodable {
        enum Kind: String, Decodable { case positional, option, flag }

        struct Name: Decodable { let name: String }

        let kind: Kind
        let preferredName: Name?
        let valueName: String?

        /// The long name of an option, or the name of a place.
        var name: String { preferredName?.name ?? valueName ?? "" }
    }

    private struct Description: Decodable {
        let commandName: String
        let subcommands: [Description]?
        let arguments: [Argument]?

        func leaves(under words: [String]) -> [ParsedCommand] {
            let below = (subcommands ?? []).filter { $0.commandName != "help" }
            guard !below.isEmpty else {
                let own = (arguments ?? []).filter { !["help", "version"].contains($0.name) }
                return [ParsedCommand(name: words.joined(separator: " "), arguments: own)]
            }
            return below.flatMap { $0.leaves(under: words + [$0.commandName]) }
        }
    }

    private struct Document: Decodable { let command: Description }

    /// Every command at the desk.
    static let all: [ParsedCommand] = {
        let text = Data(ServiceCommand._dumpHelp().utf8)
        return (try? JSONDecoder().decode(Document.self, from: text))?.command.leaves(under: []) ?? []
    }()

    /// Whether the parser takes the words of a command line; what it does not is refused as a slip of whoever typed it.
    static func takes(_ words: [String]) -> Bool {
        do {
            _ = try Stepcare.parseAsRoot(words)
            return true
        } catch {
            #expect(Stepcare.exitCode(for: error).rawValue == 64, "\(words)")
            return false
        }
    }

    /// The command of a name.
    static func named(_ name: String) -> ParsedCommand? { all.first { $0.name == name } }
}
