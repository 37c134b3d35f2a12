// SPDX-License-Identifier: GPL-3.0-or-later

import RandomStreams

extension Explorer {
    /// A first look: where the user is, what the cheap model says is best, and points that fill the region.
    func design() throws(SearchEnd) {
        ledger.stage = .design
        let share = max(4, ledger.limit / (3 * settings.firstRuns))
        let count = min(settings.designPoints, share, 4 * lattice.dimensions + 8)
        var points: [[Int]] = []
        if let start = problem.start, lattice.contains(start) { points.append(start) }
        let centre = try guarded { () throws(PlanningError) in try self.estimatedBest() }
        if let centre, !points.contains(centre) { points.append(centre) }
        // With a cheap model the region is around its best point; without one it is all there is.
        let width = centre == nil ? 1.0 : 0.4
        let source = RandomSource(seed: seed)
        for cube in SobolSequence.points(4 * count, dimensions: lattice.dimensions, from: source, purpose: 1) {
            guard points.count < count else { break }
            let wanted = zip(lattice.variables, cube).enumerated().map { index, pair in
                let (low, high) = (Double(pair.0.range.lowerBound), Double(pair.0.range.upperBound))
                let side = (high - low) * width
                let middle = centre.map { Double($0[index]) } ?? (low + high) / 2
                let from = min(max(middle - side / 2, low), high - side)
                return from + side * pair.1
            }
            let point = try guarded { () throws(PlanningError) in try self.lattice.nearest(to: wanted) }
            if let point, !points.contains(point) { points.append(point) }
        }
        try ledger.take(points.map { ($0, settings.firstRuns) })
    }

    /// The best point by the cheap model alone; nil if there is none.
    private func estimatedBest() throws(PlanningError) -> [Int]? {
        let middle = lattice.variables.map { Double($0.range.lowerBound + $0.range.upperBound) / 2 }
        guard problem.estimate(middle) != nil else { return nil }
        let responses = Responses(estimates, valueCount: problem.valueCount, lattice: lattice, goal: goal)
        var starts = try lattice.nearest(to: middle).map { [$0] } ?? []
        if let start = problem.start, lattice.contains(start) { starts.append(start) }
        return try SurrogateSearch(responses, goal: goal, caution: 0).solve(from: starts)
    }

    /// A fault as what ends a search.
    func guarded<Value>(_ work: () throws(PlanningError) -> Value) throws(SearchEnd) -> Value {
        do { return try work() } catch { throw .fault(error) }
    }
}
