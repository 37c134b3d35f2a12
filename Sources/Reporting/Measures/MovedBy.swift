import CareModel

/// How much keys move the service, as the changes that were tried beside the forecast measured it.
struct MovedBy {
    /// A change that was tried and moves something clearly.
    struct Tried {
        /// Its place among them, the best first.
        var place: Int
        /// What it is and what it moves, in words.
        var words: String
    }

    private let keys: [(key: String, tried: Tried)]

    /// What was measured; empty where nothing was tried.
    init(_ help: WhatWouldHelp) {
        keys = help.levers.enumerated().flatMap { place, lever -> [(key: String, tried: Tried)] in
            guard let words = MovedBy.words(lever) else { return [] }
            return lever.changes.map { ($0.key, Tried(place: place, words: words)) }
        }
    }

    /// Whether anything was measured.
    var isKnown: Bool { !keys.isEmpty }

    /// The change that moved a key, or the same key of some team; nil if none did.
    func tried(_ key: String) -> Tried? {
        keys.first { $0.key == key || $0.key.hasPrefix("teams.") && $0.key.hasSuffix("." + key) }?.tried
    }

    /// `One more PWP: 9.1 days sooner to high intensity`; nil where no difference is clear.
    private static func words(_ lever: TriedLever) -> String? {
        if let days = lever.daysGained {
            return "\(lever.title): \(ValueText.number(days.mean, unit: days.unit)) days sooner \(days.words)"
        }
        if let people = lever.peopleSaved {
            return "\(lever.title): \(NumberText.rough(people.mean)) fewer people a year \(people.words)"
        }
        return lever.worse.first.map { "\(lever.title): \($0)" }
    }
}
