import CareModel
import Statistics

/// A comparison in a few sentences: what each scenario does to waits, to those who still wait, and to those who finish.
///
/// A wait is of those who were seen. Where more people wait, more pass their day or fewer are seen, a shorter wait is
/// not told as something gained.
public enum ComparisonWords {
    /// The sentences, a line for each scenario beside the first.
    public static func summary(_ report: ComparisonReport) -> String {
        report.scenarios.indices.dropFirst().map { place in
            "\(report.scenarios[place].name): " + sentences(place, report).joined(separator: " ")
        }.joined(separator: "\n")
    }

    /// The sentences on one scenario beside the first: the waits and who finishes in one, or each alone.
    static func sentences(_ place: Int, _ report: ComparisonReport, eachAlone: Bool = false) -> [String] {
        if report.replications < 2 { return ["a single run of each cannot tell a difference from chance."] }
        if report.rows.allSatisfy({ ($0.differences[place - 1]?.ci95 ?? 0...0) == 0...0 }) {
            return ["nothing changes; every run is the same."]
        }
        let pair = ComparedPair(report: report, place: place, group: MeasureGroup())
        let found = ComparedWait.all.compactMap { wait($0, pair) } + [finished(pair)].compactMap { $0 }
        guard !found.isEmpty else { return ["nothing could be compared."] }
        let first = eachAlone ? found.map { TextTools.capitalised($0) + "." } : [found.joined(separator: "; ") + "."]
        return first + [queues(pair), passed(pair), cost(pair), toTell(pair)].compactMap { $0 }
    }

    private static func wait(_ wait: ComparedWait, _ pair: ComparedPair) -> String? {
        guard let row = pair.row(wait.measure) else { return nil }
        let objections = pair.objections(to: wait)
        let isGain = row.difference.isClear && row.difference.mean < 0
        // What speaks against a shorter wait comes after a "but"; of a longer one it is more of the same.
        let joint = row.difference.isClear && !isGain ? " and" : ", but"
        let change =
            row.difference.isClear
            ? "is \(DifferenceText.size(row.difference, "days")) days "
                + "\(row.difference.mean < 0 ? "shorter" : "longer") "
                + "(\(DifferenceText.ends(row.difference, "days")))" : "does not clearly differ"
        guard !objections.isEmpty else { return "\(wait.words) \(change)" }
        let verdict = isGain ? ": not a gain" : ""
        return "of those who were seen, \(wait.words) \(change)\(joint) \(TextTools.list(objections))\(verdict)"
    }

    private static func finished(_ pair: ComparedPair) -> String? {
        guard let row = pair.row(Measure.finishedCourses) else { return nil }
        let words = "the number of people who finish a course"
        guard row.difference.isClear else { return "\(words) does not clearly differ" }
        return "\(words) is \(DifferenceText.size(row.difference, "people", beside: row.base)) "
            + "\(row.difference.mean < 0 ? "smaller" : "larger") "
            + "(\(DifferenceText.ends(row.difference, "people", beside: row.base)))"
    }

    /// Who waits at the end.
    private static func queues(_ pair: ComparedPair) -> String? {
        let known = WaitingQueue.all.compactMap { queue -> (isClear: Bool, news: News)? in
            guard let row = pair.row(queue.name + WaitingQueue.atEnd) else { return nil }
            let largest = max(row.base, row.mean)
            func people(_ number: Double) -> String { ValueText.number(number, unit: "people", beside: largest) }
            let text =
                "\(people(row.mean)) people wait for \(queue.words), \(people(abs(row.difference.mean))) "
                + "\(row.difference.mean < 0 ? "fewer" : "more")"
            return (row.difference.isClear, News(isLess: row.difference.mean < 0, text: text))
        }
        guard !known.isEmpty else { return nil }
        let clear = known.filter(\.isClear).map(\.news)
        let rest = known.count - clear.count
        if clear.isEmpty { return "At the end the lists do not clearly differ in length." }
        let others = rest == 0 ? "" : "; the other \(rest == 1 ? "list does" : "lists do") not clearly differ"
        return "At the end \(News.list(clear))\(others)."
    }

    /// Who passes a day without a first appointment.
    private static func passed(_ pair: ComparedPair) -> String? {
        let measures = pair.measures(PromisedMeasure.allBreaches)
        let clear = measures.compactMap { measure, limit -> News? in
            guard let row = pair.row(measure), row.difference.isClear else { return nil }
            let largest = max(row.base, row.mean)
            func people(_ number: Double) -> String { ValueText.number(number, unit: "people", beside: largest) }
            let isLess = row.difference.mean < 0
            return News(
                isLess: isLess,
                text: "\(people(row.mean)) pass \(limit) days, \(people(abs(row.difference.mean))) "
                    + (isLess ? "fewer" : "more"))
        }
        guard !measures.isEmpty else { return nil }
        if clear.isEmpty {
            return "The number of people who pass their day without a first appointment is much the same."
        }
        return "Without a first appointment \(News.list(clear))."
    }

    /// A number that clearly differs, in words, and to which side.
    private struct News {
        var isLess: Bool
        var text: String

        /// All of it: what is to one side together, and what is to the other after a "but".
        static func list(_ news: [News]) -> String {
            let first = news.first?.isLess
            let parts = [news.filter { $0.isLess == first }, news.filter { $0.isLess != first }]
            return parts.filter { !$0.isEmpty }.map { TextTools.list($0.map(\.text)) }.joined(separator: ", but ")
        }
    }

    /// How many runs would tell the waits apart that these do not, if they differ as it looks.
    private static func toTell(_ pair: ComparedPair) -> String? {
        let open = ComparedWait.all.compactMap { wait -> (words: String, runs: RunsToTell)? in
            guard let row = pair.row(wait.measure), let runs = row.difference.runsToTell, runs != .told else {
                return nil
            }
            return (wait.words, runs)
        }
        let counts = open.compactMap { wait -> Int? in
            if case .runs(let count) = wait.runs { return count }
            return nil
        }
        guard let most = counts.max() else {
            return open.isEmpty
                ? nil : "More runs of this list would not tell the waits apart that do not clearly differ."
        }
        let words = TextTools.list(open.filter { $0.runs != .never }.map(\.words))
        return most > mostWorthTelling
            ? "If \(words) \(counts.count == 1 ? "differs" : "differ") as it looks, it takes more than "
                + "\(NumberText.grouped(mostWorthTelling)) runs of each to tell."
            : "About \(NumberText.grouped(most)) runs of each would tell whether \(words) "
                + "\(counts.count == 1 ? "differs" : "differ"), if it does as it looks."
    }

    /// More runs than this nobody waits for.
    private static let mostWorthTelling = 10_000

    private static func cost(_ pair: ComparedPair) -> String? {
        guard let row = pair.row(Measure.staffCost), row.difference.isClear, row.base > 0 else { return nil }
        return "Staff cost £\(NumberText.rough(abs(row.difference.mean))) "
            + "\(row.difference.mean < 0 ? "less" : "more") over the period."
    }
}
