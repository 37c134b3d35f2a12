import ArgumentParser
import Forecasting
import Replications

/// A command whose work several processes can share.
protocol SharedCommand: ParsableCommand {
    /// Options that were given and that a shard has no use for, with what to do instead.
    var unshared: [String] { get }
    /// Digests of the files that it reads.
    func inputs() throws -> [String]
    /// Makes this process's part, as far as it can be made without the others'.
    func makeShare(of work: SharedWork) throws
    /// Runs it, with what others have made.
    func run(sharing work: SharedWork?) throws
}

/// Reads commands that can be shared, and says what is wrong with shards.
enum SharedCommands {
    /// The commands, as they are typed.
    private static let commands: [(name: String, type: any SharedCommand.Type)] = [
        ("forecast", ForecastCommand.self), ("compare", CompareCommand.self), ("plan", PlanCommand.self),
        ("calibrate", CalibrateCommand.self),
    ]

    /// Reads a command.
    static func parse(_ words: [String]) throws -> any SharedCommand {
        let names = commands.map(\.name).joined(separator: ", ")
        guard let name = words.first else { throw ValidationError("Give the command to share: \(names).") }
        guard let command = commands.first(where: { $0.name == name }) else {
            throw ValidationError("'\(name)' is not shared; \(names) are.")
        }
        return try command.type.parse(Array(words.dropFirst()))
    }

    /// Digest of a command and of what it reads.
    static func asked(_ words: [String], _ command: any SharedCommand) throws -> String {
        ShardFile.digest(words + (try command.inputs()))
    }

    /// Writes a part.
    static func write(_ header: ShardFile.Header, _ pieces: [SharedWork.Piece], to path: String) throws {
        do throws(ShardFault) {
            try ShardFile.write(header, pieces, to: path)
        } catch {
            throw failure(error)
        }
    }

    /// Reads parts that belong together.
    static func read(_ paths: [String]) throws -> ShardSet {
        do throws(ShardFault) {
            return try ShardSet(paths: paths)
        } catch {
            throw failure(error)
        }
    }

    private static func failure(_ fault: ShardFault) -> any Error {
        Terminal.say(fault.description)
        switch fault.kind {
        case .missing: return Exit.missingInput
        case .bad: return Exit.badData
        case .cannotWrite: return Exit.inputOutput
        }
    }

    /// Makes a share; that others are to make something is no fault.
    static func share(_ command: any SharedCommand, _ work: SharedWork) throws {
        do {
            try command.makeShare(of: work)
        } catch {
            guard work.isShort, !Interruption.isAsked else { throw error }
        }
    }
}
