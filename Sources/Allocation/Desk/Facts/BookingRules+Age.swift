public import CareModel

extension BookingRules {
    /// Whether somebody is younger than the people whom the team sees (PR-4). Where only the band is known, one counts
    /// as served if its older half is; of whom nothing is known, nothing is guessed.
    /// - Parameter years: the age in years; nil if it is not known.
    public func isUnderAge(_ band: AgeBand, years: Int? = nil) -> Bool {
        if let years { return years < youngestAge }
        guard let youngest = band.youngest, youngest < 18 else { return false }
        return youngest + 1 < youngestAge
    }
}
