import CareModel

/// How long: three tiles, and what becomes of the promises in a sentence.
extension ReportHTML {
    static func head(_ index: ForecastIndex) -> Section? {
        guard let scope = index.scopes.first else { return nil }
        let tiles = WaitWords.all.map { tile($0, scope, index) }
        let isService = scope.team == nil || index.scopes.count == 1
        let promises = PromiseCount(scope, index).sentence(isService ? "the service" : scope.title)
        let wait = WaitWords(scope: scope, index: index).sentences.first
        let words = [wait?.html ?? "", HTMLText.escape(promises)].filter { !$0.isEmpty }
        let nothing = "The forecast has no numbers to go on."
        return Section(
            key: "how-long", title: "How long will people wait?",
            lead: words.isEmpty ? nothing : "<strong>\(words.joined(separator: " "))</strong>",
            body: "<div class=\"tiles\">\n\(tiles.joined())</div>\n"
                + (YearBeforeWords(scope: scope, index: index).nothing
                    .map { "<p class=\"small\">\(HTMLText.escape($0))</p>\n" } ?? ""))
    }

    private static func tile(_ wait: WaitWords.Wait, _ scope: Scope, _ index: ForecastIndex) -> String {
        let words = WaitWords(scope: scope, index: index)
        guard let row = index.summary(wait.measure, scope.group) else {
            return """
                <div class="tile"><h3>\(wait.title)</h3>
                <p>Nobody has had it in this forecast, so there is no wait to tell.</p></div>

                """
        }
        let runs = ChanceText.range(runs: index.forecast.manifest.replications)
        let range = row.range.map { "\(runs): \($0.html) days" } ?? "one run: no range"
        let trend = words.trend(wait).map {
            "<p class=\"trend\"><b aria-hidden=\"true\">\($0.sign)</b> \($0.words.html)</p>"
        }
        let before = YearBeforeWords(scope: scope, index: index).line(wait).map {
            "<p class=\"small year\">"
                + ($0.sign.isEmpty ? "" : "<b aria-hidden=\"true\">\($0.sign)</b> ") + "\($0.words.html)</p>"
        }
        let spark = Sparkline(
            bands: index.weekly(wait.measure, scope.group), limit: index.forecast.standards.days(wait.aim))
        return """
            <div class="tile"><h3>\(wait.title)</h3>
            <p class="big">\(row.shown(.mean).html) <span>days on average</span></p>
            <p>\(range) <small class="aim-key">– – aim: \(index.forecast.standards.days(wait.aim)) days</small></p>
            \(spark.html(title: "\(wait.title), mean wait week by week"))\(trend ?? "")\(before ?? "")
            \(words.withWaiting(wait).map { "<p class=\"small waiting\">\($0.html)</p>" } ?? "")</div>

            """
    }
}

/// A small line of weekly means over their range, with the aim as a dashed line; drawn without script.
struct Sparkline {
    var bands: [WeeklyBand]
    /// Days.
    var limit: Int

    private static let width = 240.0
    private static let height = 44.0

    /// The drawing, and what its line is; empty with fewer than two weeks.
    func html(title: String) -> String {
        let known = bands.filter(\.mean.isFinite)
        guard let first = known.first, let last = known.last, known.count > 1, last.week > first.week else { return "" }
        let tops = known.map { $0.p95.isFinite ? $0.p95 : $0.mean }
        let top = max(tops.max() ?? 1, Double(limit), 1)
        func point(_ week: Int, _ value: Double) -> String {
            let x = Double(week - first.week) / Double(last.week - first.week) * Self.width
            let y = Self.height - 1 - value / top * (Self.height - 2)
            return "\(NumberText.fixed(x, decimals: 1)),\(NumberText.fixed(y, decimals: 1))"
        }
        let line = known.map { point($0.week, $0.mean) }.joined(separator: " ")
        let ranged = known.filter { $0.p05.isFinite && $0.p95.isFinite }
        let band = ranged.map { point($0.week, $0.p95) } + ranged.reversed().map { point($0.week, $0.p05) }
        let aim = [point(first.week, Double(limit)), point(last.week, Double(limit))].joined(separator: " ")
        return """
            <svg class="spark" viewBox="0 0 240 44" preserveAspectRatio="none" role="img" \
            aria-label="\(HTMLText.escape(title)); the dashed line is the aim of \(limit) days.">\
            \(band.isEmpty ? "" : "<polygon points=\"\(band.joined(separator: " "))\"></polygon>")\
            <polyline class="aim" points="\(aim)"></polyline><polyline points="\(line)"></polyline></svg>
            """
    }
}
