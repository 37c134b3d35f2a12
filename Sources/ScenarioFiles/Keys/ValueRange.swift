import CareModel

/// The numbers that a key allows.
struct ValueRange: Sendable {
    /// The least, itself allowed unless ``isAbove``.
    var least: Double
    /// The greatest, itself allowed.
    var most: Double
    /// Whether the least itself is not allowed.
    var isAbove = false

    /// From the least to the most, both allowed.
    init(_ range: ClosedRange<Double>) {
        least = range.lowerBound
        most = range.upperBound
    }

    /// Above the least, up to the most.
    init(above least: Double, upTo most: Double) {
        self.least = least
        self.most = most
        isAbove = true
    }

    /// Whether the number is allowed; one that is not a number never is.
    func contains(_ number: Double) -> Bool { (isAbove ? number > least : number >= least) && number <= most }

    /// `0 to 1`, or `above 0, up to 1`.
    var text: String {
        isAbove
            ? "above \(NumberText.of(least)), up to \(NumberText.of(most))"
            : "\(NumberText.of(least)) to \(NumberText.of(most))"
    }

    /// Two numbers that are allowed, for tests and examples.
    var samples: [Double] {
        let middle = (least + most) / 2
        return [most, isAbove ? middle : least]
    }
}

extension String {
    /// The text without spaces at its ends.
    var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
