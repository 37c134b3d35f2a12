import BookingService
import BookingStore
import CareModel
import Foundation
import Interchange
import Workbench

/// A list of who waits, a row a person, as answers: how many, and how long they have waited. Nothing else of it is
/// kept, and nobody's name.
struct SetUpList {
    /// What it answers, by question.
    private(set) var numbers: [(question: String, value: Double)] = []
    /// What was taken and what was assumed, a sentence each.
    private(set) var notes: [String] = []

    /// Reads a list.
    /// - Throws: ``InterchangeError``, with everything that is wrong in it.
    init(_ bytes: Data, title: String, now: CivilMinute) throws(InterchangeError) {
        let team = TeamNames([TeamNames.Team(name: "team", title: title.isEmpty ? "Team" : title)])
        let file = try WaitingListFile(named: "the list", bytes: bytes, teams: team, clinicians: [], now: now)
        var counts: [String: Int] = [:]  // lookup only
        var firstDays = 0
        for row in file.tables.episodes {
            let episode = Episode(row.episode)
            if let question = Self.question(episode) { counts[question, default: 0] += 1 }
            if episode.state.isBeforeFirstAppointment { firstDays += waitDays(from: episode.received, to: now) }
        }
        // Whom a clinician holds a list without clinicians does not say: those it takes as waiting, and notes it.
        numbers = ["waiting-first", "waiting-low", "waiting-high"].map { question in
            (question, Double(counts[question] ?? 0))
        }
        if let first = counts["waiting-first"], first > 0 {
            numbers.append(("waiting-first-days", (Double(firstDays) / Double(first)).rounded()))
        }
        notes = file.notes
    }

    /// Which question counts somebody.
    private static func question(_ episode: Episode) -> String? {
        guard let queue = WaitingQueue.of(episode) else { return nil }
        return queue.step.map { $0 == .low ? "waiting-low" : "waiting-high" } ?? "waiting-first"
    }
}
