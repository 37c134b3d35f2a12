/// A shorter sequence that still fails: parts are left out, smaller and smaller ones, as long as it goes on failing.
public func shrunk<Step>(_ steps: [Step], fails: ([Step]) throws -> Bool) rethrows -> [Step] {
    var shortest = steps
    var length = max(1, steps.count / 2)
    while length >= 1 {
        var start = 0
        var isShorter = false
        while start < shortest.count {
            var shorter = shortest
            shorter.removeSubrange(start..<min(start + length, shorter.count))
            if try fails(shorter) {
                shortest = shorter
                isShorter = true
            } else {
                start += length
            }
        }
        if length == 1 && !isShorter { break }
        length = length == 1 ? 1 : length / 2
    }
    return shortest
}
