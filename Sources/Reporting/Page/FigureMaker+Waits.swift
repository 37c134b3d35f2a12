import CareModel

extension FigureMaker {
    /// Histograms of waits: one for each distribution of the scope.
    var waits: [Figure] {
        let own = index.forecast.distributions.filter { $0.group == scope.group }
        return (own.isEmpty && scope.team == nil ? summed : own).compactMap(histogram)
    }

    /// For a service without its own distributions: its teams' people added up.
    private var summed: [WaitDistribution] {
        var sums: [WaitDistribution] = []
        for distribution in index.forecast.distributions
        where distribution.group == MeasureGroup(team: distribution.group.team) {
            guard let position = sums.firstIndex(where: { $0.measure == distribution.measure }) else {
                sums.append(
                    WaitDistribution(measure: distribution.measure, group: scope.group, people: distribution.people))
                continue
            }
            for (days, people) in distribution.people.enumerated() {
                if days < sums[position].people.count {
                    sums[position].people[days] += people
                } else {
                    sums[position].people.append(people)
                }
            }
        }
        return sums
    }

    /// People by weeks waited, cut so that a promise of whole weeks falls between two bars; the first has day 0 too. Or
    /// people by number of sessions.
    private func histogram(_ distribution: WaitDistribution) -> Figure? {
        let people = distribution.people.map { $0.isFinite ? $0 : 0 }
        let all = people.reduce(0, +)
        guard all > 0 else { return nil }
        let kind = WaitKind.allCases.first { $0.name == distribution.measure }
        let isSessions = kind?.unit == .sessions
        let width = isSessions ? 1 : 7
        let bars = FigureMaker.bars(people, all, width: width)
        var sum = 0.0
        let rows = bars.map { bar -> (head: String, cells: [String]) in
            sum += bar.people
            let head = bar.to.map { bar.from == $0 ? "\($0)" : "\(bar.from)–\($0)" } ?? "\(bar.from) or more"
            return (head, [NumberText.dense(bar.people), NumberText.percent(sum / all, decimals: 1)])
        }
        let limits = limits(kind)
        return Figure(
            scope: scope, kind: .histogram,
            title: kind?.title ?? TextTools.capitalised(distribution.measure.replacing("-", with: " ")),
            note: [within(people, all, limits), FigureMaker.cap(people, all, isSessions ? "sessions" : "days")]
                .filter { !$0.isEmpty }.joined(separator: " "),
            unit: "people", rowHead: isSessions ? "Sessions" : "Days waited", barWidth: width,
            columns: [
                .init(key: "bar", head: "People"),
                .init(key: "", head: isSessions ? "Had so many or fewer, %" : "Waited so long or less, %"),
            ], rows: rows, limits: isSessions ? [] : limits)
    }

    /// Bars of some width, until all but 2 in 1,000 people are told; the last is open at its end. The first has 0 too,
    /// where a bar is wider than 1.
    private static func bars(
        _ people: [Double], _ all: Double, width: Int
    ) -> [(from: Int, to: Int?, people: Double)] {
        var bars: [(from: Int, to: Int?, people: Double)] = []
        var from = 0
        var left = all
        while from < people.count {
            let to = width == 1 ? from : (bars.count + 1) * width
            let count = people[from..<min(to + 1, people.count)].reduce(0, +)
            let isEnough = bars.count >= 5 && left - count <= 0.002 * all
            // What is longer than can be told apart is in the last place.
            if isEnough || to >= people.count - 1 {
                bars.append((from, nil, left))
                break
            }
            bars.append((from, to, count))
            left -= count
            from = to + 1
        }
        return bars
    }

    /// Says that longer waits are not told apart, where anybody's is so long.
    private static func cap(_ people: [Double], _ all: Double, _ unit: String) -> String {
        guard let last = people.last, last > 0, people.count > 1 else { return "" }
        return
            "\(TextTools.capitalised(ChanceText.people(last / all))) have \(people.count - 1) \(unit) or more, which "
            + "are told apart no further."
    }

    /// `Within 28 days 83 in 100, within 42 days 95 in 100.`
    private func within(_ people: [Double], _ all: Double, _ limits: [Figure.Limit]) -> String {
        // Beyond the longest wait that is told apart, nobody knows who is within a limit.
        let clauses = limits.filter { Int($0.value) < people.count - 1 }.map { limit in
            let share = people.prefix(Int(limit.value) + 1).reduce(0, +) / all
            return "\(ChanceText.people(share)) within \(Int(limit.value)) days"
        }
        return clauses.isEmpty ? "" : TextTools.capitalised(TextTools.list(clauses)) + "."
    }

    /// The promises that a wait is held to; sessions are none.
    private func limits(_ kind: WaitKind?) -> [Figure.Limit] {
        let days = kind?.promises(index.forecast.standards) ?? []
        return Set(days).sorted().map { Figure.Limit(value: Double($0), label: "\($0) days") }
    }
}
