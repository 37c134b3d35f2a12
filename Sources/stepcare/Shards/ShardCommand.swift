import ArgumentParser
import Forecasting
import Foundation
import Replications

/// `stepcare shard`.
struct ShardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shard",
        abstract: "Makes one of several parts of a forecast, comparison, plan or fit, for 'merge' to join.",
        discussion: """
            Any number of machines with this program and the same files may each make a part: 'stepcare shard 3/16 \
            forecast north-essex.yaml --replications 10000' makes the third of sixteen. 'stepcare merge shards' then \
            gives what one machine would have given, byte for byte. A part that failed is made again by itself.

            A plan, and the fit of one provider, decide by what their runs say which runs come next: a shard makes its \
            part of the first, and the merge makes the rest. To share more of it, let 'merge --join FILE' join the \
            parts, and make the next round with --after FILE, until it says that all is made.
            """)

    @Option(help: ArgumentHelp("The folder for the part (default: shards).", valueName: "folder"))
    var into = "shards"

    @Option(help: ArgumentHelp("What 'merge --join' wrote: makes the next round.", valueName: "file"))
    var after: String?

    @Argument(help: ArgumentHelp("Which part of how many: 3/16.", valueName: "i/n"))
    var shard: ShardNumber

    @Argument(parsing: .captureForPassthrough, help: "The command, with its options.")
    var command: [String]

    /// The command, without options of the shard that were given after its number.
    private var words: [String] { Array(command.dropFirst(2 * ownAfterNumber.count)) }

    /// Options of the shard between its number and the command: `shard 3/16 --into parts forecast …`.
    private var ownAfterNumber: [(option: String, value: String)] {
        var found: [(String, String)] = []
        var rest = command[...]
        while let option = rest.first, ["--into", "--after"].contains(option), let value = rest.dropFirst().first {
            found.append((option, value))
            rest = rest.dropFirst(2)
        }
        return found
    }

    private func own(_ option: String) -> String? { ownAfterNumber.last { $0.option == option }?.value }

    func run() throws {
        let (words, shared) = (words, try SharedCommands.parse(words))
        guard shared.unshared.isEmpty else { throw ValidationError(shared.unshared.joined(separator: "\n")) }
        let asked = try SharedCommands.asked(words, shared)
        let (earlier, after) = try joined(asked)
        let path = try place()
        Interruption.watch()
        let work = SharedWork(
            .shard(place: shard.place - 1, count: shard.count), known: { earlier?.found($0) })
        try SharedCommands.share(shared, work)
        let header = ShardFile.Header(
            command: words, asked: asked, program: ShardFile.program, place: shard.place, count: shard.count,
            after: after)
        let pieces = work.pieces
        try SharedCommands.write(header, pieces, to: path)
        Terminal.say("\(path): \(pieces.count) pieces, part \(shard.place) of \(shard.count).")
    }

    /// What was joined before; nothing of another command.
    private func joined(_ asked: String) throws -> (pieces: ShardSet?, digest: String?) {
        guard let after = own("--after") ?? after else { return (nil, nil) }
        let found = try SharedCommands.read([after])
        guard let joined = found.joined else {
            Terminal.say("\(after): is one shard; --after takes what 'merge --join' wrote")
            throw Exit.badData
        }
        guard found.asked == asked else {
            Terminal.say("\(after): is of another command, or of other files: \(found.command.joined(separator: " "))")
            throw Exit.badData
        }
        return (found, joined.digest)
    }

    /// Where the part goes; its folder is made.
    private func place() throws -> String {
        let into = own("--into") ?? into
        do {
            try FileManager.default.createDirectory(atPath: into, withIntermediateDirectories: true)
        } catch {
            Terminal.say("\(into): \(error.localizedDescription)")
            throw Exit.inputOutput
        }
        guard FileManager.default.isWritableFile(atPath: into) else {
            Terminal.say("\(into): cannot be written to")
            throw Exit.inputOutput
        }
        return "\(into)/\(shard.place)-of-\(shard.count)\(ShardSet.ending)"
    }
}

/// `3/16` on the command line.
struct ShardNumber: ExpressibleByArgument {
    /// Which, from 1.
    let place: Int
    /// Of how many.
    let count: Int

    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let place = parts[0], let count = parts[1], (1...9_999).contains(count),
            (1...count).contains(place)
        else { return nil }
        (self.place, self.count) = (place, count)
    }
}
