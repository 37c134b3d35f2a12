import CareModel

/// Sentences on waits beyond 28 days for a first appointment (KP-1).
struct BreachWords {
    let scope: Scope
    let index: ForecastIndex

    /// Empty if the forecast does not have the measure.
    var sentences: [String] {
        let bands = index.weekly("first-appointment-breaches-28", scope.group)
        guard let picture = BreachPicture(bands) else { return [] }
        if picture.isNever {
            return [
                "nobody is forecast to wait longer than 28 days for a first appointment: it happens in none of the "
                    + "\(NumberText.grouped(index.forecast.manifest.replications)) runs."
            ]
        }
        guard let first = picture.firstLikely else { return [unlikely(picture)] + longer }
        return likely(picture, first: first) + longer
    }

    private func week(_ band: WeeklyBand) -> String {
        "the week of " + TextTools.day(band.starts, reference: index.forecast.manifest.starts)
    }

    private func unlikely(_ picture: BreachPicture) -> String {
        let bands = index.weekly("first-appointment-breaches-28", scope.group).filter(\.probabilityAny.isFinite)
        let riskiest = bands.max { $0.probabilityAny < $1.probabilityAny } ?? picture.worst
        return "a wait beyond 28 days for a first appointment is unlikely in any one week; the riskiest is "
            + "\(week(riskiest)), with a chance of \(ChanceText.about(riskiest.probabilityAny))."
    }

    private func likely(_ picture: BreachPicture, first: WeeklyBand) -> [String] {
        let worst = picture.worst
        var sentences = [
            "\(ChanceText.opening(worst.probabilityAny)) someone breaches 28 days in \(week(worst)), the worst week: "
                + people(worst) + "."
        ]
        let spread =
            switch picture.likelyWeeks {
            case picture.weeks: "a breach is more likely than not in every week"
            case 1 where first.week == worst.week: "in any other week a breach is less likely than not"
            default:
                "a breach is more likely than not in \(picture.likelyWeeks) of the \(picture.weeks) weeks, first in "
                    + week(first)
            }
        sentences.append(spread + cause + ".")
        return sentences
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
        return "; the main cause is that \(main.words) (\(ChanceText.about(main.people / all)))"
    }

    /// Whether 42 or 126 days are in danger too.
    private var longer: [String] {
        for days in [126, 42] {
            guard let picture = BreachPicture(index.weekly("first-appointment-breaches-\(days)", scope.group)),
                let first = picture.firstLikely
            else { continue }
            return [
                "From \(week(first)) on somebody is likely to pass \(days) days as well "
                    + "(about \(NumberText.rough(max(1, picture.worst.mean))) in the worst week)."
            ]
        }
        return []
    }
}

/// Breaches of 28 days by cause, over the whole period.
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
        let measure = "first-appointment-breaches-28"
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
        switch cause {
        case "slow-to-book": "the booking itself took too long"
        case "missed-or-moved-by-person": "the person missed or moved an earlier appointment"
        case "cancelled-by-service": "the service cancelled an earlier appointment"
        case "no-free-slot": "no slot was free in time"
        default: "of “" + cause.split(separator: "-").joined(separator: " ") + "”"
        }
    }
}
