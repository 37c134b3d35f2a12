import Foundation
import Synchronization
import Testing

@testable import Workbench

/// One piece at a time; whoever asks finds it again, after a restart too, and nothing of it is lost.
@Suite struct LongWorkTests {
    private let folder = TwoTeams.Folder()

    /// What is worked on, and doors that it waits at.
    private final class Shop: Sendable {
        private let open = Mutex<Set<String>>([])
        private let begun = Mutex<[String]>([])
        private let most = Mutex<(now: Int, most: Int)>((0, 0))

        func letThrough(_ wish: String) { open.withLock { _ = $0.insert(wish) } }
        var all: [String] { begun.withLock { $0 } }
        var mostAtOnce: Int { most.withLock { $0.most } }

        @Sendable func work(_ wish: String, _ tools: LongTools) throws(LongFault) -> LongResult {
            begun.withLock { $0.append(wish) }
            most.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            defer { most.withLock { $0.now -= 1 } }
            let before = tools.kept().map { String(decoding: $0, as: UTF8.self) } ?? "nothing"
            tools.progress(LongProgress("Waiting at the door", done: 1, of: 2))
            tools.keep(Data("half of \(wish)".utf8))
            while !open.withLock({ $0.contains(wish) }) {
                if tools.isCancelled() { throw .cancelled }
                usleep(1000)
            }
            if wish == "bad" { throw .because("it is bad") }
            return LongResult(sentence: "\(wish) is done", files: [("result.txt", "\(wish) after \(before)")])
        }
    }

    private func work(_ shop: Shop) -> LongWork<String> { LongWork(in: folder.url, shop.work) }

    private func ask(_ work: LongWork<String>, _ wish: String, once: String = "") throws -> Int {
        try work.ask(
            wish, title: "The \(wish)", asked: [AskedLine("What", wish)], owner: 3, ownerName: "Mo", at: "now",
            once: once)
    }

    private func wait(_ work: LongWork<String>, _ number: Int, _ isThere: (TaskState?) -> Bool) async throws {
        for _ in 0..<5000 {
            if isThere(work.find(number)?.state) { return }
            try await Task.sleep(for: .milliseconds(2))
        }
        Issue.record("\(number) is still \(String(describing: work.find(number)?.state))")
    }

    @Test func oneAtATimeInTheOrderAsked() async throws {
        let shop = Shop()
        let work = work(shop)
        let numbers = try ["one", "two", "three"].map { try ask(work, $0) }
        #expect(numbers == [1, 2, 3])
        try await wait(work, 1) { $0 == .running }
        #expect(work.before(2) == 1 && work.before(3) == 2 && work.find(3)?.state == .waiting)
        while work.progress(of: 1) == nil { await Task.yield() }
        #expect(work.progress(of: 1) == LongProgress("Waiting at the door", done: 1, of: 2))
        #expect(work.progress(of: 2) == nil)
        for wish in ["three", "two", "one"] { shop.letThrough(wish) }
        for number in numbers { try await wait(work, number) { $0?.isOver == true } }
        #expect(shop.all == ["one", "two", "three"] && shop.mostAtOnce == 1)
        #expect(work.all.map(\.number) == [3, 2, 1] && work.find(2)?.state == .done("two is done"))
        #expect(work.files(of: 2) == ["result.txt"])
        #expect(work.file("result.txt", of: 2) == Data("two after nothing".utf8))
        #expect(work.file("../task.json", of: 2) == nil && work.file("task.json", of: 2) == nil)
    }

    @Test func whatWasStoppedGoesOnFromWhatIsKept() async throws {
        let shop = Shop()
        let work = work(shop)
        _ = try ask(work, "one")
        _ = try ask(work, "two")
        try await wait(work, 1) { $0 == .running }
        try work.stop(2, by: 3, named: "Mo", isAnybodys: false)
        #expect(work.find(2)?.state == .stopped(by: "Mo"), "what waits is stopped at once")
        while work.progress(of: 1) == nil { await Task.yield() }
        try work.stop(1, by: 9, named: "Ada", isAnybodys: true)
        try await wait(work, 1) { $0 == .stopped(by: "Ada") }
        #expect(throws: LongFault.notNow) { try work.stop(1, by: 3, named: "Mo", isAnybodys: false) }
        shop.letThrough("one")
        try work.goOn(1, by: 3, isAnybodys: false)
        try await wait(work, 1) { $0 == .done("one is done") }
        #expect(work.file("result.txt", of: 1) == Data("one after half of one".utf8))
        #expect(throws: LongFault.notNow) { try work.goOn(1, by: 3, isAnybodys: false) }
    }

