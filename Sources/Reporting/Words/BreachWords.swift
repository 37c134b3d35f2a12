import CareModel
import Statistics

/// Sentences on when people wait beyond the service's own promise of a first appointment, and how many (KP-1).
struct BreachWords {
    let scope: Scope
    let index: ForecastIndex

    private var standards: Standards { index.forecast.standards }
    private var days: Int { standards.firstAppointmentDays }
    private var bands: [WeeklyBand] { index.weekly(standards.name(.breaches), scope.group) }
    private var runs: String { ChanceText.range(runs: index.forecast.manifest.replications) }

    /// Empty if the forecast does not have the measure.
    var sentences: [Told] { told(isBrief: false) }

    /// The same without the chances of so many.
    var brief: [Told] { told(isBrief: true) }

    private func told(isBrief: Bool) -> [Told] {
        guard let picture = BreachPicture(bands) else { return [] }
        if picture.runs < 2 { return single(picture) }
        if picture.isNever {
            let all = NumberText.grouped(index.forecast.manifest.replications)
            return [
                "Nobody is forecast to wait longer than \(days) days for a first appointment.",
                "It happens in none of the \(all) runs.",
            ]
        }
        guard picture.firstLikely != nil else { return [unlikely(picture)] + longer }
        return [most(picture), spread(picture)].compactMap { $0 } + [isBrief ? nil : atLeast(picture)].compactMap { $0 }
            + longer
    }

    /// The first of the sentences, which says when.
    var opening: Told? { sentences.first }

    /// What a single run has, which is no forecast.
    private func single(_ picture: BreachPicture) -> [Told] {
        let number = picture.known.shown(.mean, .sum)
        let people: Told =
            picture.total < 0.5 ? "nobody waits" : picture.total < 1.5 ? "one person waits" : "\(number) people wait"
        return [
            "In the one run that was made \(people) longer than \(days) days for a first appointment.",
            "One run shows no chances.",
        ]
    }

    private func week(_ band: WeeklyBand) -> String {
        "the week of " + TextTools.day(band.starts, reference: index.forecast.manifest.starts)
    }

    /// No week has a breach in more than half of the runs.
    private func unlikely(_ picture: BreachPicture) -> Told {
        let highest = bands.compactMap { band in band.any.map { (band: band, chance: $0) } }
            .max { $0.chance.share < $1.chance.share }
        guard let highest else { return "" }
        let wait = "wait beyond \(days) days for a first appointment"
        let chance = ChanceText.about(highest.chance)
        if highest.chance.runs < ChanceText.fewRuns { return "No week has a \(wait) in more than \(chance)." }
        return highest.band.standsOut
            ? "A \(wait) is unlikely in any one week; the riskiest is \(week(highest.band)) (\(chance))."
            : "A \(wait) is unlikely in any one week; the chance is nowhere higher than \(chance)."
    }

    /// When most people pass the day, and how many a week.
    private func most(_ picture: BreachPicture) -> Told {
        switch picture.peak {
        case .week(let worst):
            return "Most people pass \(days) days in \(week(worst)): \(people([worst]))."
        case .season(let bands):
            return "Most people pass \(days) days from \(bands.months): \(people(bands)) a week."
        case .none:
            let verb = picture.mean < 1.5 ? "passes" : "pass"
            return "All the time \(people(picture.known)) a week \(verb) \(days) days without a first appointment."
        }
    }

    /// `35 to 50 people`: the fewest and the most of the weeks' means.
    private func people(_ bands: [WeeklyBand]) -> Told {
        let mean = bands.reduce(0) { $0 + $1.mean } / Double(max(1, bands.count))
        if mean < 0.75 { return "less than one person" }
        if mean < 1.5 { return "about one person" }
        let (low, high) = (bands.shown(.mean, .least), bands.shown(.mean, .most))
        return low.text == high.text ? "about \(high) people" : "\(low) to \(high) people"
    }

    /// People a week in a heading, whole: `about 47 people`.
    static func people(_ mean: Double) -> String {
        mean < 0.75
            ? "less than one person" : mean < 1.5 ? "about one person" : "about \(NumberText.rough(mean)) people"
    }

    /// The range of the runs in the weeks that are told.
    private func spread(_ picture: BreachPicture) -> Told? {
        let told = picture.told
        guard told.allSatisfy({ $0.p05.isFinite && $0.p95.isFinite }) else { return nil }
        let (low, high) = (told.shown(.p05, .least), told.shown(.p95, .most))
        guard low.text != high.text else { return nil }
        return "\(TextTools.capitalised(runs)) lie between \(low) and \(high) people a week."
    }

    /// The chances of at least so many, in a usual one of the weeks that are told.
    private func atLeast(_ picture: BreachPicture) -> Told? {
        let told = picture.told
        guard picture.runs >= ChanceText.fewRuns, told.allSatisfy({ $0.p25.isFinite && $0.p75.isFinite }) else {
            return nil
        }
        let (often, seldom) = (told.shown(.p25, .mean), told.shown(.p75, .mean))
        guard often.value >= 1, often.text != seldom.text else { return nil }
        return "In 3 of 4 runs at least \(often) people a week pass it, in 1 of 4 at least \(seldom)."
    }

    /// Whether a longer promise is in danger too: the longest that is.
    private var longer: [Told] {
        let others = standards.breaches.filter { standards.days($0) > days }
        for measure in others.sorted(by: { standards.days($0) > standards.days($1) }) {
            let bands = index.weekly(standards.name(measure), scope.group)
            guard let picture = BreachPicture(bands), let first = picture.firstLikely else { continue }
            let most: Told =
                picture.highest.mean < 1.5
                ? "That is about one person a week at most."
                : "That is up to about \(picture.known.shown(.mean, .most)) people a week."
            let days = standards.days(measure)
            return [
                "More than half of the runs have somebody who passes \(days) days, from \(week(first)) on.", most,
            ]
        }
        return []
    }
}

/// Sentences on why people pass the service's own promise (KP-1).
struct CauseWords {
    let scope: Scope
    let index: ForecastIndex

    /// The main cause, if the forecast tells causes apart.
    var sentences: [Told] {
        let totals = CauseTotals(scope: scope, index: index).rows
        let all = totals.reduce(0) { $0 + $1.people }
        guard all > 0, let main = totals.max(by: { $0.people < $1.people }) else { return [] }
        return ["The main cause is that \(main.words) (\(ChanceText.part(main.people / all)))."]
    }
}
