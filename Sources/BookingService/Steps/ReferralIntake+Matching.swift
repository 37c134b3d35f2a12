import Allocation
import BookingStore
import CareModel

extension ReferralIntake {
    /// People of the same name as somebody who is referred, the surest first, then by number. Whoever has another date
    /// of birth, or another NHS number, is somebody else.
    /// - Parameter received: when the referral was received, if it says so itself: a file that is given twice has it
    ///   twice.
    /// - Parameter before: so many people were there before those who are received together.
    func matches(of identity: Identity, received: CivilMinute?, before: Int) throws -> [PersonMatch] {
        let name = NameWords(identity.name)
        guard !name.words.isEmpty else { return [] }
        let phone = identity.phone.flatMap { PhoneDigits($0) }
        var matches: [PersonMatch] = []
        for known in try writer.identities(ofPeople: namesakes(of: name)) {
            let other = known.identity
            if let mine = identity.dateOfBirth, let theirs = other.dateOfBirth, mine != theirs { continue }
            if let mine = identity.nhsNumber, let theirs = other.nhsNumber, mine != theirs { continue }
            var alike: [String] = []
            if identity.dateOfBirth != nil, identity.dateOfBirth == other.dateOfBirth { alike.append("date of birth") }
            if let phone, other.phone.flatMap({ PhoneDigits($0) }) == phone { alike.append("telephone") }
            if let email = identity.email, other.email?.lowercased() == email.lowercased() { alike.append("email") }
            let index = Int(known.person) - 1
            if let received, box.desk.referrals[index].received == received { alike.append("minute of the referral") }
            matches.append(
                PersonMatch(
                    person: known.person, name: other.name, alike: alike,
                    isOpen: box.desk.episodes[index].state.isOpen, place: index < before ? nil : index - before))
        }
        return matches.sorted { ($1.alike.count, $0.person) < ($0.alike.count, $1.person) }
    }

    /// The numbers of everybody of a name. O(1) once everybody's name was read, O(n) for that.
    private func namesakes(of name: NameWords) throws -> [Int64] {
        if let known = box.namesakes { return known[name] ?? [] }
        var namesakes: [NameWords: [Int64]] = [:]
        for known in try writer.identities(where: { _, _ in true }) {
            namesakes[NameWords(known.identity.name), default: []].append(known.person)
        }
        box.namesakes = namesakes
        return namesakes[name] ?? []
    }
}
