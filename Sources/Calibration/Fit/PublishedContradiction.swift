import Foundation
import PublishedStatistics

/// Published figures of a provider that no service could give together, at least none whose lists stand still.
///
/// By Little's law as many are on a list as come to it in the time that they stay; who is referred begins treatment,
/// ends before it, or waits; and sessions of finished courses are appointments that were attended.
struct PublishedContradiction: Sendable {
    /// Which figures.
    let quantities: [MomentQuantity]
    /// What is wrong with them, a sentence.
    let words: String

    /// Those of a provider.
    static func all(of moments: ProviderMoments) -> [PublishedContradiction] {
        [shortList(moments), longList(moments), unaccounted(moments), sessions(moments)].compactMap { $0 }
    }

    /// By more than this share figures contradict each other.
    private static let share = 0.10

    private static func shortList(_ moments: ProviderMoments) -> PublishedContradiction? {
        guard let stock = moments.value(.waitingForTreatment), let wait = moments.value(.firstWaitMean),
            let firsts = moments.value(.firstTreatmentsPerWeek), firsts * wait / 7 > (1 + share) * stock
        else { return nil }
        return PublishedContradiction(
            quantities: [.waitingForTreatment, .firstWaitMean],
            words: "Those who begin treatment, \(text(firsts)) a week after \(text(wait)) days, are alone "
                + "\(text(firsts * wait / 7)) on a list of \(text(stock)): it is worked off, or not all are on it.")
    }

    private static func longList(_ moments: ProviderMoments) -> PublishedContradiction? {
        guard let days = FirstGuess.daysOnList(moments), days > FirstGuess.usualDaysOnList else { return nil }
        return PublishedContradiction(
            quantities: [.waitingForTreatment],
            words: "The list is as long as if whoever is not reached stayed on it for \(text(days)) days: it holds "
                + "people who no longer wait, or grows.")
    }

    private static func unaccounted(_ moments: ProviderMoments) -> PublishedContradiction? {
        guard let perWeek = moments.value(.referralsPerWeek), let firsts = moments.value(.firstTreatmentsPerWeek),
            let ended = moments.value(.endedPerWeek), let before = moments.value(.endedBeforeTreatment)
        else { return nil }
        let rest = perWeek - firsts - ended * before
        guard abs(rest) > share * perWeek else { return nil }
        return PublishedContradiction(
            quantities: [.waitingForTreatment, .endedBeforeTreatment],
            words: "Of \(text(perWeek)) people referred a week, \(text(firsts)) begin treatment and "
                + "\(text(ended * before)) end before it: \(text(abs(rest))) too \(rest > 0 ? "few" : "many") "
                + "for a list that stands still.")
    }

    private static func sessions(_ moments: ProviderMoments) -> PublishedContradiction? {
        guard let sessions = moments.value(.sessions), let finished = moments.value(.finishedCoursesPerWeek),
            let attended = moments.value(.attendedPerWeek), finished > 0,
            sessions * finished > (1 + share) * attended
        else { return nil }
        return PublishedContradiction(
            quantities: [.sessions, .attendedPerWeek],
            words:
                "A finished course has \(text(sessions)) sessions, but only \(text(attended / finished)) appointments "
                + "are attended for each.")
    }

    private static func text(_ value: Double) -> String { String(format: value >= 100 ? "%.0f" : "%.1f", value) }
}
