import BookingService
import BookingStore
import CareModel

extension TableCheck {
    /// Who people are said to be, checked as at every other door. A number that only holds the place of an NHS number
    /// says of nobody who it is: it is not taken.
    /// - Returns: how many such numbers there were.
    func checkIdentities(_ file: inout TableFile<PersonRow>) -> Int {
        guard let today = now?.day else { return 0 }
        var placeholders = 0
        for index in file.rows.indices {
            let identity = file.rows[index].row.identity
            for fault in IdentityCheck.faults(of: identity, today: today)
            where !file.rows[index].hasFault(fault.field.rawValue) {
                file.rows[index].fail(fault.field.rawValue, fault.what, fault.allowed, file: file.path)
            }
            if let number = identity.nhsNumber.flatMap({ NHSNumber($0) }), number.isPlaceholder {
                file.rows[index].row.identity.nhsNumber = nil
                placeholders += 1
            }
        }
        return placeholders
    }
}

extension ServiceTables {
    /// Open episodes of people who could be the same, by name and date of birth: a sentence each, as far as anybody
    /// would read.
    var namesakeNotes: [String] {
        let open = Set(episodes.filter { $0.episode.state != .closed }.map(\.person))  // lookup only
        var first: [Namesake: Int64] = [:]  // lookup only
        var notes: [String] = []
        for row in people where open.contains(row.person) {
            guard let born = row.identity.dateOfBirth else { continue }
            let who = Namesake(name: NameWords(row.identity.name), born: born)
            if let other = first[who] {
                notes.append("Persons \(other) and \(row.person) have the same name and date of birth: please look.")
            } else {
                first[who] = row.person
            }
        }
        let most = 20
        guard notes.count > most else { return notes }
        return notes.prefix(most) + ["… and \(notes.count - most) more such pairs."]
    }
}

/// What two people have in common who could be the same.
private struct Namesake: Hashable {
    let name: NameWords
    let born: CivilDay
}
