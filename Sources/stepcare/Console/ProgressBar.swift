import Forecasting
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
