import EventKernel
import Testing

@Suite("Stores and levels")
struct StoreTests {
    /// What a store settles, in words.
    private func settled(_ store: inout Store<Int, Unicode.Scalar>) -> [String] {
        var words: [String] = []
        while let next = store.settleNext() {
            switch next {
            case .took(let item, let requester): words.append("\(requester) took \(item)")
            case .put(let requester): words.append("\(requester) put")
            }
        }
        return words
    }

    @Test("Who takes waits for things, and who puts for room")
    func store() {
        var store = Store<Int, Unicode.Scalar>(capacity: 2)
        guard case .queued = store.take(for: "a") else {
            Issue.record("there is nothing to take")
            return
        }
        #expect(store.put(1, for: "x") == .granted)
        #expect(settled(&store) == ["a took 1"])
        #expect(store.put(2, for: "x") == .granted && store.put(3, for: "x") == .granted)
        #expect(store.put(4, for: "y") != .granted && store.giversWaiting == 1)
        guard case .item(let item) = store.take(for: "b") else {
            Issue.record("there is something to take")
            return
        }
        #expect(item == 2 && settled(&store) == ["y put"] && store.count == 2)
    }

    @Test("What came last is taken first from a stack")
    func stack() {
        var store = Store<Int, Unicode.Scalar>(order: .lastCome)
        for item in 1...3 { _ = store.put(item, for: "x") }
        let taken = (0..<3).map { _ -> Int? in
            if case .item(let item) = store.take(for: "a") { item } else { nil }
        }
        #expect(taken == [3, 2, 1])
    }

    @Test("A wish is withdrawn once")
    func reneging() {
        var store = Store<Int, Unicode.Scalar>(capacity: 1)
        guard case .queued(let taker) = store.take(for: "a") else { return }
        #expect(store.renegeTaking(taker) == "a" && store.renegeTaking(taker) == nil)
        _ = store.put(1, for: "x")
        guard case .queued(let giver) = store.put(2, for: "y") else { return }
        #expect(store.renegePutting(giver) == "y" && settled(&store).isEmpty)
    }

    /// What a level settles, in words.
    private func settled(_ level: inout Level<Unicode.Scalar>) -> String {
        var words = ""
        while let next = level.settleNext() {
            switch next {
            case .took(let requester): words += "-\(requester)"
            case .put(let requester): words += "+\(requester)"
            }
        }
        return words
    }

    @Test("The first who takes is not overtaken by one who wants less")
    func level() {
        var tank = Level<Unicode.Scalar>(amount: 10, capacity: 100)
        #expect(tank.take(30, for: "a") != .granted && tank.take(5, for: "b") != .granted)
        #expect(settled(&tank) == "" && tank.amount == 10)
        #expect(tank.put(25, for: "x") == .granted)
        #expect(settled(&tank) == "-a-b" && tank.amount == 0)
    }

    @Test("Who puts waits until there is room for all of it")
    func room() {
        var tank = Level<Unicode.Scalar>(amount: 90, capacity: 100)
        #expect(tank.put(20, for: "x") != .granted && tank.put(1, for: "y") != .granted)
        #expect(tank.take(15, for: "a") == .granted)
        #expect(settled(&tank) == "+x+y" && tank.amount == 96)
    }
}
