import Calibration
import Foundation
import PublishedStatistics

/// Trials as a file and as a table in words.
struct StudyTable {
    let trials: [ForecastTrial]

    init(_ trials: [ForecastTrial]) { self.trials = trials }

    private typealias Line = ForecastTrial.Line

    func write(to folder: String) throws {
        let place = URL(fileURLWithPath: folder)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        var text = "origin,figure,method,providers,median_error_of_year"
        for kind in SpanAhead.Kind.allCases { text += ",\(kind)s,\(kind)s_within_90,interval_score_of_\(kind)" }
        text += "\n"
        for trial in trials {
            for line in trial.lines {
                text += "\(trial.origin),\(line.figure.rawValue),\(line.method),\(line.providers),"
                text += String(format: "%.4g", line.medianError)
                for kind in SpanAhead.Kind.allCases {
                    let (spans, within) = line.cover[kind] ?? (0, 0)
                    text += ",\(spans),\(within)," + (line.score[kind].map { String(format: "%.4g", $0) } ?? "")
                }
                text += "\n"
            }
        }
        try Data(text.utf8).write(to: place.appendingPathComponent("trust.csv"))
    }

    /// Every month of every provider, as it was forecast and as it came: `months.csv` in a folder.
    func writeMonths(to folder: String) throws {
        let place = URL(fileURLWithPath: folder)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        var text = "origin,figure,provider,horizon,level,p05,p95,came\n"
        for trial in trials {
            for month in trial.months {
                let values = [month.level, month.range.lowerBound, month.range.upperBound, month.came]
                text += "\(trial.origin),\(month.figure.rawValue),\(month.provider),\(month.horizon),"
                text += values.map { String(format: "%.4g", $0) }.joined(separator: ",") + "\n"
            }
        }
        try Data(text.utf8).write(to: place.appendingPathComponent("months.csv"))
    }

    /// For each origin and method a line of each kind, then what all of them come to.
    var words: String {
        var text = ""
        for trial in trials {
            text += "\n\(trial.origin), \(trial.codes.count) providers\n"
            text += head("median error of the year")
            for method in methods { text += row(method) { line(trial, $0, method)?.medianError } }
            text += head("months within 90%")
            for method in methods { text += row(method) { cover(line(trial, $0, method), .month) } }
            text += head("year within 90%")
            for method in methods { text += row(method) { cover(line(trial, $0, method), .year) } }
            text += head("interval score of months")
            for method in methods { text += row(method) { line(trial, $0, method)?.score[.month] } }
        }
        text += "\nover the origins, geometric means; last column over the figures\n" + head("median error of the year")
        for method in methods { text += overall(method) { $0.medianError } }
        for kind in SpanAhead.Kind.allCases {
            text += head("interval score of \(kind)s")
            for method in methods { text += overall(method) { $0.score[kind] } }
        }
        text += head("cover, pooled: months, quarters, year; cells of figure and origin in 82 to 96%")
        for method in methods { text += pooled(method) }
        return text
    }

    private var methods: [String] {
        var found: [String] = []
        for line in trials.flatMap(\.lines) where !found.contains(line.method) { found.append(line.method) }
        return found
    }

    private func line(_ trial: ForecastTrial, _ figure: MonthlyFigures.Figure, _ method: String) -> Line? {
        trial.lines.first { $0.figure == figure && $0.method == method }
    }

    private func cover(_ line: Line?, _ kind: SpanAhead.Kind) -> Double? {
        line?.cover[kind].map { 100 * Double($0.within) / Double(max(1, $0.spans)) }
    }

    private func head(_ what: String) -> String {
        let names = ["refer", "first", "second", "finish", "attend", "wait", "list", "stepup", "tohigh", "recov"]
        let cells = names.map { String(repeating: " ", count: 8 - $0.count) + $0 }
        return "\(what)\n" + String(repeating: " ", count: 20) + cells.joined() + "\n"
    }

    private func row(_ method: String, _ value: (MonthlyFigures.Figure) -> Double?) -> String {
        let cells = MonthlyFigures.Figure.allCases.map { number(value($0)) }
        return method.padding(toLength: 20, withPad: " ", startingAt: 0) + cells.joined() + "\n"
    }

    private func number(_ value: Double?) -> String { value.map { String(format: "%8.2f", $0) } ?? "       –" }

    private func overall(_ method: String, _ value: (Line) -> Double?) -> String {
        let means = MonthlyFigures.Figure.allCases.map { figure -> Double? in
            let values = trials.compactMap { line($0, figure, method).flatMap(value) }
            return values.isEmpty ? nil : exp(values.reduce(0) { $0 + log($1) } / Double(values.count))
        }
        let known = means.compactMap { $0 }
        let all = known.isEmpty ? nil : exp(known.reduce(0) { $0 + log($1) } / Double(known.count))
        return method.padding(toLength: 20, withPad: " ", startingAt: 0) + means.map(number).joined() + number(all)
            + "\n"
    }

    private func pooled(_ method: String) -> String {
        var text = method.padding(toLength: 20, withPad: " ", startingAt: 0)
        for kind in SpanAhead.Kind.allCases {
            let covers = trials.flatMap { trial in
                MonthlyFigures.Figure.allCases.compactMap { cover(line(trial, $0, method), kind) }
            }
            let inside = covers.count { $0 >= 82 && $0 <= 96 }
            text += number(covers.reduce(0, +) / Double(max(1, covers.count))) + "  (\(inside) of \(covers.count))"
        }
        return text + "\n"
    }
}
