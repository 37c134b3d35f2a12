import CareModel

/// What would help, in sentences.
struct LeverWords {
    let help: WhatWouldHelp

    /// The finding: which change helps most, and at what price; empty where nothing is said.
    var heading: String {
        guard let first = help.levers.first else {
            return help.unsaid.isEmpty ? "" : "What would help cannot be said"
        }
        guard first.helps else { return LeverWords.nothingHelps }
        return "\(first.title) would help most" + (first.worse.first.map { ", but \($0)" } ?? "")
    }

    private static let nothingHelps = "None of the changes that were tried helps more than chance would"

    /// What the best does; where nothing helps, or nothing can be said, that.
    var lead: String {
        guard let first = help.levers.first else { return help.unsaid.joined(separator: " ") }
        return first.helps
            ? LeverWords.sentences(first).joined(separator: " ")
            : "No difference below is clear of nought: more runs may tell, or nothing moves this service much."
    }

    /// How they were tried, in sentences, and what cannot be said.
    var foundation: String {
        guard let first = help.levers.first else { return help.unsaid.joined(separator: " ") }
        var sentences = [
            "Each change was tried alone over \(TextTools.count(help.weeks, "week", "weeks")) from "
                + "\(help.starts.longText), \(TextTools.count(first.runs, "run", "runs")) of each.",
            "It began with the same lists and met the same people as the service as it is.",
            "In brackets stand 95% intervals of the difference.",
        ]
        if help.weeks != LeverWords.weeksOfYear { sentences.append("Numbers a year go at the pace of these weeks.") }
        return (sentences + help.unsaid).joined(separator: " ")
    }

    /// Weeks that stand for a year.
    static let weeksOfYear = 52

    /// The paragraph to paste: the best of those that help, in order; empty where nothing is said.
    var sentences: [String] {
        guard !help.levers.isEmpty else { return help.unsaid }
        let best = help.levers.filter(\.helps).prefix(LeverWords.mostInWords)
        return (best.isEmpty ? [LeverWords.nothingHelps + "."] : best.flatMap(LeverWords.sentences)) + help.unsaid
    }

    private static let mostInWords = 3

    /// What a change gains and costs, and what it makes worse: a short sentence each.
    static func sentences(_ lever: TriedLever) -> [String] {
        var found: [String] = []
        if let days = lever.daysGained { found.append("\(lever.title): \(text(days)) days sooner \(days.words).") }
        if let saved = lever.peopleSaved {
            let start = found.isEmpty ? lever.title + ": " : ""
            found.append("\(start)\(text(saved)) fewer people a year \(saved.words).")
        }
        if found.isEmpty { found.append("\(lever.title): \(unclear).") }
        found.append(cost(lever))
        let worse = lever.worse.prefix(mostWorse)
        if !worse.isEmpty { found.append("But \(TextTools.list(Array(worse))).") }
        return found
    }

    /// What is said to be worse at most; promises come first.
    static let mostWorse = 2

    /// What it costs, as a sentence.
    private static func cost(_ lever: TriedLever) -> String {
        guard let pounds = lever.poundsMore, pounds.low != 0 || pounds.high != 0 else {
            return "Staff cost the same."
        }
        if pounds.low <= 0, pounds.high >= 0 { return "Staff costs do not clearly differ." }
        return "Staff cost £\(NumberText.rough(abs(pounds.mean))) a year \(pounds.mean > 0 ? "more" : "less")."
    }

    /// What is said of a wait that is shorter only for those who were seen.
    static func seenOnly(_ lever: TriedLever) -> String {
        lever.daysGained == nil && lever.daysOfSeenOnly != nil ? ", of those seen only: no gain" : ""
    }

    /// What stands for a difference that cannot be told from none.
    static let unclear = "no clear difference"

    /// What it costs, in a table: `+£38,912`, `none`.
    static func pounds(_ lever: TriedLever) -> String {
        guard let pounds = lever.poundsMore else { return NumberText.unknown }
        if pounds.low == 0, pounds.high == 0 { return "none" }
        if pounds.low <= 0, pounds.high >= 0 { return unclear }
        return (pounds.mean > 0 ? "+" : "") + text(pounds)
    }

    /// `9.1 (6.0 to 12.2)`: a gain with its range.
    static func text(_ gain: TriedLever.Gain) -> String {
        let largest = max(abs(gain.low), abs(gain.high))
        func number(_ value: Double) -> String { ValueText.number(value, unit: gain.unit, beside: largest) }
        return "\(number(gain.mean)) (\(number(gain.low)) to \(number(gain.high)))"
    }
}
