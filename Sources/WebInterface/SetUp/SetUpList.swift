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
    /// Who is on it, in a sentence.
    private(set) var said = ""

    /// Reads a list.
    /// - Throws: ``InterchangeError``, with everything that is wrong in it.
    init(_ bytes: Data, title: String, now: CivilMinute) throws(InterchangeError) {
        let team = TeamNames([TeamNames.Team(name: "team", title: title.isEmpty ? "Team" : title)])
        let file = try WaitingListFile(
            named: "the list", bytes: bytes, teams: team, clinicians: [], now: now, isCounted: true)
        var counts: [String: Int] = [:]  // lookup only
        var firstDays = 0
        for row in file.tables.episodes {
            let episode = Episode(row.episode)
            if let question = Self.question(episode) { counts[question, default: 0] += 1 }
            if episode.state.isBeforeFirstAppointment { firstDays += waitDays(from: episode.received, to: now) }
        }
        numbers = ["waiting-first", "waiting-low", "waiting-high"].map { question in
            (question, Double(counts[question] ?? 0))
        }
        // Many a list is of those who wait alone: of who is in treatment it says nothing.
        if let treated = counts["in-treatment"] { numbers.append(("in-treatment", Double(treated))) }
        if let first = counts["waiting-first"], first > 0 {
            numbers.append(("waiting-first-days", (Double(firstDays) / Double(first)).rounded()))
        }
        notes = file.notes
        said = Self.said(counts, of: file.tables.episodes.count)
    }

    /// `On it are 12 people: 4 waiting for a first appointment, 6 for step 2, none for step 3, 2 in treatment.`
    private static func said(_ counts: [String: Int], of all: Int) -> String {
        let parts = [
            ("waiting-first", "waiting for a first appointment"), ("waiting-low", "for step 2"),
            ("waiting-high", "for step 3"), ("in-treatment", "in treatment"),
        ].map { question, words in (counts[question] ?? 0, words) }
        let others = all - parts.reduce(0) { $0 + $1.0 }
        let told = (parts + (others > 0 ? [(others, "put off or in supervision, counted in no question")] : []))
            .map { "\($0.0 == 0 ? "none" : "\($0.0)") \($0.1)" }
        return "On it \(all == 1 ? "is" : "are") \(counted(all, "person", "people")): \(told.joined(separator: ", "))."
    }

    /// Which question counts somebody.
    private static func question(_ episode: Episode) -> String? {
        if episode.state.isOnCaseload { return "in-treatment" }
        guard let queue = WaitingQueue.of(episode) else { return nil }
        return queue.step.map { $0 == .low ? "waiting-low" : "waiting-high" } ?? "waiting-first"
    }
}
