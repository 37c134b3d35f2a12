import CareModel
import Statistics

/// What the weekly bands of a breach measure say at a glance.
struct BreachPicture {
    /// When breaches are most.
    enum Peak {
        /// A week that stands out from those before and after (``WeeklyBand/standsOut``).
        case week(WeeklyBand)
        /// A time of several weeks, none of which stands out, well above the rest.
        case season([WeeklyBand])
        /// No week and no time is told from the others.
        case none
    }

    /// The first week in which more than half of the runs have a breach.
    var firstLikely: WeeklyBand?
    /// The week with the most expected breaches; of equals the likeliest, then the earliest.
    var highest: WeeklyBand
    /// When breaches are most.
    var peak: Peak
    /// Weeks in which more than half of the runs have a breach.
    var likelyWeeks: Int
    /// Weeks looked at.
    var weeks: Int
    /// Expected breaches over all weeks.
    var total: Double
    /// Runs that have numbers.
    var runs: Int

    /// The picture; nil if no week has numbers. O(weeks).
    init?(_ bands: [WeeklyBand]) {
        let known = bands.filter { $0.mean.isFinite && $0.any != nil }
        guard var highest = known.first else { return nil }
        func share(_ band: WeeklyBand) -> Double { band.any?.share ?? 0 }
        for band in known.dropFirst() where (band.mean, share(band)) > (highest.mean, share(highest)) {
            highest = band
        }
        self.highest = highest
        let likely = known.filter { share($0) > 0.5 }
        firstLikely = likely.first
        likelyWeeks = likely.count
        weeks = known.count
        total = known.reduce(0) { $0 + $1.mean }
        runs = known.reduce(0) { max($0, $1.any?.runs ?? 0) }
        peak =
            if runs < 2 { .none } else if highest.standsOut { .week(highest) } else {
                BreachPicture.season(known).map(Peak.season) ?? .none
            }
    }

    /// Whether no run has a breach in any week.
    var isNever: Bool { highest.mean <= 0 && (highest.any?.happened ?? 0) == 0 }

    /// The quarter of the weeks, or the thirteen weeks, with the most breaches, if they are a quarter above the rest.
    private static func season(_ bands: [WeeklyBand]) -> [WeeklyBand]? {
        guard bands.count >= 8 else { return nil }
        let length = min(13, max(4, bands.count / 4))
        var best = 0
        var most = -1.0
        for first in 0...(bands.count - length) {
            let sum = bands[first..<(first + length)].reduce(0) { $0 + $1.mean }
            if sum > most { (best, most) = (first, sum) }
        }
        let all = bands.reduce(0) { $0 + $1.mean }
        let rest = (all - most) / Double(bands.count - length)
        guard most / Double(length) >= 1.25 * rest, most > 0 else { return nil }
        return Array(bands[best..<(best + length)])
    }
}

extension BreachPicture {
    /// The weeks that are told: the one that stands out, or those of the season, or the likeliest.
    var told: [WeeklyBand] {
        switch peak {
        case .week(let band): [band]
        case .season(let bands): bands
        case .none: [highest]
        }
    }

    /// Breaches a week in the time that is told; over all weeks where none is.
    var mean: Double {
        switch peak {
        case .week(let band): band.mean
        case .season(let bands): bands.reduce(0) { $0 + $1.mean } / Double(bands.count)
        case .none: total / Double(max(1, weeks))
        }
    }
}
