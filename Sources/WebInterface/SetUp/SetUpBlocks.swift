import CareModel
import Reporting
import Workbench

/// What is said of a service that was described by answers.
enum SetUpBlocks {
    /// Most values that are told of those that nobody answered.
    private static let mostDefaults = 20

    /// What must be known before such a service is forecast; nothing of others.
    static func notices(_ scenario: String, _ bench: Bench) -> [Block] {
        guard let (id, saved) = bench.setUp(ofScenario: scenario) else { return [] }
        let link = Block.links([Link("Its answers, and which of them matter most", "/set-up/\(id)")])
        let warnings = ((try? bench.check(saved))?.warnings ?? []).map(Words.sentence)
        guard let judgement = bench.judgement(of: saved) else {
            Task { try? await bench.judge(saved) }
            return [
                .paragraph(
                    "Whether what was answered can be is being tried out: load the page again in a moment to see it."),
                .list(warnings), link,
            ]
        }
        return implausible(judgement) + [.list(warnings), link]
    }

    /// What no service would come to.
    static func implausible(_ judgement: SetUpJudgement) -> [Block] {
        judgement.absurdities.map { .notice("That can hardly be", $0) }
    }

    /// What the answers come to in a year.
    static func year(_ judgement: SetUpJudgement, _ answers: SetUpAnswers) -> Facts {
        Facts([
            ("Wait today", "\(NumberText.rough(judgement.waitingAtStart)) people"),
            (
                "In treatment today",
                answers.numbers["in-treatment"].map { "\(NumberText.rough($0)) people, as answered" }
            ),
            ("Wait after a year", "about \(NumberText.rough(judgement.waitingAtEnd)) people"),
            (
                "First appointment",
                judgement.waitDays.map { "after \(NumberText.rough($0)) days, on average in that year" }
            ),
            ("Measured in", "\(judgement.runs) runs of a year"),
        ])
    }

    /// Which answers matter most.
    static func matters(_ judgement: SetUpJudgement) -> Table {
        Table(
            "What a tenth more of each answer does, those that do most first",
            [
                .init("Answer"), .init("From"), .init("To"), .init("First wait, days", isNumber: true),
                .init("Wait after a year, people", isNumber: true), .init("In words"),
            ],
            judgement.moved.map { moved in
                Table.Row([
                    .init(moved.question.words), .init(NumberText.dense(moved.from)), .init(NumberText.dense(moved.to)),
                    .init(moved.days.map { signed($0.mean, decimals: 1) } ?? ""), .init(signed(moved.people)),
                    .init(words(moved, of: judgement.runs)),
                ])
            }, empty: "Nothing was answered that could be moved.")
    }

    private static func words(_ moved: SetUpJudgement.Moved, of runs: Int) -> String {
        guard moved.isTold else { return "Too little to tell from chance in \(runs) runs" }
        guard let days = moved.days, !days.ci95.contains(0) else { return "Moves the list, not the first wait" }
        let ends = [abs(days.ci95.lowerBound), abs(days.ci95.upperBound)].sorted().map {
            NumberText.fixed($0, decimals: 1)
        }
        return "\(ends.joined(separator: " to ")) days \(days.mean > 0 ? "longer" : "shorter")"
    }

    private static func signed(_ value: Double, decimals: Int = 0) -> String {
        (value > 0 ? "+" : "") + NumberText.fixed(value, decimals: decimals)
    }

    /// What was left open, and stays as it is usually assumed.
    static func defaults(_ check: SetUpCheck) -> [Block] {
        let rows = check.assumed.prefix(mostDefaults).map { meaning, value in
            Table.Row([.init(Words.withoutRules(meaning)), .init(Words.inWords(value))])
        }
        return [
            .heading("What nobody answered"),
            .paragraph(
                "\(check.answered) values of the scenario were answered; \(check.defaults) stand as they are by "
                    + "default, most of them from policies and published figures. Those below are nobody's figure, and "
                    + "people's way through the service depends on them."),
            .table(Table("Assumed", [.init("What"), .init("Value")], Array(rows), empty: "Nothing is assumed.")),
        ]
    }
}
