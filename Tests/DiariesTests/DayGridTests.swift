import Diaries
import TestSupport
import Testing

/// A day's bits against an array of truth values.
@Suite("Day grid, against an array")
struct DayGridTests {
    /// A random day: from nearly empty to nearly full, in runs or scattered.
    static func naive(_ random: inout SplitMix) -> [Bool] {
        var day = [Bool](repeating: random.below(2) == 0, count: 192)
        switch random.below(3) {
        case 0:
            let density = random.below(101)
            for index in day.indices { day[index] = random.below(100) < density }
        case 1:
            for _ in 0..<random.below(20) {
                let range = Self.range(&random)
                let value = random.below(2) == 0
                for index in range { day[index] = value }
            }
        default:
            // Runs that begin and end at the borders of words.
            for border in [63, 64, 65, 127, 128, 129, 191] where random.below(2) == 0 {
                for index in max(0, border - random.below(70))..<border { day[index] = true }
                day[border] = random.below(2) == 0
            }
        }
        return day
    }

    static func range(_ random: inout SplitMix) -> Range<Int> {
        let low = random.below(193)
        return low..<(low + random.below(193 - low))
    }

    /// The grid of an array, put together range by range.
    static func grid(_ day: [Bool]) -> DayGrid {
        var grid = DayGrid()
        var index = 0
        while index < 192 {
            var end = index
            while end < 192, day[end] { end += 1 }
            if end > index { grid = grid | DayGrid(index..<end) }
            index = max(end, index + 1)
        }
        return grid
    }

    static func bits(_ grid: DayGrid) -> [Bool] { (0..<192).map { grid.contains($0) } }

    /// The quanta at which a run of a length starts, looked for one by one.
    static func starts(_ day: [Bool], _ length: Int) -> [Bool] {
        var runs = [Int](repeating: 0, count: 193)
        for index in day.indices.reversed() { runs[index] = day[index] ? runs[index + 1] + 1 : 0 }
        return day.indices.map { runs[$0] >= length }
    }

    @Test("Every range sets its quanta and no others")
    func everyRange() {
        for low in 0...192 {
            for high in low...192 {
                let grid = DayGrid(low..<high)
                let first = high > low ? low : nil
                guard grid.count == high - low, grid.first == first, grid.isEmpty == (low == high),
                    low == high || (grid.contains(low) && grid.contains(high - 1)),
                    !grid.contains(low - 1), !grid.contains(high)
                else {
                    Issue.record("\(low)..<\(high)")
                    return
                }
            }
        }
    }

    @Test("Set, contains, count, first, and, or, subtracting: 3,000 random days")
    func setOperations() {
        for seed: UInt64 in 1...3000 {
            var random = SplitMix(seed: seed)
            let one = Self.naive(&random)
            let other = Self.naive(&random)
            let (left, right) = (Self.grid(one), Self.grid(other))
            let agrees =
                Self.bits(left) == one && left.count == one.filter { $0 }.count
                && left.first == one.firstIndex(of: true) && left.isEmpty == !one.contains(true)
                && Self.bits(left & right) == zip(one, other).map { $0 && $1 }
                && Self.bits(left | right) == zip(one, other).map { $0 || $1 }
                && Self.bits(left.subtracting(right)) == zip(one, other).map { $0 && !$1 }
                && (left == right) == (one == other)
            guard agrees else {
                Issue.record("seed \(seed)")
                return
            }
        }
    }

    @Test("Runs of every length, over the borders of words: 500 random days")
    func runs() {
        for seed: UInt64 in 1...500 {
            var random = SplitMix(seed: seed)
            let day = Self.naive(&random)
            let grid = Self.grid(day)
            for length in Array(1...64) + [65, 66, 72, 127, 128, 129, 191, 192] {
                let expected = Self.starts(day, length)
                guard Self.bits(grid.starts(ofRuns: length)) == expected,
                    grid.firstRun(length) == expected.firstIndex(of: true)
                else {
                    Issue.record("seed \(seed), length \(length)")
                    return
                }
            }
        }
    }

    @Test(
        "One run that fits exactly, at every place of the day",
        arguments: [1, 2, 3, 10, 12, 31, 32, 33, 63, 64, 65, 72, 128]
    )
    func exactRun(length: Int) {
        for start in 0...(192 - length) {
            let grid = DayGrid(start..<(start + length))
            #expect(grid.firstRun(length) == start)
            #expect(grid.firstRun(length + 1) == nil)
        }
    }

    @Test("Nothing, everything, and what lies outside the day")
    func edges() {
        #expect(DayGrid().isEmpty && DayGrid().count == 0 && DayGrid().firstRun(1) == nil)
        #expect(DayGrid.full.count == 192 && DayGrid.full == DayGrid(0..<192) && DayGrid.full.firstRun(64) == 0)
        #expect(DayGrid.full.starts(ofRuns: 64).count == 192 - 63)
        #expect(DayGrid.full.firstRun(192) == 0 && DayGrid.full.firstRun(193) == nil)
        #expect(!DayGrid.full.contains(-1) && !DayGrid.full.contains(192))
    }

    @Test("A range outside the day, or a run of no length, is a mistake of the caller")
    func misuse() async {
        await #expect(processExitsWith: .failure) { _ = DayGrid(0..<193) }
        await #expect(processExitsWith: .failure) { _ = DayGrid(-1..<3) }
        await #expect(processExitsWith: .failure) { _ = DayGrid.full.firstRun(0) }
    }
}
