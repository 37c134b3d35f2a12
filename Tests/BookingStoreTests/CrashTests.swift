import BookingAudit
import BookingStore
import Foundation
import TestSupport
import Testing

/// A real process dies at any moment; whatever was acknowledged is there afterwards, and nothing is double booked.
@Suite(.serialized) struct CrashTests {
    private func newFile(_ folder: Folder) throws -> String {
        let path = folder.file("service.db")
        let store = try BookingStore.create(at: path)
        try Clinic.open(store)
        try store.close()
        return path
    }

    /// Opens the file as the next process would, and has everything checked.
    private func check(_ path: String, _ said: Acknowledged, _ comment: Comment) throws {
        let store = try BookingStore.open(at: path)
        #expect(try store.verify().differences.isEmpty, comment)
        try store.close()
        #expect(try Auditor.faults(in: path).isEmpty, comment)
        #expect(try said.lost(in: path).isEmpty, comment)
    }

    @Test func killedAtARandomMoment() throws {
        var random = SplitMix(seed: 41)
        var acknowledged = 0
        for kill in 0..<Size.of("STORE_KILLS", else: 20) {
            let folder = try Folder()
            let path = try newFile(folder)
            let hammer = try HammerProcess(["run", path, "\(kill)", "8", "100000"])
            hammer.kill(afterMilliseconds: 30 + random.below(250))
            let (said, status) = try hammer.finish()
            #expect(status == SIGKILL)
            acknowledged += said.booked.count
            try check(path, said, "kill \(kill)")
        }
        #expect(acknowledged > 0)
        print("kills: \(Size.of("STORE_KILLS", else: 20)) kills, \(acknowledged) bookings acknowledged before them")
    }

    /// At each write in turn of a short run, the process dies in the middle of the write, or the power fails and takes
    /// with it what was not flushed.
    @Test(arguments: ["crash", "power"])
    func endsInTheMiddleOfAWrite(fault: String) throws {
        let writes = Size.of("STORE_WRITES", else: 30)
        for n in 1...writes {
            let folder = try Folder()
            let path = try newFile(folder)
            let place = "\(1 + (n - 1) * 7)"
            let (said, status) = try HammerProcess(["run", path, "\(n)", "3", "40", fault, place]).finish()
            #expect([0, 137].contains(status))
            try check(path, said, "\(fault) at write \(place)")
        }
    }

    /// The disk fails, or is full, while the process lives on.
    @Test(arguments: ["write", "sync", "full"])
    func livesOnAfterTheDiskFails(fault: String) throws {
        for n in 1...Size.of("STORE_WRITES", else: 8) {
            let folder = try Folder()
            let path = try newFile(folder)
            let (said, status) = try HammerProcess(["run", path, "\(n)", "3", "30", fault, "\(n * 5)"]).finish()
            #expect(status == 0)
            #expect(said.lines.last == "done")
            try check(path, said, "\(fault) \(n)")
        }
    }

    @Test func twoProcessesHammerOneFile() throws {
        let folder = try Folder()
        let path = try newFile(folder)
        let operations = "\(Size.of("STORE_HAMMER", else: 150))"
        let one = try HammerProcess(["run", path, "1", "4", operations])
        let other = try HammerProcess(["run", path, "2", "4", operations])
        let (said, status) = try one.finish()
        let (otherSaid, otherStatus) = try other.finish()
        #expect(status == 0 && otherStatus == 0)
        #expect(Set(said.booked.keys).isDisjoint(with: otherSaid.booked.keys))
        try check(path, said, "one")
        try check(path, otherSaid, "the other")
        #expect(!said.booked.isEmpty && !otherSaid.booked.isEmpty)
        print("processes: \(said.booked.count + otherSaid.booked.count) bookings by two processes on one file")
    }

    @Test func oneOfTwoProcessesIsKilled() throws {
        var random = SplitMix(seed: 43)
        var acknowledged = 0
        for kill in 0..<Size.of("STORE_KILLS", else: 5) {
            let folder = try Folder()
            let path = try newFile(folder)
            let one = try HammerProcess(["run", path, "\(kill)", "4", "100000"])
            let other = try HammerProcess(["run", path, "\(kill + 1000)", "4", "60"])
            one.kill(afterMilliseconds: 30 + random.below(200))
            let said = try one.finish().said
            let (otherSaid, status) = try other.finish()
            #expect(status == 0 && otherSaid.lines.last == "done")
            try check(path, said, "the killed, \(kill)")
            try check(path, otherSaid, "the other, \(kill)")
            acknowledged += said.booked.count + otherSaid.booked.count
        }
        print(
            "processes: \(Size.of("STORE_KILLS", else: 5)) kills of one of two, \(acknowledged) bookings acknowledged")
    }
}
