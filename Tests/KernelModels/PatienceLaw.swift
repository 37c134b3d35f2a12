/// How many days somebody waits before giving up, from the probability of giving up on each day.
struct PatienceLaw: Sendable {
    /// The probability of still waiting after each number of days, until it is negligible.
    private var stillWaiting: [Double] = [1]

    /// - Parameter hazard: the probability of giving up on the day when this many days have been waited.
    init(hazard: (_ waitedDays: Double) -> Double) {
        while stillWaiting[stillWaiting.count - 1] > 1e-12 {
            stillWaiting.append(stillWaiting[stillWaiting.count - 1] * (1 - hazard(Double(stillWaiting.count))))
        }
    }

    /// The number of days, at least 1, at a uniform number in 0 ..< 1: the first after which the share still waiting is
    /// at most that number.
    func days(_ uniform: Double) -> Int64 {
        var low = 1
        var high = stillWaiting.count - 1
        while low < high {
            let middle = (low + high) / 2
            if stillWaiting[middle] <= uniform { high = middle } else { low = middle + 1 }
        }
        return Int64(low)
    }
}
