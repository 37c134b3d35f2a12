import CareModel

extension Projector {
    /// Applies one entry.
    /// - Throws: ``StoreError/refused(kind:detail:)`` if what it speaks of is not there or not in the right state,
    ///   ``StoreError/doubleBooking(_:)`` if its time is taken; the caller rolls back.
    func apply(_ entry: LogEntry) throws {
        try entry.event.stored.apply(to: self, entry.head)
    }

    /// Sets a person to what the last entries that were not undone say. Only the latest entry of its kind can be
    /// undone, so that later ones that built on it stay true.
    func refold(_ person: Int64, _ wrong: EntryHead, _ entry: EntryHead) throws {
        var latestOfKind = true
        var known = PersonAsTold()
        try LogTable(database: database).entriesBackwards(of: person, before: entry.sequence) { earlier in
            if earlier.sequence > wrong.sequence, earlier.event.kind == wrong.kind { latestOfKind = false }
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
