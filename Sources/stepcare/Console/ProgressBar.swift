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
        case .replications(_, let done, let planned): show(done, of: planned)
        case .people: break
        }
    }

    private func show(_ done: Int, of planned: Int) {
        furthest.withLock { furthest in
            guard done > furthest else { return }
            furthest = done
            let width = 30
            let filled = planned > 0 ? done * width / planned : width
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: max(0, width - filled))
            Terminal.draw("\r  \(bar) \(done) of \(planned) runs ")
        }
    }

    func clear() {
        guard isWatched else { return }
        Terminal.draw("\r\u{1B}[K")
    }
}
