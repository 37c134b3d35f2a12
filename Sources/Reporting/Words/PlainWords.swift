import CareModel

/// A forecast in sentences that can be pasted into an email.
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

    /// The summary as plain text: the service first, then a paragraph a team, then what it rests on.
    ///
    /// Chances are natural frequencies, counts are rounded to what a forecast can know.
    public static func summary(_ forecast: Forecast) -> String {
        let paragraphs = (paragraphs(forecast) + whatWouldHelp(forecast)).map { "\($0.title): \($0.text)" }
        return (paragraphs + [foundation(forecast)]).joined(separator: "\n\n") + "\n"
    }

    /// The paragraphs: the service first (unless it is one team), then each team in order.
    public static func paragraphs(_ forecast: Forecast) -> [Paragraph] {
        let index = ForecastIndex(forecast)
        return index.scopes.map { scope in
            let known = [
                BreachWords(scope: scope, index: index).sentences,
                scope.team == nil ? worstTeam(index) : [],
                PromiseWords(scope: scope, index: index).sentences,
                BottleneckWords(scope: scope, index: index).sentences,
                scope.team == nil ? [] : AssessmentWeekWords(scope: scope, index: index).sentences,
            ].flatMap { $0 }
            return Paragraph(
                team: scope.team, title: scope.title,
                sentences: known.isEmpty ? ["The forecast has no numbers to go on."] : known.map(TextTools.capitalised))
        }
    }

    /// What would help, as a paragraph; none where nothing is said of it.
    public static func whatWouldHelp(_ forecast: Forecast) -> [Paragraph] {
        let sentences = LeverWords(help: forecast.help).sentences
        return sentences.isEmpty ? [] : [Paragraph(team: nil, title: "What would help", sentences: sentences)]
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
        if manifest.replications == 1 {
            sentences.append("A single run shows neither chances nor how well a number is known.")
        } else if manifest.replications < ChanceText.fewRuns {
            sentences.append("With so few runs the chances are rough.")
        }
        return sentences.joined(separator: " ")
    }

    private static func times(_ number: Int) -> String {
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

    /// Which team has most of the breaches.
    private static func worstTeam(_ index: ForecastIndex) -> [String] {
        let totals = index.forecast.teams.compactMap { team -> (title: String, total: Double)? in
            let bands = index.weekly(index.forecast.standards.name(.breaches), MeasureGroup(team: team.name))
            return BreachPicture(bands).map { (team.title, $0.total) }
        }
        let all = totals.reduce(0) { $0 + $1.total }
        guard totals.count > 1, all >= 1, let worst = totals.max(by: { $0.total < $1.total }) else { return [] }
        let share = worst.total / all
        guard share >= 1.3 / Double(totals.count) else { return [] }
        return [
            "\(worst.title) has \(ChanceText.people(share)) of the "
                + "\(index.forecast.standards.firstAppointmentDays)-day breaches."
        ]
    }
}