    @Test func aRestartSaysItAndLosesNothing() async throws {
        let (shop, later) = (Shop(), Shop())
        let first = work(shop)
        for wish in ["one", "two", "three"] { _ = try ask(first, wish) }
        shop.letThrough("one")
        try await wait(first, 2) { $0 == .running }
        while first.progress(of: 2) == nil { await Task.yield() }
        // As after a kill: nobody was told.
        let second = work(later)
        #expect(second.find(1)?.state == .done("one is done"))
        #expect(second.find(2)?.state == .interrupted && second.find(2)?.title == "The two")
        // What waited keeps its turn and begins; what was worked on waits for somebody's word.
        try await wait(second, 3) { $0 == .running }
        try second.goOn(2, by: 3, isAnybodys: false)
        for wish in ["two", "three"] { later.letThrough(wish) }
        try await wait(second, 2) { $0 == .done("two is done") }
        #expect(second.file("result.txt", of: 2) == Data("two after half of two".utf8))
        #expect(later.all == ["three", "two"])
        first.close()
    }

    @Test func aServerThatStopsSaysItOfWhatIsWorkedOn() async throws {
        let shop = Shop()
        let first = work(shop)
        _ = try ask(first, "one")
        try await wait(first, 1) { $0 == .running }
        first.close()
        try await wait(first, 1) { $0 == .interrupted }
        #expect(throws: LongFault.full(LongWork<String>.most)) { try ask(first, "two") }
        #expect(work(Shop()).find(1)?.state == .interrupted)
    }

    @Test func whatComesToNothingIsSaidAndTheNextBegins() async throws {
        let shop = Shop()
        let work = work(shop)
        _ = try ask(work, "bad")
        _ = try ask(work, "good")
        for wish in ["bad", "good"] { shop.letThrough(wish) }
        try await wait(work, 2) { $0 == .done("good is done") }
        #expect(work.find(1)?.state == .failed("it is bad") && work.files(of: 1).isEmpty)
    }

    @Test func whoMayDoWhat() async throws {
        let shop = Shop()
        let work = work(shop)
        #expect(try ask(work, "one", once: "key") == 1)
        #expect(try ask(work, "one", once: "key") == 1, "a second click asks for nothing more")
        #expect(try ask(work, "one") == 2)
        try await wait(work, 1) { $0 == .running }
        #expect(throws: LongFault.notYours(owner: "Mo")) {
            try work.stop(1, by: 4, named: "Cora", isAnybodys: false)
        }
        #expect(throws: LongFault.isRunning) { try work.remove(1, by: 3, isAnybodys: false) }
        #expect(throws: LongFault.missing) { try work.remove(7, by: 3, isAnybodys: true) }
        try work.remove(2, by: 3, isAnybodys: false)
        #expect(work.find(2) == nil && work.all.count == 1)
        shop.letThrough("one")
        try await wait(work, 1) { $0?.isOver == true }
        try work.remove(1, by: 9, isAnybodys: true)
        #expect(work.all.isEmpty && work.file("result.txt", of: 1) == nil)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(left == ["highest-number"])
        // An address that somebody has of what is gone never leads to what is asked for later, after a restart neither.
        #expect(try ask(work, "three") == 3)
        try work.stop(3, by: 3, named: "Mo", isAnybodys: false)
        try await wait(work, 3) { $0?.isOver == true }
        try work.remove(3, by: 3, isAnybodys: false)
        let again = self.work(Shop())
        #expect(try ask(again, "four") == 4)
        again.close()
    }
}
