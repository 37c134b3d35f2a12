public import Experiments
import ServiceSimulation
import Synchronization

/// Runs of parts, those that were used last at the end.
private final class RunShelves: Sendable {
    private struct Shelf {
        let key: RunMemory.Key
        var runs: [Int: ReplicationRecord] = [:]  // lookup only
    }

    private let most: Int
    private let shelves = Mutex<[Shelf]>([])

    init(most: Int) { self.most = max(1, most) }

    func value(_ key: RunMemory.Key, _ number: Int) -> ReplicationRecord? {
        shelves.withLock { shelves in
            guard let place = shelves.lastIndex(where: { $0.key == key }) else { return nil }
            let shelf = shelves.remove(at: place)
            shelves.append(shelf)
            return shelf.runs[number]
        }
    }

    func keep(_ record: ReplicationRecord, _ key: RunMemory.Key, _ number: Int) {
        shelves.withLock { shelves in
            let place = shelves.lastIndex { $0.key == key }
            var shelf = place.map { shelves.remove(at: $0) } ?? Shelf(key: key)
            shelf.runs[number] = record
            shelves.append(shelf)
            if shelves.count > most { shelves.removeFirst() }
        }
    }
}

extension RunMemory {
    /// A memory of this process.
    /// - Parameter most: parts whose runs are remembered; of each as many runs as were asked for. What was not used for
    ///   longest goes first.
    public static func bounded(most: Int = 60) -> RunMemory {
        let shelves = RunShelves(most: most)
        return RunMemory(known: { shelves.value($0, $1) }, keep: { shelves.keep($2, $0, $1) })
    }
}
