import CareModel
import FieldTables
import Foundation
import ScenarioFiles
import ServiceSimulation
import Synchronization
import Testing

@testable import Experiments

/// First days that are kept: whatever is read is what was written, or nothing.
@Suite("First days that are kept")
struct KeptFirstDayTests {
    /// Two teams in which much goes on: groups, levers, assessment weeks, absences, languages, people who come back.
    private func experiment() throws -> Experiment {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Scenarios/north-essex.yaml")
        var scenario = try ScenarioLoader.load(path: file.path).scenario
        scenario.teams.removeLast()
        scenario.start.warmUpWeeks = 40
        scenario.start.firstDays = 2
        for team in scenario.teams.indices {
            scenario.teams[team].practice.groups.rule.isOn = true
            scenario.teams[team].practice.groups.takenUpAtFirst = 0.3
            scenario.teams[team].practice.assessmentWeek.isOn = true
            scenario.teams[team].practice.assessmentWeek.above = 10
            scenario.teams[team].practice.diary.followsDemand = true
            scenario.teams[team].practice.employment.advisers = 1
            scenario.teams[team].practice.returns.afterLeaving = 0.3
        }
        scenario.levers = [Lever(name: "léss missed", teams: [0], change: { $0.attendance.cancelledFirst = 0.02 })]
        var experiment = Experiment(scenario, seed: 5, replications: 4, threads: 2)
        experiment.weeks = 6
        return experiment
    }

    /// Keeps in memory, and counts.
    private final class Shelf: Sendable {
        let days = Mutex<[Int: [UInt8]]>([:])  // lookup only
        let found = Mutex(0)
        var keeper: FirstDayKeeper {
            FirstDayKeeper(
                kept: { number in
                    let day = self.days.withLock { $0[number] }
                    if day != nil { self.found.withLock { $0 += 1 } }
                    return day
                }, keep: { number, bytes in self.days.withLock { $0[number] = bytes.all } })
        }
    }

    @Test("a forecast from days that were kept is the forecast from days that were made, byte for byte")
    func used() throws {
        let shelf = Shelf()
        var kept = try experiment()
        kept.keeper = shelf.keeper
        let made = try #require(try experiment().run())
        let first = try #require(kept.run())
        #expect(shelf.found.withLock { $0 } == 0 && shelf.days.withLock { $0.count } == 2)
        let second = try #require(kept.run())
        #expect(shelf.found.withLock { $0 } == 2)
        for result in [first, second] {
            #expect(result.records == made.records && result.events == made.events)
            #expect(result.start.origin == made.start.origin && result.start.waiting == made.start.waiting)
        }
        // More days of the same kind are made beside those that are there.
        kept.scenario.start.firstDays = 3
        let more = try #require(kept.run())
        #expect(more.start.days.count == 3 && shelf.days.withLock { $0.count } == 3)
        #expect(shelf.found.withLock { $0 } == 4)
    }

    @Test("everything that a snapshot says is kept, but for what is to come in the same run")
    func whole() throws {
        let start = try #require(StartingPoint.make(for: try experiment()))
        for day in start.days {
            for part in day.parts {
                var writer = ByteWriter()
                writer.put(part)
                var reader = ByteReader(writer.bytes)
                var known = part
                known.coming = nil
                #expect(try reader.snapshot() == known)
                #expect(reader.isAtEnd)
            }
        }
        // That the sample has something of each kind.
        let parts = start.days.flatMap(\.parts)
        #expect(parts.contains { !$0.groups.isEmpty } && parts.contains { !$0.employment.isEmpty })
        #expect(parts.contains { $0.running?.levers.first?.teams == [0] } && parts.contains { !$0.former.isEmpty })
        #expect(parts.contains { $0.lastAssessmentWeek.contains { $0 != nil } })
        #expect(parts.contains { $0.posts.contains { $0.running?.lateNotes.isEmpty == false || $0.leavesOn != nil } })
    }

    @Test("bytes that are counted, or handed on in pieces, are those that are kept together")
    func pieces() throws {
        var writer = ByteWriter()
        var pieces: [[UInt8]] = []
        var handed = ByteWriter { pieces.append($0) }
        var counted = ByteWriter.counting
        for length in [0, 1, ByteWriter.piece - 9, ByteWriter.piece, ByteWriter.piece * 3 + 5, 7] {
            let values = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ length) }
            writer.put(values)
            handed.put(values)
            counted.put(values)
        }
        handed.finish()
        #expect(Array(pieces.joined()) == writer.bytes && pieces.allSatisfy { $0.count < ByteWriter.piece * 2 })
        #expect(counted.count == writer.bytes.count && handed.count == counted.count && counted.bytes.isEmpty)
        let shelf = Shelf()
        var experiment = try experiment()
        experiment.keeper = FirstDayKeeper(
            kept: { _ in nil },
            keep: { number, bytes in
                var all: [UInt8] = []
                bytes.each { all += $0 }
                shelf.days.withLock { $0[number] = all }
                #expect(bytes.count == all.count)
            })
        _ = StartingPoint.make(for: experiment)
        #expect(shelf.days.withLock { $0.values.allSatisfy { WarmUpRun(bytes: $0) != nil } && $0.count == 2 })
    }

    @Test("a property that is added has to be kept")
    func everyProperty() {
        func count<Value>(_ type: Value.Type) -> Int { StoredProperties.names(of: type).count }
        #expect(count(ServiceSnapshot.self) == 15, "but for what is to come")
        #expect(count(PostSnapshot.self) == 10 && count(HolderSnapshot.self) == 13)
        #expect(count(GroupSnapshot.self) == 2 && count(GroupFacts.self) == 11, "but for who was asked and who led")
        #expect(count(EmploymentSnapshot.self) == 2 && count(RunningSnapshot.self) == 14)
        #expect(count(RecentWaitsSnapshot.self) == 2 && count(LeverSnapshot.self) == 2)
    }

    @Test("whatever is cut or longer is nothing")
    func damaged() throws {
        let shelf = Shelf()
        var experiment = try experiment()
        experiment.keeper = shelf.keeper
        _ = StartingPoint.make(for: experiment)
        let bytes = try #require(shelf.days.withLock { $0[0] })
        #expect(WarmUpRun(bytes: bytes) != nil)
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 400)) {
            #expect(WarmUpRun(bytes: Array(bytes.prefix(length))) == nil)
        }
        #expect(WarmUpRun(bytes: bytes + [0]) == nil)
        var huge = bytes
        for place in 0..<8 { huge[place] = 0x7f }
        #expect(WarmUpRun(bytes: huge) == nil)
    }
}
