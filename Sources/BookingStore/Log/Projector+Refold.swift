import CareModel

extension Projector {
    /// Sets a person to what the last entries that were not undone say. Only the latest entry of its kind can be
    /// undone, so that later ones that built on it stay true.
    func refold(_ person: Int64, _ wrong: LogEntry, _ entry: LogEntry) throws {
        var latestOfKind = true
        var known = PersonAsTold()
        try LogTable(database: database).entriesBackwards(of: person, before: entry.sequence) { earlier in
            if earlier.sequence > wrong.sequence, earlier.event.kind == wrong.event.kind { latestOfKind = false }
            earlier.event.stored.tell(&known)
        }
        guard latestOfKind else { throw refusal(entry, "undo the later entries about person \(person) first") }
        guard let episode = known.episode, let facts = known.facts, let identity = known.identity else {
            throw refusal(entry, "the referral of person \(person) is not in the log")
        }
        try set(episode, facts, of: person, entry)
        try set(identity, of: person, entry)
    }
}
