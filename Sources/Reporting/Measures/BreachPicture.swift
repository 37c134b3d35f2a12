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
    /// All of them that have numbers.
    var known: [WeeklyBand]
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
        self.known = known
        let likely = known.filter { share($0) > 0.5 }
        firstLikely = likely.first
        likelyWeeks = likely.count
        weeks = known.count
        total = known.reduce(0) { $0 + $1.mean }
        runs = known.reduce(0) { max($0, $1.any?.runs ?? 0) }
        peak =
            if runs < 2 { .none } else if highest.standsOut { .week(highest) } else {
                BreachPicture.season(known, runs).map(Peak.season) ?? .none
            }
    }

    /// Whether no run has a breach in any week.
    var isNever: Bool { highest.mean <= 0 && (highest.any?.happened ?? 0) == 0 }

    /// The longest time about the highest week in which, over a quarter of a year, more pass the day than half way
    /// between the calmest time and the worst; nil if that is not a quarter above the rest, no more than chance, or
    /// hardly anybody's.
    private static func season(_ bands: [WeeklyBand], _ runs: Int) -> [WeeklyBand]? {
        guard bands.count >= 8 else { return nil }
        let reach = min(6, bands.count / 8)
        let smooth = bands.indices.map { place -> Double in
            let near = bands[max(0, place - reach)...min(bands.count - 1, place + reach)]
            return near.reduce(0) { $0 + $1.mean } / Double(near.count)
        }
        guard let most = smooth.max(), let least = smooth.min(), let top = smooth.firstIndex(of: most) else {
            return nil
        }
        let level = (most + least) / 2
        var (first, last) = (top, top)
        while first > 0, smooth[first - 1] >= level { first -= 1 }
        while last < bands.count - 1, smooth[last + 1] >= level { last += 1 }
        let length = last - first + 1
        guard length <= bands.count * 3 / 4 else { return nil }
        let within = bands[first...last].reduce(0) { $0 + $1.mean }
        let rest = (bands.reduce(0) { $0 + $1.mean } - within) / Double(bands.count - length)
        let (mean, luck) = (within / Double(length), Array(bands[first...last]).luck(runs: runs))
        guard mean >= max(1.25 * rest, 1), mean - rest > luck else { return nil }
        return Array(bands[first...last])
    }
}

extension BreachPicture {
    /// The weeks that are told: the one that stands out, or those of the season, or all.
    var told: [WeeklyBand] {
        switch peak {
        case .week(let band): [band]
        case .season(let bands): bands
        case .none: known
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

extension [WeeklyBand] {
    /// `March 2027`, `April to December 2027`, `October 2027 to January 2028`: the months that most of the first and of
    /// the last week lie in.
    var months: String {
        guard let first = first.map({ ($0.starts + 3).date }), let last = last.map({ ($0.starts + 3).date }) else {
            return ""
        }
        let (from, to) = (CivilDay.monthNames[first.month - 1], CivilDay.monthNames[last.month - 1])
        return BreachPicture.span((from, first.year), (to, last.year))
    }

    /// The same for a heading: `Apr to Dec 2027`.
    var briefMonths: String {
        guard let first = first.map({ ($0.starts + 3).date }), let last = last.map({ ($0.starts + 3).date }) else {
            return ""
        }
        func brief(_ month: Int) -> String { String(CivilDay.monthNames[month - 1].prefix(3)) }
        return BreachPicture.span((brief(first.month), first.year), (brief(last.month), last.year))
    }
}

extension BreachPicture {
    fileprivate static func span(_ first: (month: String, year: Int), _ last: (month: String, year: Int)) -> String {
        let (from, to) = (first.month, last.month)
        if first.year != last.year { return "\(from) \(first.year) to \(to) \(last.year)" }
        return from == to ? "\(to) \(last.year)" : "\(from) to \(to) \(last.year)"
    }
}
