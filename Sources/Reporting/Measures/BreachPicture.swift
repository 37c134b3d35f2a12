/// What the weekly bands of a breach measure say at a glance.
struct BreachPicture {
    /// The first week in which a breach is more likely than not.
    var firstLikely: WeeklyBand?
    /// The week with the most expected breaches; of equals the likeliest, then the earliest.
    var worst: WeeklyBand
    /// Weeks in which a breach is more likely than not.
    var likelyWeeks: Int
    /// Weeks looked at.
    var weeks: Int
    /// Expected breaches over all weeks.
    var total: Double

    /// The picture; nil if no week has numbers. O(weeks).
    init?(_ bands: [WeeklyBand]) {
        let known = bands.filter { $0.mean.isFinite && $0.probabilityAny.isFinite }
        guard var worst = known.first else { return nil }
        for band in known.dropFirst()
        where (band.mean, band.probabilityAny) > (worst.mean, worst.probabilityAny) { worst = band }
        self.worst = worst
        let likely = known.filter { $0.probabilityAny > 0.5 }
        firstLikely = likely.first
        likelyWeeks = likely.count
        weeks = known.count
        total = known.reduce(0) { $0 + $1.mean }
    }

    /// Whether no run has a breach in any week.
    var isNever: Bool { worst.mean <= 0 && worst.probabilityAny <= 0 }
}
