extension AgeBand {
    /// The band of an age in years; whoever is younger than any band is in the youngest.
    public init(years: Int) {
        let bands: [(from: Int, band: AgeBand)] = [
            (65, .sixtyFiveAndOver), (26, .twentySixToSixtyFour), (18, .eighteenToTwentyFive),
            (16, .sixteenToSeventeen),
        ]
        self = bands.first { years >= $0.from }?.band ?? .fourteenToFifteen
    }
}
