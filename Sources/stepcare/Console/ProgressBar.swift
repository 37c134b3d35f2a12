import Experiments
import Synchronization

/// How far a forecast has got, on standard error and only where somebody watches.
final class ProgressBar: Sendable {
    private let isWatched = Terminal.isWatched
    private let furthest = Mutex<Int>(-1)

    func show(_ progress: Progress) {
        guard isWatched else { return }
        if progress.done < 0 {
            Terminal.draw("\r  Preparing the first day …")
            return
        }
        furthest.withLock { furthest in
            guard progress.done > furthest else { return }
            furthest = progress.done
            let width = 30
            let filled = progress.planned > 0 ? progress.done * width / progress.planned : width
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: max(0, width - filled))
            Terminal.draw("\r  \(bar) \(progress.done) of \(progress.planned) runs ")
        }
    }

    func clear() {
        guard isWatched else { return }
        Terminal.draw("\r\u{1B}[K")
    }
}
