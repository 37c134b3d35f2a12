/// Finds the name that somebody may have meant.
enum NearestName {
    /// `; did you mean 'x'?` for the nearest name within a third of its length, or nothing; ties go to the first.
    static func question(_ name: String, among names: [String]) -> String {
        var best: (name: String, distance: Int)?
        for candidate in names {
            let distance = distance(Array(name.lowercased().prefix(64)), Array(candidate))
            if distance <= max(1, candidate.count / 3), distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best.map { "; did you mean '\($0.name)'?" } ?? ""
    }

    /// Letters to insert, delete, replace or swap with the next to turn one word into the other (optimal string
    /// alignment). O(n·m).
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var current = [row + 1]
            for column in other.indices {
                let replaced = last[column] + (letter == other[column] ? 0 : 1)
                var least = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            beforeLast = last
            last = current
        }
        return last[other.count]
    }
}
