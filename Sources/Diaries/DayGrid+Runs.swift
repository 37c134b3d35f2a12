extension DayGrid {
    /// Whether all of some quanta are set.
    @inlinable
    public func holds(_ wanted: DayGrid) -> Bool { self & wanted == wanted }

    /// The grid moved towards the start of the day.
    /// - Parameter count: 0 ..< 64 quanta.
    @inlinable
    func advanced(by count: UInt64) -> DayGrid {
        guard count > 0 else { return self }
        let rest = 64 &- count
        return DayGrid(
            low: low &>> count | middle &<< rest, middle: middle &>> count | high &<< rest, high: high &>> count)
    }

    /// The quanta at which a run of set quanta starts that is at least `length` long.
    ///
    /// Shift-and-and by doubling: O(log length).
    /// - Parameter length: 1 quantum or more; a day has no run that is longer than it.
    @inlinable
    public func starts(ofRuns length: Int) -> DayGrid {
        precondition(length >= 1, "a run has a length")
        guard length <= 192 else { return DayGrid() }
        var runs = self
        var covered = 1
        while covered < length {
            let step = min(covered, length - covered, 63)
            runs = runs & runs.advanced(by: UInt64(step))
            covered += step
        }
        return runs
    }

    /// The first quantum of the first run of at least `length`; nil if there is none.
    @inlinable
    public func firstRun(_ length: Int) -> Int? { starts(ofRuns: length).first }
}

extension DayGrid {
    /// The runs of set quanta, in order. O(runs).
    public var runs: [Range<Int>] {
        var found: [Range<Int>] = []
        var quantum = 0
        while quantum < 192 {
            guard contains(quantum) else {
                quantum += 1
                continue
            }
            let start = quantum
            while contains(quantum) { quantum += 1 }
            found.append(start..<quantum)
        }
        return found
    }
}
