/// Finds the name that somebody may have meant, whether large letters were used or small.
public enum NearestName {
    /// `; did you mean 'x'?` for the nearest name, or nothing if none is near.
    public static func question(_ name: String, among names: [String]) -> String {
        nearest(name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// The nearest name within three slips, and within a third of the length; ties go to the first in order.
    public static func nearest(_ name: String, among names: [String]) -> String? {
        let limit = limit(name)
        var best: (name: String, distance: Int)?
        for candidate in names where abs(candidate.count - name.count) <= limit {
            let distance = distance(name, candidate)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// How many slips away a name may be.
    public static func limit(_ name: String) -> Int { min(3, max(1, (name.count + 2) / 3)) }

    /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other (Damerau and
    /// Levenshtein, each letter changed at most once); of each word the first 64 letters count. O(n·m).
    public static func distance(_ one: String, _ other: String) -> Int {
        let from = Array(one.lowercased().unicodeScalars.prefix(64))
        let to = Array(other.lowercased().unicodeScalars.prefix(64))
        var beforeLast = [Int](repeating: 0, count: to.count + 1)
        var last = Array(0...to.count)
        for row in from.indices {
            var current = [row + 1]
            for column in to.indices {
                let isSame = from[row] == to[column]
                var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[to.count]
    }
}
