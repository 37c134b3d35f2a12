import Forecasting
import Planning
import ServicePlanning
import Synchronization

/// How far a forecast has got, on standard error and only where somebody watches.
final class ProgressBar: Sendable {
    private let isWatched = Terminal.isWatched
    private let furthest = Mutex<Int>(-1)

    func show(_ progress: RunProgress) {
        guard isWatched else { return }
        switch progress {
        case .firstDay: Terminal.draw("\r  Preparing the first day …")
        case .replications(_, let done, let planned): show(done, of: planned, "runs")
        case .people: break
        case .levers(let done, let planned): show(done, of: planned, "runs of what would help")
        }
    }

    func show(_ progress: PlanWatch.Progress) {
        guard isWatched else { return }
        switch progress {
        case .firstDays: Terminal.draw("\r  Preparing the first days …")
        case .today: Terminal.draw("\r  Running the service as it is …")
        case .search(let stage, let done, let budget): show(done, of: budget, "runs at most, \(Self.words(stage))")
        }
    }

    /// How far a question about assumptions has got: each stage has a bar of its own.
    func show(_ stage: PreparedSensitivity.Stage, _ done: Int, _ planned: Int) {
        guard isWatched else { return }
        switch stage {
        case .firstDays: Terminal.draw("\r  Preparing the first day …")
        case .paths: show(done, of: planned, "runs along paths, stage 1 of 3 ")
        case .ends, .shares:
            if done == 1 { furthest.withLock { $0 = 0 } }
            show(
                done, of: planned,
                stage == .ends ? "runs at both ends, stage 2 of 3" : "runs together, stage 3 of 3    ")
        }
    }

    private static func words(_ stage: PlanProgress.Stage) -> String {
        switch stage {
        case .design: "looking round    "
        case .search: "searching        "
        case .polish: "trying neighbours"
        case .finalists: "testing the best "
        }
    }

    private func show(_ done: Int, of planned: Int, _ what: String) {
        furthest.withLock { furthest in
            guard done > furthest else { return }
            furthest = done
            let width = 30
            let filled = planned > 0 ? done * width / planned : width
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: max(0, width - filled))
            Terminal.draw("\r  \(bar) \(done) of \(planned) \(what) ")
        }
    }

    func clear() {
        guard isWatched else { return }
        Terminal.draw("\r\u{1B}[K")
    }
}
