import CareModel
import GRDB

extension Projector {
    private static let people = Columns("person, earlier, \(Referral.columnNames)", of: "people")
    private static let episodes = Columns(
        "person, team, \(Episode.columnNames), \(PersonFacts.columnNames)", of: "episodes")
    private static let updateReferral = Columns.update(Referral.columnNames, of: "people", where: "person")
    private static let updateEpisode = Columns.update(Episode.columnNames, of: "episodes", where: "person")
    private static let updateFacts = Columns.update(PersonFacts.columnNames, of: "episodes", where: "person")
    private static let updateBoth = Columns.update(
        "\(Episode.columnNames), \(PersonFacts.columnNames)", of: "episodes", where: "person")
    private static let updateIdentity = Columns.update(
        "name, nhs_number, date_of_birth, phone, email, address, consents, preferred_channel, format",
        of: "identities", where: "person")

    func applyToPeople(_ entry: LogEntry) throws {
        switch entry.event {
        case .referralReceived(let received): try receive(received, entry)
        case .personChanged(let changed): try set(changed.identity, of: changed.person, entry)
        case .referralChanged(let changed):
            try change(
                Projector.updateReferral, changed.referral.columnValues + [changed.person], entry,
                else: nobody(changed.person))
            try run(
                "UPDATE episodes SET team = ? WHERE person = ?", [Int64(changed.referral.team), changed.person])
        case .episodeMoved(let moved):
            try set(moved.episode, moved.facts, of: moved.person, entry)
        case .personFactsChanged(let changed):
            try change(
                Projector.updateFacts, changed.facts.columnValues + [changed.person], entry,
                else: nobody(changed.person))
        default: break
        }
    }

    private func receive(_ received: ReferralReceived, _ entry: LogEntry) throws {
        guard received.person > 0 else { throw refusal(entry, "numbers of people start at 1") }
        let episode = Episode(received: received.referral.received)
        try insert(
            Projector.people, [received.person, received.earlier] + received.referral.columnValues, entry)
        try insert(Identity.columns, [received.person] + received.identity.columnValues, entry)
        try insert(
            Projector.episodes,
            [received.person, Int64(received.referral.team)] + episode.columnValues + received.facts.columnValues,
            entry)
    }

    func set(_ identity: Identity, of person: Int64, _ entry: LogEntry) throws {
        try change(Projector.updateIdentity, identity.columnValues + [person], entry, else: nobody(person))
    }

    func set(_ episode: Episode, _ facts: PersonFacts?, of person: Int64, _ entry: LogEntry) throws {
        if let facts {
            try change(
                Projector.updateBoth, episode.columnValues + facts.columnValues + [person], entry,
                else: nobody(person))
        } else {
            try change(Projector.updateEpisode, episode.columnValues + [person], entry, else: nobody(person))
        }
    }

    func set(_ facts: PersonFacts, of person: Int64, _ entry: LogEntry) throws {
        try change(Projector.updateFacts, facts.columnValues + [person], entry, else: nobody(person))
    }

    private func nobody(_ person: Int64) -> String { "there is no person \(person)" }
}
