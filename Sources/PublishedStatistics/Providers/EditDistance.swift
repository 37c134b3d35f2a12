/// How far one word is from another.
enum EditDistance {
    /// Letters to insert, delete or replace to turn one into the other (Levenshtein); the first 60 of each. O(n·m).
    static func between(_ one: String, _ other: String) -> Int {
        let other = Array(other.unicodeScalars.prefix(60))
        var last = Array(0...other.count)
        for (row, letter) in one.unicodeScalars.prefix(60).enumerated() {
            var diagonal = last[0]
            last[0] = row + 1
            for column in other.indices {
                let replaced = diagonal + (letter == other[column] ? 0 : 1)
                diagonal = last[column + 1]
                last[column + 1] = min(replaced, last[column] + 1, diagonal + 1)
            }
        }
        return last[other.count]
    }
}
