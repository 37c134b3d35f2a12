import CareModel

/// A forecast in sentences that can be pasted into an email: how long, which promises, when, why, and how sure. They
/// fit a screen: a paragraph for the service, a line for each team.
public enum PlainWords {
    /// A paragraph about the service or one team.
    public struct Paragraph: Sendable, Equatable {
        /// Short name of the team; nil for the service.
        public var team: String?
        /// Title of the team, or `Whole service`.
        public var title: String
        /// Its sentences; the first says what matters most.
        public var sentences: [String]
        /// The sentences in one line.
        public var text: String { sentences.joined(separator: " ") }
    }

    /// The summary as plain text: the service first, then a line a team, then what it rests on.
    ///
    /// Chances are natural frequencies, counts are rounded to what a forecast can know.
    public static func summary(_ forecast: Forecast) -> String {
        let paragraphs = paragraphs(forecast).map { "\($0.title): \($0.text)" }
        let teams = paragraphs.dropFirst().joined(separator: "\n")
        let help = whatWouldHelp(forecast).map { "\($0.title): \($0.text)" }
        let parts = ([paragraphs.first ?? "", teams] + help + [foundation(forecast)]).filter { !$0.isEmpty }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The paragraphs: the service first, or the one team that it is, then a short one for each team; of many teams for
    /// those in which most people pass the service's own promise.
    public static func paragraphs(_ forecast: Forecast) -> [Paragraph] {
        let index = ForecastIndex(forecast)
        return index.shownScopes.enumerated().map { place, scope in
            var known = place == 0 ? whole(scope, index) : brief(scope, index)
            if place == 0, !index.otherScopes.isEmpty {
                known.append(
                    "The \(index.shownScopes.count - 1) teams in which most people pass the day follow; "
                        + "\(index.otherScopes.count) more are in the report.")
            }
            let told = known.isEmpty ? ["The forecast has no numbers to go on."] : known.map(\.capitalised.plain)
            return Paragraph(team: scope.team, title: scope.title, sentences: told)
        }
    }

    /// What would help, as a paragraph; none where nothing is said of it.
    public static func whatWouldHelp(_ forecast: Forecast) -> [Paragraph] {
        let sentences = LeverWords(help: forecast.help).sentences
        return sentences.isEmpty ? [] : [Paragraph(team: nil, title: "What would help", sentences: sentences)]
    }

    /// All that is said of the service.
    static func whole(_ scope: Scope, _ index: ForecastIndex) -> [Told] {
        let weeks = scope.team == nil ? [] : AssessmentWeekWords(scope: scope, index: index).sentences.map { Told($0) }
        return [
            WaitWords(scope: scope, index: index).brief, PromiseWords(scope: scope, index: index).sentences,
            BreachWords(scope: scope, index: index).brief, scope.team == nil ? worstTeam(index) : [],
            CauseWords(scope: scope, index: index).sentences, BottleneckWords(scope: scope, index: index).sentences,
            weeks,
        ].flatMap { $0 }
    }

    /// A line for one team of several: its wait, the promises in danger, when, and where it is tightest.
    static func brief(_ scope: Scope, _ index: ForecastIndex) -> [Told] {
        let first = WaitWords.all.first.flatMap { WaitWords(scope: scope, index: index).sentence($0) }
        let troubles = PromiseWords(scope: scope, index: index).troubles
        let calm: [Told] = PromiseCount(scope, index).all > 0 ? ["every standard is met."] : []
        let weeks = AssessmentWeekWords(scope: scope, index: index).sentences.prefix(1).map { Told($0) }
        return [first].compactMap { $0 } + (troubles.isEmpty ? calm : troubles)
            + BreachWords(scope: scope, index: index).sentences.prefix(1)
            + BottleneckWords(scope: scope, index: index).sentences.prefix(2) + weeks
    }

    /// What the forecast rests on: its period, its runs, how the first day was made, and how far to trust it.
    public static func foundation(_ forecast: Forecast) -> String {
        let manifest = forecast.manifest
        var sentences = [
            "The forecast covers \(TextTools.count(manifest.weeks, "week", "weeks")) from "
                + "\(manifest.starts.longText) and was run \(times(manifest.replications))."
        ]
        if !manifest.changes.isEmpty {
            sentences.append("Changed for this run: \(TextTools.list(manifest.changes.map(\.text))).")
        }
        let start = TextTools.sentence(manifest.start)
        if !start.isEmpty { sentences.append("Starting point: " + start) }
        let waiting = waitingAtStart(forecast)
        if !waiting.isEmpty { sentences.append(waiting) }
        if !manifest.warnings.isEmpty {
            sentences.append("Warned of: \(manifest.warnings.map(\.text).joined(separator: "; ")).")
        }
        sentences.append("These are chances under the assumptions listed in the report, not promises.")
        return (sentences + TrustWords(forecast: forecast).runs.map(\.plain)).joined(separator: " ")
    }

    /// `once`, `twice`, `30 times`.
    static func times(_ number: Int) -> String {
        switch number {
        case 1: "once"
        case 2: "twice"
        default: "\(NumberText.grouped(number)) times"
        }
    }

    /// Who waits on the first day, over all teams.
    private static func waitingAtStart(_ forecast: Forecast) -> String {
        let queues = [
            ("first-appointment", "a first appointment"), ("treatment", "treatment"), ("step-up", "step-up"),
        ]
        let counts = queues.compactMap { queue, words -> String? in
            let people = forecast.waitingAtStart.filter { $0.queue == queue }.reduce(0) { $0 + $1.people }
            return people == 0 ? nil : "\(TextTools.count(people, "person", "people")) for \(words)"
        }
        return counts.isEmpty ? "" : "Waiting on that day: \(TextTools.list(counts))."
    }

    /// Which team has most of the people who pass the service's own promise.
    static func worstTeam(_ index: ForecastIndex) -> [Told] {
        let totals = index.forecast.teams.compactMap { team -> (title: String, total: Double)? in
            let bands = index.weekly(index.forecast.standards.name(.breaches), MeasureGroup(team: team.name))
            return BreachPicture(bands).map { (team.title, $0.total) }
        }
        let all = totals.reduce(0) { $0 + $1.total }
        guard totals.count > 1, all >= 1, let worst = totals.max(by: { $0.total < $1.total }) else { return [] }
        let share = worst.total / all
        guard share >= 1.3 / Double(totals.count) else { return [] }
        let days = index.forecast.standards.firstAppointmentDays
        return ["\(worst.title) has \(ChanceText.people(share)) of the people who pass \(days) days."]
    }
}
