// SPDX-License-Identifier: GPL-3.0-or-later

import Replications
import Synchronization

/// What ends a search before its own end.
enum SearchEnd: Error {
    case budget
    case cancelled
    case fault(PlanningError)
}

/// The runs that a search has made, and those that it may still make.
final class RunLedger {
    /// Runs of a point from a number on.
    struct Place: Hashable {
        let point: [Int]
        let firstNumber: Int
    }

    let problem: any PlanningProblem
    let width: Int
    private let threads: Int
    private let budget: Int
    private let sharedWork: SharedWork?
    private let isCancelled: @Sendable () -> Bool
    private let progress: (PlanProgress) -> Void
    private var places: [Place: Int] = [:]
    private var earlier: [Place: [Double]] = [:]

    private(set) var state: PlanState
    private(set) var runs = 0
    /// Runs at which `take` stops: less than the budget while some are kept for later.
    var limit: Int
    var stage = PlanProgress.Stage.design

    init(
        _ problem: any PlanningProblem, settings: PlanSettings, mark: UInt64, earlier: PlanState?,
        sharedWork: SharedWork?, progress: @escaping (PlanProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
    ) {
        self.problem = problem
        width = problem.valueCount
        threads = settings.threads
        budget = settings.budget
        limit = settings.budget
        self.sharedWork = sharedWork
        self.progress = progress
        self.isCancelled = isCancelled
        state = PlanState(mark: mark)
        for entry in earlier?.entries ?? [] {
            self.earlier[Place(point: entry.point, firstNumber: entry.firstNumber)] = entry.values
        }
    }

    /// How many runs of a point there are.
    func count(_ point: [Int], from firstNumber: Int = 0) -> Int {
        places[Place(point: point, firstNumber: firstNumber)].map { state.entries[$0].values.count / width } ?? 0
    }

    /// One value of each run of a point.
    func values(_ value: Int, of point: [Int], from firstNumber: Int = 0) -> [Double] {
        guard let place = places[Place(point: point, firstNumber: firstNumber)] else { return [] }
        let all = state.entries[place].values
        return stride(from: value, to: all.count, by: width).map { all[$0] }
    }

    /// Points of the search in the order of their first runs.
    var points: [[Int]] { state.entries.filter { $0.firstNumber == 0 && !$0.values.isEmpty }.map(\.point) }

    /// Sees to it that points have so many runs.
    /// - Throws: `budget` where there are no more, of the budget or of the numbers that begin there.
    func take(_ wanted: [(point: [Int], count: Int)], from firstNumber: Int = 0) throws(SearchEnd) {
        var jobs: [(entry: Int, number: Int)] = []
        let room = RunNumbers.room(from: firstNumber)
        for (point, asked) in wanted {
            let count = min(asked, room)
            let entry = entry(Place(point: point, firstNumber: firstNumber))
            let have = state.entries[entry].values.count / width
            guard count > have else { continue }
            jobs += (have..<count).map { (entry, firstNumber + $0) }
        }
        let allowed = max(0, limit - runs)
        var rest = jobs.prefix(allowed)
        while !rest.isEmpty {
            // Between chunks what is done can be kept; who shares the work shares all that is known to be needed.
            let most = sharedWork == nil ? max(64, 16 * threads, jobs.count / 8) : rest.count
            let chunk = Array(rest.prefix(most))
            rest = rest.dropFirst(chunk.count)
            try make(chunk)
            progress(PlanProgress(stage: stage, runs: runs, budget: budget, state: state))
        }
        if jobs.count > allowed || wanted.contains(where: { $0.count > room }) { throw .budget }
    }

    private func entry(_ place: Place) -> Int {
        if let entry = places[place] { return entry }
        state.entries.append(.init(point: place.point, firstNumber: place.firstNumber, values: []))
        places[place] = state.entries.count - 1
        return state.entries.count - 1
    }

    private func make(_ jobs: [(entry: Int, number: Int)]) throws(SearchEnd) {
        let tasks = jobs.map { job in
            let entry = state.entries[job.entry]
            let known = earlier[Place(point: entry.point, firstNumber: entry.firstNumber)] ?? []
            let first = (job.number - entry.firstNumber) * width
            let values = first + width <= known.count ? Array(known[first..<first + width]) : nil
            return (point: entry.point, number: job.number, values: values)
        }
        let problem = problem
        let results = results(of: tasks.map { "run \($0.number) of \($0.point)" }) { index in
            tasks[index].values ?? problem.run(tasks[index].point, tasks[index].number)
        }
        // What was not done leaves a gap, after which nothing of that point is kept.
        var broken: [Int] = []
        for (job, values) in zip(jobs, results) {
            guard let values else {
                broken.append(job.entry)
                continue
            }
            guard !broken.contains(job.entry) else { continue }
            try check(values, job)
            state.entries[job.entry].values += values
            runs += 1
        }
        if !broken.isEmpty { throw .cancelled }
    }

    /// What each piece of work gives; nil where it was not made, because of a stop or because others are to make it.
    private func results(of names: [String], _ body: @Sendable (Int) -> [Double]) -> [[Double]?] {
        if let sharedWork {
            let found = sharedWork.run(names, threads: threads, isCancelled: isCancelled, form: .numbers, body: body)
            return found ?? names.map { _ in nil }
        }
        let done = Mutex<[[Double]?]>([[Double]?](repeating: nil, count: names.count))
        _ = Replications.run(
            0..<names.count, threads: threads, progress: { _ in }, isCancelled: isCancelled,
            body: { index in
                let values = body(index)
                done.withLock { $0[index] = values }
            })
        return done.withLock { $0 }
    }

    private func check(_ values: [Double], _ job: (entry: Int, number: Int)) throws(SearchEnd) {
        let point = state.entries[job.entry].point
        guard values.count == width else {
            throw .fault(.valuesOfRun(point: point, number: job.number, expected: width, found: values.count))
        }
        for (index, value) in values.enumerated() where !value.isFinite {
            let name = index < problem.targets.count ? problem.targets[index].name : "objective"
            throw .fault(.valueOfRun(point: point, number: job.number, name: name))
        }
    }
}
