import ArgumentParser
import Forecasting
import Replications

/// `stepcare merge`.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Joins the parts that 'shard' made: what one machine would have given, byte for byte.",
        discussion: """
            The parts know their command, which reads its files again: run it where they were run. A part that is \
            missing, there twice, damaged, or of something else is an error, and nothing is written.

            With --join the parts are only joined, for another round of a plan or fit: it ends with code 75 while \
            there is more to share, and with 0 when all is made.
            """)

    @Argument(help: "The parts, or the folder that they are in; and what was joined before, if something was.")
    var parts: [String]

    @Option(help: ArgumentHelp("Only join, into this file, for 'shard --after'.", valueName: "file"))
    var join: String?

    @Option(help: "As the command takes it: the folder for the report; of a fit, the scenario file.")
    var output: String?

    @Option(help: "As the command takes it: table, json or csv.")
    var format: String?

    @Option(help: "Of a fit: the file for its page.")
    var report: String?

    @Option(help: "Runs side by side (default: one a processor); it changes the time, never the answer.")
    var threads: Int?

    func validate() throws {
        if join != nil, output != nil || format != nil || report != nil {
            throw ValidationError("--join writes joined parts and nothing else: give --output to the last merge.")
        }
    }

    func run() throws {
        let shards = try SharedCommands.read(parts)
        var words = shards.command
        for (option, value) in [("--output", output), ("--format", format), ("--report", report)] {
            if let value { words += [option, value] }
        }
        if let threads { words += ["--threads", String(threads)] }
        let command = try SharedCommands.parse(words)
        guard try SharedCommands.asked(shards.command, command) == shards.asked else {
            Terminal.say(
                "merge: a file that 'stepcare \(shards.command.joined(separator: " "))' reads has changed since the "
                    + "parts were made: make them again")
            throw Exit.badData
        }
        if let join { return try put(shards, command, in: join) }
        let work = SharedWork(.merger, known: { shards.found($0) })
        try command.run(sharing: work)
    }

    /// Joins the parts, and says whether there is more to share.
    private func put(_ shards: ShardSet, _ command: any SharedCommand, in path: String) throws {
        Interruption.watch()
        let work = SharedWork(.collector, known: { shards.found($0) })
        try SharedCommands.share(command, work)
        let count = shards.files.first?.header.count ?? shards.joined?.header.count ?? 1
        let header = ShardFile.Header(
            command: shards.command, asked: shards.asked, program: ShardFile.program, place: nil, count: count,
            after: nil)
        let pieces = shards.pieces
        try SharedCommands.write(header, pieces, to: path)
        guard work.isShort else {
            return Terminal.say("\(path): \(pieces.count) pieces, all that is needed: stepcare merge \(path)")
        }
        Terminal.say(
            "\(path): \(pieces.count) pieces; there is more to share: stepcare shard --after \(path) I/\(count) …")
        throw Exit.again
    }
}
