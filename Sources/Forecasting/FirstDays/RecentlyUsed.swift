import Experiments
import Synchronization

/// What was made or read lately, in memory. Bounded; what was not used for longest goes first, and what is large is not
/// kept: a few of its kind have to fit.
final class RecentlyUsed<Key: Equatable & Sendable, Value: Sendable>: Sendable {
    /// Bytes of all of it at most.
    let most: Int

    private struct Kept {
        let key: Key
        let value: Value
        let bytes: Int
    }

    /// What was used last is last.
    private let kept = Mutex<[Kept]>([])

    /// - Parameter most: bytes of all of it at most.
    init(most: Int) { self.most = most }

    /// Whether so many bytes are worth a place.
    func hasRoom(for bytes: Int) -> Bool { bytes <= most / 4 }

    /// What is kept; nil if nothing is.
    func value(_ key: Key) -> Value? {
        kept.withLock { kept in
            guard let place = kept.lastIndex(where: { $0.key == key }) else { return nil }
            let found = kept.remove(at: place)
            kept.append(found)
            return found.value
        }
    }

    /// Keeps what has room, in place of what had the key before.
    func keep(_ value: Value, _ key: Key, bytes: Int) {
        guard hasRoom(for: bytes) else { return }
        kept.withLock { kept in
            kept.removeAll { $0.key == key }
            kept.append(Kept(key: key, value: value, bytes: bytes))
            var total = kept.reduce(0) { $0 + $1.bytes }
            while total > most { total -= kept.removeFirst().bytes }
        }
    }
}

extension WarmUpMemory {
    /// A memory of this process, of so many bytes at most.
    static func bounded(most: Int = 1 << 27) -> WarmUpMemory {
        let recent = RecentlyUsed<Key, WarmUpPart>(most: most)
        return WarmUpMemory(
            known: { recent.value($0) }, keep: { recent.keep($1, $0, bytes: $1.byteCount) })
    }
}
