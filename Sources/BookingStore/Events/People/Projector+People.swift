import CareModel
import GRDB

extension Projector {
    private static let updateEpisode = Columns.update(StoredEpisode.columns.names, of: "episodes", where: "person")
    private static let updateFacts = Columns.update(PersonFacts.columns.names, of: "episodes", where: "person")
    private static let updateBoth = Columns.update(
        "\(StoredEpisode.columns.names), \(PersonFacts.columns.names)", of: "episodes", where: "person")
    private static let updateIdentity = Columns.update(
        "name, nhs_number, date_of_birth, phone, email, address, consents, preferred_channel, format",
        of: "identities", where: "person")

    func set(_ identity: Identity, of person: Int64, _ entry: EntryHead) throws {
        try change(Projector.updateIdentity, identity.columnValues + [person], entry, else: nobody(person))
    }

    func set(_ episode: Episode, _ facts: PersonFacts?, of person: Int64, _ entry: EntryHead) throws {
        if let facts {
            try change(
                Projector.updateBoth,
                StoredEpisode.columns.values(of: StoredEpisode(episode)) + PersonFacts.columns.values(of: facts) + [
                    person
                ], entry,
                else: nobody(person))
        } else {
            try change(
                Projector.updateEpisode, StoredEpisode.columns.values(of: StoredEpisode(episode)) + [person], entry,
                else: nobody(person))
        }
    }

    func set(_ facts: PersonFacts, of person: Int64, _ entry: EntryHead) throws {
        try change(Projector.updateFacts, PersonFacts.columns.values(of: facts) + [person], entry, else: nobody(person))
    }

    func nobody(_ person: Int64) -> String { "there is no person \(person)" }
}
