import CareModel
import Forecasting
public import Reporting

/// What a year of a service that was described by answers comes to, and what each answer does to it: measured by a few
/// runs over the same people, of the answers as they are and of each a tenth higher.
public struct SetUpJudgement: Sendable {
    /// What an answer does.
    public struct Moved: Sendable {
        /// The question, and the answer before and after.
        public var question: SetUpQuestion
        public var from: Double
        public var to: Double
        /// By how much the mean wait for a first appointment differs then, in days; nil where that cannot be said.
        public var days: MeasureDifference?
        /// How many more people wait after a year, in all queues, and whether these runs tell that of any of them from
        /// chance.
        public var people: Double
        public var tellsPeople: Bool

        /// Whether these runs tell what it does from chance.
        public var isTold: Bool { Self.isTold(days) || tellsPeople }

        static func isTold(_ difference: MeasureDifference?) -> Bool {
            difference.map { !$0.ci95.contains(0) } ?? false
        }
    }

    /// Runs of each.
    public var runs: Int
    /// People who wait at the start and after a year, and the mean wait for a first appointment in it, days.
    public var waitingAtStart: Double
    public var waitingAtEnd: Double
    public var waitDays: Double?
    /// Each answer that was moved, those that do most first.
    public var moved: [Moved]

    /// Weeks that are looked ahead.
    static let weeks = 52
    /// Runs of each.
    static let runs = 8

    /// What no service would come to, a sentence each; empty if nothing is implausible.
    public var absurdities: [String] {
        let (start, end) = (NumberText.rough(waitingAtStart), NumberText.rough(waitingAtEnd))
        if waitingAtEnd > 2 * waitingAtStart, waitingAtEnd - waitingAtStart > Self.least {
            return [
                "As it was answered, the list grows from \(start) to about \(end) people in a year: no service "
                    + "lets that happen. More is referred, or fewer work there, than can be. \(lever)"
            ]
        }
        if waitingAtStart >= Self.least, waitingAtEnd < waitingAtStart / 10 {
            return [
                "As it was answered, the list of \(start) is all but gone in a year, with about \(end) people left: it "
                    + "would hardly have come to be. Fewer are referred, or more work there, than can be. "
                    + lever
            ]
        }
        return []
    }

    /// A list that is shorter than this comes and goes.
    private static let least = 30.0

    /// What moves the list most.
    private var lever: String {
        guard let most = moved.filter(\.tellsPeople).max(by: { abs($0.people) < abs($1.people) }) else {
            return "Look at the answers about referrals and posts."
        }
        let change =
            "\(NumberText.rough(abs(most.people))) \(most.people > 0 ? "more" : "fewer") who wait after a year"
        return "The answer that moves it most is '\(most.question.words)': \(NumberText.dense(most.to)) instead of "
            + "\(NumberText.dense(most.from)) makes \(change)."
    }
}

extension SetUpJudgement {
    /// The answers that are moved, each a tenth higher, and by one post at least.
    static func moves(_ answers: SetUpAnswers) -> [(question: SetUpQuestion, to: Double)] {
        SetUpQuestion.all.filter { $0.id != "population" }.compactMap { question in
            guard let value = answers.numbers[question.id], value > 0 else { return nil }
            let more = value * 1.1
            let to = question.isWhole ? max(value + 1, more.rounded()) : more
            return question.range.contains(to) ? (question: question, to: to) : nil
        }
    }

    /// What is run.
    /// - Parameter answers: as they are; each that is moved stands beside, with its own list.
    static func request(
        _ setUp: SetUpScenario, _ moves: [(question: SetUpQuestion, to: Double)]
    ) -> ComparisonRequest {
        let moved = moves.map { move in
            SetUpScenario(answers: setUp.answers.with(move.question.id, move.to), starts: setUp.starts).source
        }
        var request = ComparisonRequest([setUp.source] + moved)
        request.ownLists = true
        request.replications = runs
        request.settings.weeks = weeks
        return request
    }

    /// Reads what the runs found.
    init(
        _ report: ComparisonReport, _ answers: SetUpAnswers, _ moves: [(question: SetUpQuestion, to: Double)]
    ) {
        func row(_ name: String) -> ComparisonRow? {
            report.rows.first { $0.measure == name && $0.group == MeasureGroup() }
        }
        func waiting(_ when: String, _ place: Int = 0) -> Double {
            WaitingQueue.all.reduce(0) { $0 + (row($1.name + when)?.means[place] ?? 0) }
        }
        let wait = row("first-appointment-wait-mean")
        runs = report.replications
        waitingAtStart = waiting(WaitingQueue.atStart)
        waitingAtEnd = waiting(WaitingQueue.atEnd)
        waitDays = wait?.means[0]
        let ends = WaitingQueue.all.map { row($0.name + WaitingQueue.atEnd) }
        moved = moves.enumerated().map { place, move in
            Moved(
                question: move.question, from: answers.number(move.question.id), to: move.to,
                days: wait?.differences[place],
                people: waiting(WaitingQueue.atEnd, place + 1) - waiting(WaitingQueue.atEnd),
                tellsPeople: ends.contains { Moved.isTold($0?.differences[place]) })
        }
        moved = moved.enumerated().sorted { one, other in
            (Self.size(other.element), one.offset) < (Self.size(one.element), other.offset)
        }.map(\.element)
    }

    /// How much an answer does, told from chance before all else.
    private static func size(_ moved: Moved) -> Double {
        (moved.isTold ? 1_000 : 0) + abs(moved.days?.mean ?? 0)
    }
}
