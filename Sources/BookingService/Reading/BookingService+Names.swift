import BookingStore
public import CareModel

extension BookingService {
    /// What the teams are called: by the scenario's names, by their titles, or by number from 1.
    public func teamNames() throws(BookingError) -> TeamNames {
        let titles = try stored { try $0.teams().map(\.name) }
        return TeamNames(
            titles.enumerated().map { index, title in
                let names = policy.teamNames
                return TeamNames.Team(name: names.indices.contains(index) ? names[index] : title, title: title)
            })
    }

    /// The index of a team that is named or numbered.
    /// - Throws: ``BookingError/invalid(_:)``, with every team, if there is none; ``BookingError/store(_:)``.
    public func team(named text: String) throws(BookingError) -> Int {
        let teams = try teamNames()
        guard let index = teams.index(of: text) else {
            throw BookingError.invalid("there is no team \(text) (\(teams.allowed))")
        }
        return index
    }

    /// The index of a clinician, by the name or the number.
    /// - Throws: ``BookingError/invalid(_:)`` if nobody, or more than one, is called so; ``BookingError/store(_:)``.
    public func clinician(named text: String) throws(BookingError) -> Int32 {
        if let number = Int32(text) { return number }
        let clinicians = try stored { try $0.clinicians() }
        let wanted = TeamNames.key(text)
        let found = clinicians.filter { TeamNames.key($0.name) == wanted }
        if found.count == 1 { return found[0].clinician }
        let numbers = found.map { String($0.clinician) }.joined(separator: ", ")
        throw BookingError.invalid(
            found.isEmpty
                ? "there is no clinician '\(text)' (a name, or a number from 0 to \(clinicians.count - 1))"
                : "several clinicians are called '\(text)' (one of the numbers \(numbers))")
    }
}
