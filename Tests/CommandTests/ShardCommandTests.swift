import Foundation
import TestSupport
import Testing

/// `stepcare shard` and `stepcare merge` as somebody types them.
@Suite struct ShardCommandTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func run(_ arguments: [String]) throws -> Outcome {
        try workspace.start(Workspace.program, arguments).outcome()
    }

    private func share(_ command: [String], _ count: Int, into folder: String = "shards") throws {
        for place in 1...count {
            let made = try run(["shard", "--into", folder, "\(place)/\(count)"] + command)
            #expect(made.code == 0 && made.out.isEmpty, "\(made.err)")
        }
    }

    /// Every file of two folders.
    private func expectTheSame(_ one: String, _ other: String) throws {
        let names = try #require(workspace.names(in: one)).sorted()
        #expect(!names.isEmpty && names == workspace.names(in: other)?.sorted())
        for name in names {
            #expect(try workspace.read("\(one)/\(name)") == workspace.read("\(other)/\(name)"), "\(name)")
        }
    }

    /// It decides by what its runs say: parts of it are made in rounds.
    private let plan = [
        "plan", "service.yaml", "--target", "first-appointment-wait-mean<=365", "--let-waits-move", "--vary",
        "pwp=0..1", "--weeks", "30", "--budget", "150",
    ]

    static let commands: [[String]] = [
        ["forecast", "service.yaml", "--replications", "5", "--seed", "3"],
        ["forecast", "service.yaml", "--replications", "4", "--by-group", "--quick", "--set", "weeks=4"],
        ["compare", "service.yaml", "--variant", "more:teams.north.referrals.per-week=25", "--replications", "4"],
    ]

    @Test(arguments: commands, [1, 3])
    func whatIsMergedIsWhatOneProcessWrites(_ command: [String], _ count: Int) throws {
        let alone = try run(command + ["--output", "alone"])
        try share(command, count)
        let merged = try run(["merge", "shards", "--output", "merged", "--threads", "1"])
        #expect(merged.code == alone.code, "\(merged.err)")
        #expect(merged.out.replacingOccurrences(of: "merged/", with: "alone/") == alone.out)
        try expectTheSame("alone", "merged")
    }

    @Test func partsOfAPlanAreMadeInRounds() throws {
        let command = plan
        let alone = try run(command + ["--format", "json"])
        var after: [String] = []
        var rounds = 0
        while true {
            for place in 1...2 { #expect(try run(["shard", "\(place)/2"] + after + command).code == 0) }
            let joined = try run(["merge", "shards"] + after.dropFirst() + ["--join", "joined"])
            rounds += 1
            if joined.code == 0 { break }
            #expect(joined.code == 75 && joined.err.contains("there is more to share"), "\(joined.err)")
            try #require(rounds < 30)
            after = ["--after", "joined"]
        }
        #expect(rounds > 1)
        let merged = try run(["merge", "joined", "--format", "json"])
        #expect(merged.code == alone.code && merged.out == alone.out, "\(merged.err)")
        // After one round the merge makes the rest.
        try share(command, 2, into: "once")
        let once = try run(["merge", "once", "--format", "json"])
        #expect(once.code == alone.code && once.out == alone.out, "\(once.err)")
    }

    @Test func everythingThatIsWrongWithPartsIsSaidAtOnce() throws {
        let command = ["forecast", "service.yaml", "--replications", "3", "--quick"]
        try share(command, 3)
        try FileManager.default.removeItem(atPath: workspace.path + "/shards/2-of-3.shard")
        let missing = try run(["merge", "shards", "--output", "out"])
        #expect(missing.code == 66 && missing.err.contains("of 3 shards number 2 is missing"), "\(missing.err)")
        #expect(workspace.names(in: "out") == nil, "nothing is written")
        // It is made again by itself.
        #expect(try run(["shard", "2/3"] + command).code == 0)
        #expect(try run(["merge", "shards"]).code == 0)
        try FileManager.default.copyItem(
            atPath: workspace.path + "/shards/1-of-3.shard", toPath: workspace.path + "/shards/again.shard")
        let doubled = try run(["merge", "shards"])
        #expect(doubled.code == 65 && doubled.err.contains("is shard 1, as shards/1-of-3.shard is"), "\(doubled.err)")
        try FileManager.default.removeItem(atPath: workspace.path + "/shards/again.shard")
        try share(command + ["--seed", "2"], 3, into: "others")
        let foreign = try run(["merge", "shards", "others"])
        #expect(foreign.code == 65 && foreign.err.contains("is of another command"), "\(foreign.err)")
        #expect(foreign.err.split(separator: "\n").count == 3)
        try share(command, 2, into: "halves")
        let mixed = try run(["merge", "shards", "halves"])
        #expect(
            mixed.code == 65 && mixed.err.contains("is one of 3 shards, halves/1-of-2.shard one of 2"), "\(mixed.err)")
        let whole = try Data(contentsOf: URL(filePath: workspace.path + "/shards/3-of-3.shard"))
        for kept in [0, 10, 60, whole.count - 1] {
            try whole.prefix(kept).write(to: URL(filePath: workspace.path + "/shards/3-of-3.shard"))
            let damaged = try run(["merge", "shards"])
            #expect(damaged.code == 65 && damaged.err.contains("3-of-3.shard: is "), "\(damaged.err)")
        }
        try whole.write(to: URL(filePath: workspace.path + "/shards/3-of-3.shard"))
        try workspace.write("service.yaml", smallService.replacingOccurrences(of: "weeks: 6", with: "weeks: 5"))
        let changed = try run(["merge", "shards"])
        #expect(changed.code == 65 && changed.err.contains("has changed since"), "\(changed.err)")
    }

    @Test func whatCannotBeSharedIsRefused() throws {
        let cases: [([String], Int32, String)] = [
            (["shard", "4/3", "forecast", "service.yaml"], 64, "4/3"),
            (["shard", "1/3"], 64, "command"),
            (["shard", "1/3", "check", "service.yaml"], 64, "'check' is not shared"),
            (["shard", "1/3", "forecast", "service.yaml", "--precision", "0.1"], 64, "looks at all runs"),
            (["shard", "1/3", "forecast", "service.yaml", "--output", "x"], 64, "--output belongs to 'merge'"),
            (["shard", "1/3", "forecast", "--from", "x.db"], 64, "one process"),
            (["shard", "1/3", "plan", "service.yaml", "--target", "a>=1", "--resume", "x"], 64, "--resume"),
            (["shard", "1/3", "forecast", "nothing.yaml"], 66, "nothing.yaml"),
            (["shard", "1/3", "forecast", "service.yaml", "--replications", "0"], 64, "--replications"),
            (["shard", "--into", "service.yaml", "1/3", "forecast", "service.yaml"], 74, "service.yaml"),
            (["shard", "--after", "service.yaml", "1/3", "forecast", "service.yaml"], 65, "not what a shard"),
            (["shard", "--after", "nothing", "1/3", "forecast", "service.yaml"], 66, "nothing"),
            (["merge", "nothing"], 66, "no such file"), (["merge", "."], 66, "no shard has written"),
            (["merge"], 64, "parts"), (["merge", "x", "--join", "y", "--output", "z"], 64, "--join"),
        ]
        for (arguments, code, words) in cases {
            let outcome = try run(arguments)
            #expect(outcome.code == code && outcome.err.contains(words), "\(arguments): \(outcome.err)")
            #expect(outcome.out.isEmpty)
        }
    }
}
