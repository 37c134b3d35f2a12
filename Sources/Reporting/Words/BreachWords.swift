import CareModel
import Statistics

/// Sentences on waits beyond the service's own promise of a first appointment (KP-1).
struct BreachWords {
    let scope: Scope
    let index: ForecastIndex

    private var standards: Standards { index.forecast.standards }
    private var days: Int { standards.firstAppointmentDays }
    private var bands: [WeeklyBand] { index.weekly(standards.name(.breaches), scope.group) }

    /// Empty if the forecast does not have the measure.
    var sentences: [String] {
        guard let picture = BreachPicture(bands) else { return [] }
        if picture.runs < 2 { return [single(picture)] }
        if picture.isNever {
            return [
                "nobody is forecast to wait longer than \(days) days for a first appointment: it happens in none of "
                    + "the \(NumberText.grouped(index.forecast.manifest.replications)) runs."
            ]
        }
        guard let first = picture.firstLikely else { return [unlikely(picture)] + longer }
        return [most(picture), spread(picture, first: first) + cause + "."] + longer
    }

    /// What a single run has, which is no forecast.
    private func single(_ picture: BreachPicture) -> String {
        let people =
            picture.total < 0.5
            ? "nobody waits"
            : picture.total < 1.5 ? "one person waits" : "\(NumberText.rough(picture.total)) people in all wait"
        return "in the one run that was made \(people) longer than \(days) days for a first appointment; "
            + "one run shows no chances."
    }

    private func week(_ band: WeeklyBand) -> String {
        "the week of " + TextTools.day(band.starts, reference: index.forecast.manifest.starts)
    }

    /// No week has a breach in more than half of the runs.
    private func unlikely(_ picture: BreachPicture) -> String {
        let highest = bands.compactMap { band in band.any.map { (band: band, chance: $0) } }
            .max { $0.chance.share < $1.chance.share }
        guard let highest else { return "" }
        let wait = "a wait beyond \(days) days for a first appointment"
        if highest.chance.runs < ChanceText.fewRuns {
            return "no week has \(wait) in more than \(ChanceText.about(highest.chance))."
        }
        let chance = ChanceText.about(highest.chance)
        return highest.band.standsOut
            ? "\(wait) is unlikely in any one week; the riskiest is \(week(highest.band)) (\(chance))."
            : "\(wait) is unlikely in any one week; the chance is nowhere higher than \(chance)."
    }

    /// When breaches are most, and how many.
    private func most(_ picture: BreachPicture) -> String {
        switch picture.peak {
        case .week(let worst):
            return "\(worst.any.map(ChanceText.opening) ?? "") someone breaches \(days) days in \(week(worst)), the "
                + "worst week: \(people(worst))."
        case .season(let bands):
            guard let first = bands.first, let last = bands.last else { return "" }
            let reference = index.forecast.manifest.starts
            return "breaches of \(days) days are most from \(TextTools.day(first.starts, reference: reference)) to "
                + "\(TextTools.day(last.starts + 6, reference: reference)): \(weekly(picture.mean))."
        case .none:
            return "\(weekly(picture.mean)) \(picture.mean < 1.5 ? "breaches" : "breach") \(days) days; "
                + "no time stands out."
        }
    }

    private func weekly(_ mean: Double) -> String {
        mean < 0.75
            ? "less than one person a week"
            : mean < 1.5 ? "about one person a week" : "about \(NumberText.rough(mean)) people a week"
    }

    private func spread(_ picture: BreachPicture, first: WeeklyBand) -> String {
        switch picture.likelyWeeks {
        case picture.weeks: "in every week more than half of the runs have a breach"
        case 1: "only in \(week(first)) have more than half of the runs a breach"
        default:
            "more than half of the runs have a breach in \(picture.likelyWeeks) of the \(picture.weeks) weeks, first "
                + "in \(week(first))"
        }
    }

    /// `about 14 people, between 6 and 23`.
    private func people(_ band: WeeklyBand) -> String {
        let low = NumberText.rough(band.p05)
        let high = NumberText.rough(band.p95)
        let middle = band.mean < 1.5 ? "about one person" : "about \(NumberText.rough(band.mean)) people"
        return low == high ? middle : "\(middle), between \(low) and \(high)"
    }

    /// The main cause, if the forecast tells causes apart.
    private var cause: String {
        let totals = CauseTotals(scope: scope, index: index).rows
        let all = totals.reduce(0) { $0 + $1.people }
        guard all > 0, let main = totals.max(by: { $0.people < $1.people }) else { return "" }
        return "; the main cause is that \(main.words) (\(ChanceText.part(main.people / all)))"
    }

    /// Whether a longer promise is in danger too: the longest that is.
    private var longer: [String] {
        let others = standards.breaches.filter { standards.days($0) > days }
        for measure in others.sorted(by: { standards.days($0) > standards.days($1) }) {
            guard let picture = BreachPicture(index.weekly(standards.name(measure), scope.group)),
                let first = picture.firstLikely
            else { continue }
            return [
                "From \(week(first)) on more than half of the runs have somebody who passes "
                    + "\(standards.days(measure)) days as well (\(upTo(picture.highest.mean)))."
            ]
        }
        return []
    }

    private func upTo(_ people: Double) -> String {
        people < 1.5 ? "about one a week at most" : "up to about \(NumberText.rough(people)) a week"
    }
}

/// Breaches of the service's own promise by cause, over the whole period.
struct CauseTotals {
    /// A cause with its people.
    struct Row {
        var cause: String
        var words: String
        var people: Double
    }

    let scope: Scope
    let index: ForecastIndex

    /// Causes in order of first appearance; for a service without its own, the sum of its teams.
    var rows: [Row] {
        let measure = index.forecast.standards.name(.breaches)
        var teams = [scope.team]
        if scope.team == nil, index.values(of: \.cause, measure: measure, team: nil).isEmpty {
            teams = index.forecast.teams.map { $0.name }
        }
        var rows: [Row] = []
        for team in teams {
            for cause in index.values(of: \.cause, measure: measure, team: team) {
                let bands = index.weekly(measure, MeasureGroup(team: team, cause: cause)).filter(\.mean.isFinite)
                let people = bands.reduce(0) { $0 + $1.mean }
                if let position = rows.firstIndex(where: { $0.cause == cause }) {
                    rows[position].people += people
                } else {
                    rows.append(Row(cause: cause, words: CauseTotals.words(cause), people: people))
                }
            }
        }
        return rows
    }

    /// A cause as the end of a sentence.
    static func words(_ cause: String) -> String {
        BreachCause.allCases.first { $0.name == cause }?.words
            ?? "of “" + cause.split(separator: "-").joined(separator: " ") + "”"
    }
}
